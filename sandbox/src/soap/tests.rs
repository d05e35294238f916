//! The encoder against the recordings: what PHP's SoapClient read from them, written again, must be
//! the recorded bytes.

use std::path::{Path, PathBuf};

use interserver::meta::{self, Kind, Operation, RecordMeta, Shape, WireType};
use rust_decimal::Decimal;
use serde_json::Value as Json;

use super::charset::Charset;
use super::encode;
use super::fault::Fault;
use crate::value::{Row, Val};

fn vectors() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/vectors")
}

fn json(path: &str) -> Json {
    let text = std::fs::read_to_string(vectors().join(path)).expect(path);
    serde_json::from_str(&text).expect(path)
}

/// The operation that an answer is of, by its file's name.
fn operation(file: &str) -> &'static Operation {
    let name = file.rsplit('/').next().unwrap();
    let name = name.strip_suffix(".xml").unwrap();
    let wire = name.split("--").next().unwrap();
    meta::operation(wire).expect(wire)
}

fn value(operation: &'static Operation, json: &Json) -> Val {
    match operation.returns {
        Shape::Record(record) => row(record, json),
        Shape::Records(record) => rows(record, json),
        Shape::Int => simple(WireType::Int, json),
        Shape::Done => simple(WireType::Boolean, json),
        Shape::Texts => match json {
            Json::Array(items) => {
                let items = items.iter().map(|item| simple(WireType::String, item));
                Val::List(items.collect())
            }
            _ => Val::Null,
        },
        _ => simple(WireType::String, json),
    }
}

fn rows(record: &'static RecordMeta, json: &Json) -> Val {
    match json {
        Json::Array(items) => Val::List(items.iter().map(|item| row(record, item)).collect()),
        _ => Val::Null,
    }
}

fn row(record: &'static RecordMeta, json: &Json) -> Val {
    let Json::Object(object) = json else {
        return Val::Null;
    };
    let mut row = Row::only(record, |wire| object.contains_key(wire));
    for field in record.live_fields() {
        if let Some(json) = object.get(field.wire) {
            let value = match field.kind {
                Kind::Record(inner) => self::row(inner, json),
                Kind::Records(inner) => rows(inner, json),
                _ => simple(field.wire_type, json),
            };
            row.set(field.wire, value);
        }
    }
    Val::Row(row)
}

fn simple(wire: WireType, json: &Json) -> Val {
    match (wire, json) {
        (WireType::Float, Json::Number(number)) => {
            Val::Float(number.to_string().parse::<Decimal>().expect("a decimal"))
        }
        (_, Json::Number(number)) => Val::Int(number.as_i64().expect("a whole number")),
        (_, Json::String(text)) => Val::from(text.as_str()),
        (_, Json::Bool(flag)) => Val::Bool(*flag),
        _ => Val::Null,
    }
}

/// Whether written and recorded are the same, said in a way that shows where they are not.
fn compare(file: &str, written: &[u8], charset_folder: &str) {
    let recorded = std::fs::read(vectors().join(charset_folder).join(file)).expect(file);
    if written != recorded {
        let at = written
            .iter()
            .zip(&recorded)
            .take_while(|(a, b)| a == b)
            .count();
        let show = |bytes: &[u8]| {
            let end = bytes.len().min(at + 60);
            String::from_utf8_lossy(&bytes[at.saturating_sub(60)..end]).into_owned()
        };
        panic!(
            "{file} differs\nwritten:  {}\nrecorded: {}",
            show(written),
            show(&recorded)
        );
    }
}

fn written(file: &str, json: &Json, charset: Charset) -> Vec<u8> {
    let operation = operation(file);
    encode::answer(operation, &value(operation, json), charset).expect(file)
}

#[test]
fn every_recorded_answer_is_written_byte_for_byte() {
    let expected = json("expected/responses.json");
    let expected = expected.as_object().unwrap();
    assert_eq!(expected.len(), 102);
    for (file, entry) in expected {
        compare(
            file,
            &written(file, &entry["value"], Charset::Latin1),
            "responses",
        );
    }
}

#[test]
fn every_recorded_variant_is_written_byte_for_byte() {
    // PHP reads these so that what was sent cannot be told any more. The sandbox sends none of
    // them of its own accord.
    let unclear = [
        "--floats.xml",
        "--text-in-an-int-field.xml",
        "--control-character.xml",
    ];
    let mut compared = 0;
    for (file, entry) in json("expected/variants.json").as_object().unwrap() {
        if unclear.iter().any(|case| file.ends_with(case)) {
            continue;
        }
        let operation = operation(file);
        let mut value = match entry.get("value") {
            Some(json) => value(operation, json),
            // Those that end as a fault returned false.
            None => {
                let answer = encode::answer(operation, &Val::Bool(false), Charset::Latin1);
                assert!(answer.is_err(), "{file}");
                compare(
                    file,
                    &Fault::unserializable().envelope(Charset::Latin1),
                    "variants",
                );
                compared += 1;
                continue;
            }
        };
        if file.ends_with("--empty-strings.xml")
            && let Val::Row(row) = &mut value
        {
            // A number field without text is null to PHP.
            row.replace_nulls(&Val::from(""));
        }
        let written = encode::answer(operation, &value, Charset::Latin1).expect(file);
        compare(file, &written, "variants");
        compared += 1;
    }
    assert!(compared > 185, "{compared}");
}

#[test]
fn every_charset_is_written_byte_for_byte() {
    let readings = json("expected/readings.json");
    let charsets = [
        ("iso-8859-1", Charset::Latin1),
        ("utf-8", Charset::Utf8),
        ("mislabelled", Charset::Mislabelled),
    ];
    for (file, entry) in json("expected/encodings.json").as_object().unwrap() {
        let (folder, _) = file.split_once('/').unwrap();
        let (_, charset) = charsets.iter().find(|(name, _)| *name == folder).unwrap();
        let reading = readings.get(format!("encodings/{file}"));
        let json = &reading.unwrap_or(entry)["value"];
        let operation = operation(file);
        let mut value = value(operation, json);
        if file == "mislabelled/api_ticketPost--echo.xml"
            && let Val::Row(row) = &mut value
        {
            // It came in a request.
            let kept = charset.keep(row.text("status_text").to_owned());
            row.set("status_text", kept);
        }
        let written = encode::answer(operation, &value, *charset).expect(file);
        compare(file, &written, "encodings");
    }
}

#[test]
fn text_of_requests_loses_what_latin_1_lacks() {
    let text = "é ü € 日本 & <x>";
    assert_eq!(Charset::Latin1.keep(text.to_owned()), "é ü ? ?? & <x>");
    assert_eq!(Charset::Utf8.keep(text.to_owned()), text);
    let mut bytes = Vec::new();
    let kept = Charset::Mislabelled.keep(text.to_owned());
    Charset::Mislabelled.write(&kept, &mut bytes);
    assert_eq!(bytes, b"\xe9 \xfc ? ?? & <x>");
}

#[test]
fn a_raised_fault_says_iso_8859_1_on_every_server() {
    let fault = Fault {
        code: "Client".to_owned(),
        text: "Bad argument".to_owned(),
        raised: true,
    };
    let envelope = fault.envelope(Charset::Utf8);
    assert!(envelope.starts_with(b"<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>"));
}

#[test]
fn the_wsdl_is_the_recorded_one() {
    let recorded = std::fs::read(vectors().join("nusoap.wsdl")).unwrap();
    let recorded: String = recorded.iter().map(|&byte| char::from(byte)).collect();
    let recorded = undocumented(&recorded);
    let written = undocumented(&super::wsdl::wsdl("https://my.interserver.net/api.php"));
    for (section, end) in [
        ("<xsd:complexType", "</xsd:complexType>\n"),
        ("<message", "</message>\n"),
        ("<operation", "</operation>\n"),
    ] {
        let (written, recorded) = (
            parts(&written, section, end),
            parts(&recorded, section, end),
        );
        assert_eq!(written.len(), recorded.len(), "{section}");
        for (written, recorded) in written.iter().zip(&recorded) {
            assert_eq!(written, recorded);
        }
    }
    // What stands around the parts.
    assert_eq!(frame(&written), frame(&recorded));
}

/// The parts of a kind, sorted.
fn parts(wsdl: &str, start: &str, end: &str) -> Vec<String> {
    let mut parts: Vec<String> = wsdl
        .split(end)
        .filter_map(|piece| piece.rfind(start).map(|at| piece[at..].to_owned()))
        .collect();
    parts.sort();
    parts
}

/// A description without its documentation, which is each side's own and can have several lines.
fn undocumented(text: &str) -> String {
    let mut pieces = text.split("    <documentation>");
    let mut kept = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        kept.push_str(piece.split_once("</documentation>\n").unwrap().1);
    }
    kept
}

/// The lines outside types, messages and operations.
fn frame(wsdl: &str) -> Vec<&str> {
    let mut inside = false;
    let mut lines = Vec::new();
    for line in wsdl.lines() {
        let text = line.trim_start();
        let starts = ["<xsd:complexType", "<message", "<operation"];
        inside |= starts.iter().any(|start| text.starts_with(start));
        if !inside {
            lines.push(line);
        }
        let ends = ["</xsd:complexType>", "</message>", "</operation>"];
        inside &= !ends.iter().any(|end| text.ends_with(end));
    }
    lines
}
