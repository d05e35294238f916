//! [`Billing`]: invoices, the payments on them, and money paid ahead.

use rust_decimal::Decimal;

use super::CUSTOMER;
use super::time::Clock;
use crate::catalogue::record;
use crate::value::Row;

/// `invoices_type` of a charge and of a payment from a prepay.
const CHARGE: i64 = 1;
const PAYMENT: i64 = 12;

/// The account's money.
#[derive(Clone, Debug, Default)]
pub(crate) struct Billing {
    /// Charges and the payments on them, oldest first.
    pub(crate) invoices: Vec<Row>,
    pub(crate) prepays: Vec<Row>,
}

/// What is charged.
pub(crate) struct Charge<'a> {
    pub(crate) module: &'a str,
    pub(crate) service: i64,
    pub(crate) description: String,
    pub(crate) amount: Decimal,
    /// The invoice that this one repeats; 0 for none.
    pub(crate) repeats: i64,
    pub(crate) date: String,
    pub(crate) due: String,
}

/// Why an invoice cannot be paid.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Unpayable {
    /// There is no such charge in the module.
    Unknown,
    AlreadyPaid,
    InsufficientFunds {
        wanted: Decimal,
        left: Decimal,
    },
}

impl Billing {
    /// Adds an unpaid invoice and gives its number.
    pub(crate) fn charge(&mut self, charge: Charge<'_>) -> i64 {
        let id = self.next_invoice();
        let row = Row::blank(record("sql_row_invoices"))
            .with("invoices_id", id)
            .with("invoices_description", charge.description)
            .with("invoices_amount", charge.amount)
            .with("invoices_custid", CUSTOMER)
            .with("invoices_type", CHARGE)
            .with("invoices_date", charge.date)
            .with("invoices_group", 0)
            .with("invoices_extra", charge.repeats)
            .with("invoices_paid", 0)
            .with("invoices_module", charge.module)
            .with("invoices_due_date", charge.due)
            .with("invoices_service", charge.service)
            .with("invoices_deleted", 0)
            .with("invoices_currency", "USD");
        self.invoices.push(row);
        id
    }

    /// Marks an invoice paid and notes the payment.
    pub(crate) fn settle(&mut self, id: i64, date: &str) {
        let next = self.next_invoice();
        let Some(charge) = self
            .invoices
            .iter_mut()
            .find(|invoice| invoice.int("invoices_id") == id)
        else {
            return;
        };
        charge.set("invoices_paid", 1);
        let description = format!("Payment on {}", charge.text("invoices_description"));
        let payment = charge
            .clone()
            .with("invoices_id", next)
            .with("invoices_description", description)
            .with("invoices_type", PAYMENT)
            .with("invoices_date", date)
            .with("invoices_extra", id);
        self.invoices.push(payment);
    }

    /// Pays an invoice from the prepays of its module, and gives the number of its service.
    pub(crate) fn pay(&mut self, module: &str, id: i64, clock: Clock) -> Result<i64, Unpayable> {
        let charge = self
            .of_module(module)
            .find(|invoice| invoice.int("invoices_id") == id && is_charge(invoice))
            .ok_or(Unpayable::Unknown)?;
        if charge.int("invoices_paid") == 1 {
            return Err(Unpayable::AlreadyPaid);
        }
        let (wanted, service) = (
            charge.amount("invoices_amount"),
            charge.int("invoices_service"),
        );
        let left = self.remaining(module);
        if left < wanted {
            return Err(Unpayable::InsufficientFunds { wanted, left });
        }
        let mut open = wanted;
        for prepay in &mut self.prepays {
            if prepay.text("prepay_module") == module {
                let remaining = prepay.amount("prepay_remaining");
                let taken = remaining.min(open);
                open -= taken;
                prepay.set("prepay_remaining", remaining - taken);
            }
        }
        self.settle(id, &clock.date());
        Ok(service)
    }

    /// What is left in the prepays of a module.
    pub(crate) fn remaining(&self, module: &str) -> Decimal {
        self.prepays
            .iter()
            .filter(|prepay| prepay.text("prepay_module") == module)
            .map(|prepay| prepay.amount("prepay_remaining"))
            .sum()
    }

    /// Adds a prepay and gives its number.
    pub(crate) fn add_prepay(&mut self, prepay: &NewPrepay<'_>) -> i64 {
        let id = 1 + self
            .prepays
            .iter()
            .map(|prepay| prepay.int("prepay_id"))
            .max()
            .unwrap_or(1000);
        let row = Row::blank(record("prepays_list"))
            .with("prepay_id", id)
            .with("prepay_type", -1)
            .with("prepay_status", "")
            .with("prepay_date", prepay.date)
            .with("prepay_created", prepay.date)
            .with("prepay_amount", prepay.amount)
            .with("prepay_remaining", prepay.remaining)
            .with("prepay_service", 0)
            .with("prepay_automatic_use", i64::from(prepay.automatic_use))
            .with("prepay_module", prepay.module);
        self.prepays.push(row);
        id
    }

    /// The invoices of a module, payments included.
    pub(crate) fn of_module(&self, module: &str) -> impl Iterator<Item = &Row> {
        self.invoices
            .iter()
            .filter(move |invoice| invoice.text("invoices_module") == module)
    }

    fn next_invoice(&self) -> i64 {
        let last = self.invoices.last();
        1 + last.map_or(2_500_000, |invoice| invoice.int("invoices_id"))
    }
}

/// A prepay to be added.
pub(crate) struct NewPrepay<'a> {
    pub(crate) module: &'a str,
    pub(crate) amount: Decimal,
    pub(crate) remaining: Decimal,
    pub(crate) automatic_use: bool,
    pub(crate) date: &'a str,
}

/// Whether an invoice is a charge rather than a payment.
pub(crate) fn is_charge(invoice: &Row) -> bool {
    invoice.int("invoices_type") == CHARGE
}

/// Whether an invoice waits to be paid.
pub(crate) fn is_unpaid(invoice: &Row) -> bool {
    is_charge(invoice) && invoice.int("invoices_paid") == 0 && invoice.int("invoices_deleted") == 0
}
