//! The native half of the Python package `interserver`: the core's client as Python classes.
//!
//! Nothing of the API is listed here: services, records, orders and words come from the tables of
//! the core (`interserver::for_each_section!`), and so do their docstrings and stubs.
//!
//! A call goes one way: a method of a service (`services`) makes a call of the core, `blocking`
//! waits for it or `awaiting` hands it to asyncio, and `values` turns the answer into objects.

mod awaiting;
mod blocking;
mod client;
mod errors;
mod link;
mod logs;
mod records;
mod runtime;
mod sandbox;
mod services;
mod settings;
mod values;
mod workflows;

/// The module with everything that the tables declare: it has to be listed in one place.
macro_rules! module {
    ($({
        $(#[doc = $service_doc:literal])*
        service $service:ident $title:literal $handle:ident $(module $module:ident)?
        enums {$($(#[doc = $enum_doc:literal])* $enum:ident { $($words:tt)* })*}
        records {$(
            $(#[doc = $record_doc:literal])*
            $record:ident $struct:literal $prefix:literal { $($fields:tt)* }
        )*}
        inputs {$($(#[doc = $input_doc:literal])* $input:ident { $($args:tt)* })*}
        operations { $($operations:tt)* }
    })*) => {
        pastey::paste! {
            /// The native half of the package.
            #[pyo3::pymodule]
            mod _native {
                #[pymodule_export]
                use crate::client::{AsyncClient, Client};
                #[pymodule_export]
                use crate::errors::_error_kinds;
                #[pymodule_export]
                use crate::records::classes::{
                    FoundOrder, InventoryItem,
                    $($($enum,)* $($record,)* $($input,)* $handle, [<Async $handle>],)*
                };
                #[pymodule_export]
                use crate::sandbox::Sandbox;
                #[pymodule_export]
                use crate::settings::{Limits, RetryPolicy};
                #[pymodule_export]
                use crate::workflows::{
                    AllServices, AsyncTickets, InventoryFailure, Tickets, Upserted,
                };
            }
        }
    };
}
interserver::for_all_sections!(module);
