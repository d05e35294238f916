//! Login and look-ups.

use std::net::IpAddr;

use super::{Behaviour, Call, pixels};
use crate::value::Val;
use crate::{API_KEY, PASSWORD, USERNAME};

pub(super) const TABLE: &[(&str, Behaviour)] = &[
    ("api_login", login),
    ("api_get_ima", |_| "client".into()),
    ("get_locked_ips", |call| {
        call.state.catalogue.locked_ips.clone().into()
    }),
    ("get_hostname", hostname),
    ("strPixels", |call| {
        pixels::width(&call.text("string")).into()
    }),
    ("get_modules", |call| {
        call.state.catalogue.modules.clone().into()
    }),
];

/// A session id, or an empty text for whoever is not known.
fn login(call: &mut Call<'_>) -> Val {
    let (name, password) = (call.text("username"), call.text("password"));
    let known = name.eq_ignore_ascii_case(USERNAME) && [PASSWORD, API_KEY].contains(&&*password);
    if !known {
        return "".into();
    }
    let state = &mut *call.state;
    state.sessions.begin(state.clock, &mut state.dice).into()
}

/// The name that a service has at an address; an address without one is its own name.
fn hostname(call: &mut Call<'_>) -> Val {
    let text = call.text("ip");
    let Ok(address) = text.parse::<IpAddr>() else {
        return "".into();
    };
    let is_at = |ip: &str| ip.parse() == Ok(address);
    let services = call.state.modules.iter().flat_map(|module| &module.rows);
    for service in services {
        let at = ["ip", "ipv6"]
            .iter()
            .any(|name| is_at(service.text_named(name)));
        let name = service.text_named("hostname");
        if at && !name.is_empty() {
            return name.into();
        }
    }
    let mut records = call.state.records.iter();
    records
        .find(|record| is_at(record.text("content")))
        .map_or(text, |record| record.text("name").to_owned())
        .into()
}
