//! Completion, manual pages, the WSDL check, the inventory, and waiting in a script.

#![allow(clippy::unwrap_used, reason = "a test that cannot set itself up fails")]

mod support;

use std::process::{Command, Output};

use support::{Sandbox, errors, interserver, text};

#[test]
fn every_shell_gets_its_registration() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = text(&interserver().args(["completion", shell]).output().unwrap());
        assert!(
            script.contains("interserver") && script.contains("COMPLETE"),
            "{shell}"
        );
    }
    let unknown = interserver().args(["completion", "cmd"]).output().unwrap();
    assert_eq!(unknown.status.code(), Some(2));
}

/// What bash would offer at the end of a line.
fn offered(mut command: Command, words: &[&str]) -> Output {
    command
        .env("COMPLETE", "bash")
        .env("_CLAP_COMPLETE_INDEX", words.len().to_string())
        .env("_CLAP_COMPLETE_COMP_TYPE", "9")
        .env("_CLAP_COMPLETE_SPACE", "true")
        .env("_CLAP_IFS", "\n")
        .args(["--", "interserver"])
        .args(words)
        .output()
        .unwrap()
}

#[test]
fn a_shell_is_offered_commands_words_and_live_numbers() {
    let sandbox = Sandbox::start();
    let offer = |words: &[&str]| text(&offered(sandbox.interserver(), words));
    assert!(offer(&["floating-ips", ""]).contains("change-target"));
    assert!(offer(&["billing", "pay", ""]).contains("quickservers"));
    for _ in 0..3 {
        assert!(offer(&["vps", "restart", ""]).contains("10001"));
    }
    // Three keys, one question.
    assert_eq!(sandbox.count("api_vps_get_services"), 1);
    assert!(offer(&["vps", "buy", "--platform", ""]).contains("kvm"));
    // Without an account there is nothing live to offer, and nothing to complain about.
    let nobody = offered(interserver(), &["vps", "restart", ""]);
    assert!(nobody.status.success());
    assert_eq!(errors(&nobody), "");
}

#[test]
fn every_command_has_a_manual_page() {
    let folder = tempfile::tempdir().unwrap();
    let output = interserver()
        .arg("man")
        .arg(folder.path())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", errors(&output));
    let pages = std::fs::read_dir(folder.path()).unwrap().count();
    assert!(pages >= 102 + 14 + 10, "{pages}");
    let page = std::fs::read_to_string(folder.path().join("interserver-vps-restart.1")).unwrap();
    assert!(
        page.contains("Queues a restart") && page.contains(r"\-\-wait"),
        "{page}"
    );
}

#[test]
fn a_wsdl_that_agrees_has_no_difference_and_one_that_does_not_has_each_named() {
    let sandbox = Sandbox::start();
    let live = sandbox.run("wsdl check");
    assert!(
        live.status.success(),
        "{}{}",
        errors(&live),
        String::from_utf8_lossy(&live.stdout)
    );
    assert!(errors(&live).contains("102 functions"), "{}", errors(&live));

    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("saved.wsdl");
    let check = |wsdl: &str| {
        std::fs::write(&path, wsdl).unwrap();
        interserver()
            .args(["wsdl", "check"])
            .arg(&path)
            .output()
            .unwrap()
    };
    let wsdl = sandbox.wsdl();
    assert!(check(&wsdl).status.success());
    let changed = wsdl
        .replace(
            r#"name="api_vps_queue_stop""#,
            r#"name="api_vps_queue_halt""#,
        )
        .replace(r#"name="vps_mac""#, r#"name="vps_macaddress""#);
    assert_ne!(wsdl, changed);
    let output = check(&changed);
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8(output.stdout).unwrap();
    for difference in [
        "function api_vps_queue_stop is missing",
        "function api_vps_queue_halt is new",
        "struct sql_row_vps: field vps_mac is missing",
        "struct sql_row_vps: field vps_macaddress is new",
    ] {
        assert!(said.contains(difference), "{difference}\n{said}");
    }
    for nonsense in ["no XML", "<html/>"] {
        assert_eq!(check(nonsense).status.code(), Some(1), "{nonsense}");
    }
}

#[test]
fn the_inventory_has_every_module_and_fails_if_one_is_missing() {
    let sandbox = Sandbox::start();
    let rows = support::json(&sandbox.run("inventory -o json"));
    let modules: std::collections::BTreeSet<_> = rows
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["module"].as_str().unwrap())
        .collect();
    assert!(modules.len() >= 7, "{modules:?}");
    assert_eq!(sandbox.count("api_login"), 1);
    sandbox.control(
        "POST",
        "fail",
        r#"{"operation": "domains.list", "fault": "status", "code": 404}"#,
    );
    let output = sandbox.run("inventory");
    assert_eq!(output.status.code(), Some(6), "{}", errors(&output));
    assert!(
        errors(&output).contains("domains is missing"),
        "{}",
        errors(&output)
    );
    assert!(String::from_utf8_lossy(&output.stdout).contains("10001"));
}

#[test]
fn a_script_waits_by_plain_lines_and_has_a_deadline() {
    let sandbox = Sandbox::start();
    let late = sandbox.run("vps stop 10001 --wait --wait-timeout 100ms");
    assert_eq!(late.status.code(), Some(6), "{}", errors(&late));
    assert!(
        errors(&late).contains("Waiting: VPS 10001 is to be stopped"),
        "{}",
        errors(&late)
    );
    sandbox.control("POST", "advance", r#"{"seconds": 600}"#);
    assert_eq!(
        support::json(&sandbox.run("vps get 10001 -o json"))["server_status"],
        "stopped"
    );
}
