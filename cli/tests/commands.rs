//! `operations`, `sandbox` and `demo`, and what holds for all commands.

#![allow(clippy::unwrap_used, reason = "a test that cannot set itself up fails")]

mod support;

use std::process::Stdio;

use serde_json::Value as Json;
use support::{Sandbox, errors, interserver};

fn spec() -> Vec<Json> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/spec/operations.json");
    serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
}

#[test]
fn operations_are_those_of_the_specification() {
    let output = interserver()
        .args(["operations", "--output", "json"])
        .output()
        .unwrap();
    let operations = support::json(&output);
    let operations = operations.as_array().unwrap();
    let spec = spec();
    assert_eq!(operations.len(), spec.len());
    for specified in &spec {
        let name = &specified["name"];
        let operation = operations
            .iter()
            .find(|operation| operation["wire"] == *name)
            .unwrap_or_else(|| panic!("{name} is missing"));
        let pairs = |list: &Json, name: &str, wire_type: &str| -> Vec<(String, String)> {
            let text = |value: &Json| value.as_str().unwrap().to_owned();
            list.as_array()
                .unwrap()
                .iter()
                .filter(|param| param[name] != "sid")
                .map(|param| (text(&param[name]), text(&param[wire_type])))
                .collect()
        };
        assert_eq!(
            pairs(&operation["params"], "name", "wire_type"),
            pairs(&specified["params"], "name", "type"),
            "{name}"
        );
        assert_eq!(operation["returns"], specified["returns"], "{name}");
        assert_eq!(operation["session"], specified["needs_sid"], "{name}");
        let since = if specified["in_seed"] == true {
            "2015"
        } else {
            "2026"
        };
        assert_eq!(operation["since"], since, "{name}");
        assert!(!operation["summary"].as_str().unwrap().is_empty(), "{name}");
        let path = operation["path"].as_str().unwrap();
        let section = operation["section"].as_str().unwrap();
        assert!(path.starts_with(&format!("{section}.")), "{name}");
    }
    let withdrawn = operations
        .iter()
        .find(|operation| operation["wire"] == "api_get_paypal_url")
        .unwrap();
    assert!(
        withdrawn["deprecated"]
            .as_str()
            .unwrap()
            .contains("August 2026")
    );
}

#[test]
fn the_sandbox_says_its_address_first() {
    let sandbox = Sandbox::start();
    assert!(sandbox.endpoint.starts_with("http://127.0.0.1:"));
    assert!(sandbox.endpoint.ends_with("/api.php"));
}

#[test]
fn a_port_that_is_taken_is_named() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let output = interserver()
        .args(["sandbox", "--port", &port])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(errors(&output).contains(&port), "{}", errors(&output));
}

#[test]
fn the_tour_ends_well_and_shows_no_secret() {
    let output = interserver().arg("demo").output().unwrap();
    assert!(output.status.success(), "{}", errors(&output));
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains("Everything was as it should be"), "{text}");
    assert!(!text.contains('\u{1b}'), "colours in a pipe");
    for secret in ["aB3$efgh!tour", "Seed-Passw0rd!"] {
        assert!(!text.contains(secret), "{secret} shows");
    }
}

#[test]
fn a_closed_pipe_ends_quietly() {
    let mut child = interserver()
        .args(["operations", "--output", "json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "{}", errors(&output));
    assert_eq!(errors(&output), "");
}

#[test]
fn a_command_that_is_unknown_is_a_usage_error() {
    let output = interserver().arg("fly").output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    let nothing = interserver().output().unwrap();
    assert_eq!(nothing.status.code(), Some(2));
    assert!(errors(&nothing).contains("Usage: interserver"));
}
