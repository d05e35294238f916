//! The commands of the services, in pipes: what they print, and in which forms.

#![allow(clippy::unwrap_used, reason = "a test that cannot set itself up fails")]

mod support;

use serde_json::json;
use support::{Sandbox, errors, interserver, text};

#[test]
fn every_function_has_a_command_that_the_sandbox_answers() {
    let sandbox = Sandbox::start();
    let operations = support::json(
        &interserver()
            .args(["operations", "-o", "json"])
            .output()
            .unwrap(),
    );
    let page = text(&interserver().arg("samples-table").output().unwrap());
    let mut commands = 0;
    for operation in operations.as_array().unwrap() {
        let wire = operation["wire"].as_str().unwrap();
        let row = page
            .lines()
            .find(|line| line.starts_with(&format!("| `{wire}` |")))
            .unwrap_or_else(|| panic!("{wire} has no command"));
        let line = row
            .split('`')
            .nth(3)
            .unwrap()
            .strip_prefix("interserver ")
            .unwrap();
        let mut command = sandbox.interserver();
        command
            .env("SECRET", "aB3$efgh!tour")
            .args(line.split(' ').map(|word| match word {
                // The letter of the example is a file.
                "@letter.txt" => "A letter",
                word => word,
            }));
        if matches!(operation["effect"].as_str(), Some("purchase" | "destroy")) {
            command.arg("--yes");
        }
        let before = sandbox.count(wire);
        let output = command.args(["-o", "json"]).output().unwrap();
        let quoted = operation["quoted_by"].is_string();
        // The example's numbers are nobody's: the sandbox may say no, but in its own words.
        let status = output.status.code();
        assert!(
            matches!(status, Some(0 | 4 | 5)) || (wire == "api_login" && status == Some(3)),
            "{line}: {status:?} {}",
            errors(&output)
        );
        assert!(
            sandbox.count(wire) > before || quoted,
            "{line} did not ask for {wire}"
        );
        commands += 1;
    }
    assert_eq!(commands, 102);
    assert!(page.contains("sample scripts (76)") && page.contains("Newer functions (26)"));
}

#[test]
fn the_page_of_commands_is_the_one_in_docs() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/from-the-samples.md");
    let made = text(&interserver().arg("samples-table").output().unwrap());
    let kept = std::fs::read_to_string(path).unwrap();
    assert!(
        made == kept,
        "make it anew: interserver samples-table > docs/from-the-samples.md"
    );
}

#[test]
fn a_table_fits_its_width_and_says_what_it_left_out() {
    let sandbox = Sandbox::start();
    for width in [40, 80, 120] {
        let output = sandbox
            .interserver()
            .args(["vps", "list"])
            .env("COLUMNS", width.to_string())
            .output()
            .unwrap();
        let table = text(&output);
        assert!(
            table.lines().all(|line| line.chars().count() <= width),
            "{width}\n{table}"
        );
        assert!(table.contains("ID") && table.contains("10001"));
        assert!(
            errors(&output).contains("more with --columns"),
            "{}",
            errors(&output)
        );
    }
    let quiet = sandbox.run("vps list --quiet");
    assert_eq!(errors(&quiet), "");
    insta::assert_snapshot!("vps_list", text(&sandbox.run("vps list --quiet")));
    insta::assert_snapshot!("vps_get", text(&sandbox.run("vps get 10001 --quiet")));
}

#[test]
fn rows_are_filtered_sorted_and_cut_to_columns_in_every_form() {
    let sandbox = Sandbox::start();
    let wanted = "vps list --filter server_status=running --sort -id --columns id,server-status";
    let rows = support::json(&sandbox.run(&format!("{wanted} -o json")));
    let rows = rows.as_array().unwrap();
    assert!(!rows.is_empty());
    let ids: Vec<i64> = rows.iter().map(|row| row["id"].as_i64().unwrap()).collect();
    assert!(ids.is_sorted_by(|a, b| a > b), "{ids:?}");
    for row in rows {
        assert_eq!(row.as_object().unwrap().len(), 2);
        assert_eq!(row["server_status"], "running");
    }
    let csv = text(&sandbox.run(&format!("{wanted} -o csv")));
    assert_eq!(csv.lines().next(), Some("id,server_status"));
    assert_eq!(csv.lines().count(), rows.len() + 1);
    let bare = text(&sandbox.run(&format!("{wanted} --no-header -q")));
    assert_eq!(bare.lines().count(), rows.len());
    let lines = text(&sandbox.run(&format!("{wanted} -o jsonl")));
    assert_eq!(lines.lines().count(), rows.len());
    let yaml = text(&sandbox.run(&format!("{wanted} -o yaml")));
    assert!(yaml.contains(&format!("- id: {}", ids[0])), "{yaml}");
    for wrong in [
        "--columns nothing",
        "--sort nothing",
        "--filter nothing=1",
        "--filter status",
    ] {
        let output = sandbox.run(&format!("vps list {wrong}"));
        assert_eq!(output.status.code(), Some(2), "{wrong}");
        assert!(output.stdout.is_empty());
    }
}

#[test]
fn secrets_are_masked_for_people_and_data_for_programs() {
    let sandbox = Sandbox::start();
    let secret = support::json(&sandbox.run("vps get 10001 -o json"))["root_password"]
        .as_str()
        .unwrap()
        .to_owned();
    assert!(secret.len() > 3);
    for form in ["csv", "yaml", "jsonl"] {
        assert!(text(&sandbox.run(&format!("vps get 10001 -o {form}"))).contains(&secret));
    }
    let shown = text(&sandbox.run("vps get 10001 --show-secrets"));
    assert!(shown.contains(&secret));
    for line in [
        "vps get 10001",
        "vps list --columns all",
        "vps get 10001 --trace",
    ] {
        let output = sandbox.run(line);
        assert!(!text(&output).contains(&secret), "{line}");
        assert!(!errors(&output).contains(&secret), "{line}");
    }
    let trace = sandbox.run("general login demo@example.com --password @- --trace");
    assert!(!errors(&trace).contains(">secret<"));
    let link = sandbox.run("webhosting list -o json");
    let id = support::json(&link)[0]["id"].to_string();
    let login = sandbox.run(&format!("webhosting cpanel-login {id}"));
    assert!(text(&login).contains("••••"), "{}", text(&login));
}

#[test]
fn a_secret_comes_from_everywhere_but_the_command_line() {
    let sandbox = Sandbox::start();
    let line = ["general", "login", "demo@example.com"];
    let literal = sandbox
        .interserver()
        .args(line)
        .args(["--password", "secret"])
        .output()
        .unwrap();
    assert_eq!(literal.status.code(), Some(2));
    assert!(errors(&literal).contains("env:NAME"));
    assert_eq!(sandbox.count("api_login"), 0);
    let from_environment = sandbox
        .interserver()
        .env("PW", "secret")
        .args(line)
        .args(["--password", "env:PW", "-o", "json"])
        .output()
        .unwrap();
    assert!(support::json(&from_environment).as_str().unwrap().len() > 8);
    let nowhere = sandbox.run("general login demo@example.com");
    assert_eq!(nowhere.status.code(), Some(2));
    assert!(errors(&nowhere).contains("without a terminal"));
}

#[test]
fn a_host_name_stands_for_its_number() {
    let sandbox = Sandbox::start();
    let one = support::json(&sandbox.run("vps get 10001 -o json"));
    let host = one["hostname"].as_str().unwrap();
    let same = support::json(&sandbox.run(&format!("vps get {host} -o json")));
    assert_eq!(same["id"], 10001);
    let none = sandbox.run("vps restart nowhere.example.com");
    assert_eq!(none.status.code(), Some(2));
    assert!(errors(&none).contains("nowhere.example.com"));
    assert_eq!(sandbox.count("api_vps_queue_restart"), 0);
}

#[test]
fn orders_are_flags_with_defaults_and_checks() {
    let sandbox = Sandbox::start();
    let add = "dns add-record 1 --name www2.example.com --content 203.0.113.9 --ttl 300 -o json";
    let zones = sandbox.control("GET", "state", "");
    let zone = zones["dns"]["zones"][0]["id"]
        .as_i64()
        .or(zones["zones"][0]["id"].as_i64());
    let add = match zone {
        Some(zone) => add.replace("record 1 ", &format!("record {zone} ")),
        None => add.to_owned(),
    };
    let id = support::json(&sandbox.run(&add));
    assert!(id.as_i64().unwrap() > 0);
    for (wrong, rule) in [
        ("dns add-record 1 --name a..b --content x", "DNS name"),
        ("dns add-record 1 --name a --content x --ttl -1", "seconds"),
        ("vps validate --slices 17", "1 to 16"),
        ("billing add-prepay vps 1,5", "amount"),
        ("vps restart", "ID|HOST"),
    ] {
        let output = sandbox.run(wrong);
        assert_eq!(output.status.code(), Some(2), "{wrong}");
        assert!(
            errors(&output).contains(rule),
            "{wrong}: {}",
            errors(&output)
        );
    }
}

#[test]
fn errors_are_sentences_for_people_and_an_object_for_programs() {
    let sandbox = Sandbox::start();
    let person = sandbox.run("vps get 99");
    assert_eq!(person.status.code(), Some(4));
    assert!(
        errors(&person).starts_with("error: "),
        "{}",
        errors(&person)
    );
    let program = sandbox.run("vps get 99 -o json");
    assert_eq!(program.status.code(), Some(4));
    assert_eq!(support::error(&program)["kind"], json!("not_found"));
}

#[test]
fn help_shows_an_example_and_what_a_command_does() {
    let help = |line: &str| text(&interserver().args(line.split(' ')).output().unwrap());
    insta::assert_snapshot!(
        "help",
        help("--help").replace(env!("CARGO_PKG_VERSION"), "VERSION")
    );
    insta::assert_snapshot!("help_vps", help("vps --help"));
    insta::assert_snapshot!("help_vps_restart", help("vps restart --help"));
    insta::assert_snapshot!("help_dns_add_record", help("dns add-record -h"));
}
