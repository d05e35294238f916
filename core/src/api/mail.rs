//! Outgoing mail: the services that send it, and sending.

#[allow(unused_imports)]
use super::all::*;
use crate::{DateTime, Extra};

#[doc(hidden)]
#[macro_export]
macro_rules! __api_mail {
    ($($visit:tt)*) => {
        $crate::__section! { [$($visit)*]
            /// Outgoing mail: list, order, send, log in to the control panel.
            service mail "Mail" MailService
            module MailAccount [newer]
            enums {}
            records {
                /// A service that sends mail.
                MailAccount "sql_row_mail" "mail_" {
                    /// Order number of the service.
                    id: i64 [live],
                    /// User name for sending, such as `mb8556`.
                    username: Option<String> [live],
                    /// Number of the package that was ordered.
                    service_type("mail_type"): Option<i64> [live],
                    /// Currency of its price, such as `USD`.
                    currency: Option<String> [live],
                    /// When it was ordered, in the server's own time.
                    order_date: Option<DateTime> [live],
                    /// Number of the customer who owns it.
                    custid: Option<i64> [live],
                    /// What may be used of it, in the server's units.
                    quota: Option<i64> [live],
                    /// Address that goes with it; often empty.
                    ip: Option<String> [live],
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
            inputs {
                /// A mail to send.
                MailDraft {
                    /// Subject.
                    subject: String where NOT_EMPTY,
                    /// Text of the mail.
                    body: String where NOT_EMPTY,
                    /// Address that it goes to.
                    to: String where EMAIL,
                    /// Address that it comes from.
                    sender("from"): String where EMAIL,
                }
            }
            operations {
                /// Makes a link that logs in to ZoneMTA, the mail panel, once.
                ///
                /// Fails with `Api` if the server refuses.
                read [newer] zonemta_login(
                    /// Order number of the mail service.
                    id: i64,
                ) -> PanelLogin = "api_api_auto_zonemta_login";

                /// Sends a mail through the account's mail service.
                ///
                /// Success means that the server took it, not that it arrived. It is sent once: if
                /// the outcome is unknown, the mail may be on its way.
                write [newer] send(
                    /// The mail to send.
                    mail: MailDraft,
                ) -> Accepted = "api_send_mail";

                /// Orders a mail service and gives the invoices that are to be paid.
                ///
                /// It is sent once and never again. If the outcome is unknown, look whether `list`
                /// has a new service. Fails with `Api` if the order is not taken.
                purchase [newer] buy(
                    /// Coupon code, if there is one.
                    coupon: Option<String>,
                ) -> Purchase = "api_api_buy_mail";
            }
        }
    };
}

__api_mail!(declare_section);
