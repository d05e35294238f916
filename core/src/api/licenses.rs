//! Software licenses, each tied to an IP address: order, move and cancel.

#[allow(unused_imports)]
use super::all::*;
use crate::{DateTime, Decimal, Extra};

#[doc(hidden)]
#[macro_export]
macro_rules! __api_licenses {
    ($($visit:tt)*) => {
        $crate::__section! { [$($visit)*]
            /// Software licenses, each tied to an IP address: list, order, move, cancel.
            service licenses "Licenses" LicensesService
            module License []
            enums {}
            records {
                /// A software license for one IP address.
                License "sql_row_licenses" "license_" {
                    /// Order number of the service.
                    id: i64,
                    /// Number of its type (`LicenseType::id`).
                    service_type("license_type"): Option<i64>,
                    /// Currency of its price, such as `USD`.
                    currency: Option<String> [live],
                    /// When it was ordered, in the server's own time.
                    order_date: Option<DateTime> [live],
                    /// Number of the customer who owns it.
                    custid: Option<i64>,
                    /// Address that it is for.
                    ip: Option<String>,
                    /// Where the order stands in billing.
                    status: Option<ServiceStatus>,
                    /// Host name of the machine that it is for.
                    hostname: Option<String>,
                    /// Key of the license, if it has one.
                    key: Option<String> [live],
                    /// Number of its first or latest invoice.
                    invoice: Option<i64>,
                    /// Number of the coupon that it was bought with; 0 for none.
                    coupon: Option<i64>,
                    /// The module's own data about it.
                    extra: Option<Extra>,
                    /// Price of a billing period.
                    cost: Option<Decimal> [documented],
                }

                /// A kind of license that can be ordered, with its price.
                LicenseType "license_type" "services_" {
                    /// Number of the type, for orders.
                    id: i64,
                    /// Name for people, such as `Softaculous VPS`.
                    name: Option<String>,
                    /// Monthly price, in US dollars.
                    cost: Option<Decimal>,
                }

                /// A license order that was placed.
                LicensePurchase "buy_license_return" "" {
                    /// `ok`.
                    status: Option<String>,
                    /// What the server says about it.
                    status_text: Option<String>,
                    /// Number of the invoice that is to be paid.
                    invoice: Option<i64>,
                    /// Price of the first billing period.
                    cost: Option<Decimal>,
                }
            }
            inputs {
                /// An order for a license.
                LicenseOrder {
                    /// Address that the license is for.
                    ip: String where IP,
                    /// Number of the type (`LicenseType::id`).
                    license_type("type"): i64,
                    /// Coupon code, if there is one.
                    coupon: Option<String>,
                }
            }
            operations {
                /// Lists the kinds of license that can be ordered, with their prices.
                read [public, wire = "license_types"] types() -> Vec<LicenseType>
                    = "api_get_license_types";

                /// Places an order and gives the invoice that is to be paid.
                ///
                /// It is sent once and never again. If the outcome is unknown, look whether `list`
                /// has a license for the address. Fails with `Api` if the order is not taken.
                purchase buy(
                    /// The order to place.
                    order: LicenseOrder,
                ) -> LicensePurchase = "api_buy_license";

                /// Places an order and pays it from the module's prepays.
                ///
                /// It is sent once and never again. If the outcome is unknown, look whether `list`
                /// has a license for the address. Fails with `Api` if the order is not taken.
                purchase [newer] buy_with_prepay(
                    /// The order to place.
                    order: LicenseOrder,
                    /// Whether to pay from prepays; without it this is `buy`.
                    use_prepay: bool = true,
                ) -> LicensePurchase = "api_buy_license_prepay";

                /// Cancels the license that an address has of a type.
                ///
                /// This ends the service; there is no operation that takes it back. Fails with
                /// `Api` if the account has no such license.
                destroy [wire = "cancel_license_ip_return"] cancel_by_ip(
                    /// Address that the license is for.
                    ip: String where IP,
                    /// Number of the type (`LicenseType::id`).
                    license_type("type"): i64,
                ) -> Accepted = "api_cancel_license_ip";

                /// Cancels a license as `cancel` does, and says why if it cannot.
                ///
                /// This ends the service; there is no operation that takes it back. Fails with
                /// `Api` if the account has no such license.
                destroy [wire = "cancel_license_return"] cancel_license(
                    /// Order number of the license.
                    id: i64,
                ) -> Accepted = "api_cancel_license";

                /// Moves an active license from one address to another.
                ///
                /// Fails with `Api` if the old address has no license or several: then
                /// `change_ip_by_id` says which.
                write [wire = "change_license_ip_return"] change_ip(
                    /// Address that the license is for now.
                    old_ip("oldip"): String where IP,
                    /// Address that it shall be for.
                    new_ip("newip"): String where IP,
                ) -> Accepted = "api_change_license_ip";

                /// Moves an active license to another address.
                ///
                /// Fails with `Api` if the account has no such license.
                write [wire = "change_license_ip_by_id_return"] change_ip_by_id(
                    /// Order number of the license.
                    id: i64,
                    /// Address that it shall be for.
                    new_ip("newip"): String where IP,
                ) -> Accepted = "api_change_license_ip_by_id";
            }
        }
    };
}

__api_licenses!(declare_section);
