//! THE declaration: every operation, record, order and enum of the API, once, in one table a
//! section.
//!
//! Each file here is a section: a macro that hands its table to whoever asks. `declare.rs` turns
//! the tables into structs, methods and metadata; a binding hands its own macro to
//! [`for_each_section!`](crate::for_each_section) and gets the same tables.

#[macro_use]
mod declare;
#[macro_use]
mod module;

/// Lists the sections once: their modules, their metadata and the walk over their tables.
macro_rules! sections {
    ($d:tt $($section:ident $table:ident,)*) => {
        $(#[macro_use] pub(crate) mod $section;)*

        pub(crate) static SERVICES: &[&$crate::meta::Service] = &[$(&$section::SERVICE),*];

        /// Everything that the tables declare, for those who build on them.
        pub(crate) mod all {
            $(pub use super::$section::*;)*
        }

        /// Calls a macro with the table of each section of the API.
        ///
        /// This is how a binding gets at the declaration without a list of its own; `declare.rs`
        /// in the source of this crate shows the form of a table.
        #[macro_export]
        macro_rules! for_each_section {
            ($d visit:path) => {
                $($crate::$table!($d visit);)*
            };
        }

        /// Calls a macro once with the tables of all sections, each in braces.
        ///
        /// For what has to stand in one place for the whole API: the list of a module's exports,
        /// say.
        #[macro_export]
        macro_rules! for_all_sections {
            ($d visit:path) => {
                $crate::__gather! { { $d visit [] [$($table)*] } }
            };
        }

        /// Asks one table after the other, and keeps what it was told.
        #[doc(hidden)]
        #[macro_export]
        macro_rules! __gather {
            ({ $d visit:path [{} $d ($d tables:tt)*] [] } $d ($d table:tt)*) => {
                $d visit! { $d ($d tables)* { $d ($d table)* } }
            };
            $(
                ({ $d visit:path [$d ($d tables:tt)*] [$table $d ($d rest:ident)*] } $d ($d table:tt)*) => {
                    $crate::$table! {
                        $crate::__gather,
                        { $d visit [$d ($d tables)* { $d ($d table)* }] [$d ($d rest)*] }
                    }
                };
            )*
        }
    };
}

sections! { $
    general __api_general,
    billing __api_billing,
    support __api_support,
    vps __api_vps,
    webhosting __api_webhosting,
    licenses __api_licenses,
    quickservers __api_quickservers,
    domains __api_domains,
    ssl __api_ssl,
    backups __api_backups,
    dns __api_dns,
    mail __api_mail,
    floating_ips __api_floating_ips,
    servers __api_servers,
}
