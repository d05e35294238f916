//! What spends money or ends something: asked for, refused, tried dry, looked up afterwards.

#![allow(clippy::unwrap_used, reason = "a test that cannot set itself up fails")]

mod support;

use support::{Sandbox, errors, interserver, text};

const ORDER: &str = "vps buy --template-file TEMPLATE --template-os OS --hostname web9.example.com \
    --root-password env:SECRET";

/// The order with a template that the sandbox has.
fn order(sandbox: &Sandbox) -> String {
    let templates = support::json(&sandbox.run("vps templates -o json"));
    let template = templates
        .as_array()
        .unwrap()
        .iter()
        .find(|template| template["os"] == "ubuntu")
        .unwrap();
    ORDER
        .replace("TEMPLATE", template["file"].as_str().unwrap())
        .replace("OS", "ubuntu")
}

fn with_password(sandbox: &Sandbox, line: &str, password: &str) -> std::process::Output {
    sandbox
        .interserver()
        .env("SECRET", password)
        .args(line.split_whitespace())
        .stdin(std::process::Stdio::null())
        .output()
        .unwrap()
}

#[test]
fn without_a_terminal_and_without_yes_nothing_is_sent() {
    let sandbox = Sandbox::start();
    for line in [
        "vps cancel 10001",
        "billing pay vps 1",
        "dns delete-zone 1",
        "mail buy",
    ] {
        let output = sandbox.run(line);
        assert_eq!(output.status.code(), Some(2), "{line}");
        assert!(
            errors(&output).contains("--yes"),
            "{line}: {}",
            errors(&output)
        );
    }
    let requests = sandbox.control("GET", "requests", "");
    assert_eq!(requests["requests"].as_array().unwrap().len(), 0);
    let done = sandbox.run("vps cancel 10001 --yes -o json");
    assert_eq!(support::json(&done), true);
    assert_eq!(sandbox.count("api_vps_cancel_service"), 1);
}

#[test]
fn a_dry_run_shows_the_request_without_its_secrets_and_sends_nothing() {
    let sandbox = Sandbox::start();
    let line = format!("{} --dry-run", order(&sandbox));
    let before = sandbox.control("GET", "requests", "")["requests"]
        .as_array()
        .unwrap()
        .len();
    let output = with_password(&sandbox, &line, "aB3$efgh!dry");
    let envelope = text(&output);
    assert!(envelope.contains("api_api_buy_vps") && envelope.contains("web9.example.com"));
    assert!(!envelope.contains("aB3$efgh!dry"), "{envelope}");
    let after = sandbox.control("GET", "requests", "")["requests"]
        .as_array()
        .unwrap()
        .len();
    assert_eq!(before, after);
    // It needs no account, and no answer to a question.
    let nobody = interserver()
        .args(["vps", "cancel", "10001", "--dry-run"])
        .output()
        .unwrap();
    assert!(text(&nobody).contains("api_vps_cancel_service"));
    let host = sandbox.run("vps restart web1.example.com --dry-run");
    assert_eq!(host.status.code(), Some(2), "{}", errors(&host));
    let read = sandbox.run("vps list --dry-run");
    assert_eq!(read.status.code(), Some(2), "a read has no dry run");
}

#[test]
fn an_order_is_validated_first_and_its_price_is_said() {
    let sandbox = Sandbox::start();
    let line = format!("{} --yes", order(&sandbox));
    let weak = with_password(&sandbox, &line, "password");
    assert_eq!(weak.status.code(), Some(5), "{}", errors(&weak));
    assert!(errors(&weak).contains("would be refused"));
    assert_eq!(sandbox.count("api_api_buy_vps"), 0);
    let bought = with_password(&sandbox, &format!("{line} -o json"), "aB3$efgh!tour");
    assert!(
        errors(&bought).contains("Price: service cost"),
        "{}",
        errors(&bought)
    );
    assert!(
        !support::json(&bought)["invoices"]
            .as_array()
            .unwrap()
            .is_empty()
    );
    assert_eq!(sandbox.count("api_api_buy_vps"), 1);
}

#[test]
fn an_unknown_outcome_says_how_to_check() {
    let sandbox = Sandbox::start();
    for (path, line, check) in [
        (
            "vps.cancel",
            "vps cancel 10001 --yes",
            "interserver vps get 10001",
        ),
        (
            "billing.pay",
            "billing pay vps 77 --yes",
            "interserver vps unpaid-invoices",
        ),
        (
            "dns.delete_zone",
            "dns delete-zone 5 --yes",
            "interserver dns records 5",
        ),
        ("mail.buy", "mail buy --yes", "interserver mail list"),
    ] {
        sandbox.control(
            "POST",
            "fail",
            &format!(r#"{{"operation": "{path}", "fault": "reset_after_effect"}}"#),
        );
        let output = sandbox.run(line);
        assert_eq!(output.status.code(), Some(7), "{line}: {}", errors(&output));
        assert!(
            errors(&output).contains(check),
            "{line}: {}",
            errors(&output)
        );
    }
    sandbox.control(
        "POST",
        "fail",
        r#"{"operation": "vps.cancel", "fault": "reset_after_effect"}"#,
    );
    let object = support::error(&sandbox.run("vps cancel 10002 --yes -o json"));
    assert_eq!(object["outcome"], "unknown");
}
