//! The five operations that every module of an account has, declared once for all of them.

/// Hands a section's table to `$visit`, the module's five operations put in front of its own. A
/// visitor that has something to remember gets it back before the table.
#[doc(hidden)]
#[macro_export]
macro_rules! __section {
    (
        [$visit:path $(, $state:tt)?]
        $(#[doc = $doc:literal])*
        service $service:ident $title:literal $handle:ident
        module $record:ident [$($flag:ident),*]
        enums { $($enums:tt)* }
        records { $($records:tt)* }
        inputs { $($inputs:tt)* }
        operations { $($operations:tt)* }
    ) => {
        $visit! {
            $($state)?
            $(#[doc = $doc])*
            service $service $title $handle
            module $record
            enums { $($enums)* }
            records { $($records)* }
            inputs { $($inputs)* }
            operations {
                /// Lists the account's services of this module, canceled ones included.
                ///
                /// An account without any gives an empty list; a dead session never does: an
                /// empty answer is believed only once the session is known to live.
                read [$($flag),*] list() -> Vec<$record>
                    = concat!("api_", stringify!($service), "_get_services");

                /// Gets one service by its order number.
                ///
                /// Fails with `NotFound` if the account has no such service of this module.
                read [$($flag),*] get(
                    /// Order number of the service.
                    id: i64,
                ) -> $record = concat!("api_", stringify!($service), "_get_service");

                /// Cancels a service and the addons that belong to it.
                ///
                /// This ends the service; there is no operation that takes it back. Fails with
                /// `Refused` if the server answers no.
                destroy [$($flag),*] cancel(
                    /// Order number of the service.
                    id: i64,
                ) -> () = concat!("api_", stringify!($service), "_cancel_service");

                /// Lists every invoice of this module, paid or not, and the payments on them.
                read [$($flag),*] invoices() -> Vec<Invoice>
                    = concat!("api_", stringify!($service), "_get_client_invoices");

                /// Lists the invoices of this module that are still to be paid.
                read [$($flag),*] unpaid_invoices() -> Vec<Invoice>
                    = concat!("api_", stringify!($service), "_get_client_unpaid_invoices");

                $($operations)*
            }
        }
    };
    (
        [$visit:path $(, $state:tt)?]
        $(#[doc = $doc:literal])*
        service $service:ident $title:literal $handle:ident
        enums { $($enums:tt)* }
        $($rest:tt)*
    ) => {
        $visit! {
            $($state)?
            $(#[doc = $doc])*
            service $service $title $handle
            enums { $($enums)* }
            $($rest)*
        }
    };
}
