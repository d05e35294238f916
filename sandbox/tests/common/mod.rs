//! What the tests share: the recordings, and requests written by hand.

#![allow(dead_code)] // Each test file takes what it needs.

use std::path::{Path, PathBuf};

use interserver::meta::{self, WireType};
use interserver_sandbox::{HttpRequest, HttpResponse, PASSWORD, USERNAME, World};
use serde_json::{Value as Json, json};

/// The folder of the recordings.
pub(crate) fn vectors() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/vectors")
}

/// A recorded file.
pub(crate) fn bytes(path: &str) -> Vec<u8> {
    std::fs::read(vectors().join(path)).expect(path)
}

/// A recorded JSON file.
pub(crate) fn json_file(path: &str) -> Json {
    serde_json::from_slice(&bytes(path)).expect(path)
}

/// A SOAP request as a good client sends it.
pub(crate) fn soap(body: impl Into<Vec<u8>>) -> HttpRequest {
    HttpRequest {
        method: "POST".to_owned(),
        path: "/api.php".to_owned(),
        headers: vec![(
            "Content-Type".to_owned(),
            "text/xml; charset=utf-8".to_owned(),
        )],
        body: body.into(),
        ..HttpRequest::default()
    }
}

/// An envelope around a body's content.
pub(crate) fn envelope(content: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<SOAP-ENV:Envelope \
         xmlns:SOAP-ENV=\"http://schemas.xmlsoap.org/soap/envelope/\" xmlns:ns1=\"urn:myapi\" \
         xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><SOAP-ENV:Body>{content}\
         </SOAP-ENV:Body></SOAP-ENV:Envelope>"
    )
}

/// The request for an operation with arguments by wire names, the session id among them.
pub(crate) fn request(wire: &str, arguments: &Json) -> HttpRequest {
    let operation = meta::operation(wire).expect(wire);
    let session = operation.session.then_some(("sid", WireType::String));
    let params = operation
        .wire_params()
        .map(|(param, scalar)| (param.wire, scalar.wire));
    let mut content = format!("<ns1:{wire}>");
    for (name, wire_type) in session.into_iter().chain(params) {
        let text = match &arguments[name] {
            Json::Null => {
                content.push_str(&format!("<{name} xsi:nil=\"true\"/>"));
                continue;
            }
            Json::String(text) => escape(text),
            other => other.to_string(),
        };
        let wire_type = wire_type.name();
        content.push_str(&format!("<{name} xsi:type=\"{wire_type}\">{text}</{name}>"));
    }
    content.push_str(&format!("</ns1:{wire}>"));
    soap(envelope(&content))
}

/// Calls an operation.
pub(crate) fn call(world: &mut World, wire: &str, arguments: Json) -> HttpResponse {
    world.handle(&request(wire, &arguments))
}

/// Logs in and gives the session id.
pub(crate) fn log_in(world: &mut World) -> String {
    let arguments = json!({ "username": USERNAME, "password": PASSWORD });
    result(&call(world, "api_login", arguments))
}

/// The text of an answer.
pub(crate) fn text(response: &HttpResponse) -> String {
    response.body.iter().map(|&byte| char::from(byte)).collect()
}

/// What stands in the `return` element, as it is.
pub(crate) fn result(response: &HttpResponse) -> String {
    let text = text(response);
    let (_, rest) = text.split_once("<return").expect("an answer");
    let (_, rest) = rest.split_once('>').expect("a tag");
    rest.rsplit_once("</return>").expect("an end").0.to_owned()
}

/// What stands in the first element of a name, as it is.
pub(crate) fn field(response: &HttpResponse, name: &str) -> String {
    let text = text(response);
    let (_, rest) = text.split_once(&format!("<{name} ")).expect(name);
    let (_, rest) = rest.split_once('>').expect("a tag");
    rest.split_once(&format!("</{name}>"))
        .expect("an end")
        .0
        .to_owned()
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('\r', "&#13;")
}
