//! Requests of all kinds of clients are understood: the operation and every argument.

#![allow(clippy::unwrap_used, reason = "a test that cannot read its data fails")]

mod common;

use common::{bytes, envelope, json_file, soap, vectors};
use interserver_sandbox::{Charset, HttpRequest, World};
use serde_json::{Map, Value as Json, json};

/// What the sandbox understood: the operation and its arguments.
fn understood(request: &HttpRequest) -> (String, Map<String, Json>) {
    let mut world = World::new(1);
    let response = world.handle(request);
    assert_ne!(response.status, 404);
    let logged = world.requests().last().expect("it was logged");
    (
        logged.operation.clone(),
        logged.arguments.iter().cloned().collect(),
    )
}

/// Samples as the log shows them: the session id and secrets masked.
fn masked(function: &str, arguments: &Json) -> Map<String, Json> {
    let operation = interserver::meta::operation(function).expect(function);
    let mut arguments = arguments.as_object().expect("arguments").clone();
    for (name, value) in &mut arguments {
        let secret = name == "sid"
            || operation
                .wire_params()
                .any(|(param, scalar)| param.wire == name && scalar.secret);
        if secret {
            *value = json!("***");
        }
    }
    arguments
}

#[test]
fn all_recorded_requests_of_phps_client_are_understood() {
    let samples = json_file("arguments.json");
    let samples = samples.as_object().unwrap();
    assert_eq!(samples.len(), 102);
    for (function, arguments) in samples {
        let request = soap(bytes(&format!("requests/{function}.xml")));
        let (operation, found) = understood(&request);
        assert_eq!(operation, *function);
        assert_eq!(found, masked(function, arguments), "{function}");
    }
}

#[test]
fn requests_of_six_other_clients_are_understood() {
    let samples = json_file("arguments.json");
    let mut seen = 0;
    let clients = std::fs::read_dir(vectors().join("also-accepted")).unwrap();
    for client in clients.map(|entry| entry.unwrap()) {
        for file in std::fs::read_dir(client.path())
            .unwrap()
            .map(|entry| entry.unwrap())
        {
            let path = file.path();
            let name = path.file_name().unwrap().to_str().unwrap();
            let Some(function) = name.strip_suffix(".xml") else {
                continue;
            };
            let headers = path.with_file_name(format!("{function}.headers.txt"));
            let headers = std::fs::read_to_string(headers).unwrap();
            let mut lines = headers.lines();
            let target = lines.next().unwrap().split(' ').nth(1).unwrap();
            let (path_only, query) = target.split_once('?').unwrap_or((target, ""));
            let request = HttpRequest {
                path: path_only.to_owned(),
                query: query.to_owned(),
                headers: lines
                    .filter_map(|line| line.split_once(": "))
                    .map(|(name, value)| (name.to_owned(), value.to_owned()))
                    .collect(),
                ..soap(std::fs::read(&path).unwrap())
            };
            let (operation, found) = understood(&request);
            assert_eq!(operation, function, "{}", path.display());
            let mut wanted = masked(function, &samples[function]);
            if function == "api_ticketPost" {
                wanted.insert("ticketID".to_owned(), json!("ECHO"));
            }
            // Some send no types, so all is text, and one sends an empty text for null.
            let plain = |arguments: Map<String, Json>| -> Map<String, Json> {
                arguments
                    .into_iter()
                    .map(|(name, value)| {
                        let text = value
                            .as_str()
                            .map_or_else(|| value.to_string(), str::to_owned);
                        (
                            name,
                            json!(if text == "null" { String::new() } else { text }),
                        )
                    })
                    .collect()
            };
            assert_eq!(plain(found), plain(wanted), "{}", path.display());
            seen += 1;
        }
    }
    assert_eq!(seen, 33);
}

fn arguments(content: &str) -> Map<String, Json> {
    understood(&soap(envelope(content))).1
}

#[test]
fn arguments_go_by_position_and_their_names_mean_nothing() {
    let found = arguments(
        "<x:api_vps_get_service xmlns:x=\"urn:other\"><b xsi:type=\"xsd:string\">0</b>\
         <a xsi:type=\"xsd:int\">10001</a></x:api_vps_get_service>",
    );
    assert_eq!(found["id"], json!(10001));
}

#[test]
fn an_untyped_false_is_text_and_so_true() {
    let mut world = World::new(1);
    let sid = common::log_in(&mut world);
    let mut add = |flag: &str| {
        let content = format!(
            "<ns1:api_add_prepay><sid>{sid}</sid><module>vps</module><amount>10.5</amount>{flag}\
             </ns1:api_add_prepay>"
        );
        common::result(&world.handle(&soap(envelope(&content))))
    };
    let untyped = add("<automatic_use>false</automatic_use>");
    let typed = add("<automatic_use xsi:type=\"xsd:boolean\">false</automatic_use>");
    let state = world.state();
    let automatic = |id: &str| {
        let prepays = state["prepays"].as_array().unwrap();
        let prepay = prepays
            .iter()
            .find(|row| row["prepay_id"].as_i64() == id.parse().ok());
        prepay.unwrap()["prepay_automatic_use"].clone()
    };
    assert_eq!(automatic(&untyped), json!(1));
    assert_eq!(automatic(&typed), json!(0));
}

#[test]
fn numbers_are_read_as_php_reads_them() {
    for (text, number) in [
        ("1,5", 1),
        ("", 0),
        ("abc", 0),
        (" 12abc", 12),
        ("-7", -7),
        ("1e3", 1000),
        ("9223372036854775807", i64::MAX),
    ] {
        let found = arguments(&format!(
            "<ns1:api_vps_get_service><a/><b xsi:type=\"xsd:int\">{text}</b>\
             </ns1:api_vps_get_service>"
        ));
        assert_eq!(found["id"], json!(number), "{text}");
    }
}

#[test]
fn references_nulls_cdata_and_entities_are_read() {
    let found = arguments(
        "<ns1:api_ticketPost><s href=\"#s\"/><t xsi:nil=\"1\"/>\
         <c><![CDATA[a < b]]> &amp; &#233;&#xe9;&quot;\r\n</c></ns1:api_ticketPost>\
         <multiRef id=\"s\" xsi:type=\"xsd:string\">x</multiRef>",
    );
    assert_eq!(found["sid"], json!("***"));
    assert_eq!(found["ticketID"], Json::Null);
    assert_eq!(found["content"], json!("a < b & éé\"\n"));
}

#[test]
fn requests_may_come_in_latin_1_and_compressed() {
    use std::io::Write;

    let content = "<ns1:api_ticketPost><s/><t>1</t><c>Gr\u{fc}\u{df}e</c></ns1:api_ticketPost>";
    let text = envelope(content).replace("UTF-8", "ISO-8859-1");
    let latin_1: Vec<u8> = text
        .chars()
        .map(|c| u8::try_from(u32::from(c)).unwrap())
        .collect();
    let mut request = soap(latin_1.clone());
    request.headers[0].1 = "text/xml; charset=ISO-8859-1".to_owned();
    assert_eq!(understood(&request).1["content"], json!("Grüße"));

    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    encoder.write_all(&latin_1).unwrap();
    request.body = encoder.finish().unwrap();
    request
        .headers
        .push(("Content-Encoding".to_owned(), "gzip".to_owned()));
    assert_eq!(understood(&request).1["content"], json!("Grüße"));
}

#[test]
fn a_latin_1_server_loses_what_it_lacks_and_a_utf_8_server_does_not() {
    for (charset, kept) in [(Charset::Latin1, "5 ? ? é"), (Charset::Utf8, "5 € 日 é")] {
        let mut world = World::new(1);
        world.set_charset(charset);
        world.handle(&soap(envelope(
            "<ns1:api_ticketPost><s/><t>1</t><c>5 &#8364; 日 é</c></ns1:api_ticketPost>",
        )));
        let logged = world.requests().last().unwrap();
        assert_eq!(logged.arguments[2].1, json!(kept));
    }
}
