//! The scripts of `examples/shell/` do their jobs.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test that cannot set itself up fails")]

mod support;

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value as Json;
use support::{Sandbox, errors, text};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/shell")
}

/// A script, with this build's `interserver` first in the path.
fn script(sandbox: &Sandbox, name: &str, arguments: &[&str]) -> Command {
    let binary = Path::new(env!("CARGO_BIN_EXE_interserver"));
    let path = std::env::var("PATH").unwrap();
    let mut command = Command::new(folder().join(name));
    for (name, value) in sandbox.interserver().get_envs() {
        match value {
            Some(value) => command.env(name, value),
            None => command.env_remove(name),
        };
    }
    command
        .env(
            "PATH",
            format!("{}:{path}", binary.parent().unwrap().display()),
        )
        .args(arguments)
        .stdin(Stdio::null());
    command
}

fn run(sandbox: &Sandbox, name: &str, arguments: &[&str]) -> Output {
    script(sandbox, name, arguments).output().unwrap()
}

fn rows(sandbox: &Sandbox, line: &str) -> Vec<Json> {
    let output = sandbox.run(&format!("{line} -o json"));
    support::json(&output).as_array().unwrap().clone()
}

#[test]
fn every_script_is_in_the_table_and_has_a_test() {
    let table = std::fs::read_to_string(folder().join("README.md")).unwrap();
    let tests = include_str!("scripts.rs");
    let mut scripts = 0;
    for entry in std::fs::read_dir(folder()).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        if name.ends_with(".sh") {
            assert!(table.contains(&format!("({name})")), "{name}");
            assert!(tests.contains(&format!("\"{name}\"")), "{name}");
            scripts += 1;
        }
    }
    assert_eq!(scripts, 10);
}

#[test]
fn every_running_vps_is_restarted_and_waited_for() {
    let sandbox = Sandbox::start();
    let running = rows(&sandbox, "vps list --filter server_status=running").len();
    let mut child = script(&sandbox, "restart-all.sh", &[])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // The host's time is moved a little with each look that the script takes.
    let mut seen = 0;
    while child.try_wait().unwrap().is_none() {
        let looks = sandbox.count("api_vps_get_service");
        if looks > seen {
            seen = looks;
            sandbox.control("POST", "advance", r#"{"seconds": 1}"#);
        }
    }
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "{}", errors(&output));
    assert_eq!(sandbox.count("api_vps_queue_restart"), running as u64);
}

#[test]
fn what_is_due_is_named_and_paid_up_to_a_limit() {
    let sandbox = Sandbox::start();
    let unpaid = rows(&sandbox, "vps unpaid-invoices");
    assert!(!unpaid.is_empty());
    let due = text(&run(&sandbox, "what-is-due.sh", &[]));
    assert_eq!(
        due.lines().filter(|line| line.starts_with("vps,")).count(),
        unpaid.len()
    );
    let little = run(&sandbox, "pay-all.sh", &["vps", "0.01"]);
    assert_eq!(little.status.code(), Some(1));
    assert_eq!(sandbox.count("api_make_payment"), 0);
    let paid = run(&sandbox, "pay-all.sh", &["vps", "100000"]);
    assert!(sandbox.count("api_make_payment") > 0, "{}", errors(&paid));
}

#[test]
fn a_vps_is_ordered_by_a_password_in_a_file() {
    let sandbox = Sandbox::start();
    let folder = tempfile::tempdir().unwrap();
    let password = folder.path().join("password.txt");
    std::fs::write(&password, "aB3$efgh!tour\n").unwrap();
    let password = password.display().to_string();
    let invoices = text(&run(
        &sandbox,
        "order-vps.sh",
        &["web2.example.com", &password],
    ));
    assert!(
        invoices.contains(|c: char| c.is_ascii_digit()),
        "{invoices}"
    );
    assert_eq!(
        rows(&sandbox, "vps list --filter hostname=web2.example.com").len(),
        1
    );
}

#[test]
fn a_name_points_where_it_should_and_zones_are_saved() {
    let sandbox = Sandbox::start();
    let zone = (1..=50)
        .find_map(|zone: i64| {
            let output = sandbox.run(&format!("dns zone {zone}"));
            output.status.success().then_some(zone.to_string())
        })
        .unwrap();
    let point = |address: &str| {
        text(&run(
            &sandbox,
            "point-name.sh",
            &[&zone, "new.example.com", address],
        ))
    };
    point("203.0.113.7");
    point("203.0.113.8");
    assert!(point("203.0.113.8").contains("already"));
    let records = rows(
        &sandbox,
        &format!("dns records {zone} --filter name=new.example.com"),
    );
    assert_eq!(records.len(), 1);
    assert_eq!(records[0]["content"], "203.0.113.8");
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().display().to_string();
    text(&run(&sandbox, "export-dns.sh", &[&path, &zone]));
    let csv = std::fs::read_to_string(folder.path().join(format!("zone-{zone}.csv"))).unwrap();
    assert!(csv.starts_with("id,") && csv.contains("new.example.com"));
}

#[test]
fn backups_are_queued_and_a_vps_that_is_down_is_noticed() {
    let sandbox = Sandbox::start();
    let active = rows(&sandbox, "vps list --filter status=active").len();
    text(&run(&sandbox, "nightly-backup.sh", &[]));
    assert_eq!(sandbox.count("api_vps_queue_backup"), active as u64);
    let down = run(&sandbox, "monitor.sh", &[]);
    assert_eq!(down.status.code(), Some(1), "{}", errors(&down));
    assert!(String::from_utf8_lossy(&down.stdout).contains("stopped"));
}

#[test]
fn support_is_asked_and_licenses_are_moved() {
    let sandbox = Sandbox::start();
    let folder = tempfile::tempdir().unwrap();
    let letter = folder.path().join("letter.txt");
    std::fs::write(&letter, "Please look.\n").unwrap();
    let letter = letter.display().to_string();
    let number = text(&run(
        &sandbox,
        "ask-support.sh",
        &["demo@example.com", "Help", &letter],
    ));
    assert!(number.trim().parse::<i64>().unwrap() > 0);
    let license = rows(&sandbox, "licenses list --filter status=active").remove(0);
    let old = license["ip"].as_str().unwrap();
    text(&run(&sandbox, "move-licenses.sh", &[old, "203.0.113.77"]));
    let left = rows(
        &sandbox,
        &format!("licenses list --filter ip={old} --filter status=active"),
    );
    assert!(left.is_empty(), "{left:?}");
}
