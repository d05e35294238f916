//! Money: invoices, payments and prepays.

#[allow(unused_imports)]
use super::all::*;
use crate::{DateTime, Decimal};

#[doc(hidden)]
#[macro_export]
macro_rules! __api_billing {
    ($($visit:tt)*) => {
        $crate::__section! { [$($visit)*]
            /// Payments and prepays; each module lists its own invoices.
            service billing "Billing" BillingService
            enums {}
            records {
                /// An invoice, or a payment on one.
                Invoice "sql_row_invoices" "invoices_" {
                    /// Number of the invoice.
                    id: i64,
                    /// What it is for.
                    description: Option<String>,
                    /// Amount, in `currency`.
                    amount: Option<Decimal>,
                    /// Number of the customer who gets it.
                    custid: Option<i64>,
                    /// 1 for a charge, 10 and above for the kinds of payment.
                    invoice_type("invoices_type"): Option<i64>,
                    /// When it was made, in the server's own time.
                    date: Option<DateTime>,
                    /// Billing group; not in use.
                    group: Option<i64>,
                    /// Number of another invoice: for a charge the repeat invoice that it comes
                    /// from, for a payment the charge that it pays.
                    extra: Option<i64>,
                    /// Whether it is paid.
                    paid: Option<bool>,
                    /// Module that it is for.
                    module: Option<Module>,
                    /// When it is due, in the server's own time.
                    due_date: Option<DateTime>,
                    /// Order number of the service that it is for; documented for VPS, webhosting
                    /// and quickservers only.
                    service: Option<i64>,
                    /// Whether it was deleted.
                    deleted: Option<bool> [live],
                    /// Currency of the amount, such as `USD`.
                    currency: Option<String> [live],
                }

                /// Money paid ahead for one module.
                Prepay "prepays_list" "prepay_" {
                    /// Number of the prepay.
                    id: i64,
                    /// Kind of prepay; -1 in every example.
                    prepay_type("prepay_type"): Option<i64>,
                    /// State of the prepay; empty in every example.
                    status: Option<String>,
                    /// Date that it carries, in the server's own time.
                    date: Option<DateTime>,
                    /// When it was made, in the server's own time.
                    created: Option<DateTime>,
                    /// Amount that it was made for, in US dollars.
                    amount: Option<Decimal>,
                    /// Amount that is left, in US dollars; 0 until it is filled.
                    remaining: Option<Decimal>,
                    /// Order number of the service that it is kept for; 0 for none.
                    service: Option<i64>,
                    /// Whether invoices are paid from it without being asked.
                    automatic_use: Option<bool>,
                    /// Module that it can pay for.
                    module: Option<Module>,
                }

                /// The prepaid money that a module has left.
                PrepayBalance "result_status" "" {
                    /// `ok`.
                    status: Option<String>,
                    /// Amount that is left, in US dollars.
                    amount("status_text"): Option<Decimal> [string],
                }
            }
            inputs {}
            operations {
                /// Pays an invoice.
                ///
                /// It is sent once and never again. If the outcome is unknown, look whether the
                /// module's `unpaid_invoices` still has the invoice. Fails with `Api` if there is
                /// no such invoice in the module or it cannot be paid. What it is paid from is not
                /// documented.
                purchase [wire = "make_payment_return"] pay(
                    /// Module of the invoice.
                    module: Module,
                    /// Number of the invoice (`Invoice::id`).
                    invoice: i64,
                ) -> Accepted = "api_make_payment";

                /// Gives the prepaid money that a module has left.
                read prepay_remaining(
                    /// Module to look at.
                    module: Module,
                ) -> PrepayBalance = "api_get_prepay_remaining";

                /// Adds a prepay and gives its number.
                ///
                /// No money moves: `prepay_paypal_url` gives a link to fill it. Fails with
                /// `Refused` if the server does not add it.
                write [creates] add_prepay(
                    /// Module that it can pay for.
                    module: Module,
                    /// Amount in US dollars.
                    amount: Decimal where AMOUNT,
                    /// Whether invoices are to be paid from it without being asked.
                    automatic_use: bool = false,
                ) -> i64 = "api_add_prepay";

                /// Lists the prepays of all modules, empty ones included.
                read prepays() -> Vec<Prepay> = "api_get_prepay_list";

                /// Gives a PayPal address where a prepay can be filled.
                ///
                /// Nothing is paid until somebody opens it and pays there. Fails with `NotFound` if
                /// the server gives none.
                read prepay_paypal_url(
                    /// Module of the prepay.
                    module: Module,
                    /// Number of the prepay (`Prepay::id`).
                    prepay_id: i64,
                    /// Amount to pay, in US dollars.
                    amount: Decimal where AMOUNT,
                ) -> String = "api_get_prepay_paypal_fill_url";

                /// Gives a PayPal link for an invoice.
                ///
                /// It is an HTML link rather than a bare address. The live service does not have
                /// this function any more and answers with a fault.
                read [public] paypal_url(
                    /// Module of the invoice.
                    module: Module,
                    /// Number of the invoice (`Invoice::id`).
                    invoice: i64,
                ) -> String = "api_get_paypal_url",
                    deprecated "withdrawn from the live service in August 2026";
            }
        }
    };
}

__api_billing!(declare_section);
