//! Domain registrations.

#[allow(unused_imports)]
use super::all::*;
use crate::{DateTime, Decimal, Extra, Secret};

#[doc(hidden)]
#[macro_export]
macro_rules! __api_domains {
    ($($visit:tt)*) => {
        $crate::__section! { [$($visit)*]
            /// Domain registrations: list, cancel, invoices; `dns` has the records of a zone.
            service domains "Domains" DomainsService
            module Domain []
            enums {}
            records {
                /// A registered domain, with the contact that it is registered for.
                Domain "sql_row_domains" "domain_" {
                    /// Order number of the service; not the number of a DNS zone.
                    id: i64,
                    /// The domain name.
                    hostname: Option<String>,
                    /// User name at the registrar.
                    username: Option<String>,
                    /// Password at the registrar.
                    password: Option<Secret>,
                    /// Number of the package that was ordered: it goes with the ending.
                    service_type("domain_type"): Option<i64>,
                    /// Currency of its price, such as `USD`.
                    currency: Option<String> [live],
                    /// When the registration runs out, in the server's own time.
                    expire_date: Option<DateTime> [live],
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
                    /// E-mail address of the contact.
                    email: Option<String>,
                    /// Street and number.
                    address: Option<String>,
                    /// Second line of the address.
                    address2: Option<String>,
                    /// Third line of the address.
                    address3: Option<String>,
                    /// City.
                    city: Option<String>,
                    /// State or province.
                    state: Option<String>,
                    /// Postal code.
                    zip: Option<String>,
                    /// Country as two letters, such as `US`.
                    country: Option<String>,
                    /// Telephone number, such as `+1.2015550100`.
                    phone: Option<String>,
                    /// Fax number.
                    fax: Option<String>,
                    /// Company of the contact.
                    company: Option<String>,
                    /// The module's own data about it.
                    extra: Option<Extra>,
                    /// Price of a billing period.
                    cost: Option<Decimal> [documented],
                }
            }
            inputs {}
            operations {}
        }
    };
}

__api_domains!(declare_section);
