//! Dedicated servers.

#[allow(unused_imports)]
use super::all::*;
use crate::{DateTime, Decimal, Extra, Secret, Timestamp};

#[doc(hidden)]
#[macro_export]
macro_rules! __api_servers {
    ($($visit:tt)*) => {
        $crate::__section! { [$($visit)*]
            /// Dedicated servers: list, cancel, invoices.
            service servers "Dedicated servers" ServersService
            module DedicatedServer [newer]
            enums {}
            records {
                /// A dedicated server.
                ///
                /// No documentation says what the fields mean; what stands here goes by their
                /// names.
                DedicatedServer "sql_row_servers" "server_" {
                    /// Order number of the service.
                    id: i64 [live],
                    /// Host name.
                    hostname: Option<String> [live],
                    /// Number of the customer who owns it.
                    custid: Option<i64> [live],
                    /// Number of the package that was ordered.
                    service_type("server_type"): Option<i64> [live],
                    /// Currency of its prices, such as `USD`.
                    currency: Option<String> [live],
                    /// When it was ordered, in the server's own time.
                    order_date: Option<DateTime> [live],
                    /// Number of its first or latest invoice.
                    invoice: Option<i64> [live],
                    /// Number of the coupon that it was bought with; 0 for none.
                    coupon: Option<i64> [live],
                    /// Where the order stands in billing.
                    status: Option<ServiceStatus> [live],
                    /// Root password that it was set up with.
                    root_password("server_root"): Option<Secret> [live],
                    /// Tag of the machine.
                    dedicated_tag: Option<String> [live],
                    /// Tag of the customer's own.
                    custom_tag: Option<String> [live],
                    /// A note on the service; may hold HTML.
                    comment: Option<String> [live],
                    /// First bill, in whole units of `currency`.
                    initial_bill: Option<Decimal> [live, int],
                    /// Number that stands for the hardware.
                    hardware: Option<i64> [live],
                    /// Number that stands for the IP addresses.
                    ips: Option<i64> [live],
                    /// Bill of a month, in whole units of `currency`.
                    monthly_bill: Option<Decimal> [live, int],
                    /// Set-up fee, in whole units of `currency`.
                    setup: Option<Decimal> [live, int],
                    /// Discount, in `currency`.
                    discount: Option<Decimal> [live],
                    /// Number of the representative who sold it; 0 for none.
                    rep: Option<i64> [live],
                    /// When the order was made.
                    date: Option<Timestamp> [live, float],
                    /// Price in all, in `currency`.
                    total_cost: Option<Decimal> [live],
                    /// Where it stands.
                    location: Option<String> [live],
                    /// Whether the hardware is on order.
                    hardware_ordered: Option<bool> [live],
                    /// Whether it was billed.
                    billed: Option<bool> [live],
                    /// Whether the welcome mail was sent.
                    welcome_email: Option<bool> [live],
                    /// Number of the processor that was chosen.
                    dedicated_cpu: Option<i64> [live],
                    /// Number of the memory that was chosen.
                    dedicated_memory: Option<i64> [live],
                    /// Number of the first disk that was chosen.
                    dedicated_hd1: Option<i64> [live],
                    /// Number of the second disk that was chosen.
                    dedicated_hd2: Option<i64> [live],
                    /// Number of the bandwidth that was chosen.
                    dedicated_bandwidth: Option<i64> [live],
                    /// Number of the set of IP addresses that was chosen.
                    dedicated_ips: Option<i64> [live],
                    /// Number of the operating system that was chosen.
                    dedicated_os: Option<i64> [live],
                    /// Number of the control panel that was chosen.
                    dedicated_cp: Option<i64> [live],
                    /// RAID that was chosen, such as `NO Raid`.
                    dedicated_raid: Option<String> [live],
                    /// The module's own data about it.
                    extra: Option<Extra> [live],
                }
            }
            inputs {}
            operations {}
        }
    };
}

__api_servers!(declare_section);
