//! The bytes that go out, against those that PHP's SoapClient sent for the same arguments.
//!
//! `tests/tools/c14n.py --stdin-dir` compares them after inclusive canonicalisation; here they
//! are the same bytes to begin with, which says more.

#![allow(clippy::unwrap_used, reason = "a test that cannot read its data fails")]

mod support;

use interserver::{Client, Value, meta};
use support::{Played, SESSION, bytes, json, ok, operation};

/// Answers the login with the recorded session, and everything else with a fault.
fn transport() -> Played {
    Played::new(|request| {
        let recorded = match operation(request).as_str() {
            "api_login" => bytes("vectors/responses/api_login.xml"),
            _ => bytes("vectors/faults/on-demand-client.xml"),
        };
        Ok(ok(recorded))
    })
}

#[tokio::test]
async fn every_function_is_called_in_the_recorded_bytes() {
    let arguments = json("vectors/arguments.json");
    for called in meta::operations() {
        let played = transport();
        let client = played.client();
        let given = arguments[called.wire].as_object().unwrap();
        let given = given
            .iter()
            .filter(|(name, _)| *name != "sid")
            .map(|(name, value)| (name.clone(), Value::from(value.clone())));
        let result = client.call(called.wire, given).await;
        if called.wire != "api_login" {
            assert_eq!(
                result.unwrap_err().fault_code(),
                Some("Client"),
                "{}",
                called.wire
            );
        }
        let sent = played.sent().pop().unwrap();
        let recorded = bytes(&format!("vectors/requests/{}.xml", called.wire));
        assert_eq!(
            sent.body,
            String::from_utf8(recorded).unwrap(),
            "{}",
            called.wire
        );
    }
}

#[tokio::test]
async fn headers_are_the_ones_nusoap_needs() {
    let played = transport();
    let _ = played.client().vps().locations().await;
    let headers = &played.sent()[0].headers;
    let header = |name: &str| {
        let found: Vec<_> = headers.iter().filter(|(key, _)| *key == name).collect();
        assert_eq!(found.len(), 1, "{name}");
        found[0].1.clone()
    };
    assert_eq!(header("content-type"), "text/xml; charset=utf-8");
    assert_eq!(
        header("soapaction"),
        "\"urn:myapi#get_vps_locations_array\""
    );
    assert_eq!(header("accept-encoding"), "gzip");
    assert!(header("user-agent").starts_with("interserver-rust/"));
}

#[tokio::test]
async fn text_is_escaped_and_carriage_returns_survive() {
    let played = transport();
    let text = "a<b>&\"'\r\nc\td";
    let _ = played.client().support().reply("KVO-1", text).await;
    let body = played.sent().pop().unwrap().body;
    assert!(body.contains("a&lt;b&gt;&amp;\"'&#13;\nc\td"), "{body}");
}

#[tokio::test]
async fn an_unknown_function_keeps_the_callers_order_and_types() {
    let played = transport();
    let client = played.client();
    let given = [
        ("zeta", Value::from(1)),
        ("alpha", Value::from("x")),
        ("flag", Value::from(true)),
    ];
    let _ = client.call("api_brand_new", given).with_session().await;
    let body = played.sent().pop().unwrap().body;
    let expected = format!(
        "<ns1:api_brand_new><sid xsi:type=\"xsd:string\">{SESSION}</sid><zeta \
         xsi:type=\"xsd:int\">1</zeta><alpha xsi:type=\"xsd:string\">x</alpha><flag \
         xsi:type=\"xsd:boolean\">true</flag></ns1:api_brand_new>"
    );
    assert!(body.contains(&expected), "{body}");
}

#[tokio::test]
async fn an_unknown_function_gets_the_session_only_when_asked() {
    let played = transport();
    let _ = played.client().call("api_brand_new", [("id", 1)]).await;
    assert_eq!(played.count("api_login"), 0);
    assert!(!played.sent()[0].body.contains("<sid"));
}

#[tokio::test]
async fn typed_orders_send_what_the_raw_door_sends() {
    let played = transport();
    let client = played.client();
    let order = interserver::VpsOrder {
        template_file: "ubuntu-15.04-x86_64.tar.gz".into(),
        template_os: "ubuntu".into(),
        platform: "openvz".into(),
        hostname: "myserver.mydomain.com".into(),
        coupon: Some(String::new()),
        root_password: "sampleP4ssw0rd".into(),
        ..Default::default()
    };
    let _ = client.vps().buy(&order).await;
    let recorded = bytes("vectors/requests/api_api_buy_vps.xml");
    assert_eq!(
        played.sent().pop().unwrap().body,
        String::from_utf8(recorded).unwrap()
    );
}

#[test]
fn a_preview_masks_what_is_secret() {
    let client = Client::builder()
        .credentials("a@example.com", "topsecret")
        .build()
        .unwrap();
    let shown = client
        .general()
        .login("a@example.com", "topsecret")
        .preview()
        .unwrap();
    assert!(
        shown.contains("a@example.com") && !shown.contains("topsecret"),
        "{shown}"
    );
}
