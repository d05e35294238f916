//! Kotlin and Swift bindings of the `interserver` client, through UniFFI.
//!
//! The tables of the core are expanded once more here, into types that UniFFI can carry
//! (`tables.rs`); what is not in a table, [`Client`] and the longer jobs, is wrapped by hand. There
//! is no logic: arguments, answers and errors are converted (`convert.rs`), and nothing else.
//!
//! Documentation comments here are written for the readers of the generated Kotlin and Swift.

#![allow(
    clippy::result_large_err,
    reason = "UniFFI carries errors by value, and a call over the border costs more"
)]

mod client;
mod convert;
mod error;
mod settings;
mod tables;
mod values;
mod workflows;

pub use client::{Argument, Client};
pub use error::{ErrorDetails, ErrorKind, InterServerError, Outcome};
pub use settings::{ClientSettings, Limits, RetryPolicy};
pub use tables::*;
pub use values::Value;
pub use workflows::{
    FoundOrder, Inventory, InventoryFailure, InventoryItem, OrderMark, Tickets, Upserted,
    WaitOptions,
};

uniffi::setup_scaffolding!("interserver");
