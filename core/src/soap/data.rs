//! [`Datum`]: an answer as data, read by its metadata alone.
//!
//! It holds what the typed answer would hold, by the same rules, but needs no type for each record:
//! where every byte is loaded by every visitor, one reader for all is what counts.

use std::fmt;

use super::answer::{Answer, list_finding};
use super::field::{FieldValue, Fit, Leafy, Parsed, civil, hold, moment, pages, read_text};
use super::record::{Fields, fill, is_usable};
use super::scanner::{Content, Scan, Scanner};
use super::tag::Start;
use super::verdict::Finding;
use crate::meta::{Field, Kind, RecordMeta, Shape};
use crate::value::{Civil, Extra, Moment, Other, Secret, Value, decimal};

/// An answer, or a field of one, as data.
#[derive(Clone, Default)]
#[non_exhaustive]
pub enum Datum {
    /// Nothing: a field that is absent, or success without a value.
    #[default]
    Absent,
    /// A whole number.
    Int(i64),
    /// A decimal in plain digits, as `Decimal` would write it.
    Decimal(String),
    /// Text, or a word of an open enum.
    Text(String),
    /// Yes or no.
    Flag(bool),
    /// A date and time of day without a zone.
    DateTime(Civil),
    /// A moment.
    Instant(Moment),
    /// Text that is never shown.
    Secret(Secret),
    /// PHP-serialized data, JSON or text.
    Extra(Extra),
    /// Numbers.
    Ids(Vec<i64>),
    /// Lines or items of text.
    Texts(Vec<String>),
    /// A record.
    Record(DataRecord),
    /// A list of records.
    Records(Vec<DataRecord>),
}

/// A record as data.
#[derive(Clone)]
pub struct DataRecord {
    meta: &'static RecordMeta,
    values: Vec<Datum>,
    other: Other,
}

impl DataRecord {
    fn blank(meta: &'static RecordMeta) -> Self {
        Self {
            meta,
            values: meta.fields.iter().map(absent).collect(),
            other: Other::default(),
        }
    }

    /// The fields with what they hold.
    pub fn fields(&self) -> impl Iterator<Item = (&'static Field, &Datum)> {
        self.meta.fields.iter().zip(&self.values)
    }

    /// What the answer held besides, by wire name.
    #[must_use]
    pub fn other(&self) -> &Other {
        &self.other
    }

    /// The value of a field by its name in code.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Datum> {
        self.fields()
            .find(|(field, _)| field.name == name)
            .map(|(_, value)| value)
    }

    pub(crate) fn int(&self, name: &str) -> Option<i64> {
        match self.get(name) {
            Some(Datum::Int(number)) => Some(*number),
            _ => None,
        }
    }

    pub(crate) fn text(&self, name: &str) -> Option<&str> {
        match self.get(name) {
            Some(Datum::Text(text)) => Some(text),
            _ => None,
        }
    }

    pub(crate) fn take_records(&mut self, name: &str) -> Vec<Self> {
        let index = self.meta.fields.iter().position(|field| field.name == name);
        match index.map(|index| std::mem::take(&mut self.values[index])) {
            Some(Datum::Records(records)) => records,
            _ => Vec::new(),
        }
    }
}

/// What the typed field holds before anything is read.
fn absent(field: &Field) -> Datum {
    match field.kind {
        Kind::Int if field.required => Datum::Int(0),
        Kind::Ids => Datum::Ids(Vec::new()),
        Kind::Problems => Datum::Texts(Vec::new()),
        Kind::Records(_) => Datum::Records(Vec::new()),
        _ => Datum::Absent,
    }
}

/// Reads a result by its declared shape.
pub(crate) fn read<'a>(
    shape: Shape,
    scanner: &mut Scanner<'a>,
    start: Option<Start<'a>>,
) -> Scan<(Datum, Finding)> {
    match shape {
        Shape::Done => {
            let ((), finding) = Answer::read(scanner, start)?;
            Ok((Datum::Absent, finding))
        }
        Shape::Int => Answer::read(scanner, start).map(|(it, finding)| (Datum::Int(it), finding)),
        Shape::Text => Answer::read(scanner, start).map(|(it, finding)| (Datum::Text(it), finding)),
        Shape::Secret => {
            Answer::read(scanner, start).map(|(it, finding)| (Datum::Secret(it), finding))
        }
        Shape::Texts => {
            Answer::read(scanner, start).map(|(it, finding)| (Datum::Texts(it), finding))
        }
        Shape::Record(meta) => {
            let mut record = DataRecord::blank(meta);
            let finding = match start {
                Some(start) => Finding::of_row(fill(&mut record, meta, scanner, start)?),
                None => Finding::Nothing,
            };
            Ok((Datum::Record(record), finding))
        }
        Shape::Records(meta) => {
            let mut records = Vec::new();
            let finding = match start {
                Some(start) => {
                    let content = rows(&mut records, meta, scanner, start)?;
                    list_finding(&content, records.is_empty())?
                }
                None => Finding::Nothing,
            };
            Ok((Datum::Records(records), finding))
        }
    }
}

fn rows<'a>(
    records: &mut Vec<DataRecord>,
    meta: &'static RecordMeta,
    scanner: &mut Scanner<'a>,
    start: Start<'a>,
) -> Scan<Content<'a>> {
    scanner.children(start, |scanner, child| {
        let mut record = DataRecord::blank(meta);
        let row = fill(&mut record, meta, scanner, child)?;
        if is_usable(&row, meta, scanner) {
            records.push(record);
        }
        Ok(())
    })
}

/// Puts the text of a field in place by the rule of its type, if there is something.
fn typed<T: FieldValue + Leafy>(place: &mut Datum, text: &str, into: fn(T) -> Datum) -> Fit {
    let mut value = T::absent();
    let fit = value.fit(text);
    if matches!(fit, Fit::Held(_)) {
        *place = into(value);
    }
    fit
}

/// The text of a field whose type is another here than in typed records, by the same rule.
fn parsed(field: &Field, text: &str) -> Parsed<Datum> {
    match field.kind {
        Kind::Decimal => {
            let plain = decimal::plain(text);
            plain.map(|plain| Datum::Decimal(plain.into_owned())).into()
        }
        Kind::DateTime => civil(text).and_then(|time| Some(Datum::DateTime(time))),
        Kind::Instant => moment(text).and_then(|moment| Some(Datum::Instant(moment))),
        Kind::Word(words) => {
            let word = words.spelling(text).unwrap_or(text);
            Parsed::Value(Datum::Text(word.to_owned()))
        }
        _ => pages(text).map(|pages| Datum::Int(pages.into())).into(),
    }
}

fn fit(field: &Field, place: &mut Datum, text: &str) -> Fit {
    match field.kind {
        Kind::Int if field.required => {
            let mut id = match place {
                Datum::Int(id) => *id,
                _ => 0,
            };
            let fit = id.fit(text);
            *place = Datum::Int(id);
            fit
        }
        Kind::Int if !field.rounded_up => typed(place, text, |it: Option<i64>| {
            it.map_or(Datum::Absent, Datum::Int)
        }),
        Kind::Flag => typed(place, text, |it: Option<bool>| {
            it.map_or(Datum::Absent, Datum::Flag)
        }),
        Kind::Text => typed(place, text, |it: Option<String>| {
            it.map_or(Datum::Absent, Datum::Text)
        }),
        Kind::Secret => typed(place, text, |it: Option<Secret>| {
            it.map_or(Datum::Absent, Datum::Secret)
        }),
        Kind::Extra => typed(place, text, |it: Option<Extra>| {
            it.map_or(Datum::Absent, Datum::Extra)
        }),
        Kind::Ids => typed(place, text, Datum::Ids),
        Kind::Problems => typed(place, text, Datum::Texts),
        _ => {
            let mut value = None;
            let fit = hold(&mut value, text, |text| parsed(field, text));
            if let Some(value) = value {
                *place = value;
            }
            fit
        }
    }
}

impl Fields for DataRecord {
    fn read<'a>(&mut self, index: usize, scanner: &mut Scanner<'a>, start: Start<'a>) -> Scan<Fit> {
        let field = &self.meta.fields[index];
        let place = &mut self.values[index];
        match field.kind {
            Kind::Record(meta) => {
                let mut record = Self::blank(meta);
                let row = fill(&mut record, meta, scanner, start)?;
                if row.says_something {
                    *place = Datum::Record(record);
                }
                Ok(Fit::Held(row.says_something))
            }
            Kind::Records(meta) => {
                let mut records = match std::mem::take(place) {
                    Datum::Records(records) => records,
                    _ => Vec::new(),
                };
                let fit = match rows(&mut records, meta, scanner, start)? {
                    Content::Nil => Fit::Absent,
                    Content::Elements => Fit::Held(!records.is_empty()),
                    Content::Text(text) => Fit::Unfit(Value::Text(text.into_owned())),
                };
                *place = Datum::Records(records);
                Ok(fit)
            }
            _ => read_text(scanner, start, |text| fit(field, place, text)),
        }
    }

    fn settle(&mut self, ok: bool) {
        for (field, place) in self.meta.fields.iter().zip(&mut self.values) {
            if !field.kind.gives_way(ok) {
                continue;
            }
            let text = match std::mem::replace(place, absent(field)) {
                Datum::Decimal(amount) => amount,
                Datum::Texts(lines) if !lines.is_empty() => lines.join("\n"),
                _ => continue,
            };
            self.other.insert(field.wire, Value::Text(text));
        }
    }

    fn shown(&self, index: usize) -> Option<String> {
        match &self.values[index] {
            Datum::Text(text) if matches!(self.meta.fields[index].kind, Kind::Text) => {
                Some(text.clone())
            }
            Datum::Secret(secret) => Some(secret.expose().to_owned()),
            Datum::Texts(lines) => Some(lines.join("\n")),
            _ => None,
        }
    }

    fn other_mut(&mut self) -> &mut Other {
        &mut self.other
    }
}

/// Shows the shape, not the data: a field may be a secret.
impl fmt::Debug for Datum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Absent => f.write_str("Absent"),
            Self::Record(record) => record.fmt(f),
            Self::Records(records) => write!(f, "Records({} items)", records.len()),
            _ => f.write_str("Value(…)"),
        }
    }
}

impl fmt::Debug for DataRecord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct(self.meta.name).finish_non_exhaustive()
    }
}
