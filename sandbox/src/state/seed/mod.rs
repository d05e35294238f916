//! The made-up account that every sandbox begins with.
//!
//! The JSON files hold what is particular to a service; invoices, prepays and what all services
//! have come from here. Addresses are those kept for documentation.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde_json::Value as Json;

use super::billing::{Billing, Charge, NewPrepay};
use super::dice::Dice;
use super::modules::{Module, Modules};
use super::sessions::Sessions;
use super::tickets::{Post, Ticket};
use super::time::{Clock, Queue, START};
use super::{FULL_NAME, State};
use crate::USERNAME;
use crate::catalogue::{Catalogue, record, rows};
use crate::value::{Row, Val};

/// Module, its services, and what one of them costs in cents.
const SERVICES: [(&str, &str, i64); 10] = [
    ("vps", include_str!("vps.json"), 1600),
    ("webhosting", include_str!("webhosting.json"), 500),
    ("licenses", include_str!("licenses.json"), 1095),
    ("quickservers", include_str!("quickservers.json"), 3500),
    ("domains", include_str!("domains.json"), 1195),
    ("ssl", include_str!("ssl.json"), 2495),
    ("backups", include_str!("backups.json"), 600),
    ("mail", include_str!("mail.json"), 100),
    ("floating_ips", include_str!("floating_ips.json"), 300),
    ("servers", include_str!("servers.json"), 16_900),
];

/// How much each module has paid ahead, in US dollars.
const PREPAID: i64 = 500;

pub(super) fn state(seed: u64) -> State {
    let (clock, mut dice) = (Clock(START), Dice::new(seed));
    let zones = rows(record("sql_row_dns_domains"), include_str!("zones.json"));
    let records = rows(record("sql_row_dns_records"), include_str!("records.json"));
    let last = |rows: &[Row]| rows.iter().map(|row| row.int("id")).max().unwrap_or(0);
    let mut modules = modules(&mut dice);
    let billing = billing(&mut modules, clock);
    State {
        clock,
        queue: Queue::default(),
        sessions: Sessions::default(),
        catalogue: Catalogue::get(),
        billing,
        modules,
        tickets: tickets(&mut dice, clock),
        last_zone: last(&zones),
        last_record: last(&records),
        zones,
        records,
        backups: rows(
            record("idNameSizeUrlArray"),
            include_str!("backups_of_vps.json"),
        ),
        hosts: (53..=56)
            .map(|id| (id, format!("host{id}.example.net")))
            .collect::<BTreeMap<_, _>>(),
        mails: Vec::new(),
        dice,
    }
}

fn modules(dice: &mut Dice) -> Modules {
    let mut modules = Modules::new();
    for (name, json, _) in SERVICES {
        let Some(module) = modules.get_mut(name) else {
            continue;
        };
        for row in rows(module.record, json) {
            let mut whole = module.blank();
            for field in module.record.live_fields() {
                let value = row.get(field.wire);
                if *value != Val::Null {
                    whole.set(field.wire, value.clone());
                }
            }
            if whole.has_named("mac") {
                whole.set_named("mac", dice.mac());
            }
            module.rows.push(whole);
        }
    }
    modules
}

/// For each service its first invoice, paid unless it is pending; for the first two that are
/// active a repeat invoice that is still to be paid.
fn billing(modules: &mut Modules, clock: Clock) -> Billing {
    let mut billing = Billing::default();
    for module in modules.iter_mut() {
        let (name, title) = (module.name, module.title);
        let cents = SERVICES.iter().find(|(other, ..)| *other == name);
        let amount = Decimal::new(cents.map_or(100, |(_, _, cents)| *cents), 2);
        let mut repeats = 0;
        for row in &mut module.rows {
            let service = row.int_named("id");
            let date = row.text_named("order_date").to_owned();
            let description = format!("{title} {}", Module::label(row));
            let first = billing.charge(Charge {
                module: name,
                service,
                description: description.clone(),
                amount,
                repeats: 0,
                date: date.clone(),
                due: date.clone(),
            });
            row.set_named("invoice", first);
            let status = row.text_named("status").to_owned();
            if status != "pending" {
                billing.settle(first, &date);
            }
            if status == "active" && repeats < 2 {
                repeats += 1;
                billing.charge(Charge {
                    module: name,
                    service,
                    description: format!("(Repeat Invoice: {first}) {description}"),
                    amount,
                    repeats: first,
                    date: clock.date_in(-2),
                    due: clock.date_in(7),
                });
            }
        }
        let date = clock.date_in(-30);
        let (funded, empty) = (Decimal::from(PREPAID), Decimal::ZERO);
        for (amount, remaining) in [(Decimal::from(10), empty), (funded, funded)] {
            billing.add_prepay(&NewPrepay {
                module: name,
                amount,
                remaining,
                automatic_use: remaining == empty,
                date: &date,
            });
        }
    }
    billing
}

fn tickets(dice: &mut Dice, clock: Clock) -> Vec<Ticket> {
    const SUPPORT: (&str, &str) = ("support@example.net", "Support");
    const TEXTS: [&str; 3] = [
        "Grüße,\nmy server is down & I can't reach <http://example.com/?a=1&b=2>.\n\n  indented \
         \"ok\"?",
        "We have had a look and restarted it.\nPlease tell us whether it works now.",
        "It does, thank you!",
    ];
    let seeds: Vec<Json> = serde_json::from_str(include_str!("tickets.json"))
        .expect("the data of the sandbox are JSON lists");
    let text = |seed: &Json, name: &str| seed[name].as_str().unwrap_or_default().to_owned();
    (0i64..)
        .zip(&seeds)
        .map(|(number, seed)| {
            let created = clock.seconds() - (number + 1) * 86_400;
            let count = seed["posts"].as_i64().unwrap_or(0);
            let posts: Vec<Post> = (0..count)
                .zip(TEXTS)
                .map(|(at, contents)| {
                    let (email, name) = if at == 1 {
                        SUPPORT
                    } else {
                        (USERNAME, FULL_NAME)
                    };
                    Post {
                        email: email.to_owned(),
                        full_name: name.to_owned(),
                        date: created + at * 3600,
                        contents: contents.to_owned(),
                    }
                })
                .collect();
            Ticket {
                id: 1_287_000 + i64::try_from(seeds.len()).unwrap_or(0) - number,
                reference: dice.reference(),
                subject: text(seed, "subject"),
                full_name: FULL_NAME.to_owned(),
                email: USERNAME.to_owned(),
                product: text(seed, "product"),
                status: text(seed, "status"),
                priority: text(seed, "priority"),
                created,
                last_activity: posts.last().map_or(created, |post| post.date),
                posts,
            }
        })
        .collect()
}
