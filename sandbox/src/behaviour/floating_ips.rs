//! Moving floating IPs.

use std::net::IpAddr;

use super::{Behaviour, Call};
use crate::value::Val;

pub(super) const TABLE: &[(&str, Behaviour)] = &[("api_change_floating_ips_ip", change_target)];

fn change_target(call: &mut Call<'_>) -> Val {
    let (id, ip) = (call.int("id"), call.text("ip"));
    let row = call.state.modules.active_mut("floating_ips", id);
    match row {
        Some(row) if ip.parse::<IpAddr>().is_ok() => {
            row.set("floating_ip_target_ip", ip);
            true.into()
        }
        _ => false.into(),
    }
}
