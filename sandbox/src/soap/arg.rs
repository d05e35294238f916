//! [`Arg`]: an argument as PHP sees it, and what PHP's casts make of it.

use std::collections::HashMap;

use super::charset::Charset;
use super::parse::Node;

/// An argument, as PHP sees it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Arg {
    Null,
    Bool(bool),
    Int(i64),
    Float(f64),
    Text(String),
    /// A structure, where the API takes none.
    Array,
}

impl Arg {
    /// The argument that an element is.
    pub(crate) fn new(node: &Node, referred: &HashMap<&str, &Node>, charset: Charset) -> Self {
        let mut node = node;
        // Followed only so far, in case references lead in a circle.
        for _ in 0..8 {
            match node.reference.as_deref().map(|id| referred.get(id)) {
                Some(Some(target)) => node = target,
                Some(None) => return Arg::Null,
                None => break,
            }
        }
        if node.nil {
            return Arg::Null;
        }
        if !node.children.is_empty() {
            return Arg::Array;
        }
        let text = charset.keep(node.text.clone());
        match node.claimed.as_deref() {
            Some(
                "int" | "integer" | "short" | "byte" | "nonPositiveInteger" | "negativeInteger"
                | "nonNegativeInteger" | "positiveInteger" | "unsignedInt" | "unsignedShort"
                | "unsignedByte",
            ) => Arg::Int(php_int(&text)),
            Some("float" | "double" | "decimal") => Arg::Float(php_float(&text)),
            Some("boolean") => Arg::Bool(!matches!(
                text.to_ascii_lowercase().as_str(),
                "false" | "f" | "" | "0"
            )),
            Some("base64" | "base64Binary") => Arg::Text(charset.keep(text_of_base64(&text))),
            Some("Array" | "array") => Arg::Array,
            _ => Arg::Text(text),
        }
    }

    /// What PHP's `(int)` makes of it: `1,5` is 1, and no number is 0.
    pub(crate) fn int(&self) -> i64 {
        match self {
            Self::Null => 0,
            Self::Bool(flag) => i64::from(*flag),
            Self::Int(number) => *number,
            #[allow(clippy::cast_possible_truncation)] // As PHP does it.
            Self::Float(number) => *number as i64,
            Self::Text(text) => php_int(text),
            Self::Array => 1,
        }
    }

    /// What PHP's `(float)` makes of it.
    pub(crate) fn float(&self) -> f64 {
        match self {
            Self::Float(number) => *number,
            Self::Text(text) => php_float(text),
            #[allow(clippy::cast_precision_loss)] // As PHP does it.
            other => other.int() as f64,
        }
    }

    /// What PHP's `(string)` makes of it.
    pub(crate) fn text(&self) -> String {
        match self {
            Self::Null => String::new(),
            Self::Bool(flag) => if *flag { "1" } else { "" }.to_owned(),
            Self::Int(number) => number.to_string(),
            Self::Float(number) => number.to_string(),
            Self::Text(text) => text.clone(),
            Self::Array => "Array".to_owned(),
        }
    }

    /// What PHP's `(bool)` makes of it: the text `false` is true.
    pub(crate) fn truth(&self) -> bool {
        match self {
            Self::Null => false,
            Self::Bool(flag) => *flag,
            Self::Int(number) => *number != 0,
            Self::Float(number) => *number != 0.0,
            Self::Text(text) => !matches!(text.as_str(), "" | "0"),
            Self::Array => true,
        }
    }
}

fn php_int(text: &str) -> i64 {
    let number = number_at_start(text);
    match number.parse::<i64>() {
        Ok(number) => number,
        #[allow(clippy::cast_possible_truncation)] // As PHP does it.
        Err(_) => php_float(text) as i64,
    }
}

fn php_float(text: &str) -> f64 {
    number_at_start(text).parse().unwrap_or(0.0)
}

/// The longest start of a text that is a number.
fn number_at_start(text: &str) -> &str {
    let text = text.trim_start();
    let bytes = text.as_bytes();
    let digits = |mut at: usize| {
        while bytes.get(at).is_some_and(u8::is_ascii_digit) {
            at += 1;
        }
        at
    };
    let start = usize::from(matches!(bytes.first(), Some(b'+' | b'-')));
    let mut end = digits(start);
    if bytes.get(end) == Some(&b'.') {
        end = digits(end + 1);
    }
    if end > start && matches!(bytes.get(end), Some(b'e' | b'E')) {
        let sign = usize::from(matches!(bytes.get(end + 1), Some(b'+' | b'-')));
        let exponent = digits(end + 1 + sign);
        if exponent > end + 1 + sign {
            end = exponent;
        }
    }
    text[..end].trim_start_matches('+')
}

/// SOAP::Lite sends text that is not ASCII this way. What is no base64 is left out, as PHP does.
fn text_of_base64(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len() * 3 / 4);
    let (mut bits, mut count) = (0u32, 0);
    for byte in text.bytes() {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => continue,
        };
        bits = bits << 6 | u32::from(value);
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count & 0xff) as u8);
        }
    }
    String::from_utf8(bytes)
        .unwrap_or_else(|error| error.into_bytes().into_iter().map(char::from).collect())
}
