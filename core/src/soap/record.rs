//! [`Record`]: reading a struct of the wire into a record, field by field.

use super::field::Fit;
use super::plain;
use super::scanner::{Content, Scan, Scanner};
use super::tag::Start;
use crate::meta::{Kind, RecordMeta};
use crate::value::{Other, Value};

/// The part of a record that reading needs and that may be called without knowing its type.
pub(crate) trait Fields {
    /// Reads the field at an index of the metadata.
    fn read<'a>(&mut self, index: usize, scanner: &mut Scanner<'a>, start: Start<'a>) -> Scan<Fit>;

    /// Called once the reply's status is known.
    fn settle(&mut self, ok: bool);

    /// The text of the field at an index.
    fn shown(&self, index: usize) -> Option<String>;

    fn other_mut(&mut self) -> &mut Other;
}

/// A record of the declaration.
pub(crate) trait Record: Fields + Sized {
    const META: &'static RecordMeta;

    fn blank() -> Self;
}

/// What a struct amounted to.
#[derive(Debug, Default)]
pub(crate) struct Row {
    /// Whether anything in it was more than null, empty or zero.
    pub(crate) says_something: bool,
    /// A field without which the row is unusable, and that is missing.
    pub(crate) missing: Option<&'static str>,
    /// What a reply said about itself.
    pub(crate) reply: Option<ReplyStatus>,
    /// Whether the struct inside it came, if it declares one.
    pub(crate) nested: Option<bool>,
}

/// `status` and `status_text` of a reply.
#[derive(Debug)]
pub(crate) struct ReplyStatus {
    pub(crate) ok: bool,
    pub(crate) status: String,
    pub(crate) text: Option<String>,
}

impl ReplyStatus {
    pub(crate) fn new(status: Option<String>, text: Option<String>) -> Option<Self> {
        let status = status?;
        Some(Self {
            ok: status.eq_ignore_ascii_case("ok"),
            status,
            text,
        })
    }
}

/// Reads a struct into `record`. A field that is odd costs the field, never the record.
pub(crate) fn fill<'a>(
    record: &mut dyn Fields,
    meta: &'static RecordMeta,
    scanner: &mut Scanner<'a>,
    start: Start<'a>,
) -> Scan<Row> {
    let mut row = Row {
        nested: meta.has_nested_record().then_some(false),
        ..Row::default()
    };
    let required = meta.fields.iter().find(|field| field.required);
    row.missing = required.map(|field| field.name);
    let mut expected = 0;
    let content = scanner.children(start, |scanner, child| {
        let Some(index) = position(meta, expected, &child) else {
            let value = plain::untyped(scanner, child)?;
            row.says_something |= plain::says_something(&value);
            record.other_mut().insert(child.name(), value);
            return Ok(());
        };
        expected = index + 1;
        let field = &meta.fields[index];
        match record.read(index, scanner, child)? {
            Fit::Absent => {}
            Fit::Held(something) => {
                row.says_something |= something;
                if matches!(field.kind, Kind::Record(_)) {
                    row.nested = Some(something);
                }
                if field.required && something {
                    row.missing = None;
                }
            }
            Fit::Unfit(value) => {
                row.says_something = true;
                scanner.warn(format!(
                    "{}.{} does not fit its type",
                    meta.name, field.name
                ));
                record.other_mut().insert(field.wire, value);
            }
        }
        Ok(())
    })?;
    if let Content::Text(text) = content {
        scanner.warn(format!("text stands where a {} belongs", meta.name));
        record
            .other_mut()
            .insert("", Value::Text(text.into_owned()));
    }
    if meta.is_reply() {
        let text = |wire: &str, record: &mut dyn Fields| {
            let kept = record
                .other_mut()
                .get(wire)
                .and_then(Value::as_str)
                .map(str::to_owned);
            let index = meta.fields.iter().position(|field| field.wire == wire);
            kept.or_else(|| index.and_then(|index| record.shown(index)))
        };
        row.reply = ReplyStatus::new(text("status", record), text("status_text", record));
        record.settle(row.reply.as_ref().is_some_and(|reply| reply.ok));
    }
    Ok(row)
}

/// Reads a list of structs. A row that cannot be used is left out and reported, and costs nothing
/// else.
pub(crate) fn rows<'a, R: Record>(
    rows: &mut Vec<R>,
    scanner: &mut Scanner<'a>,
    start: Start<'a>,
) -> Scan<Content<'a>> {
    scanner.children(start, |scanner, child| {
        let mut record = R::blank();
        let row = fill(&mut record, R::META, scanner, child)?;
        if is_usable(&row, R::META, scanner) {
            rows.push(record);
        }
        Ok(())
    })
}

/// Whether a row of a list can be used; one that cannot is reported.
pub(crate) fn is_usable(row: &Row, meta: &RecordMeta, scanner: &mut Scanner<'_>) -> bool {
    match row.missing {
        None if row.says_something => return true,
        None => scanner.warn(format!("a {} says nothing and is left out", meta.name)),
        Some(field) => {
            scanner.warn(format!(
                "a {} without a usable {field} is left out",
                meta.name
            ));
        }
    }
    false
}

/// Servers send fields in declared order and without a prefix, so the next field is nearly always
/// the expected one, by its whole name.
fn position(meta: &RecordMeta, expected: usize, child: &Start<'_>) -> Option<usize> {
    if meta
        .fields
        .get(expected)
        .is_some_and(|field| field.wire == child.qualified_name)
    {
        return Some(expected);
    }
    let name = child.name();
    meta.fields.iter().position(|field| field.wire == name)
}
