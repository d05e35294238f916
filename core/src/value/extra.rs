//! [`Extra`] and [`Other`]: the parts of a record that no one promised a shape for.

use std::collections::BTreeMap;
use std::fmt;

use serde::Serialize;

use super::php::{self, MAX_DEPTH, MAX_VALUES};
use super::{Secret, Value, json};

/// A module's own data about a service, from a `*_extra` field.
///
/// The server stores PHP-serialized arrays or JSON there, or text. Whichever it was, this holds
/// plain data. It may hold a root password: `Debug` shows the keys and masks what they hold.
#[derive(Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "deserialize", derive(serde::Deserialize))]
#[serde(transparent)]
pub struct Extra(Value);

impl Extra {
    /// Reads the text of a `*_extra` field: PHP data, else JSON, else the text itself. Data that
    /// nest deeper than 32 or hold more than 100,000 values stay text.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        if let Ok(value) = php::parse(text.as_bytes()) {
            return Self(value);
        }
        let json = json_is_within_limits(text)
            .then(|| json::parse(text))
            .flatten();
        Self(json.unwrap_or_else(|| Value::Text(text.to_owned())))
    }

    /// The data.
    #[must_use]
    pub fn value(&self) -> &Value {
        &self.0
    }

    /// The value of a key, if the data are a map that has it.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Value> {
        self.0.get(key)
    }
}

/// Whether JSON has no more than PHP data may have. It is counted before it is read, since its
/// values take many times the memory of their text.
fn json_is_within_limits(text: &str) -> bool {
    let (mut depth, mut values) = (0_usize, 1_usize);
    let (mut in_text, mut escaped) = (false, false);
    for byte in text.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = in_text,
            b'"' => in_text = !in_text,
            _ if in_text => {}
            b'[' | b'{' => {
                depth += 1;
                values += 1;
            }
            b']' | b'}' => depth = depth.saturating_sub(1),
            b',' => values += 1,
            _ => {}
        }
        if depth > MAX_DEPTH || values > MAX_VALUES {
            return false;
        }
    }
    true
}

impl fmt::Debug for Extra {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Value::Map(entries) => mask_entries(f, entries.iter().map(|(key, _)| key)),
            value => value.fmt(f),
        }
    }
}

/// What an answer held besides the declared fields, by wire name.
///
/// Two things land here: fields that this version does not know, and the text of a known field
/// that did not fit its type (the field itself is then absent). Nothing is lost. `Debug` shows
/// the names and masks the values, since anything may be among them.
#[derive(Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "deserialize", derive(serde::Deserialize))]
#[serde(transparent)]
pub struct Other(BTreeMap<String, Value>);

impl Other {
    /// The value under a wire name.
    #[must_use]
    pub fn get(&self, wire_name: &str) -> Option<&Value> {
        self.0.get(wire_name)
    }

    /// Names and values, sorted by name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value))
    }

    /// Whether the answer held nothing else.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many values there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub(crate) fn insert(&mut self, wire_name: &str, value: Value) {
        self.0.insert(wire_name.to_owned(), value);
    }
}

impl fmt::Debug for Other {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        mask_entries(f, self.0.keys())
    }
}

fn mask_entries<'a>(
    f: &mut fmt::Formatter<'_>,
    keys: impl Iterator<Item = &'a String>,
) -> fmt::Result {
    f.debug_map()
        .entries(keys.map(|key| (key, Secret::default())))
        .finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_has_the_limits_that_php_data_have() {
        let is_data = |text: &str| !matches!(Extra::parse(text).value(), Value::Text(_));
        let nested = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
        assert!(is_data(&nested(MAX_DEPTH)) && !is_data(&nested(MAX_DEPTH + 1)));
        let list = |count: usize| format!("[{}1]", "1,".repeat(count - 1));
        assert!(is_data(&list(MAX_VALUES - 1)) && !is_data(&list(MAX_VALUES)));
        // What stands in texts is text.
        let text = "[{,\\\"".repeat(MAX_VALUES);
        let json = serde_json::json!({ "a": text }).to_string();
        assert_eq!(
            Extra::parse(&json).get("a").and_then(Value::as_str),
            Some(&*text)
        );
        for broken in ["]]]]", "[1,2", "\"\\", "}{", "[1]]"] {
            assert!(!is_data(broken), "{broken}");
        }
    }
}
