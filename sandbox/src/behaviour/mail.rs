//! Mail services, and the mails that go through them.

use rust_decimal::Decimal;

use super::order::{self, Coupon};
use super::{Behaviour, Call, panel};
use crate::state::Mail;
use crate::state::modules::{Module, is_active};
use crate::value::Val;

pub(super) const TABLE: &[(&str, Behaviour)] = &[
    ("api_api_auto_zonemta_login", |call| {
        panel::link(call, "mail", None, "mail.example.com")
    }),
    ("api_send_mail", send),
    ("api_api_buy_mail", buy),
];

/// Number of the only package there is.
const PACKAGE: i64 = 10_880;

fn send(call: &mut Call<'_>) -> Val {
    let mail = Mail {
        subject: call.text("subject"),
        body: call.text("body"),
        to: call.text("to"),
        from: call.text("from"),
        date: call.state.clock.date(),
    };
    if !call.state.modules.rows("mail").iter().any(is_active) {
        return call.error("You have no active mail service");
    }
    let is_address = |text: &str| {
        text.rsplit_once('@').is_some_and(|(user, host)| {
            !user.is_empty() && !host.is_empty() && !text.contains(char::is_whitespace)
        })
    };
    if !is_address(&mail.to) || !is_address(&mail.from) {
        return call.error("Invalid Email Address");
    }
    call.state.mails.push(mail);
    call.ok("Mail sent")
}

fn buy(call: &mut Call<'_>) -> Val {
    let coupon = match Coupon::find(&call.text("coupon")) {
        Ok(coupon) => coupon,
        Err(why) => return call.error(why),
    };
    let Some(module) = call.state.modules.get("mail") else {
        return call.error("Invalid Module");
    };
    let (id, mut row) = (module.next_id(), module.blank());
    let cost = coupon.off(Decimal::ONE);
    row.set("mail_id", id)
        .set("mail_username", format!("mb{id}"))
        .set("mail_type", PACKAGE)
        .set("mail_order_date", call.state.clock.date())
        .set("mail_quota", 0)
        .set("mail_ip", "")
        .set("mail_status", "pending")
        .set("mail_coupon", coupon.id);
    let description = format!("Mail {}", Module::label(&row));
    let invoice = order::invoice(call, "mail", id, description, cost);
    row.set("mail_invoice", invoice);
    if let Some(module) = call.state.modules.get_mut("mail") {
        module.rows.push(row);
    }
    call.reply("ok", "")
        .with("invoices", invoice.to_string())
        .with("cost", cost)
        .into()
}
