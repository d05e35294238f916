//! Answers on standard output: tables for people, JSON, YAML and CSV for programs.
//!
//! [`Answer`] is a value by the names in code, with its shape; [`select`] keeps and sorts rows,
//! [`columns`] chooses what a table has room for, [`cell`] turns values into text, [`table`] and
//! [`document`] write.

mod cell;
mod columns;
mod document;
mod select;
mod table;

use interserver::Value;
use interserver::meta::{Kind, RecordMeta, Shape};
use serde_json::Value as Json;

use crate::cli::{Format, Globals};
use crate::failure::Failure;
pub(crate) use cell::line;
use columns::Column;

/// A row: values by name.
pub(crate) type Row = Vec<(String, Value)>;

/// What a command has to show.
pub(crate) enum Answer {
    /// A list of records and the columns that they have.
    Rows(Vec<Column>, Vec<Row>),
    /// One record.
    Record(&'static RecordMeta, Row),
    /// A list of texts.
    Texts(Vec<Value>),
    /// A number, a text, a truth value; secret or not.
    Plain(Value, bool),
}

impl Answer {
    /// An operation's answer.
    pub(crate) fn of(shape: Shape, json: Json) -> Self {
        match (shape, json) {
            (Shape::Record(meta), json) => Self::Record(meta, record(meta, json)),
            (Shape::Records(meta), json) => {
                let rows = list(json).map(|json| record(meta, json));
                Self::Rows(columns::declared(meta), rows.collect())
            }
            (Shape::Texts, json) => Self::Texts(list(json).map(Value::from).collect()),
            (shape, json) => Self::Plain(json.into(), matches!(shape, Shape::Secret)),
        }
    }

    /// Rows that no record declares: their columns are what the first one has.
    pub(crate) fn table(names: &[&'static str], rows: Vec<Row>) -> Self {
        Self::Rows(names.iter().map(|name| Column::plain(name)).collect(), rows)
    }

    /// Writes it to standard output in the form that was asked for.
    pub(crate) fn print(self, globals: &Globals) -> Result<(), Failure> {
        let answer = select::apply(self, globals)?;
        match globals.format() {
            Format::Table => table::print(&answer, globals),
            Format::Json => document::json(&answer.value()),
            Format::Jsonl => document::jsonl(answer.value()),
            Format::Yaml => document::yaml(&answer.value()),
            Format::Csv => document::csv(&answer, globals),
        }
    }

    fn value(&self) -> Value {
        match self {
            Self::Rows(_, rows) => Value::List(rows.iter().cloned().map(Value::Map).collect()),
            Self::Record(_, row) => Value::Map(row.clone()),
            Self::Texts(texts) => Value::List(texts.clone()),
            Self::Plain(value, _) => value.clone(),
        }
    }
}

/// Writes plain data that no declaration describes.
pub(crate) fn print_plain(value: Value, globals: &Globals) -> Result<(), Failure> {
    match globals.output.unwrap_or(Format::Json) {
        Format::Json => document::json(&value),
        Format::Jsonl => document::jsonl(value),
        Format::Yaml => document::yaml(&value),
        Format::Table | Format::Csv => Err(Failure::Usage(
            "plain data has no columns to make a table of: take json, jsonl or yaml".to_owned(),
        )),
    }
}

fn list(json: Json) -> impl Iterator<Item = Json> {
    match json {
        Json::Array(items) => items,
        Json::Null => Vec::new(),
        one => vec![one],
    }
    .into_iter()
}

/// A record's fields in declared order, which JSON does not keep.
fn record(meta: &'static RecordMeta, json: Json) -> Row {
    let Json::Object(mut object) = json else {
        return Row::new();
    };
    let mut row: Row = meta
        .fields
        .iter()
        .map(|field| {
            let value = object.remove(field.name).unwrap_or_default();
            let value = match (field.kind, value) {
                (Kind::Record(meta), value @ Json::Object(_)) => Value::Map(record(meta, value)),
                (Kind::Records(meta), value) => Value::List(
                    list(value)
                        .map(|json| Value::Map(record(meta, json)))
                        .collect(),
                ),
                (_, value) => value.into(),
            };
            (field.name.to_owned(), value)
        })
        .collect();
    row.extend(object.into_iter().map(|(name, value)| (name, value.into())));
    row
}
