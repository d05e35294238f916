//! JSON, read into plain data.
//!
//! `serde_json` reads into types of its own and through visitors, which is most of what a page would
//! load for the few `*_extra` fields that hold JSON. This reader takes what that one takes; whoever
//! calls it bounds the depth.

use std::collections::BTreeMap;

use super::{Value, float};

/// The array or object that fills the whole text.
pub(super) fn parse(text: &str) -> Option<Value> {
    let mut reader = Reader { text, at: 0 };
    reader.blank();
    if !matches!(reader.peek()?, b'[' | b'{') {
        return None;
    }
    let value = reader.value()?;
    reader.blank();
    (reader.at == text.len()).then_some(value)
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Reader<'a> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn next(&mut self) -> Option<u8> {
        let byte = self.peek()?;
        self.at += 1;
        Some(byte)
    }

    fn takes(&mut self, byte: u8) -> bool {
        let is_next = self.peek() == Some(byte);
        self.at += usize::from(is_next);
        is_next
    }

    fn blank(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\n' | b'\t' | b'\r')) {
            self.at += 1;
        }
    }

    /// What was read since a place; both lie between characters.
    fn since(&self, from: usize) -> Option<&'a str> {
        self.text.get(from..self.at)
    }

    fn value(&mut self) -> Option<Value> {
        let from = self.at;
        match self.next()? {
            b'{' => self.object(),
            b'[' => self.array(),
            b'"' => self.string().map(Value::Text),
            b'-' | b'0'..=b'9' => self.number(from),
            _ => {
                while matches!(self.peek(), Some(b'a'..=b'z')) {
                    self.at += 1;
                }
                match self.since(from)? {
                    "null" => Some(Value::Null),
                    "true" => Some(Value::Bool(true)),
                    "false" => Some(Value::Bool(false)),
                    _ => None,
                }
            }
        }
    }

    fn array(&mut self) -> Option<Value> {
        let mut items = Vec::new();
        self.blank();
        if self.takes(b']') {
            return Some(Value::List(items));
        }
        loop {
            self.blank();
            items.push(self.value()?);
            self.blank();
            match self.next()? {
                b',' => {}
                b']' => return Some(Value::List(items)),
                _ => return None,
            }
        }
    }

    /// Keys are sorted, and the last of equal ones counts.
    fn object(&mut self) -> Option<Value> {
        let mut entries = BTreeMap::new();
        self.blank();
        if !self.takes(b'}') {
            loop {
                self.blank();
                if !self.takes(b'"') {
                    return None;
                }
                let key = self.string()?;
                self.blank();
                if !self.takes(b':') {
                    return None;
                }
                self.blank();
                let value = self.value()?;
                entries.insert(key, value);
                self.blank();
                match self.next()? {
                    b',' => {}
                    b'}' => break,
                    _ => return None,
                }
            }
        }
        Some(Value::Map(entries.into_iter().collect()))
    }

    fn digits(&mut self) -> Option<()> {
        let from = self.at;
        while matches!(self.peek(), Some(b'0'..=b'9')) {
            self.at += 1;
        }
        (self.at > from).then_some(())
    }

    fn number(&mut self, from: usize) -> Option<Value> {
        self.at = from;
        let negative = self.takes(b'-');
        if !self.takes(b'0') {
            self.digits()?;
        }
        let whole = self.at;
        if self.takes(b'.') {
            self.digits()?;
        }
        if matches!(self.peek(), Some(b'e' | b'E')) {
            self.at += 1;
            if matches!(self.peek(), Some(b'+' | b'-')) {
                self.at += 1;
            }
            self.digits()?;
        }
        let text = self.since(from)?;
        if self.at == whole && text != "-0" {
            if let Ok(number) = text.parse() {
                return Some(Value::Int(number));
            }
            // Past 64 bits a float would lose digits, so the digits stay.
            if !negative && text.parse::<u64>().is_ok() {
                return Some(text.into());
            }
        }
        float::parse(text)
            .filter(|number| number.is_finite())
            .map(Value::Float)
    }

    fn string(&mut self) -> Option<String> {
        let mut string = String::new();
        let mut from = self.at;
        loop {
            match self.next()? {
                b'"' => {
                    string.push_str(self.text.get(from..self.at - 1)?);
                    return Some(string);
                }
                b'\\' => {
                    string.push_str(self.text.get(from..self.at - 1)?);
                    string.push(self.escape()?);
                    from = self.at;
                }
                0..b' ' => return None,
                _ => {}
            }
        }
    }

    fn escape(&mut self) -> Option<char> {
        Some(match self.next()? {
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            byte @ (b'"' | b'\\' | b'/') => char::from(byte),
            b'u' => match self.unit()? {
                high @ 0xd800..0xdc00 => {
                    if !(self.takes(b'\\') && self.takes(b'u')) {
                        return None;
                    }
                    let low = self
                        .unit()?
                        .checked_sub(0xdc00)
                        .filter(|low| *low < 0x400)?;
                    char::from_u32(0x10000 + ((high - 0xd800) << 10) + low)?
                }
                unit => char::from_u32(unit)?,
            },
            _ => return None,
        })
    }

    /// Four hexadecimal digits.
    fn unit(&mut self) -> Option<u32> {
        let mut unit = 0;
        for _ in 0..4 {
            unit = unit * 16 + char::from(self.next()?).to_digit(16)?;
        }
        Some(unit)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::Value as Json;

    use super::*;

    fn same(text: &str) -> Result<(), TestCaseError> {
        let theirs = match serde_json::from_str(text) {
            Ok(json @ (Json::Array(_) | Json::Object(_))) => Some(Value::from(json)),
            _ => None,
        };
        prop_assert_eq!(parse(text) == theirs, true, "{}", text);
        Ok(())
    }

    proptest! {
        #[test]
        fn what_is_read_is_what_serde_json_reads(text in "[\\[{]([\\[\\]{}:,\"\\\\a-fnu0-9.eE+ -]|true|null|\"a\":|\\\\u[0-9a-f]{4}){0,20}[\\]}]") {
            same(&text)?;
        }

        #[test]
        fn so_are_numbers(text in "-?[0-9]{1,22}(\\.[0-9]{1,20})?([eE][-+]?[0-9]{1,3})?") {
            same(&format!("[{text}]"))?;
        }

        #[test]
        fn so_are_texts(text in ".{0,20}", escapes in "(\\\\u[dD][89abcdef0-9][0-9a-f]{2}|\\\\[bfnrt/\"\\\\a]){0,4}") {
            same(&serde_json::json!({ "a": [text, { "b": null, "a": text }] }).to_string())?;
            same(&format!("[\"{escapes}\"]"))?;
        }
    }

    #[test]
    fn edges() {
        for text in [
            "",
            " ",
            "[]",
            " [ ] ",
            "{}",
            "{ }",
            "[1,]",
            "[,1]",
            "{\"a\":1,\"a\":2}",
            "[01]",
            "[-]",
            "[1.]",
            "[.5]",
            "[-0]",
            "[-0.0]",
            "[1e400]",
            "[18446744073709551615]",
            "[18446744073709551616]",
            "[-9223372036854775808]",
            "[-9223372036854775809]",
            "[\"\\ud83d\\ude00\"]",
            "[\"\\ud83d\"]",
            "[\"\u{1}\"]",
            "[\"\t\"]",
            "[truee]",
            "[nul]",
            "[\"a]",
            "[1] x",
            "\"a\"",
            "1",
            "\u{feff}[]",
        ] {
            same(text).expect("it is the same");
        }
    }
}
