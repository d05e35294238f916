//! [`Start`]: a start tag's name and attributes, as slices of the document.

use crate::limits::Limit;

/// The start of an element, to be consumed by a call of [`Scanner`](super::Scanner).
#[derive(Clone, Copy, Debug)]
pub(crate) struct Start<'a> {
    /// Name with its prefix, if it has one.
    pub(super) qualified_name: &'a str,
    /// Whether it is null (`xsi:nil`).
    pub(crate) nil: bool,
    attributes: &'a str,
    /// The element that it stands for (`href`), without the hash.
    pub(super) reference: Option<&'a str>,
    /// Whether it ends where it starts: `<a/>`.
    pub(super) is_empty: bool,
}

impl<'a> Start<'a> {
    /// Reads the attributes that every element may have, of at most `limit`.
    #[inline(always)]
    pub(super) fn of(
        name: &'a str,
        attributes: &'a str,
        is_empty: bool,
        limit: usize,
    ) -> Result<Self, Limit> {
        let mut start = Self {
            qualified_name: name,
            nil: false,
            attributes,
            reference: None,
            is_empty,
        };
        // Nearly every element of NuSOAP's has its type and nothing else.
        if matches!(
            attributes,
            " xsi:type=\"xsd:int\"" | " xsi:type=\"xsd:string\"" | " xsi:type=\"xsd:float\""
        ) {
            return Ok(start);
        }
        for (count, (name, value)) in named(attributes).enumerate() {
            if count == limit {
                return Err(Limit::Attributes);
            }
            match name {
                "nil" => start.nil = matches!(value, "true" | "1"),
                "href" => start.reference = value.strip_prefix('#'),
                _ => {}
            }
        }
        Ok(start)
    }

    /// Name without prefix.
    pub(crate) fn name(&self) -> &'a str {
        local(self.qualified_name)
    }

    /// The type that the element claims (`xsi:type`), without prefix.
    pub(crate) fn claimed_type(&self) -> Option<&'a str> {
        attribute(self.attributes, "type").map(local)
    }

    /// Whether it claims to be an array.
    pub(crate) fn claims_array(&self) -> bool {
        self.claimed_type() == Some("Array") || attribute(self.attributes, "arrayType").is_some()
    }
}

pub(super) fn attribute<'a>(attributes: &'a str, name: &str) -> Option<&'a str> {
    named(attributes)
        .find(|(key, _)| *key == name)
        .map(|(_, value)| value)
}

/// Names without prefix and values, up to what is no attribute. Each byte is looked at once or
/// twice, whatever the values hold: a tag can be as long as the body.
fn named(attributes: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = attributes;
    std::iter::from_fn(move || {
        let (key, after) = rest.split_once('=')?;
        let after = after.trim_ascii_start();
        let value = quoted(after)?;
        rest = &after[value.len() + 2..];
        Some((local(key.trim_ascii()), value))
    })
}

fn quoted(text: &str) -> Option<&str> {
    let quote = text.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    text[1..].split_once(quote).map(|(value, _)| value)
}

fn local(name: &str) -> &str {
    // Names are so short that a search by blocks would cost more than it saves.
    name.bytes()
        .position(|byte| byte == b':')
        .map_or(name, |colon| &name[colon + 1..])
}
