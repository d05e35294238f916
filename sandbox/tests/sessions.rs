//! Sessions begin, end, and answer in many forms once they have.

#![allow(clippy::unwrap_used, reason = "a test that cannot read its data fails")]

mod common;

use std::time::Duration;

use common::{bytes, call, json_file, log_in, request, result, text};
use interserver_sandbox::{API_KEY, DeadSession, PASSWORD, USERNAME, World};
use serde_json::json;

#[test]
fn a_dead_session_is_answered_as_recorded_in_every_operation() {
    let mut compared = 0;
    for (file, entry) in json_file("variants/index.json").as_object().unwrap() {
        if !file.ends_with("--unknown-session.xml") {
            continue;
        }
        let wire = entry["function"].as_str().unwrap();
        let response = World::new(1).handle(&request(wire, &entry["arguments"]));
        assert_eq!(u64::from(response.status), entry["http_status"], "{file}");
        let recorded = bytes(&format!("variants/{file}"));
        let recorded: String = recorded.iter().map(|&byte| char::from(byte)).collect();
        assert_eq!(text(&response), recorded, "{file}");
        compared += 1;
    }
    assert_eq!(compared, 91);
}

#[test]
fn every_operation_with_a_session_refuses_a_dead_one_in_every_form() {
    for form in DeadSession::ALL {
        let mut world = World::new(1);
        world.set_dead_session_answer(*form);
        let before = world.state();
        let samples = json_file("arguments.json");
        for operation in interserver::meta::operations().filter(|operation| operation.session) {
            let response = call(&mut world, operation.wire, samples[operation.wire].clone());
            assert!(matches!(response.status, 200 | 500), "{}", operation.wire);
        }
        assert_eq!(world.state(), before, "{form:?}");
        assert!(world.requests().iter().all(|request| !request.executed));
    }
}

#[test]
fn the_forms_are_those_of_nusoap() {
    let answer = |form: DeadSession, wire: &str| {
        let mut world = World::new(1);
        world.set_dead_session_answer(form);
        let response = call(&mut world, wire, json!({ "sid": "x", "id": 1 }));
        text(&response)
    };
    let get = |form| answer(form, "api_vps_get_service");
    let list = |form| answer(form, "api_vps_get_services");
    assert!(
        get(DeadSession::EmptyArray).contains("<return xsi:type=\"tns:sql_row_vps\"></return>")
    );
    assert!(
        get(DeadSession::Nil).contains("<return xsi:nil=\"true\" xsi:type=\"tns:sql_row_vps\"/>")
    );
    assert!(
        get(DeadSession::StructOfNulls).contains("<vps_id xsi:nil=\"true\" xsi:type=\"xsd:int\"/>")
    );
    assert!(get(DeadSession::False).contains("unable to serialize result"));
    assert!(get(DeadSession::Fault).contains("<SOAP-ENV:Fault>"));
    assert!(list(DeadSession::False).contains("arrayType=\"tns:sql_row_vps[0]\"></return>"));
    assert!(list(DeadSession::Nil).contains("xsi:nil=\"true\""));
    let validate = answer(DeadSession::StatusError, "api_api_validate_buy_vps");
    assert!(validate.contains("<status xsi:type=\"xsd:string\">error</status></return>"));
    assert!(!validate.contains("service_cost"));
    let cancel = answer(DeadSession::False, "api_vps_cancel_service");
    assert!(cancel.contains(">false</return>"));
}

#[test]
fn a_wrong_password_gives_an_empty_text() {
    let mut world = World::new(1);
    let mut login = |name: &str, password: &str| {
        let arguments = json!({ "username": name, "password": password });
        result(&call(&mut world, "api_login", arguments))
    };
    assert_eq!(login(USERNAME, "wrong"), "");
    assert_eq!(login("other@example.com", PASSWORD), "");
    let (first, second) = (login(USERNAME, PASSWORD), login(USERNAME, API_KEY));
    assert_ne!(first, second);
    assert_eq!(first.len(), 32);
    assert!(first.chars().all(|c| c.is_ascii_hexdigit()));
}

#[test]
fn a_session_lives_two_hours() {
    let mut world = World::new(1);
    let sid = log_in(&mut world);
    let role = |world: &mut World| result(&call(world, "api_get_ima", json!({ "sid": sid })));
    assert_eq!(role(&mut world), "client");
    world.advance(Duration::from_secs(7199));
    assert_eq!(role(&mut world), "client");
    world.advance(Duration::from_secs(1));
    assert_eq!(role(&mut world), "");
}

#[test]
fn sessions_can_be_ended_on_demand() {
    let mut world = World::new(1);
    let sid = log_in(&mut world);
    world.expire_sessions();
    assert_eq!(
        result(&call(&mut world, "api_get_ima", json!({ "sid": sid }))),
        ""
    );
}

#[test]
fn the_same_seed_gives_the_same_answers() {
    let script = |seed: u64| {
        let mut world = World::new(seed);
        let sid = log_in(&mut world);
        let tickets = json!({ "sid": sid, "page": 1, "limit": 50, "status": "" });
        (
            sid.clone(),
            text(&call(&mut world, "api_getTicketList", tickets)),
        )
    };
    assert_eq!(script(5), script(5));
    assert_ne!(script(5), script(6));
}
