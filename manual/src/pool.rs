//! [`Pool`]: the values that an account holds, by the record and field that they stand in.
//!
//! An example's arguments are taken from it, so that they name things that are there.

use std::collections::BTreeMap;

use interserver::Value;
use interserver::meta::{Kind, RecordMeta, Shape};

/// Values that answers held.
#[derive(Default)]
pub(crate) struct Pool(BTreeMap<(&'static str, &'static str), Vec<Value>>);

impl Pool {
    /// Takes in what an answer of the raw door holds.
    pub(crate) fn learn(&mut self, shape: Shape, answer: &Value) {
        match shape {
            Shape::Record(record) => self.learn_record(record, answer),
            Shape::Records(record) => self.learn_rows(record, answer),
            _ => {}
        }
    }

    fn learn_rows(&mut self, record: &'static RecordMeta, rows: &Value) {
        for row in rows.as_list().unwrap_or_default() {
            self.learn_record(record, row);
        }
    }

    fn learn_record(&mut self, record: &'static RecordMeta, row: &Value) {
        for field in record.fields {
            let Some(value) = row.get(field.wire).filter(|value| !value.is_null()) else {
                continue;
            };
            match field.kind {
                Kind::Record(inner) => self.learn_record(inner, value),
                Kind::Records(inner) => self.learn_rows(inner, value),
                _ => {
                    let known = self.0.entry((record.name, field.name)).or_default();
                    if !known.contains(value) {
                        known.push(value.clone());
                    }
                }
            }
        }
    }

    /// The values of a field.
    pub(crate) fn of(&self, record: &str, field: &str) -> impl Iterator<Item = &Value> {
        self.0
            .iter()
            .filter(move |((in_record, name), _)| *in_record == record && *name == field)
            .flat_map(|(_, values)| values)
    }

    /// The values of all fields of a record.
    pub(crate) fn in_record(&self, record: &str) -> impl Iterator<Item = &Value> {
        self.0
            .iter()
            .filter(move |((in_record, _), _)| *in_record == record)
            .flat_map(|(_, values)| values)
    }
}
