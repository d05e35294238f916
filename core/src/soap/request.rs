//! The envelope of a call, in the bytes that PHP's SoapClient would send.

use crate::meta::WireType;
use crate::value::{Value, float};

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<SOAP-ENV:Envelope \
    xmlns:SOAP-ENV=\"http://schemas.xmlsoap.org/soap/envelope/\" xmlns:ns1=\"urn:myapi\" \
    xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\"";
const INSTANCE: &str = " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"";
const BODY: &str = " xmlns:SOAP-ENC=\"http://schemas.xmlsoap.org/soap/encoding/\" \
    SOAP-ENV:encodingStyle=\"http://schemas.xmlsoap.org/soap/encoding/\"><SOAP-ENV:Body>";
const TAIL: &str = "</SOAP-ENV:Body></SOAP-ENV:Envelope>\n";

/// An argument as it goes out: wire name, wire type, value.
#[derive(Clone, Debug)]
pub(crate) struct WireArgument<'a> {
    pub(crate) name: &'a str,
    pub(crate) wire: WireType,
    pub(crate) value: &'a Value,
}

/// Writes the envelope of a call.
///
/// The server takes arguments by position and an untyped one as text, so all are there, in
/// order, each with its type.
pub(crate) fn envelope<'a>(
    operation: &str,
    arguments: impl IntoIterator<Item = WireArgument<'a>>,
) -> String {
    let mut arguments = arguments.into_iter().peekable();
    let mut xml = String::with_capacity(1024);
    xml.push_str(HEAD);
    if arguments.peek().is_none() {
        xml.push_str(BODY);
        put(&mut xml, &["<ns1:", operation, "/>"]);
    } else {
        xml.push_str(INSTANCE);
        xml.push_str(BODY);
        put(&mut xml, &["<ns1:", operation, ">"]);
        arguments.for_each(|argument| write_argument(&mut xml, &argument));
        put(&mut xml, &["</ns1:", operation, ">"]);
    }
    xml.push_str(TAIL);
    xml
}

fn put(xml: &mut String, parts: &[&str]) {
    parts.iter().for_each(|part| xml.push_str(part));
}

fn write_argument(xml: &mut String, argument: &WireArgument<'_>) {
    let name = argument.name;
    let text = match argument.value {
        Value::Null => {
            put(xml, &["<", name, " xsi:nil=\"true\"/>"]);
            return;
        }
        value => scalar_text(value),
    };
    put(
        xml,
        &["<", name, " xsi:type=\"", &argument.wire.name(), "\">"],
    );
    escape(xml, &text);
    put(xml, &["</", name, ">"]);
}

/// The text of a scalar. Lists and maps never get here: arguments are checked first.
fn scalar_text(value: &Value) -> std::borrow::Cow<'_, str> {
    match value {
        Value::Text(text) => text.into(),
        Value::Int(number) => number.to_string().into(),
        Value::Float(number) => float::text(*number).into(),
        Value::Bool(flag) => if *flag { "true" } else { "false" }.into(),
        Value::Null | Value::List(_) | Value::Map(_) => "".into(),
    }
}

/// A raw carriage return would be read as a line feed, so it is written as a reference.
fn escape(xml: &mut String, text: &str) {
    for part in text.split_inclusive(['&', '<', '>', '\r']) {
        let (rest, special) = match part.char_indices().next_back() {
            Some((at, special @ ('&' | '<' | '>' | '\r'))) => (&part[..at], Some(special)),
            _ => (part, None),
        };
        xml.push_str(rest);
        xml.push_str(match special {
            Some('&') => "&amp;",
            Some('<') => "&lt;",
            Some('>') => "&gt;",
            Some(_) => "&#13;",
            None => "",
        });
    }
}
