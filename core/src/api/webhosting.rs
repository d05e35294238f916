//! Websites on shared hosts, and the way into their control panels.

#[allow(unused_imports)]
use super::all::*;
use crate::{DateTime, Decimal, Extra};

#[doc(hidden)]
#[macro_export]
macro_rules! __api_webhosting {
    ($($visit:tt)*) => {
        $crate::__section! { [$($visit)*]
            /// Websites on shared hosts: list, cancel, log in to the control panel.
            service webhosting "Webhosting" WebhostingService
            module Website []
            enums {}
            records {
                /// A website on a shared host.
                Website "sql_row_websites" "website_" {
                    /// Order number of the service.
                    id: i64,
                    /// Number of the host that it is on.
                    server: Option<i64>,
                    /// Number of the package that was ordered.
                    service_type("website_type"): Option<i64>,
                    /// Currency of its price, such as `USD`.
                    currency: Option<String> [live],
                    /// When it was ordered, in the server's own time.
                    order_date: Option<DateTime> [live],
                    /// Number of the customer who owns it.
                    custid: Option<i64>,
                    /// Address that it is served from.
                    ip: Option<String>,
                    /// Where the order stands in billing.
                    status: Option<ServiceStatus>,
                    /// Number of its first or latest invoice.
                    invoice: Option<i64>,
                    /// Number of the coupon that it was bought with; 0 for none.
                    coupon: Option<i64>,
                    /// The module's own data about it.
                    extra: Option<Extra>,
                    /// Domain name of the site.
                    hostname: Option<String>,
                    /// A note on the service.
                    comment: Option<String>,
                    /// User name on the host and in its control panel.
                    username: Option<String>,
                    /// State on the host, such as `running`; the words are not documented.
                    server_status: Option<String>,
                    /// Price of a billing period.
                    cost: Option<Decimal> [documented],
                }
            }
            inputs {}
            operations {
                /// Makes a link that logs in to cPanel, once.
                ///
                /// Fails with `Api` if the site has no cPanel or the server refuses.
                read [newer] cpanel_login(
                    /// Order number of the website.
                    id: i64,
                ) -> PanelLogin = "api_api_auto_cpanel_login";

                /// Makes a link that logs in to DirectAdmin, once.
                ///
                /// Fails with `Api` if the site has no DirectAdmin or the server refuses.
                read [newer] directadmin_login(
                    /// Order number of the website.
                    id: i64,
                ) -> PanelLogin = "api_api_auto_directadmin_login";
            }
        }
    };
}

__api_webhosting!(declare_section);
