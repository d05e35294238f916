//! How values cross the border: exact decimals, civil date-times and secrets as text that each
//! language turns into its own type (`uniffi.toml` says into which), and plain data as [`Value`].

use std::collections::HashMap;
use std::fmt;

use interserver::{DateTime, Decimal, Secret};

uniffi::custom_type!(
    /// An exact decimal: money, never a binary float.
    Decimal, String, {
        remote,
        try_lift: |text| Ok(text.parse::<Decimal>().or_else(|_| Decimal::from_scientific(&text))?),
        lower: |decimal| decimal.to_string(),
    }
);

uniffi::custom_type!(
    /// A date and time of day without a zone, as the server writes it.
    DateTime, String, {
        remote,
        try_lift: |text| Ok(text.parse::<DateTime>()?),
        lower: |time| time.to_string(),
    }
);

uniffi::custom_type!(
    /// A password, session id, private key or one-time link. It is ordinary text to the program,
    /// and masked in the text form of whatever record, order or error holds it.
    Secret, String, {
        remote,
        try_lift: |text| Ok(Secret::from(text)),
        lower: |secret| secret.into_exposed(),
    }
);

/// Plain data: null, a truth value, a number, text, a list or a map.
///
/// Its text form shows the shape and not the data, since anything may be among them.
#[derive(Clone, PartialEq, uniffi::Enum)]
#[uniffi::export(Display)]
pub enum Value {
    /// Nothing.
    Null,
    /// A truth value.
    Bool {
        /// The truth value.
        value: bool,
    },
    /// A whole number of 64 bits.
    Int {
        /// The number.
        value: i64,
    },
    /// A binary float; only PHP's and JSON's data have them.
    Float {
        /// The number.
        value: f64,
    },
    /// Text. Decimal numbers of the wire come so, with the server's own digits.
    Text {
        /// The text.
        value: String,
    },
    /// A list.
    Items {
        /// The items.
        items: Vec<Value>,
    },
    /// A struct or map.
    Entries {
        /// The values by name.
        entries: HashMap<String, Value>,
    },
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&interserver::Value::from(self.clone()), f)
    }
}

impl fmt::Debug for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl From<interserver::Value> for Value {
    fn from(value: interserver::Value) -> Self {
        use interserver::Value as Core;
        match value {
            Core::Null => Self::Null,
            Core::Bool(value) => Self::Bool { value },
            Core::Int(value) => Self::Int { value },
            Core::Float(value) => Self::Float { value },
            Core::Text(value) => Self::Text { value },
            Core::List(items) => Self::Items {
                items: items.into_iter().map(Self::from).collect(),
            },
            Core::Map(entries) => Self::Entries {
                entries: entries
                    .into_iter()
                    .map(|(name, value)| (name, value.into()))
                    .collect(),
            },
        }
    }
}

impl From<Value> for interserver::Value {
    fn from(value: Value) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Bool { value } => Self::Bool(value),
            Value::Int { value } => Self::Int(value),
            Value::Float { value } => Self::Float(value),
            Value::Text { value } => Self::Text(value),
            Value::Items { items } => Self::List(items.into_iter().map(Self::from).collect()),
            Value::Entries { entries } => Self::Map(
                entries
                    .into_iter()
                    .map(|(name, value)| (name, value.into()))
                    .collect(),
            ),
        }
    }
}
