//! DNS zones and their records.

use std::net::Ipv4Addr;

use super::{Behaviour, Call};
use crate::catalogue::record;
use crate::value::{Row, Val};

pub(super) const TABLE: &[(&str, Behaviour)] = &[
    ("api_get_dns_domain", |call| {
        let zone = call.state.zone(call.int("domain_id"));
        zone.map_or(Val::EMPTY, |zone| zone.clone().into())
    }),
    ("api_get_dns_records", records),
    ("api_add_dns_domain", add_zone),
    ("api_add_dns_record", add_record),
    ("api_update_dns_record", update_record),
    ("api_delete_dns_record", delete_record),
    ("api_delete_dns_domain", delete_zone),
];

fn records(call: &mut Call<'_>) -> Val {
    let zone = call.int("domain_id");
    let records = call.state.records.iter();
    records
        .filter(|record| record.int("domain_id") == zone)
        .cloned()
        .collect::<Vec<Row>>()
        .into()
}

fn add_zone(call: &mut Call<'_>) -> Val {
    let domain = call.text("domain");
    let domain = domain.trim().trim_end_matches('.').to_lowercase();
    let ip = call.text("ip");
    if !domain.contains('.') || domain.contains(char::is_whitespace) {
        return call.error("Invalid Domain Name");
    }
    if ip.parse::<Ipv4Addr>().is_err() {
        return call.error("Invalid IP Address");
    }
    if call
        .state
        .zones
        .iter()
        .any(|zone| zone.text("name") == domain)
    {
        return call.error(
            "That Domain Is Already Setup On Our Servers, Try Another Or Contact \
             john@interserver.net",
        );
    }
    call.state.last_zone += 1;
    let id = call.state.last_zone;
    let zone = Row::blank(record("sql_row_dns_domains"))
        .with("id", id)
        .with("name", domain.clone())
        .with("type", "NATIVE")
        .with("notified_serial", -1)
        .with("account", "");
    call.state.zones.push(zone);
    let soa = format!("ns1.example.net. hostmaster.{domain}. 1 10800 3600 604800 3600");
    let www = format!("www.{domain}");
    for (name, kind, content) in [
        (&domain, "SOA", soa.as_str()),
        (&domain, "NS", "ns1.example.net"),
        (&domain, "NS", "ns2.example.net"),
        (&domain, "A", &ip),
        (&www, "A", &ip),
    ] {
        add(call, id, |row| {
            row.set("name", name.as_str())
                .set("type", kind)
                .set("content", content)
                .set("ttl", 86_400)
                .set("prio", 0);
        });
    }
    call.ok("Domain added")
}

fn add(call: &mut Call<'_>, zone: i64, fill: impl FnOnce(&mut Row)) -> i64 {
    call.state.last_record += 1;
    let id = call.state.last_record;
    let mut row = Row::blank(record("sql_row_dns_records"))
        .with("id", id)
        .with("domain_id", zone)
        .with("disabled", 0)
        .with("ordername", "")
        .with("auth", 1);
    fill(&mut row);
    call.state.records.push(row);
    id
}

/// The fields that a caller gives a record. `None` if they make none.
fn draft(call: &Call<'_>) -> Option<impl FnOnce(&mut Row) + use<>> {
    let (name, content) = (call.text("name"), call.text("content"));
    let kind = call.text("type").to_uppercase();
    let (ttl, prio) = (call.int("ttl"), call.int("prio"));
    let good = !name.trim().is_empty() && !content.trim().is_empty() && !kind.is_empty();
    good.then_some(move |row: &mut Row| {
        row.set("name", name)
            .set("type", kind)
            .set("content", content)
            .set("ttl", ttl)
            .set("prio", prio);
    })
}

fn add_record(call: &mut Call<'_>) -> Val {
    let zone = call.int("domain_id");
    match draft(call) {
        Some(fill) if call.state.zone(zone).is_some() => add(call, zone, fill).into(),
        _ => 0.into(),
    }
}

fn update_record(call: &mut Call<'_>) -> Val {
    let (zone, id) = (call.int("domain_id"), call.int("record_id"));
    let draft = draft(call);
    let mut records = call.state.records.iter_mut();
    let record = records.find(|row| row.int("id") == id && row.int("domain_id") == zone);
    match (record, draft) {
        (Some(record), Some(fill)) => {
            fill(record);
            true.into()
        }
        _ => false.into(),
    }
}

fn delete_record(call: &mut Call<'_>) -> Val {
    let (zone, id) = (call.int("domain_id"), call.int("record_id"));
    let before = call.state.records.len();
    call.state
        .records
        .retain(|row| row.int("id") != id || row.int("domain_id") != zone);
    (call.state.records.len() < before).into()
}

fn delete_zone(call: &mut Call<'_>) -> Val {
    let id = call.int("domain_id");
    let before = call.state.zones.len();
    call.state.zones.retain(|zone| zone.int("id") != id);
    call.state.records.retain(|row| row.int("domain_id") != id);
    (call.state.zones.len() < before).into()
}
