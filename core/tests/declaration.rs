//! The declaration against the list of functions and types that the API publishes.

#![allow(clippy::unwrap_used, reason = "a test that cannot read its data fails")]

mod support;

use std::collections::{BTreeMap, BTreeSet};

use interserver::meta::{self, Field, Kind, Origin, WireType};
use serde_json::Value;
use support::json;

#[test]
fn every_function_is_declared_with_its_parameters_and_result() {
    let published = json("spec/operations.json");
    let published = published.as_array().unwrap();
    assert_eq!(published.len(), 102);
    for function in published {
        let name = function["name"].as_str().unwrap();
        let operation = meta::operation(name).unwrap_or_else(|| panic!("{name} is not declared"));
        let mut params: Vec<(String, String)> = Vec::new();
        if operation.session {
            params.push(("sid".into(), "xsd:string".into()));
        }
        params.extend(
            operation
                .wire_params()
                .map(|(param, scalar)| (param.wire.into(), scalar.wire.name())),
        );
        let expected: Vec<(String, String)> = function["params"]
            .as_array()
            .unwrap()
            .iter()
            .map(|param| (text(&param["name"]), text(&param["type"])))
            .collect();
        assert_eq!(params, expected, "{name}");
        assert_eq!(
            operation.wire_return(),
            text(&function["returns"]),
            "{name}"
        );
        assert_eq!(
            operation.session,
            function["needs_sid"].as_bool().unwrap(),
            "{name}"
        );
        let since = if function["in_seed"].as_bool().unwrap() {
            2015
        } else {
            2026
        };
        assert_eq!(operation.since, since, "{name}");
        assert_eq!(
            operation.deprecated.is_some(),
            !function["in_live"].as_bool().unwrap(),
            "{name}"
        );
    }
}

#[test]
fn nothing_is_declared_that_is_not_published() {
    let published = json("spec/operations.json");
    let published: BTreeSet<_> = published
        .as_array()
        .unwrap()
        .iter()
        .map(|function| text(&function["name"]))
        .collect();
    let declared: BTreeSet<_> = meta::operations()
        .map(|operation| operation.wire.to_owned())
        .collect();
    assert_eq!(declared, published);
    assert_eq!(
        meta::operations().count(),
        102,
        "no wire name is declared twice"
    );
    let paths: BTreeSet<_> = meta::operations().map(meta::Operation::path).collect();
    assert_eq!(paths.len(), 102, "no path is declared twice");
}

#[test]
fn records_hold_the_union_of_documented_and_live_fields() {
    let types = json("spec/types.json");
    let structs: BTreeMap<String, &Value> = types
        .as_array()
        .unwrap()
        .iter()
        .filter(|entry| entry["kind"] == "struct")
        .map(|entry| (text(&entry["name"]), entry))
        .collect();
    let mut seen = BTreeSet::new();
    for record in meta::records() {
        let published = structs[record.wire];
        seen.insert(record.wire);
        let live = named_types(&published["live"]);
        let documented = named_types(&published["seed"]);
        let declared: Vec<_> = record
            .live_fields()
            .map(|field| (field.wire.to_owned(), wire_name(field)))
            .collect();
        assert_eq!(declared, live, "live fields of {}", record.name);
        for field in record.fields {
            let is = |list: &[(String, String)]| list.iter().any(|(name, _)| name == field.wire);
            // Some structs the documentation names without listing their fields.
            if documented.is_empty() {
                assert_ne!(
                    field.origin,
                    Origin::Documented,
                    "{}.{}",
                    record.name,
                    field.name
                );
                continue;
            }
            let origin = match (is(&documented), is(&live)) {
                (true, true) => Origin::Both,
                (true, false) => Origin::Documented,
                (false, true) => Origin::Live,
                (false, false) => panic!("{}.{} is published nowhere", record.name, field.name),
            };
            assert_eq!(field.origin, origin, "{}.{}", record.name, field.name);
        }
        for (name, _) in documented {
            assert!(
                record.fields.iter().any(|field| field.wire == name),
                "{} lacks {name}",
                record.name
            );
        }
    }
    // The replies that have the form of `result_status` under another name share its record.
    let alike: BTreeSet<_> = structs
        .iter()
        .filter(|(_, entry)| {
            named_types(&entry["live"]) == named_types(&structs["result_status"]["live"])
        })
        .map(|(name, _)| name.as_str())
        .collect();
    for name in structs.keys() {
        assert!(
            seen.contains(name.as_str()) || alike.contains(name.as_str()),
            "{name} has no record"
        );
    }
}

#[test]
fn the_modules_are_the_services_that_have_a_record_of_their_own() {
    let modules: BTreeSet<_> = meta::modules().map(|service| service.name).collect();
    let words: BTreeSet<_> = interserver::Module::KNOWN
        .iter()
        .map(interserver::Module::as_str)
        .collect();
    assert_eq!(modules, words);
    assert_eq!(modules.len(), 10);
}

#[test]
fn everything_is_documented() {
    for service in meta::services() {
        assert!(!service.docs.trim().is_empty(), "{}", service.name);
        for operation in service.operations {
            assert!(!operation.summary().is_empty(), "{}", operation.path());
            for (param, _) in operation.wire_params() {
                assert!(
                    !param.summary().is_empty(),
                    "{} {}",
                    operation.path(),
                    param.name
                );
            }
        }
        for record in service.records {
            assert!(!record.docs.trim().is_empty(), "{}", record.name);
            for field in record.fields {
                assert!(
                    !field.docs.trim().is_empty(),
                    "{}.{}",
                    record.name,
                    field.name
                );
            }
        }
        for word in service.enums.iter().flat_map(|words| words.words) {
            assert!(!word.docs.trim().is_empty(), "{}", word.name);
        }
    }
}

#[test]
fn a_state_that_follows_is_a_server_status_and_a_quote_a_read_of_the_same_arguments() {
    let words: Vec<_> = interserver::ServerStatus::KNOWN
        .iter()
        .map(interserver::ServerStatus::as_str)
        .collect();
    let mut flagged = Vec::new();
    for operation in meta::operations() {
        if let Some(status) = operation.awaits {
            assert!(words.contains(&status), "{status}");
            assert_ne!(operation.effect, meta::Effect::Read, "{}", operation.wire);
            flagged.push((operation.path(), status));
        }
        if let Some(name) = operation.quoted_by {
            let quote = meta::operations()
                .find(|other| other.service == operation.service && other.name == name)
                .unwrap();
            assert_eq!(quote.effect, meta::Effect::Read);
            let names = |operation: &meta::Operation| -> Vec<_> {
                operation
                    .wire_params()
                    .map(|(param, _)| param.wire)
                    .collect()
            };
            assert_eq!(names(quote), names(operation));
            flagged.push((operation.path(), name));
        }
    }
    let expected = [
        ("vps.start", "running"),
        ("vps.stop", "stopped"),
        ("vps.restart", "running"),
        ("vps.buy", "running"),
        ("vps.buy", "validate"),
    ];
    assert_eq!(
        flagged,
        expected.map(|(path, value)| (path.to_owned(), value))
    );
}

#[test]
fn what_is_secret_is_typed_so() {
    let secret_fields: BTreeSet<_> = meta::records()
        .flat_map(|record| record.fields)
        .filter(|field| matches!(field.kind, Kind::Secret))
        .map(|field| field.wire)
        .collect();
    let expected = BTreeSet::from([
        "vps_rootpass",
        "qs_rootpass",
        "rootpass",
        "domain_password",
        "ssl_private_key",
        "server_root",
        "status_text",
    ]);
    assert_eq!(secret_fields, expected);
    for operation in meta::operations() {
        for (param, scalar) in operation.wire_params() {
            let is_secret = matches!(param.wire, "password" | "rootpass");
            assert_eq!(
                scalar.secret, is_secret,
                "{} {}",
                operation.wire, param.wire
            );
        }
    }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

fn named_types(list: &Value) -> Vec<(String, String)> {
    let list = list.as_array().map(Vec::as_slice).unwrap_or_default();
    list.iter()
        .map(|field| (text(&field["name"]), text(&field["type"])))
        .collect()
}

fn wire_name(field: &Field) -> String {
    match field.wire_type {
        WireType::Complex(name) => format!("tns:{name}"),
        scalar => scalar.name(),
    }
}

#[test]
fn a_row_is_known_by_one_field_at_most() {
    for record in meta::records() {
        let required = record.fields.iter().filter(|field| field.required);
        assert!(required.count() <= 1, "{}", record.name);
    }
}
