//! What an argument of an example may be: values that the account holds, then what its rule and
//! its name suggest. Which of them does is found by trying.

use interserver::Value;
use interserver::meta::{self, Operation, Param, ScalarType, WireType};
use interserver_sandbox::{PASSWORD, USERNAME};

use crate::pool::Pool;

/// What a DNS record's content and other texts that name no check most often are.
const ADDRESS: &str = "203.0.113.9";

/// The values worth trying, the likeliest first.
pub(crate) fn candidates(
    operation: &Operation,
    param: &Param,
    scalar: ScalarType,
    pool: &Pool,
) -> Vec<Value> {
    let mut found = Vec::new();
    let mut add = |value: Value| {
        let passes = param.check.is_none_or(|check| check.accepts(&value));
        if passes && fits(&value, scalar.wire) && !found.contains(&value) {
            found.push(value);
        }
    };
    if let Some(words) = scalar.words {
        // Most people's servers are VPSs.
        let (most, others): (Vec<_>, Vec<_>) =
            words.words.iter().partition(|word| word.wire == "vps");
        most.into_iter()
            .chain(others)
            .for_each(|word| add(word.wire.into()));
        return found;
    }
    if scalar.wire == WireType::Float {
        add("10.50".into());
    }
    if let Some(text) = by_name(param.name) {
        add(text.into());
        if scalar.secret {
            return found;
        }
    }
    let sample = param.check.map_or(ADDRESS, |check| check.example);
    if param.docs.contains("address") {
        // `NOT_EMPTY` has a sentence for an example.
        add(ADDRESS.into());
        add(sample.into());
    }
    if param.name == "content" {
        add("Thank you, it works again.".into());
    }
    if let Some((record, field)) = reference(param.docs) {
        pool.of(record, field).cloned().for_each(&mut add);
    }
    for record in records_of(operation) {
        pool.of(record, param.name).cloned().for_each(&mut add);
    }
    match scalar.wire {
        WireType::Int => (1..=3).for_each(|number| add(i64::from(number).into())),
        WireType::Boolean => add(true.into()),
        WireType::Float => {}
        _ => {
            add("example.com".into());
            add(sample.into());
        }
    }
    // In the end, whatever else the service's records hold.
    for record in records_of(operation) {
        pool.in_record(record).cloned().for_each(&mut add);
    }
    found
}

/// The field that documentation names, as in "Number of the location (`VpsLocation::id`)".
fn reference(docs: &str) -> Option<(&str, &str)> {
    let (_, reference) = docs.split_once("(`")?;
    let (reference, _) = reference.split_once("`)")?;
    reference.split_once("::")
}

/// The records of an operation's service: those that share a word with its name first, as
/// `VpsBackup` does with `delete_backup`, then that of the module.
fn records_of(operation: &Operation) -> impl Iterator<Item = &'static str> {
    let service = meta::services()
        .iter()
        .find(|service| service.name == operation.service);
    let records = service.into_iter().flat_map(|service| {
        let own = service.records.iter().copied();
        service.module.into_iter().chain(own)
    });
    let (alike, others): (Vec<_>, Vec<_>) = records.partition(|record| {
        let mut words = operation.name.split('_');
        words.any(|word| record.name.to_lowercase().contains(word))
    });
    alike.into_iter().chain(others).map(|record| record.name)
}

/// Free texts, which no rule describes and no account holds.
fn by_name(name: &str) -> Option<&'static str> {
    Some(match name {
        "username" => USERNAME,
        "password" => PASSWORD,
        "root_password" => "aB3$efgh",
        "template_file" => "ubuntu12",
        "template_os" => "ubuntu",
        "hostname" => "web9.example.com",
        "domain" => "shop.example",
        "subject" => "Disk of web1",
        "body" => "Please look at the disk of web1.",
        "text" => "Hello",
        _ => return None,
    })
}

fn fits(value: &Value, wire: WireType) -> bool {
    match wire {
        WireType::Int => value.as_i64().is_some(),
        WireType::Boolean => value.as_bool().is_some(),
        _ => value.as_str().is_some(),
    }
}
