//! [`Json`]: answers as JSON text, which JavaScript's own parser turns into plain objects.
//!
//! One text crosses the border instead of an object for each field: that is less code here and
//! several times faster there. Whatever comes of it survives `structuredClone` and
//! `JSON.stringify`, since it was JSON.

use interserver::{DateTime, Decimal, Extra, Other, Secret, Timestamp, Value};

use jiff::tz::Offset;

use crate::names::push_camel;

/// The largest whole number that a JavaScript number keeps exactly.
pub(crate) const MAX_SAFE: i64 = (1 << 53) - 1;

/// What can be written as JSON.
pub(crate) trait Json {
    fn write(&self, out: &mut String);

    /// The number, if it is one that JavaScript would round.
    fn too_large(&self) -> Option<i64> {
        None
    }
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

impl Json for Secret {
    fn write(&self, out: &mut String) {
        self.expose().write(out);
    }
}

/// A number that JavaScript would round is null; records keep its text in `other`.
impl Json for i64 {
    fn write(&self, out: &mut String) {
        match self.too_large() {
            Some(_) => out.push_str("null"),
            None => push_integer(out, *self),
        }
    }

    fn too_large(&self) -> Option<i64> {
        (self.unsigned_abs() > MAX_SAFE.unsigned_abs()).then_some(*self)
    }
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

impl Json for Decimal {
    fn write(&self, out: &mut String) {
        out.push_str(&self.to_string());
    }
}

/// `2026-01-31T12:34:56`: a civil time has no zone, and here no fraction.
impl Json for DateTime {
    fn write(&self, out: &mut String) {
        out.push('"');
        civil(out, *self);
        out.push('"');
    }
}

/// `2026-01-31T12:34:56Z`, with milliseconds where there are any: what `Date` reads and writes.
impl Json for Timestamp {
    fn write(&self, out: &mut String) {
        out.push('"');
        civil(out, Offset::UTC.to_datetime(*self));
        let milliseconds = self.subsec_millisecond();
        if milliseconds != 0 {
            out.push('.');
            digits(out, milliseconds, 3);
        }
        out.push_str("Z\"");
    }
}

/// Written here, for jiff's own printer brings all its formats and their errors along.
fn civil(out: &mut String, time: DateTime) {
    for (number, width, after) in [
        (i32::from(time.year()), 4, "-"),
        (i32::from(time.month()), 2, "-"),
        (i32::from(time.day()), 2, "T"),
        (i32::from(time.hour()), 2, ":"),
        (i32::from(time.minute()), 2, ":"),
        (i32::from(time.second()), 2, ""),
    ] {
        digits(out, number, width);
        out.push_str(after);
    }
}

fn digits(out: &mut String, number: i32, width: usize) {
    let text = number.to_string();
    for _ in text.len()..width {
        out.push('0');
    }
    out.push_str(&text);
}

impl<T: Json> Json for Option<T> {
    fn write(&self, out: &mut String) {
        match self {
            Some(value) => value.write(out),
            None => out.push_str("null"),
        }
    }

    fn too_large(&self) -> Option<i64> {
        self.as_ref().and_then(Json::too_large)
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

impl Json for Extra {
    fn write(&self, out: &mut String) {
        self.value().write(out);
    }
}

/// The `other` of a record, and the numbers of its fields that JavaScript would round.
pub(crate) fn other(out: &mut String, other: &Other, lost: &[(&str, i64)]) {
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
            Self::Int(number) if number.too_large().is_some() => quoted(out, *number),
            Self::Int(number) => number.write(out),
            Self::Float(number) if number.is_finite() => out.push_str(&number.to_string()),
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
    use std::fmt::Write;
    // Writing to a `String` cannot fail.
    let _ = write!(out, "{number}");
}
