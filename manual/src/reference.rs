//! The reference as data: what the site makes its pages from.

use interserver::ErrorKind;
use interserver::meta::{
    self, Effect, EnumMeta, InputMeta, Kind, Operation, Origin, Param, ParamKind, RecordMeta,
    ScalarType, Service, Shape, WireType,
};
use serde_json::{Map, Value as Json, json};

use crate::plan::Plan;
use crate::program::LANGUAGES;
use crate::stored::Stored;

/// The whole reference. Plans are in the order of the manual, as the declaration is.
pub(crate) fn reference(plans: &[Plan], stored: &Stored) -> Json {
    json!({
        "version": env!("CARGO_PKG_VERSION"),
        "languages": LANGUAGES.iter().map(|language| json!({
            "id": language.id,
            "label": language.label,
            "fence": language.fence,
        })).collect::<Vec<_>>(),
        "services": meta::services().iter().map(|own| service(own, plans, stored)).collect::<Vec<_>>(),
        "errors": ErrorKind::ALL.iter().map(|kind| error(*kind)).collect::<Vec<_>>(),
    })
}

fn error(kind: ErrorKind) -> Json {
    // Where a call is cancelled, the languages have their own way to say so.
    let names = LANGUAGES
        .iter()
        .filter(|language| kind != ErrorKind::Cancelled || language.id == "rust");
    let names: Map<_, _> = names
        .map(|language| (language.id.to_owned(), (language.error)(kind).into()))
        .collect();
    json!({
        "kind": format!("{kind:?}"),
        "word": kind.as_str(),
        "docs": kind.docs().trim(),
        "advice": kind.advice(),
        "names": names,
    })
}

fn service(service: &'static Service, plans: &[Plan], stored: &Stored) -> Json {
    let own = plans
        .iter()
        .filter(|plan| plan.operation.service == service.name);
    json!({
        "name": service.name,
        "title": service.title,
        "docs": prose(service.docs),
        "module": service.module.is_some(),
        "operations": own.map(|plan| operation(plan, stored)).collect::<Vec<_>>(),
        "records": service.records.iter().map(|meta| record(meta)).collect::<Vec<_>>(),
        "inputs": service.inputs.iter().map(|meta| input(meta)).collect::<Vec<_>>(),
        "enums": service.enums.iter().map(|meta| words(meta)).collect::<Vec<_>>(),
    })
}

fn operation(plan: &Plan, stored: &Stored) -> Json {
    let operation = plan.operation;
    let path = operation.path();
    let examples: Map<_, _> = LANGUAGES
        .iter()
        .map(|language| {
            let example = json!({
                "code": language.program(plan),
                "output": stored.output(language.id, &path),
            });
            (language.id.to_owned(), example)
        })
        .collect();
    json!({
        "wire": operation.wire,
        "path": path,
        "name": operation.name,
        "summary": operation.summary(),
        "docs": prose(operation.docs),
        "effect": operation.effect.as_str(),
        "effectDocs": effect(operation.effect),
        "retries": retries(operation.effect),
        "session": operation.session,
        "since": operation.since,
        "deprecated": operation.deprecated,
        "awaits": operation.awaits,
        "quotedBy": operation.quoted_by.map(|name| format!("{}.{name}", operation.service)),
        "params": operation.params.iter().map(param).collect::<Vec<_>>(),
        "returns": returns(operation),
        "failures": failures(operation),
        "examples": examples,
        "xml": { "request": plan.exchange.request, "answer": plan.exchange.answer },
    })
}

fn effect(effect: Effect) -> &'static str {
    match effect {
        Effect::Read => "It changes nothing.",
        Effect::Write => "It changes or adds something.",
        Effect::Purchase => "It orders something or spends money.",
        _ => "It ends or deletes something, and no operation takes that back.",
    }
}

/// What the effect means for a call that meets trouble on its way.
fn retries(effect: Effect) -> &'static str {
    match effect {
        Effect::Read => {
            "Repeated by itself after a broken connection, a timeout, or HTTP 429, 502, 503 and 504, \
             within the call's time. You may call it again whenever you like."
        }
        Effect::Purchase => {
            "Sent once, and never again once a byte of it may have left. If its outcome is unknown, \
             look for what it would have bought before you order again."
        }
        _ => {
            "Sent once, and never again once a byte of it may have left. If its outcome is unknown, \
             look at what is there before you call it again."
        }
    }
}

fn returns(operation: &Operation) -> Json {
    let (shape, record, docs) = match operation.returns {
        Shape::Done => (
            "done",
            None,
            "Nothing: that it returns means that it worked.",
        ),
        Shape::Int if operation.creates => ("int", None, "The number of what was made."),
        Shape::Int => ("int", None, "A whole number."),
        Shape::Secret => ("secret", None, "A text that is never printed."),
        Shape::Texts => ("texts", None, "A list of texts."),
        Shape::Record(record) => ("record", Some(record), "One record."),
        Shape::Records(record) => (
            "records",
            Some(record),
            "A list of records; it may be empty.",
        ),
        _ => ("text", None, "A text."),
    };
    json!({
        "shape": shape,
        "record": record.map(|record| record.name),
        "recordService": record.and_then(declared_in),
        "wire": operation.wire_return(),
        "docs": docs,
    })
}

fn declared_in(record: &RecordMeta) -> Option<&'static str> {
    let has = |service: &&&Service| {
        service
            .records
            .iter()
            .any(|known| known.name == record.name)
    };
    meta::services()
        .iter()
        .find(has)
        .map(|service| service.name)
}

/// What can go wrong with this operation, by kind; what can with every call comes last.
fn failures(operation: &Operation) -> Vec<Json> {
    let mut list = Vec::new();
    let mut add = |kind: ErrorKind, when: &str| {
        list.push(json!({ "kind": kind.as_str(), "when": when }));
    };
    if !operation.params.is_empty() {
        add(
            ErrorKind::InvalidArgument,
            "An argument breaks its rule. Nothing is sent.",
        );
    }
    if operation.session {
        add(
            ErrorKind::Authentication,
            "The credentials are wrong, or the session cannot be confirmed.",
        );
    }
    if operation.is_get() {
        add(
            ErrorKind::NotFound,
            "There is no such thing in this account.",
        );
    }
    match operation.returns {
        Shape::Record(record) if record.is_reply() && !operation.problems_are_data => {
            add(
                ErrorKind::Api,
                "The API answers with a status other than ok; its text says why.",
            );
        }
        Shape::Done => add(ErrorKind::Refused, "The API answers no, without a reason."),
        Shape::Int if operation.creates => {
            add(ErrorKind::Refused, "The API answers 0, without a reason.");
        }
        _ => {}
    }
    let unknown = if operation.effect == Effect::Read {
        ""
    } else {
        " The outcome is unknown if a byte may have left."
    };
    add(
        ErrorKind::Connect,
        &format!("There is no connection, or it breaks.{unknown}"),
    );
    add(
        ErrorKind::Timeout,
        &format!("No answer comes in time.{unknown}"),
    );
    add(
        ErrorKind::Http,
        "The web server answers with an HTTP error.",
    );
    add(ErrorKind::Fault, "The API answers with a SOAP fault.");
    list
}

fn param(param: &Param) -> Json {
    let (scalar, input) = match param.kind {
        ParamKind::Scalar(scalar) => (Some(scalar), None),
        ParamKind::Input(input) => (None, Some(input)),
        _ => (None, None),
    };
    json!({
        "name": param.name,
        "wire": param.wire,
        "type": scalar.map_or_else(|| input.map_or("", |input| input.name), scalar_type),
        "wireType": scalar.map(|scalar| scalar.wire.name()),
        "optional": !param.required(),
        "default": param.default.map(default),
        "rule": param.check.map(|check| check.rule),
        "range": param.check.and_then(|check| check.range),
        "secret": scalar.is_some_and(|scalar| scalar.secret),
        "words": scalar.and_then(|scalar| scalar.words).map(|words| words.name),
        "input": input.map(|input| input.name),
        "docs": prose(param.docs),
    })
}

/// A default without the Rust around it: `DnsType::A` is `A`, `"kvm"` is `kvm`.
fn default(source: &str) -> String {
    let word = source.rsplit("::").next().unwrap_or(source);
    word.trim().trim_matches('"').to_owned()
}

fn scalar_type(scalar: ScalarType) -> &'static str {
    match (scalar.words, scalar.wire) {
        (Some(words), _) => words.name,
        (None, WireType::Int) => "whole number",
        (None, WireType::Float) => "decimal number",
        (None, WireType::Boolean) => "yes or no",
        _ if scalar.secret => "secret text",
        _ => "text",
    }
}

fn input(input: &InputMeta) -> Json {
    json!({
        "name": input.name,
        "docs": prose(input.docs),
        "fields": input.fields.iter().map(param).collect::<Vec<_>>(),
    })
}

fn record(record: &RecordMeta) -> Json {
    let fields = record.fields.iter().map(|field| {
        let (kind, words, inner) = match field.kind {
            Kind::Int => ("whole number", None, None),
            Kind::Decimal => ("decimal number", None, None),
            Kind::Flag => ("yes or no", None, None),
            Kind::DateTime => ("date and time without a zone", None, None),
            Kind::Instant => ("moment", None, None),
            Kind::Secret => ("secret text", None, None),
            Kind::Extra => ("data of whatever shape", None, None),
            Kind::Ids => ("list of whole numbers", None, None),
            Kind::Problems => ("list of texts", None, None),
            Kind::Word(words) => (words.name, Some(words.name), None),
            Kind::Record(inner) => (inner.name, None, Some(inner.name)),
            Kind::Records(inner) => ("list of records", None, Some(inner.name)),
            _ => ("text", None, None),
        };
        json!({
            "name": field.name,
            "wire": field.wire,
            "type": kind,
            "wireType": field.wire_type.name(),
            "kind": kind_word(field.kind),
            "required": field.required,
            "origin": match field.origin {
                Origin::Documented => "documented",
                Origin::Live => "live",
                _ => "both",
            },
            "secret": matches!(field.kind, Kind::Secret),
            "words": words,
            "record": inner,
            "docs": prose(field.docs),
        })
    });
    json!({
        "name": record.name,
        "wire": record.wire,
        "docs": prose(record.docs),
        "fields": fields.collect::<Vec<_>>(),
    })
}

/// `Kind::Word(…)` as `word`.
fn kind_word(kind: Kind) -> String {
    let name = format!("{kind:?}");
    let name: String = name
        .chars()
        .take_while(char::is_ascii_alphanumeric)
        .collect();
    name.to_lowercase()
}

fn words(words: &EnumMeta) -> Json {
    let list = words
        .words
        .iter()
        .map(|word| json!({ "name": word.name, "wire": word.wire, "docs": prose(word.docs) }));
    json!({ "name": words.name, "docs": prose(words.docs), "words": list.collect::<Vec<_>>() })
}

/// Documentation as Markdown: a paragraph a line, without the blank that begins each.
fn prose(docs: &str) -> String {
    let paragraphs = docs.trim().split("\n\n").map(|paragraph| {
        let words: Vec<_> = paragraph.split_whitespace().collect();
        words.join(" ")
    });
    paragraphs.collect::<Vec<_>>().join("\n\n")
}
