//! `interserver call`: values, arguments, errors and exit statuses.

#![allow(clippy::unwrap_used, reason = "a test that cannot set itself up fails")]

mod support;

use serde_json::json;
use support::{Sandbox, error, errors, interserver};

#[test]
fn a_struct_is_an_object_by_wire_names() {
    let sandbox = Sandbox::start();
    let vps = support::json(&sandbox.call(&["api_vps_get_service", "id=10001"]));
    assert_eq!(vps["vps_id"], 10001);
    assert_eq!(vps["vps_hostname"], "web1.example.com");
    assert_eq!(vps["vps_rootpass"], "Seed-Passw0rd!");
}

#[test]
fn a_list_is_an_array_and_money_keeps_its_digits() {
    let sandbox = Sandbox::start();
    let invoices = support::json(&sandbox.call(&["api_vps_get_client_invoices"]));
    let first = &invoices.as_array().unwrap()[0];
    assert!(first["invoices_id"].is_i64());
    assert!(first["invoices_amount"].is_string(), "{first}");
}

#[test]
fn scalars_are_json_scalars() {
    let sandbox = Sandbox::start();
    let role = sandbox.call(&["api_get_ima"]);
    assert_eq!(support::json(&role), json!("client"));
    let width = sandbox.call(&["strPixels", "string=www"]);
    assert!(support::json(&width).is_i64());
    let done = sandbox.call(&["api_delete_dns_record", "domain_id=1", "record_id=1"]);
    assert_eq!(support::json(&done), json!(true));
}

#[test]
fn a_value_can_come_from_a_file_or_from_standard_input() {
    let sandbox = Sandbox::start();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("reply.txt");
    std::fs::write(&path, "From a file\n").unwrap();
    let draft = [
        "api_openTicket",
        "user_email=demo@example.com",
        "user_ip=203.0.113.5",
    ];
    let more = ["subject=@@home", "product=", "body=@-", "box_auth_value="];
    let opened = sandbox.call_with(&[&draft[..], &more[..]].concat(), "From a pipe\r\n");
    let ticket = support::json(&opened)["ticket_reference_id"].to_string();
    let content = format!("content=@{}", path.display());
    let ticket = format!("ticketID={ticket}");
    support::json(&sandbox.call(&["api_ticketPost", &ticket, &content]));
    let view = support::json(&sandbox.call(&["api_viewTicket", &ticket]));
    assert_eq!(view["result"]["subject"], "@home");
    let posts = view["result"]["posts"].as_array().unwrap();
    let contents: Vec<_> = posts.iter().map(|post| &post["contents"]).collect();
    assert_eq!(contents, ["From a pipe", "From a file"]);
}

#[test]
fn a_secret_is_never_a_literal() {
    let sandbox = Sandbox::start();
    let output = sandbox.call(&["api_login", "username=demo@example.com", "password=secret"]);
    assert_eq!(output.status.code(), Some(2));
    let object = error(&output);
    assert_eq!(object["kind"], "invalid_argument");
    assert!(
        object["message"]
            .as_str()
            .unwrap()
            .contains("password=@FILE")
    );
    assert!(!errors(&output).contains("secret\""), "{}", errors(&output));
    assert_eq!(sandbox.count("api_login"), 0);

    let output = sandbox.call_with(
        &["api_login", "username=demo@example.com", "password=@-"],
        "secret\n",
    );
    assert!(support::json(&output).as_str().unwrap().len() > 8);
}

#[test]
fn a_function_that_is_not_declared_takes_types_and_order() {
    let sandbox = Sandbox::start();
    let output = sandbox.call(&["api_of_tomorrow", "id:int=5", "--with-session"]);
    assert_eq!(output.status.code(), Some(5), "{}", errors(&output));
    assert_eq!(error(&output)["operation"], "api_of_tomorrow");
    let output = sandbox.call(&["api_of_tomorrow", "id:int=five"]);
    assert_eq!(output.status.code(), Some(2));
    let output = sandbox.call(&["api_of_tomorrow", "id:colour=red"]);
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn an_error_is_one_object_with_every_field() {
    let sandbox = Sandbox::start();
    let output = sandbox.call(&["api_vps_get_service", "id=99"]);
    assert_eq!(output.status.code(), Some(4));
    let object = error(&output);
    let names: Vec<_> = object.as_object().unwrap().keys().collect();
    let mut expected = [
        "kind",
        "operation",
        "message",
        "retryable",
        "outcome",
        "attempts",
        "retry_after",
        "http_status",
        "fault_code",
        "status_text",
    ];
    expected.sort_unstable();
    assert_eq!(names, expected);
    assert_eq!(object["kind"], "not_found");
    assert_eq!(object["operation"], "api_vps_get_service");
}

#[test]
fn exit_statuses_follow_the_kind() {
    let sandbox = Sandbox::start();
    let status = |arguments: &[&str]| sandbox.call(arguments).status.code();
    assert_eq!(status(&["api_vps_get_service"]), Some(2));
    assert_eq!(status(&["api_vps_get_service", "id=one"]), Some(2));
    assert_eq!(status(&["api_vps_get_service", "10001"]), Some(2));
    assert_eq!(status(&["api_vps_get_service", "id=99"]), Some(4));
    assert_eq!(
        status(&["api_make_payment", "module=vps", "invoice=1"]),
        Some(5)
    );
    let plan = |fault: &str| {
        sandbox.control(
            "POST",
            "fail",
            &format!(r#"{{"fault": {fault}, "operation": "vps.list", "count": 9}}"#),
        );
    };
    plan(r#""status", "code": 503"#);
    assert_eq!(status(&["api_vps_get_services"]), Some(6));
    sandbox.control("POST", "reset", "");
    plan(r#""truncated""#);
    assert_eq!(status(&["api_vps_get_services"]), Some(8));
    let wrong = sandbox
        .interserver()
        .env("INTERSERVER_PASSWORD", "wrong")
        .args(["call", "api_vps_get_services"])
        .output()
        .unwrap();
    assert_eq!(wrong.status.code(), Some(3));
    let nothing = interserver()
        .args(["call", "api_vps_get_services"])
        .output()
        .unwrap();
    assert_eq!(nothing.status.code(), Some(2), "{}", errors(&nothing));
    assert_eq!(error(&nothing)["kind"], "configuration");
}

#[test]
fn a_change_whose_answer_is_lost_has_a_status_of_its_own() {
    let sandbox = Sandbox::start();
    sandbox.control(
        "POST",
        "fail",
        r#"{"operation": "vps.cancel", "fault": "reset_after_effect"}"#,
    );
    let output = sandbox.call(&["api_vps_cancel_service", "id=10001"]);
    assert_eq!(output.status.code(), Some(7));
    let object = error(&output);
    assert_eq!(object["outcome"], "unknown");
    assert_eq!(object["attempts"], 1);
    assert_eq!(sandbox.count("api_vps_cancel_service"), 1);
}

#[cfg(unix)]
#[test]
fn an_interrupted_call_ends_at_once_and_says_so() {
    let sandbox = Sandbox::start();
    sandbox.control(
        "POST",
        "fail",
        r#"{"operation": "vps.cancel", "fault": "latency", "milliseconds": 60000}"#,
    );
    let child = sandbox
        .interserver()
        .args(["call", "api_vps_cancel_service", "id=10001"])
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    // It counts as soon as it arrives, before the pause.
    while sandbox.count("api_vps_cancel_service") == 0 {
        std::thread::yield_now();
    }
    let killed = std::process::Command::new("kill")
        .args(["-INT", &child.id().to_string()])
        .status()
        .unwrap();
    assert!(killed.success());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(130), "{}", errors(&output));
    assert_eq!(error(&output)["kind"], "cancelled");
    assert_eq!(error(&output)["outcome"], "unknown");
}
