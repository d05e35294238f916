//! SSL certificates.

#[allow(unused_imports)]
use super::all::*;
use crate::{DateTime, Decimal, Extra, Secret};

#[doc(hidden)]
#[macro_export]
macro_rules! __api_ssl {
    ($($visit:tt)*) => {
        $crate::__section! { [$($visit)*]
            /// SSL certificates: list, cancel, invoices.
            service ssl "SSL" SslService
            module SslCertificate []
            enums {}
            records {
                /// An SSL certificate, with the contact that it was issued to.
                SslCertificate "sql_row_ssl_certs" "ssl_" {
                    /// Order number of the service.
                    id: i64,
                    /// Host name that it is for.
                    hostname: Option<String>,
                    /// Order number at the issuer.
                    order_id: Option<String>,
                    /// Number of the package that was ordered.
                    service_type("ssl_type"): Option<i64>,
                    /// Currency of its price, such as `USD`.
                    currency: Option<String> [live],
                    /// When it was ordered, in the server's own time.
                    order_date: Option<DateTime> [live],
                    /// Number of the customer who owns it.
                    custid: Option<i64>,
                    /// Where the order stands in billing.
                    status: Option<ServiceStatus>,
                    /// Number of its first or latest invoice.
                    invoice: Option<i64>,
                    /// Number of the coupon that it was bought with; 0 for none.
                    coupon: Option<i64>,
                    /// First name of the contact.
                    firstname: Option<String>,
                    /// Last name of the contact.
                    lastname: Option<String>,
                    /// Telephone number of the contact.
                    phone: Option<String>,
                    /// E-mail address of the contact.
                    email: Option<String>,
                    /// Company of the contact.
                    company: Option<String>,
                    /// Street and number.
                    address: Option<String>,
                    /// City.
                    city: Option<String>,
                    /// State or province.
                    state: Option<String>,
                    /// Postal code.
                    zip: Option<String>,
                    /// Country as two letters, such as `US`.
                    country: Option<String>,
                    /// Department of the company.
                    department: Option<String>,
                    /// The module's own data about it.
                    extra: Option<Extra>,
                    /// E-mail address that approves the certificate.
                    approver_email: Option<String> [live],
                    /// Signing request, as PEM text.
                    csr: Option<String> [live],
                    /// Private key, as PEM text.
                    private_key: Option<Secret> [live],
                    /// The certificate, as PEM text.
                    x509: Option<String> [live],
                    /// Root certificate of the issuer, as PEM text.
                    ca_root: Option<String> [live],
                    /// Intermediate certificate of the issuer, as PEM text.
                    ca_inter: Option<String> [live],
                    /// Price of a billing period.
                    cost: Option<Decimal> [documented],
                }
            }
            inputs {}
            operations {}
        }
    };
}

__api_ssl!(declare_section);
