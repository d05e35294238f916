//! Quickservers: ready-made servers that are set up at once.

#[allow(unused_imports)]
use super::all::*;
use crate::{DateTime, Decimal, Extra, Secret};

#[doc(hidden)]
#[macro_export]
macro_rules! __api_quickservers {
    ($($visit:tt)*) => {
        $crate::__section! { [$($visit)*]
            /// Quickservers, ready-made servers: list, cancel, invoices.
            service quickservers "Quickservers" QuickserversService
            module Quickserver []
            enums {}
            records {
                /// A ready-made server.
                Quickserver "sql_row_quickservers" "qs_" {
                    /// Order number of the service.
                    id: i64,
                    /// Number of the customer who owns it.
                    custid: Option<i64>,
                    /// Number of the machine that it is on.
                    server: Option<i64>,
                    /// Primary IPv4 address, once assigned.
                    ip: Option<String>,
                    /// IPv6 address, once assigned.
                    ipv6: Option<String> [live],
                    /// Name of the system on its machine.
                    vzid: Option<String>,
                    /// Currency of its price, such as `USD`.
                    currency: Option<String> [live],
                    /// Number of the package that was ordered.
                    service_type("qs_type"): Option<i64>,
                    /// When it was ordered, in the server's own time.
                    order_date: Option<DateTime> [live],
                    /// Where the order stands in billing.
                    status: Option<ServiceStatus>,
                    /// Number of its first or latest invoice.
                    invoice: Option<i64>,
                    /// Number of the coupon that it was bought with; 0 for none.
                    coupon: Option<i64>,
                    /// The module's own data about it.
                    extra: Option<Extra>,
                    /// Host name.
                    hostname: Option<String>,
                    /// Whether it runs.
                    server_status: Option<ServerStatus>,
                    /// A note on the service.
                    comment: Option<String>,
                    /// Size in slices.
                    slices: Option<i64>,
                    /// Address that may open the VNC console; `-1` for none.
                    vnc: Option<String>,
                    /// Port of the VNC console; -1 for none.
                    vnc_port: Option<i64> [live],
                    /// Root password that it was set up with.
                    root_password("qs_rootpass"): Option<Secret> [live],
                    /// MAC address of its network card.
                    mac: Option<String> [live],
                    /// Operating system that was installed.
                    os: Option<String> [live],
                    /// Version of the operating system.
                    version: Option<String> [live],
                    /// Number of its location.
                    location: Option<i64> [live],
                    /// Virtualisation platform, such as `kvm`.
                    platform: Option<String> [live],
                    /// Price of a billing period.
                    cost: Option<Decimal> [documented],
                }
            }
            inputs {}
            operations {}
        }
    };
}

__api_quickservers!(declare_section);
