//! What a PHP operation returns and stores: [`Val`], and [`Row`] for a struct's fields.
//!
//! The real operations are PHP, so what they return need not be of the declared type. `soap::encode`
//! writes any value for any type as NuSOAP does.

use interserver::meta::{Field, RecordMeta};
use rust_decimal::Decimal;
use serde_json::{Map, Value as Json};

/// A PHP value.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Val {
    Null,
    Bool(bool),
    Int(i64),
    Float(Decimal),
    Text(String),
    List(Vec<Val>),
    Row(Row),
}

impl Val {
    /// PHP's empty array: an empty list, or a struct without fields.
    pub(crate) const EMPTY: Self = Self::List(Vec::new());

    /// What PHP's `(bool)` makes of it.
    pub(crate) fn is_truthy(&self) -> bool {
        match self {
            Self::Null => false,
            Self::Bool(flag) => *flag,
            Self::Int(number) => *number != 0,
            Self::Float(number) => !number.is_zero(),
            Self::Text(text) => !matches!(text.as_str(), "" | "0"),
            Self::List(items) => !items.is_empty(),
            Self::Row(row) => !row.0.is_empty(),
        }
    }

    /// What PHP prints.
    pub(crate) fn print(&self) -> String {
        match self {
            Self::Null => String::new(),
            Self::Bool(flag) => if *flag { "1" } else { "" }.to_owned(),
            Self::Int(number) => number.to_string(),
            Self::Float(number) => number.normalize().to_string(),
            Self::Text(text) => text.clone(),
            Self::List(_) | Self::Row(_) => "Array".to_owned(),
        }
    }

    /// The value as JSON. Floats become numbers.
    pub(crate) fn json(&self) -> Json {
        match self {
            Self::Null => Json::Null,
            Self::Bool(flag) => Json::from(*flag),
            Self::Int(number) => Json::from(*number),
            Self::Float(number) => number
                .to_string()
                .parse::<f64>()
                .map_or(Json::Null, Json::from),
            Self::Text(text) => Json::from(text.as_str()),
            Self::List(items) => items.iter().map(Self::json).collect(),
            Self::Row(row) => row.json(),
        }
    }
}

macro_rules! val_from {
    ($($type:ty => $variant:ident),*) => {$(
        impl From<$type> for Val {
            fn from(value: $type) -> Self {
                Self::$variant(value.into())
            }
        }
    )*};
}
val_from!(bool => Bool, i64 => Int, Decimal => Float, &str => Text, String => Text, Row => Row,
    Vec<Val> => List);

impl<T: Into<Val>> From<Option<T>> for Val {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

impl From<Vec<Row>> for Val {
    fn from(rows: Vec<Row>) -> Self {
        Self::List(rows.into_iter().map(Self::Row).collect())
    }
}

/// The fields of a struct, in wire order.
#[derive(Clone, Debug, Default)]
pub(crate) struct Row(Vec<(&'static Field, Val)>);

impl PartialEq for Row {
    fn eq(&self, other: &Self) -> bool {
        self.json() == other.json()
    }
}

impl Row {
    /// A row with all fields that the live service sends, each of them null.
    pub(crate) fn blank(record: &'static RecordMeta) -> Self {
        Self(
            record
                .live_fields()
                .map(|field| (field, Val::Null))
                .collect(),
        )
    }

    /// A row that has only some of its fields.
    pub(crate) fn only(record: &'static RecordMeta, has: impl Fn(&str) -> bool) -> Self {
        let mut row = Self::blank(record);
        row.0.retain(|(field, _)| has(field.wire));
        row
    }

    /// Puts a value wherever there is none.
    #[cfg(test)]
    pub(crate) fn replace_nulls(&mut self, with: &Val) {
        for (_, value) in self.0.iter_mut().filter(|(_, value)| *value == Val::Null) {
            *value = with.clone();
        }
    }

    /// Puts a value under a wire name. A name that the record does not have is a slip in this
    /// crate, which its tests meet.
    pub(crate) fn set(&mut self, wire: &str, value: impl Into<Val>) -> &mut Self {
        self.put(|field| field.wire == wire, wire, value.into())
    }

    /// Puts a value under the name that a field has in code, which is the same in all modules.
    pub(crate) fn set_named(&mut self, name: &str, value: impl Into<Val>) -> &mut Self {
        self.put(|field| field.name == name, name, value.into())
    }

    fn put(&mut self, wanted: impl Fn(&Field) -> bool, name: &str, value: Val) -> &mut Self {
        match self.0.iter_mut().find(|(field, _)| wanted(field)) {
            Some((_, place)) => *place = value,
            None => debug_assert!(false, "no field is called {name}"),
        }
        self
    }

    /// [`Row::set`] for a chain that builds a row.
    pub(crate) fn with(mut self, wire: &str, value: impl Into<Val>) -> Self {
        self.set(wire, value);
        self
    }

    /// The value under a wire name; null if there is none.
    pub(crate) fn get(&self, wire: &str) -> &Val {
        self.find(|field| field.wire == wire)
    }

    /// The value under a name in code; null if there is none.
    pub(crate) fn named(&self, name: &str) -> &Val {
        self.find(|field| field.name == name)
    }

    fn find(&self, wanted: impl Fn(&Field) -> bool) -> &Val {
        self.0
            .iter()
            .find(|(field, _)| wanted(field))
            .map_or(&Val::Null, |(_, value)| value)
    }

    /// Whether it has a field of that name in code.
    pub(crate) fn has_named(&self, name: &str) -> bool {
        self.0.iter().any(|(field, _)| field.name == name)
    }

    /// The number under a wire name; 0 if it is none.
    pub(crate) fn int(&self, wire: &str) -> i64 {
        match self.get(wire) {
            Val::Int(number) => *number,
            _ => 0,
        }
    }

    /// The text under a wire name; empty if it is none.
    pub(crate) fn text(&self, wire: &str) -> &str {
        match self.get(wire) {
            Val::Text(text) => text,
            _ => "",
        }
    }

    /// The amount under a wire name; 0 if it is none.
    pub(crate) fn amount(&self, wire: &str) -> Decimal {
        match self.get(wire) {
            Val::Float(number) => *number,
            Val::Int(number) => Decimal::from(*number),
            _ => Decimal::ZERO,
        }
    }

    /// The text under a name in code; empty if it is none.
    pub(crate) fn text_named(&self, name: &str) -> &str {
        match self.named(name) {
            Val::Text(text) => text,
            _ => "",
        }
    }

    /// The number under a name in code; 0 if it is none.
    pub(crate) fn int_named(&self, name: &str) -> i64 {
        match self.named(name) {
            Val::Int(number) => *number,
            _ => 0,
        }
    }

    /// How many fields there are.
    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    /// The row as a JSON object, by wire names.
    pub(crate) fn json(&self) -> Json {
        Json::Object(
            self.0
                .iter()
                .map(|(field, value)| (field.wire.to_owned(), value.json()))
                .collect::<Map<_, _>>(),
        )
    }
}
