//! What belongs to no module: login, look-ups, and the words and answers that all sections share.

use crate::Secret;

#[doc(hidden)]
#[macro_export]
macro_rules! __api_general {
    ($($visit:tt)*) => {
        $crate::__section! { [$($visit)*]
            /// Login and look-ups that belong to no module.
            service general "General" GeneralService
            enums {
                /// Where the order of a service stands in billing.
                ServiceStatus {
                    /// It is paid for and in use.
                    Active = "active",
                    /// It is ordered and waits to be paid or set up.
                    Pending = "pending",
                    /// It was canceled.
                    Canceled = "canceled",
                    /// Its time ran out without a renewal.
                    Expired = "expired",
                    /// It is switched off, for an unpaid invoice or the like.
                    Suspended = "suspended",
                }

                /// A module: a kind of service that an account can have.
                Module {
                    /// Domain registrations.
                    Domains = "domains",
                    /// Virtual private servers.
                    Vps = "vps",
                    /// Backup storage.
                    Backups = "backups",
                    /// Software licenses.
                    Licenses = "licenses",
                    /// SSL certificates.
                    Ssl = "ssl",
                    /// Websites on shared hosts.
                    Webhosting = "webhosting",
                    /// Quickservers: ready-made servers that are set up at once.
                    Quickservers = "quickservers",
                    /// Outgoing mail.
                    Mail = "mail",
                    /// Addresses that can be moved between servers.
                    FloatingIps = "floating_ips",
                    /// Dedicated servers.
                    Servers = "servers",
                }
            }
            records {
                /// The server's word that it took a request.
                Accepted "result_status" "" {
                    /// `ok`.
                    status: Option<String>,
                    /// What the server says about it.
                    status_text: Option<String>,
                }

                /// A link that logs in to a control panel, once.
                PanelLogin "result_status" "" {
                    /// `ok`.
                    status: Option<String>,
                    /// The link; who has it can log in, so treat it like a password.
                    url("status_text"): Option<Secret>,
                }
            }
            inputs {}
            operations {
                /// Logs in and gives the session id.
                ///
                /// The client does this by itself when a call needs it. A session lasts some hours.
                /// Fails with `Authentication` if the name or the password is wrong.
                read [public] login(
                    /// E-mail address of the account.
                    username: String,
                    /// Password of the account, or an API key of it.
                    password: Secret,
                ) -> Secret = "api_login";

                /// Says what the account is: `client`, or `admin` for the provider's staff.
                read role() -> String = "api_get_ima";

                /// Lists the IP addresses that the provider has locked because of fraud.
                read [public] locked_ips() -> Vec<String> = "get_locked_ips";

                /// Finds the host name of an IP address.
                ///
                /// An address without a name may come back as itself. Fails with `NotFound` if the
                /// server answers with nothing.
                read [public] hostname(
                    /// IPv4 or IPv6 address.
                    ip: String where IP,
                ) -> String = "get_hostname";

                /// Measures how wide a text is in pixels, in Helvetica of 12 pixels.
                ///
                /// The width is an estimate: it adds up letters and leaves kerning out.
                read [public] text_width(
                    /// Text to measure.
                    text("string"): String,
                ) -> i64 = "strPixels";

                /// Lists the names of the modules.
                ///
                /// They are the words of `Module`; the server may have more.
                read [public] modules() -> Vec<String> = "get_modules";
            }
        }
    };
}

__api_general!(declare_section);
