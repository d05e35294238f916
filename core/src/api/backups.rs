//! Backup storage, and the way into its control panel.

#[allow(unused_imports)]
use super::all::*;
use crate::{DateTime, Decimal, Extra};

#[doc(hidden)]
#[macro_export]
macro_rules! __api_backups {
    ($($visit:tt)*) => {
        $crate::__section! { [$($visit)*]
            /// Backup storage: list, cancel, log in to the control panel.
            service backups "Backups" BackupsService
            module Backup []
            enums {}
            records {
                /// Storage for backups; `VpsBackup` is a backup of a VPS.
                Backup "sql_row_backups" "backup_" {
                    /// Order number of the service.
                    id: i64,
                    /// Number of the host that it is on.
                    server: Option<i64>,
                    /// User name on the host.
                    username: Option<String>,
                    /// Number of the package that was ordered.
                    service_type("backup_type"): Option<i64>,
                    /// Currency of its price, such as `USD`.
                    currency: Option<String> [live],
                    /// When it was ordered, in the server's own time.
                    order_date: Option<DateTime> [live],
                    /// Number of the customer who owns it.
                    custid: Option<i64>,
                    /// Space that may be used, in the server's units.
                    quota: Option<i64>,
                    /// Address of the storage.
                    ip: Option<String>,
                    /// Where the order stands in billing.
                    status: Option<ServiceStatus>,
                    /// Number of its first or latest invoice.
                    invoice: Option<i64>,
                    /// Number of the coupon that it was bought with; 0 for none.
                    coupon: Option<i64>,
                    /// The module's own data about it.
                    extra: Option<Extra>,
                    /// State on the host, such as `running`; the words are not documented.
                    server_status: Option<String>,
                    /// A note on the service.
                    comment: Option<String> [live],
                    /// Price of a billing period.
                    cost: Option<Decimal> [documented],
                }
            }
            inputs {}
            operations {
                /// Makes a link that logs in to the storage's DirectAdmin, once.
                ///
                /// Fails with `Api` if the storage has no DirectAdmin or the server refuses.
                read [newer] storage_login(
                    /// Order number of the storage.
                    id: i64,
                ) -> PanelLogin = "api_api_auto_directadmin_storage_login";
            }
        }
    };
}

__api_backups!(declare_section);
