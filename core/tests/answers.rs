//! Every recorded answer, through the raw door and through the typed methods.
//!
//! What they must give was not made by this library: PHP's SoapClient read the same bytes
//! (`tests/tools/expected.php`), and a person read those that PHP cannot judge.

#![allow(clippy::unwrap_used, reason = "a test that cannot read its data fails")]

mod support;
#[path = "support/typed.rs"]
mod typed;

use interserver::data::{DataRecord, Datum, float_text};
use interserver::meta::{self, Field, Kind, Operation, RecordMeta, Shape, WireType};
use interserver::{Error, ErrorKind, Value};
use serde_json::Value as Json;
use support::{Played, bytes, json};

/// A recorded answer with what a client must make of it.
struct Recording {
    file: String,
    operation: &'static Operation,
    status: u16,
    encoding: Option<String>,
    ends: String,
    value: Json,
    fault: Json,
}

fn recordings() -> Vec<Recording> {
    let readings = json("vectors/expected/readings.json");
    let oddities = json("vectors/oddities/index.json");
    json("vectors/expected/verdicts.json")
        .as_object()
        .unwrap()
        .iter()
        .map(|(file, verdict)| {
            let (folder, name) = file.split_once('/').unwrap();
            let expected = match readings.get(file) {
                Some(reading) => reading.clone(),
                None => json(&format!("vectors/expected/{folder}.json"))[name].clone(),
            };
            Recording {
                file: file.clone(),
                operation: meta::operation(verdict["function"].as_str().unwrap()).unwrap(),
                status: u16::try_from(verdict["http_status"].as_u64().unwrap()).unwrap(),
                encoding: oddities[name]["content_encoding"]
                    .as_str()
                    .map(str::to_owned),
                ends: verdict["ends"].as_str().unwrap().to_owned(),
                value: expected["value"].clone(),
                fault: expected["fault"].clone(),
            }
        })
        .collect()
}

impl Recording {
    fn played(&self) -> Played {
        let body = bytes(&format!("vectors/{}", self.file));
        if self.operation.wire == "api_login" {
            let status = self.status;
            return Played::new(move |_| {
                let mut response = support::ok(body.clone());
                response.status = status;
                Ok(response)
            });
        }
        Played::recorded(self.status, self.encoding.as_deref(), body)
    }

    /// The documented sample arguments; the played answer does not depend on them.
    fn arguments(&self) -> Vec<(String, Value)> {
        let arguments = json("vectors/arguments.json");
        let given = arguments[self.operation.wire].as_object().unwrap().clone();
        given
            .into_iter()
            .filter(|(name, _)| name != "sid")
            .map(|(n, v)| (n, v.into()))
            .collect()
    }

    fn check_end<T>(&self, result: &Result<T, Error>) {
        let end = result
            .as_ref()
            .map_or_else(|error| error.kind().as_str(), |_| "ok");
        let why = result.as_ref().err();
        assert_eq!(end, self.ends, "{}: {why:?}", self.file);
        if let (Some(error), Some(code)) = (why, self.fault["code"].as_str()) {
            let bare = code.rsplit(':').next();
            assert_eq!(error.fault_code(), bare, "{}", self.file);
            let said = self.fault["string"].as_str().unwrap().trim();
            assert!(
                self.ends == "not_found" || error.message().contains(said),
                "{}: {error}",
                self.file
            );
        }
    }
}

#[test]
fn every_recorded_file_has_a_verdict() {
    let read: std::collections::BTreeSet<_> = recordings().into_iter().map(|r| r.file).collect();
    let mut there = std::collections::BTreeSet::new();
    let folders = ["responses", "variants", "encodings", "faults", "oddities"];
    let mut open: Vec<_> = folders.map(String::from).into();
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(support::tests(&format!("vectors/{folder}"))).unwrap() {
            let entry = entry.unwrap();
            let path = format!("{folder}/{}", entry.file_name().to_str().unwrap());
            if entry.file_type().unwrap().is_dir() {
                open.push(path);
            } else if !path.ends_with(".json") && !path.ends_with(".txt") {
                there.insert(path);
            }
        }
    }
    assert_eq!(read, there);
}

#[tokio::test]
async fn the_raw_door_reads_every_recording_as_php_does() {
    let recordings = recordings();
    for recording in recordings {
        let client = recording.played().client();
        let result = client
            .call(recording.operation.wire, recording.arguments())
            .await;
        recording.check_end(&result);
        if let Ok(value) = result {
            let value = serde_json::to_value(value).unwrap();
            same(&recording.file, &value, &recording.value);
        }
    }
}

#[tokio::test]
async fn typed_methods_read_every_recording_as_php_does() {
    let callers = typed::callers();
    assert_eq!(callers.len(), 102);
    for recording in recordings() {
        let client = recording.played().client();
        let result = callers[recording.operation.wire](&client).await;
        recording.check_end(&result);
        if let Ok(value) = result {
            let file = &recording.file;
            match recording.operation.returns {
                Shape::Record(record) => same_record(file, record, &value, &recording.value),
                Shape::Records(record) => same_rows(file, record, &value, &recording.value),
                Shape::Done => {
                    assert_eq!((&value, &recording.value), (&Json::Null, &Json::Bool(true)))
                }
                _ => same(file, &value, &recording.value),
            }
        }
    }
}

#[tokio::test]
async fn faults_carry_code_text_and_detail() {
    let fault = |file: &str| {
        let played = Played::recorded(500, None, bytes(&format!("vectors/faults/{file}")));
        async move { played.client().vps().get(1).await.unwrap_err() }
    };
    let error = fault("on-demand.xml").await;
    assert_eq!(
        (error.kind(), error.fault_code()),
        (ErrorKind::Fault, Some("Server"))
    );
    assert_eq!(error.http_status(), Some(500));
    assert!(
        error
            .message()
            .contains("Fault on demand: <b>\"quoted\"</b> & more"),
        "{error}"
    );
    assert!(error.message().contains("the detail & <more>"), "{error}");
    let error = fault("on-demand-structured-detail.xml").await;
    assert!(
        error.message().contains("code: 42") && error.message().contains("one two"),
        "{error}"
    );
    let error = fault("php-soapserver-fault.xml").await;
    assert!(
        error.message().contains("é") && error.message().contains("value: 42"),
        "{error}"
    );
}

#[tokio::test]
async fn what_the_api_says_reaches_the_caller() {
    let body = bytes("vectors/responses/api_make_payment.xml");
    let client = Played::recorded(200, None, body).client();
    let error = client
        .billing()
        .pay(interserver::Module::Vps, 1)
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Api);
    assert_eq!(
        error.status_text(),
        Some("Invalid Invoice Number Passed or missing Module information.")
    );
}

/// Plain values: numbers by value, since the wire's decimals are text here and floats in PHP.
fn same(at: &str, ours: &Json, expected: &Json) {
    match (ours, expected) {
        // PHP gives null for a null list.
        (Json::Array(items), Json::Null) if items.is_empty() => {}
        (Json::Array(ours), Json::Array(expected)) => {
            assert_eq!(ours.len(), expected.len(), "{at}");
            for (index, (ours, expected)) in ours.iter().zip(expected).enumerate() {
                same(&format!("{at}[{index}]"), ours, expected);
            }
        }
        (Json::Object(ours), Json::Object(expected)) => {
            assert_eq!(
                ours.keys().collect::<Vec<_>>(),
                expected.keys().collect::<Vec<_>>(),
                "{at}"
            );
            for (name, expected) in expected {
                same(&format!("{at}.{name}"), &ours[name], expected);
            }
        }
        (Json::String(ours), Json::Number(expected)) => {
            assert_eq!(ours.parse::<f64>().ok(), expected.as_f64(), "{at}");
        }
        _ => assert_eq!(ours, expected, "{at}"),
    }
}

fn same_rows(at: &str, record: &RecordMeta, ours: &Json, expected: &Json) {
    let none = Vec::new();
    let expected = expected.as_array().unwrap_or(&none);
    let ours = ours.as_array().unwrap();
    assert_eq!(ours.len(), expected.len(), "{at}");
    for (ours, expected) in ours.iter().zip(expected) {
        same_record(at, record, ours, expected);
    }
}

fn same_record(at: &str, record: &RecordMeta, ours: &Json, expected: &Json) {
    for field in record.fields {
        let sent = expected.get(field.wire).unwrap_or(&Json::Null);
        let at = format!("{at} {}.{}", record.name, field.name);
        same_field(
            &at,
            field,
            &ours[field.name],
            sent,
            &ours["other"][field.wire],
        );
    }
    for name in expected.as_object().unwrap().keys() {
        let declared = record.fields.iter().any(|field| field.wire == name);
        assert!(
            declared || ours["other"].get(name).is_some(),
            "{at}: {name} is lost"
        );
    }
}

/// A field in code holds what the wire said, or is absent with the wire's text kept in `other`.
fn same_field(at: &str, field: &Field, ours: &Json, sent: &Json, kept: &Json) {
    let is_empty = sent.is_null() || sent == "";
    match field.kind {
        Kind::Record(record) => same_record(at, record, ours, sent),
        Kind::Records(record) => same_rows(at, record, ours, sent),
        Kind::Text | Kind::Secret => assert_eq!(ours, sent, "{at}"),
        Kind::Ids => {
            let ids: Vec<i64> = sent
                .as_str()
                .unwrap_or_default()
                .split(',')
                .filter_map(|id| id.parse().ok())
                .collect();
            assert_eq!(*ours, serde_json::json!(ids), "{at}");
        }
        Kind::Problems => {
            let lines: Vec<_> = ours
                .as_array()
                .unwrap()
                .iter()
                .filter_map(Json::as_str)
                .collect();
            let said = kept
                .as_str()
                .map_or_else(|| lines.join("\n"), str::to_owned);
            assert_eq!(said, sent.as_str().unwrap_or_default(), "{at}");
        }
        _ if is_empty => assert!(ours.is_null() && kept.is_null(), "{at}: {ours} {kept}"),
        Kind::DateTime if sent == "0000-00-00 00:00:00" => assert!(ours.is_null(), "{at}"),
        Kind::DateTime => assert_eq!(
            ours.as_str().unwrap(),
            sent.as_str().unwrap().replace(' ', "T"),
            "{at}"
        ),
        Kind::Instant => {
            let moment: interserver::Timestamp = ours.as_str().unwrap().parse().unwrap();
            let seconds = sent
                .as_f64()
                .or_else(|| sent.as_str()?.parse().ok())
                .unwrap();
            assert_eq!(moment.as_duration().as_secs_f64(), seconds, "{at}");
        }
        Kind::Flag if sent == 0 || sent == 1 => assert_eq!(*ours, Json::Bool(sent == 1), "{at}"),
        Kind::Word(_) => {
            let (ours, sent) = (ours.as_str().unwrap(), sent.as_str().unwrap());
            assert!(ours.eq_ignore_ascii_case(sent), "{at}: {ours} {sent}");
        }
        Kind::Extra => assert!(!ours.is_null(), "{at}"),
        Kind::Decimal if !ours.is_null() => same(at, ours, sent),
        Kind::Int if field.wire == "totalPages" => {
            let pages: f64 = sent.as_str().unwrap().parse().unwrap();
            assert_eq!(ours.as_f64().unwrap(), pages.ceil(), "{at}");
        }
        Kind::Int if !ours.is_null() => {
            let number = sent.as_i64().or_else(|| sent.as_str()?.parse().ok());
            assert_eq!(ours.as_i64(), number, "{at}");
        }
        Kind::Decimal | Kind::Int | Kind::Flag => same(at, kept, sent),
        other => panic!("{at}: no rule for {other:?}"),
    }
}

#[tokio::test]
async fn an_attribute_is_what_stands_outside_of_quotes() {
    for (attributes, is_null) in [
        ("xsi:nil = \"true\"", true),
        ("xsi:type='xsd:string'\n xsi:nil='1'", true),
        ("note='xsi:nil=\"true\"'", false),
        ("note=\" href='#none'\"", false),
        ("xsi:nil=\"false\" note=\"nil\"", false),
    ] {
        let row = format!("<return><vps_id>1</vps_id><vps_ip {attributes}></vps_ip></return>");
        let client = Played::recorded(200, None, support::envelope(&row)).client();
        let vps = client.vps().get(1).await.unwrap();
        assert_eq!(vps.ip.is_none(), is_null, "{attributes}");
    }
}

#[tokio::test]
async fn a_field_that_is_sent_twice_costs_nothing() {
    for ids in [
        "<vps_id>1</vps_id><vps_id>2</vps_id>",
        "<vps_id>2</vps_id><vps_id>x</vps_id>",
    ] {
        let row = format!("<return><item>{ids}<vps_slices>3</vps_slices></item></return>");
        let client = Played::recorded(200, None, support::envelope(&row)).client();
        let list = client.vps().list().await.unwrap();
        assert_eq!((list[0].id, list[0].slices), (2, Some(3)), "{ids}");
    }
}

/// What serde writes of the typed answer.
fn as_typed(datum: &Datum) -> Json {
    let instant = |moment: &interserver::data::Moment| {
        let fraction = format!(".{:03}", moment.milliseconds());
        let fraction = fraction.trim_end_matches('0').trim_end_matches('.');
        format!("{}{fraction}Z", moment.in_utc().to_text())
    };
    match datum {
        Datum::Int(number) => (*number).into(),
        Datum::Decimal(text) | Datum::Text(text) => text.as_str().into(),
        Datum::Flag(flag) => (*flag).into(),
        Datum::DateTime(time) => time.to_text().into(),
        Datum::Instant(moment) => instant(moment).into(),
        Datum::Secret(secret) => secret.expose().into(),
        Datum::Extra(extra) => serde_json::to_value(extra).unwrap(),
        Datum::Ids(ids) => ids.clone().into(),
        Datum::Texts(texts) => texts.clone().into(),
        Datum::Record(record) => record_as_typed(record),
        Datum::Records(records) => records.iter().map(record_as_typed).collect(),
        _ => Json::Null,
    }
}

fn record_as_typed(record: &DataRecord) -> Json {
    let mut object: serde_json::Map<_, _> = record
        .fields()
        .map(|(field, value)| (field.name.to_owned(), as_typed(value)))
        .collect();
    if !record.other().is_empty() {
        let other = serde_json::to_value(record.other()).unwrap();
        object.insert("other".to_owned(), other);
    }
    object.into()
}

#[tokio::test]
async fn answers_as_data_are_what_the_typed_ones_are() {
    let callers = typed::callers();
    let mut compared = 0;
    for recording in recordings() {
        let operation = recording.operation;
        let given = recording.arguments();
        let values = operation
            .wire_params()
            .map(|(param, scalar)| {
                let value = given.iter().find(|(name, _)| name == param.wire);
                match (scalar.wire, value.map(|(_, value)| value.clone())) {
                    (WireType::Float, Some(Value::Float(number))) => float_text(number).into(),
                    (WireType::Float, Some(Value::Int(number))) => number.to_string().into(),
                    (_, value) => value.unwrap_or_default(),
                }
            })
            .collect();
        let data = recording.played().client().invoke(operation, values).await;
        let typed = callers[operation.wire](&recording.played().client()).await;
        match (typed, data) {
            (Ok(typed), Ok(data)) => assert_eq!(as_typed(&data), typed, "{}", recording.file),
            (Err(typed), Err(data)) => {
                let facts = |error: &Error| serde_json::to_value(error).unwrap();
                assert_eq!(facts(&data), facts(&typed), "{}", recording.file);
            }
            (typed, data) => panic!("{}: {typed:?}, but {data:?}", recording.file),
        }
        compared += 1;
    }
    assert!(compared > 100, "the recordings are there");
}
