//! The real binary on a pseudo-terminal: questions, masked typing, spinners.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test that cannot set itself up fails")]

mod support;

use rexpect::process::WaitStatus;
use rexpect::session::{PtySession, spawn_command};
use support::{Sandbox, interserver};

/// Long enough for a machine in trouble; nothing waits for it where all is well.
const PATIENCE: Option<u64> = Some(120_000);

fn on_terminal(sandbox: &Sandbox, home: &std::path::Path, line: &str) -> PtySession {
    let mut command = interserver();
    command
        .env("INTERSERVER_ENDPOINT", &sandbox.endpoint)
        .env("XDG_CONFIG_HOME", home.join("config"))
        .env("XDG_CACHE_HOME", home.join("cache"))
        .env("TERM", "xterm-256color")
        .args(line.split_whitespace());
    spawn_command(command, PATIENCE).unwrap()
}

fn ends_with(mut session: PtySession, status: i32) -> String {
    let rest = session.exp_eof().unwrap();
    match session.process().wait().unwrap() {
        WaitStatus::Exited(_, code) => assert_eq!(code, status, "{rest}"),
        other => panic!("{other:?}: {rest}"),
    }
    rest
}

#[test]
fn who_knows_only_the_help_logs_in_looks_around_restarts_and_waits() {
    let sandbox = Sandbox::start();
    let home = tempfile::tempdir().unwrap();
    let run = |line: &str| on_terminal(&sandbox, home.path(), line);

    // The first screen names the command for each step.
    let first = ends_with(run("--help"), 0);
    for command in ["login", "inventory", "vps"] {
        assert!(first.contains(command), "{first}");
    }

    let mut login = run("login");
    login.exp_string("E-mail address").unwrap();
    login.send_line("demo@example.com").unwrap();
    login.exp_string("Password or API key").unwrap();
    login.send_line("secret").unwrap();
    let rest = ends_with(login, 0);
    assert!(rest.contains("Logged in as demo@example.com"), "{rest}");
    assert!(!rest.contains("secret"), "the password shows: {rest}");

    let inventory = ends_with(run("inventory"), 0);
    assert!(
        inventory.contains("10001") && inventory.contains("vps"),
        "{inventory}"
    );

    let help = ends_with(run("vps restart --help"), 0);
    assert!(help.contains("--wait"), "{help}");
    let before = sandbox.control("GET", "requests", "")["counts"].clone();
    let restarted = run("vps restart 10001 --wait");
    // What would take the host minutes takes it a moment: its time can be moved.
    while sandbox.count("api_vps_queue_restart") == 0 {
        std::thread::yield_now();
    }
    let looks = |sandbox: &Sandbox| sandbox.count("api_vps_get_service");
    while looks(&sandbox) == 0 {
        std::thread::yield_now();
    }
    let seen = looks(&sandbox);
    sandbox.control("POST", "advance", r#"{"seconds": 1}"#);
    while looks(&sandbox) == seen {
        std::thread::yield_now();
    }
    sandbox.control("POST", "advance", r#"{"seconds": 3}"#);
    let restarted = ends_with(restarted, 0);
    assert!(restarted.contains("VPS 10001 is running."), "{restarted}");
    assert!(before["api_vps_queue_restart"].is_null());
}

#[test]
fn what_ends_something_is_asked_for_by_name() {
    let sandbox = Sandbox::start();
    let home = tempfile::tempdir().unwrap();
    let run = |line: &str| {
        let mut command = sandbox.interserver();
        command
            .env("XDG_CACHE_HOME", home.path())
            .env("TERM", "xterm-256color")
            .args(line.split_whitespace());
        spawn_command(command, PATIENCE).unwrap()
    };
    let mut no = run("vps cancel 10001");
    let asked = no.exp_string("Go on?").unwrap();
    assert!(
        asked.contains("VPS 10001") && asked.contains("active"),
        "{asked}"
    );
    no.send("n").unwrap();
    no.flush().unwrap();
    let rest = ends_with(no, 1);
    assert!(rest.contains("nothing was done"), "{rest}");
    assert_eq!(sandbox.count("api_vps_cancel_service"), 0);

    let mut yes = run("vps cancel 10001");
    yes.exp_string("Go on?").unwrap();
    yes.send("y").unwrap();
    yes.flush().unwrap();
    ends_with(yes, 0);
    assert_eq!(sandbox.count("api_vps_cancel_service"), 1);
}

#[test]
fn a_state_has_its_colour_and_none_when_told_so() {
    let sandbox = Sandbox::start();
    let home = tempfile::tempdir().unwrap();
    let run = |more: &str| {
        let mut command = sandbox.interserver();
        command
            .env("XDG_CACHE_HOME", home.path())
            .env("TERM", "xterm-256color")
            .args(format!("vps list --columns id,status {more}").split_whitespace());
        ends_with(spawn_command(command, PATIENCE).unwrap(), 0)
    };
    assert!(run("").contains('\u{1b}'));
    assert!(!run("--color never").contains('\u{1b}'));
}
