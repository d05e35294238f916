//! Floating IPs: addresses that can be moved between servers.

#[allow(unused_imports)]
use super::all::*;
use crate::{DateTime, Extra};

#[doc(hidden)]
#[macro_export]
macro_rules! __api_floating_ips {
    ($($visit:tt)*) => {
        $crate::__section! { [$($visit)*]
            /// Addresses that can be moved between servers: list, move, cancel.
            service floating_ips "Floating IPs" FloatingIpsService
            module FloatingIp [newer]
            enums {}
            records {
                /// An address that can be moved between servers.
                FloatingIp "sql_row_floating_ips" "floating_ip_" {
                    /// Order number of the service.
                    id: i64 [live],
                    /// Number of the package that was ordered.
                    service_type("floating_ip_type"): Option<i64> [live],
                    /// Currency of its price, such as `USD`.
                    currency: Option<String> [live],
                    /// When it was ordered, in the server's own time.
                    order_date: Option<DateTime> [live],
                    /// Number of the customer who owns it.
                    custid: Option<i64> [live],
                    /// What may be used of it, in the server's units.
                    quota: Option<i64> [live],
                    /// The address itself.
                    ip: Option<String> [live],
                    /// Address that its traffic goes to.
                    target_ip: Option<String> [live],
                    /// Where the order stands in billing.
                    status: Option<ServiceStatus> [live],
                    /// Number of its first or latest invoice.
                    invoice: Option<i64> [live],
                    /// Number of the coupon that it was bought with; 0 for none.
                    coupon: Option<i64> [live],
                    /// The module's own data about it.
                    extra: Option<Extra> [live],
                    /// State on the host, such as `running`; the words are not documented.
                    server_status: Option<String> [live],
                    /// A note on the service.
                    comment: Option<String> [live],
                }
            }
            inputs {}
            operations {
                /// Sends the traffic of a floating IP to another address.
                ///
                /// Fails with `Refused` if the server answers no.
                write [newer] change_target(
                    /// Order number of the floating IP.
                    id: i64,
                    /// Address that the traffic shall go to.
                    ip: String where IP,
                ) -> () = "api_change_floating_ips_ip";
            }
        }
    };
}

__api_floating_ips!(declare_section);
