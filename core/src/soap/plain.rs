//! Reading a result into plain values: by the declared shape for known operations, by what the
//! elements claim (`xsi:type`) for unknown ones.

use super::answer::{self, no_list};
use super::field::flag;
use super::record::{ReplyStatus, Row};
use super::scanner::{Content, Leaf, Scan, Scanner};
use super::tag::Start;
use super::verdict::Finding;
use crate::meta::{Field, Kind, Operation, RecordMeta, Shape, WireType};
use crate::value::Value;

/// The result of a known operation, by its declared shape.
pub(crate) fn declared<'a>(
    operation: &Operation,
    scanner: &mut Scanner<'a>,
    start: Option<Start<'a>>,
) -> Scan<(Value, Finding)> {
    let wire = match operation.returns {
        Shape::Record(record) => return structure_result(record, scanner, start),
        Shape::Records(record) => {
            let mut rows = Vec::new();
            let mut finding = Finding::Nothing;
            if let Some(start) = start {
                let mut usable = false;
                let content = scanner.children(start, |scanner, child| {
                    let (value, summary) = row(record, scanner, child)?;
                    usable |= matches!(value, Value::Map(_))
                        && summary.says_something
                        && summary.missing.is_none();
                    rows.push(value);
                    Ok(())
                })?;
                finding = match content {
                    Content::Text(text) => no_list(&text)?,
                    Content::Nil | Content::Elements => Finding::of(usable),
                };
            }
            return Ok((Value::List(rows), finding));
        }
        Shape::Texts => {
            let mut texts = Vec::new();
            answer::list(scanner, start, |scanner, child| {
                texts.push(leaf(WireType::String, scanner, child)?);
                Ok(())
            })?;
            let finding = Finding::of(!texts.is_empty());
            return Ok((Value::List(texts), finding));
        }
        Shape::Done => WireType::Boolean,
        Shape::Int => WireType::Int,
        Shape::Text | Shape::Secret => WireType::String,
    };
    let value = match start {
        Some(start) => leaf(wire, scanner, start)?,
        None => Value::Null,
    };
    let finding = match &value {
        Value::Text(text) => Finding::of_text(text),
        value => Finding::of(says_something(value)),
    };
    Ok((value, finding))
}

fn structure_result<'a>(
    record: &'static RecordMeta,
    scanner: &mut Scanner<'a>,
    start: Option<Start<'a>>,
) -> Scan<(Value, Finding)> {
    let Some(start) = start else {
        return Ok((Value::Null, Finding::Nothing));
    };
    let (value, summary) = row(record, scanner, start)?;
    Ok((value, Finding::of_row(summary)))
}

fn row<'a>(
    record: &'static RecordMeta,
    scanner: &mut Scanner<'a>,
    start: Start<'a>,
) -> Scan<(Value, Row)> {
    let mut entries: Vec<(String, Value)> = Vec::new();
    let content = scanner.children(start, |scanner, child| {
        let field = record
            .fields
            .iter()
            .find(|field| field.wire == child.name());
        let value = match field {
            Some(field) => field_value(field, scanner, child)?,
            None => untyped(scanner, child)?,
        };
        entries.push((child.name().to_owned(), value));
        Ok(())
    })?;
    let value = match content {
        Content::Nil => Value::Null,
        Content::Elements => Value::Map(entries),
        Content::Text(text) => Value::Text(text.into_owned()),
    };
    let text = |wire| value.get(wire).and_then(Value::as_str).map(str::to_owned);
    let summary = Row {
        says_something: says_something(&value),
        missing: record
            .fields
            .iter()
            .find(|field| field.required && !value.get(field.wire).is_some_and(says_something))
            .map(|field| field.wire),
        reply: if record.is_reply() {
            ReplyStatus::new(text("status"), text("status_text"))
        } else {
            None
        },
        nested: record
            .fields
            .iter()
            .find(|field| matches!(field.kind, Kind::Record(_)))
            .map(|field| value.get(field.wire).is_some_and(says_something)),
    };
    Ok((value, summary))
}

fn field_value<'a>(field: &Field, scanner: &mut Scanner<'a>, start: Start<'a>) -> Scan<Value> {
    match field.kind {
        Kind::Record(record) => Ok(row(record, scanner, start)?.0),
        Kind::Records(record) => {
            let mut rows = Vec::new();
            let content = scanner.children(start, |scanner, child| {
                rows.push(row(record, scanner, child)?.0);
                Ok(())
            })?;
            Ok(match content {
                Content::Text(text) => Value::Text(text.into_owned()),
                Content::Nil | Content::Elements => Value::List(rows),
            })
        }
        _ => leaf(field.wire_type, scanner, start),
    }
}

fn leaf<'a>(wire: WireType, scanner: &mut Scanner<'a>, start: Start<'a>) -> Scan<Value> {
    Ok(match scanner.leaf(start)? {
        Leaf::Nil => Value::Null,
        Leaf::Text(text) => scalar(wire, &text),
        Leaf::Structure(value) => value,
    })
}

/// A scalar of the wire. Text that is not of its type stays text.
fn scalar(wire: WireType, text: &str) -> Value {
    let trimmed = text.trim_ascii();
    match wire {
        WireType::Int if trimmed.is_empty() => Value::Null,
        WireType::Int => trimmed.parse().map_or_else(|_| text.into(), Value::Int),
        WireType::Float if trimmed.is_empty() => Value::Null,
        WireType::Float => trimmed.into(),
        WireType::Boolean if trimmed.is_empty() => Value::Bool(false),
        WireType::Boolean => flag(trimmed).map_or_else(|| text.into(), Value::Bool),
        WireType::String | WireType::Complex(_) => text.into(),
    }
}

/// An element that nothing is declared about: by the type that it claims.
pub(crate) fn untyped<'a>(scanner: &mut Scanner<'a>, start: Start<'a>) -> Scan<Value> {
    let wire = match start.claimed_type() {
        Some("int" | "integer" | "long") => WireType::Int,
        Some("float" | "double" | "decimal") => WireType::Float,
        Some("boolean") => WireType::Boolean,
        _ => WireType::String,
    };
    Ok(match leaf(wire, scanner, start)? {
        Value::Text(text) if start.claims_array() && text.trim_ascii().is_empty() => {
            Value::List(Vec::new())
        }
        value => value,
    })
}

/// The children of an element that nothing is declared about: a list if it claims to be one or
/// its children all have the name `item`, else a map.
pub(crate) fn structure(entries: Vec<(String, Value)>, claims_array: bool) -> Value {
    if claims_array || entries.iter().all(|(name, _)| name == "item") {
        Value::List(entries.into_iter().map(|(_, value)| value).collect())
    } else {
        Value::Map(entries)
    }
}

/// Whether there is more than null, empty, zero and false in it.
pub(crate) fn says_something(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::Bool(flag) => *flag,
        Value::Int(number) => *number != 0,
        Value::Float(_) => true,
        Value::Text(text) => !text.is_empty() && text != "0",
        Value::List(items) => items.iter().any(says_something),
        Value::Map(entries) => entries.iter().any(|(_, value)| says_something(value)),
    }
}
