//! [`Json`]: answers as JSON text, which JavaScript's own parser turns into plain objects.
//!
//! One text crosses the border instead of an object for each field: that is less code here and
//! several times faster there. Whatever comes of it survives `structuredClone` and
//! `JSON.stringify`, since it was JSON.

use interserver::data::{self, DataRecord, Datum};
use interserver::{Other, Value};

use crate::names::push_camel;

/// The largest whole number that a JavaScript number keeps exactly.
pub(crate) const MAX_SAFE: i64 = (1 << 53) - 1;

/// What can be written as JSON.
pub(crate) trait Json {
    fn write(&self, out: &mut String);
}

/// The JSON text of a value.
pub(crate) fn text(value: &impl Json) -> String {
    let mut out = String::new();
    value.write(&mut out);
    out
}

/// Begins an object or goes on with it: a brace or comma, and a key in camel case.
pub(crate) fn key(out: &mut String, first: bool, name: &str) {
    out.push(if first { '{' } else { ',' });
    out.push('"');
    push_camel(out, name);
    out.push_str("\":");
}

impl Json for str {
    fn write(&self, out: &mut String) {
        out.push('"');
        let mut from = 0;
        for (at, byte) in self.bytes().enumerate() {
            if byte >= b' ' && byte != b'"' && byte != b'\\' {
                continue;
            }
            out.push_str(&self[from..at]);
            from = at + 1;
            if byte < b' ' {
                const DIGITS: &[u8; 16] = b"0123456789abcdef";
                out.push_str("\\u00");
                out.push(char::from(DIGITS[usize::from(byte >> 4)]));
                out.push(char::from(DIGITS[usize::from(byte & 15)]));
            } else {
                out.push('\\');
                out.push(char::from(byte));
            }
        }
        out.push_str(&self[from..]);
        out.push('"');
    }
}

impl Json for String {
    fn write(&self, out: &mut String) {
        self.as_str().write(out);
    }
}

/// A number that JavaScript would round is null; records keep its text in `other`.
impl Json for i64 {
    fn write(&self, out: &mut String) {
        if is_too_large(*self) {
            out.push_str("null");
        } else {
            push_integer(out, *self);
        }
    }
}

fn is_too_large(number: i64) -> bool {
    number.unsigned_abs() > MAX_SAFE.unsigned_abs()
}

impl Json for u32 {
    fn write(&self, out: &mut String) {
        push_integer(out, i64::from(*self));
    }
}

impl Json for bool {
    fn write(&self, out: &mut String) {
        out.push_str(if *self { "true" } else { "false" });
    }
}

impl Json for () {
    fn write(&self, out: &mut String) {
        out.push_str("null");
    }
}

/// A civil time has no zone, and a moment is in UTC, with milliseconds where there are any: what
/// `Date` reads and writes.
impl Json for Datum {
    fn write(&self, out: &mut String) {
        match self {
            Self::Int(number) => number.write(out),
            Self::Decimal(digits) => out.push_str(digits),
            Self::Text(text) => text.write(out),
            Self::Flag(flag) => flag.write(out),
            Self::DateTime(time) => time.to_text().write(out),
            Self::Instant(moment) => {
                let mut text = moment.in_utc().to_text();
                let milliseconds = moment.milliseconds();
                if milliseconds != 0 {
                    // A digit in front keeps the zeros.
                    text.push('.');
                    text.push_str(&(1000 + milliseconds).to_string()[1..]);
                }
                text.push('Z');
                text.write(out);
            }
            Self::Secret(secret) => secret.expose().write(out),
            Self::Extra(extra) => extra.value().write(out),
            Self::Ids(ids) => ids.write(out),
            Self::Texts(texts) => texts.write(out),
            Self::Record(record) => record.write(out),
            Self::Records(records) => records.write(out),
            _ => out.push_str("null"),
        }
    }
}

/// A field that JavaScript would round is null, and its text is in `other`.
impl Json for DataRecord {
    fn write(&self, out: &mut String) {
        let mut first = true;
        let mut lost = Vec::new();
        for (field, value) in self.fields() {
            key(out, std::mem::take(&mut first), field.name);
            value.write(out);
            if let Datum::Int(number) = value
                && is_too_large(*number)
            {
                lost.push((field.wire, *number));
            }
        }
        other(out, self.other(), &lost);
    }
}

impl<T: Json> Json for Option<T> {
    fn write(&self, out: &mut String) {
        match self {
            Some(value) => value.write(out),
            None => out.push_str("null"),
        }
    }
}

impl<T: Json> Json for Vec<T> {
    fn write(&self, out: &mut String) {
        list(self.iter(), out);
    }
}

fn list<'a, T: Json + 'a>(items: impl Iterator<Item = &'a T>, out: &mut String) {
    out.push('[');
    for (index, item) in items.enumerate() {
        if index > 0 {
            out.push(',');
        }
        item.write(out);
    }
    out.push(']');
}

/// The `other` of a record, and the numbers of its fields that JavaScript would round.
fn other(out: &mut String, other: &Other, lost: &[(&str, i64)]) {
    key(out, false, "other");
    map(other.iter(), out);
    if !lost.is_empty() {
        let mut first = other.is_empty();
        out.pop();
        for (name, number) in lost {
            if !std::mem::take(&mut first) {
                out.push(',');
            }
            name.write(out);
            out.push(':');
            quoted(out, *number);
        }
        out.push('}');
    }
    out.push('}');
}

/// Plain data. Here a number that JavaScript would round is its text, and what is no number at
/// all (`NaN`, infinity) is null.
impl Json for Value {
    fn write(&self, out: &mut String) {
        match self {
            Self::Null => out.push_str("null"),
            Self::Bool(flag) => flag.write(out),
            Self::Int(number) if is_too_large(*number) => quoted(out, *number),
            Self::Int(number) => number.write(out),
            Self::Float(number) if number.is_finite() => out.push_str(&data::float_text(*number)),
            Self::Float(_) => out.push_str("null"),
            Self::Text(text) => text.write(out),
            Self::List(items) => list(items.iter(), out),
            Self::Map(entries) => map(entries.iter().map(|(name, value)| (&**name, value)), out),
        }
    }
}

fn map<'a>(entries: impl Iterator<Item = (&'a str, &'a Value)>, out: &mut String) {
    out.push('{');
    for (index, (name, value)) in entries.enumerate() {
        if index > 0 {
            out.push(',');
        }
        name.write(out);
        out.push(':');
        value.write(out);
    }
    out.push('}');
}

fn quoted(out: &mut String, number: i64) {
    out.push('"');
    push_integer(out, number);
    out.push('"');
}

fn push_integer(out: &mut String, number: i64) {
    out.push_str(&number.to_string());
}
