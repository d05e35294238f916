//! Payments and prepays.

use rust_decimal::Decimal;

use super::{Behaviour, Call, order};
use crate::state::billing::{NewPrepay, Unpayable, is_charge};
use crate::value::Val;

pub(super) const TABLE: &[(&str, Behaviour)] = &[
    ("api_make_payment", pay),
    ("api_get_prepay_remaining", remaining),
    ("api_add_prepay", add_prepay),
    ("api_get_prepay_list", |call| {
        call.state.billing.prepays.clone().into()
    }),
    ("api_get_prepay_paypal_fill_url", prepay_url),
    ("api_get_paypal_url", invoice_link),
];

fn pay(call: &mut Call<'_>) -> Val {
    let (module, invoice) = (call.text("module"), call.int("invoice"));
    match settle(call, &module, invoice) {
        Ok(()) => call.ok("Payment Successful"),
        Err(why) => call.error(why),
    }
}

/// Pays an invoice from its module's prepays; a pending service comes to life.
pub(super) fn settle(call: &mut Call<'_>, module: &str, invoice: i64) -> Result<(), String> {
    let clock = call.state.clock;
    match call.state.billing.pay(module, invoice, clock) {
        Ok(service) => {
            order::activate(call.state, module, service);
            Ok(())
        }
        Err(Unpayable::Unknown) => {
            Err("Invalid Invoice Number Passed or missing Module information.".to_owned())
        }
        Err(Unpayable::AlreadyPaid) => Err(format!("Invoice {invoice} is already paid.")),
        Err(Unpayable::InsufficientFunds { wanted, left }) => Err(format!(
            "Insufficient prepay funds: the invoice is {wanted:.2}, the {module} prepays have \
             {left:.2}."
        )),
    }
}

fn remaining(call: &mut Call<'_>) -> Val {
    let module = call.text("module");
    if call.state.modules.get(&module).is_none() {
        return call.error("Invalid Module");
    }
    let left = call.state.billing.remaining(&module);
    call.ok(format!("{left:.2}"))
}

/// No money moves: what is added is empty until somebody fills it.
fn add_prepay(call: &mut Call<'_>) -> Val {
    let (module, amount) = (call.text("module"), call.amount("amount"));
    let (Some(amount), Some(_)) = (amount, call.state.modules.get(&module)) else {
        return 0.into();
    };
    let date = call.state.clock.date();
    let prepay = NewPrepay {
        module: &module,
        amount,
        remaining: Decimal::ZERO,
        automatic_use: call.truth("automatic_use"),
        date: &date,
    };
    call.state.billing.add_prepay(&prepay).into()
}

fn prepay_url(call: &mut Call<'_>) -> Val {
    let (module, id) = (call.text("module"), call.int("prepay_id"));
    let known = call
        .state
        .billing
        .prepays
        .iter()
        .any(|prepay| prepay.int("prepay_id") == id && prepay.text("prepay_module") == module);
    match call.amount("amount") {
        Some(amount) if known => paypal(
            &format!("Fill {module} PrePay {id}"),
            &format!("PREPAY{module}{id}"),
            amount,
        )
        .into(),
        _ => "".into(),
    }
}

fn invoice_link(call: &mut Call<'_>) -> Val {
    let (module, id) = (call.text("module"), call.int("invoice"));
    let invoice = call
        .state
        .billing
        .of_module(&module)
        .find(|invoice| invoice.int("invoices_id") == id && is_charge(invoice));
    invoice
        .map_or_else(String::new, |invoice| {
            let url = paypal(
                invoice.text("invoices_description"),
                &format!("INV{module}{id}"),
                invoice.amount("invoices_amount"),
            );
            format!("<a href=\"{url}\" target=_blank>Click Here to make a PayPal payment</a>")
        })
        .into()
}

/// An address of PayPal's that nobody is paid at.
fn paypal(item: &str, custom: &str, amount: Decimal) -> String {
    let mut name = String::new();
    for byte in item.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' => {
                name.push(char::from(byte))
            }
            b' ' => name.push('+'),
            _ => name.push_str(&format!("%{byte:02X}")),
        }
    }
    format!(
        "https://www.paypal.com/cgi-bin/webscr?cmd=_xclick&business=sandbox@example.com\
         &item_name={name}&custom={custom}&amount={amount:.2}&no_shipping=0&no_note=1\
         &currency_code=USD&lc=US&bn=PP%2dBuyNowBF&charset=UTF%2d8"
    )
}
