//! Licenses: order, move, cancel.

use std::net::IpAddr;

use super::order::{self, Coupon};
use super::{Behaviour, Call, billing, module};
use crate::state::modules::is_active;
use crate::value::{Row, Val};

pub(super) const TABLE: &[(&str, Behaviour)] = &[
    ("api_get_license_types", |call| {
        call.state.catalogue.license_types.clone().into()
    }),
    ("api_buy_license", |call| buy(call, false)),
    ("api_buy_license_prepay", |call| {
        let use_prepay = call.truth("use_prepay");
        buy(call, use_prepay)
    }),
    ("api_cancel_license_ip", cancel_by_ip),
    ("api_cancel_license", cancel),
    ("api_change_license_ip", change_ip),
    ("api_change_license_ip_by_id", change_ip_by_id),
];

const MODULE: &str = "licenses";

fn buy(call: &mut Call<'_>, use_prepay: bool) -> Val {
    let (ip, license_type) = (call.text("ip"), call.int("type"));
    if ip.parse::<IpAddr>().is_err() {
        return call.error("Invalid License IP");
    }
    let Some(package) = call.state.catalogue.license_type(license_type) else {
        return call.error("Invalid License Type");
    };
    let (name, price) = (
        package.text("services_name").to_owned(),
        package.amount("services_cost"),
    );
    let coupon = match Coupon::find(&call.text("coupon")) {
        Ok(coupon) => coupon,
        Err(why) => return call.error(why),
    };
    let taken = call.state.modules.rows(MODULE).iter().any(|row| {
        row.text("license_ip") == ip
            && row.int("license_type") == license_type
            && row.text("license_status") != "canceled"
    });
    if taken {
        return call.error("That IP already has a license of this type");
    }
    let cost = coupon.off(price);
    if use_prepay && call.state.billing.remaining(MODULE) < cost {
        return call.error("Insufficient prepay funds");
    }
    let Some(module) = call.state.modules.get(MODULE) else {
        return call.error("Invalid Module");
    };
    let (id, mut row) = (module.next_id(), module.blank());
    let invoice = order::invoice(call, MODULE, id, name, cost);
    row.set("license_id", id)
        .set("license_type", license_type)
        .set("license_order_date", call.state.clock.date())
        .set("license_ip", ip)
        .set("license_status", "pending")
        .set("license_hostname", "")
        .set("license_key", "")
        .set("license_invoice", invoice)
        .set("license_coupon", coupon.id);
    if let Some(module) = call.state.modules.get_mut(MODULE) {
        module.rows.push(row);
    }
    if use_prepay && let Err(why) = billing::settle(call, MODULE, invoice) {
        return call.error(why);
    }
    call.reply("ok", "Order Completed Successfully.")
        .with("invoice", invoice)
        .with("cost", cost)
        .into()
}

fn cancel_by_ip(call: &mut Call<'_>) -> Val {
    let (ip, license_type) = (call.text("ip"), call.int("type"));
    let found = call.state.modules.rows(MODULE).iter().find(|row| {
        row.text("license_ip") == ip
            && row.int("license_type") == license_type
            && row.text("license_status") != "canceled"
    });
    match found.map(|row| row.int("license_id")) {
        Some(id) if module::end(call, MODULE, id) => call.ok("License Canceled"),
        _ => call.error("Invalid License IP/Type"),
    }
}

fn cancel(call: &mut Call<'_>) -> Val {
    let id = call.int("id");
    if module::end(call, MODULE, id) {
        call.ok("License Canceled")
    } else {
        call.error("Invalid License ID")
    }
}

fn change_ip(call: &mut Call<'_>) -> Val {
    let (old, new) = (call.text("oldip"), call.text("newip"));
    let is_meant = |row: &&Row| row.text("license_ip") == old && is_active(row);
    let ids: Vec<i64> = call
        .state
        .modules
        .rows(MODULE)
        .iter()
        .filter(is_meant)
        .map(|row| row.int("license_id"))
        .collect();
    match ids[..] {
        [] => call.error("No license found"),
        [id] => move_to(call, id, &new),
        _ => call.error(
            "Multiple Licenses On This IP.  Use the website or contact support@interserver.net.",
        ),
    }
}

fn change_ip_by_id(call: &mut Call<'_>) -> Val {
    let (id, new) = (call.int("id"), call.text("newip"));
    move_to(call, id, &new)
}

fn move_to(call: &mut Call<'_>, id: i64, ip: &str) -> Val {
    if ip.parse::<IpAddr>().is_err() {
        return call.error("Invalid License IP");
    }
    match call.state.modules.active_mut(MODULE, id) {
        Some(row) => {
            row.set("license_ip", ip);
            call.ok("License IP Changed")
        }
        None => call.error("No license found"),
    }
}
