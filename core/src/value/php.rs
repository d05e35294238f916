//! PHP's `serialize()` format, read into plain data within limits of depth and count.
//!
//! Objects keep their properties and lose their class; references are refused, because the
//! plain data could not stay finite.

use super::{Value, float};

/// Deepest nesting of arrays.
pub(super) const MAX_DEPTH: usize = 32;
/// Most values in one text.
pub(super) const MAX_VALUES: usize = 100_000;

/// Why a text is not PHP data that this library reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum PhpError {
    /// The text is not what `serialize()` writes, or it is cut short.
    Malformed,
    /// Arrays nest deeper than 32.
    TooDeep,
    /// More than 100,000 values.
    TooMany,
}

/// Reads one serialized value that fills the whole text.
///
/// PHP counts the bytes of a text in its own charset, so a text that was turned from Latin-1 into
/// UTF-8 on the way is longer than it says: then the counts are of characters, all of them.
pub(crate) fn parse(text: &[u8]) -> Result<Value, PhpError> {
    match parse_counting(Unit::Bytes, text) {
        Err(PhpError::Malformed) if !text.is_ascii() => parse_counting(Unit::Characters, text),
        result => result,
    }
}

/// What the length of a text counts.
#[derive(Clone, Copy)]
enum Unit {
    Bytes,
    Characters,
}

fn parse_counting(unit: Unit, text: &[u8]) -> Result<Value, PhpError> {
    let mut reader = Reader {
        rest: text,
        unit,
        values: 0,
    };
    let value = reader.value(0)?;
    if reader.rest.is_empty() {
        Ok(value)
    } else {
        Err(PhpError::Malformed)
    }
}

struct Reader<'a> {
    rest: &'a [u8],
    unit: Unit,
    values: usize,
}

impl<'a> Reader<'a> {
    fn value(&mut self, depth: usize) -> Result<Value, PhpError> {
        self.values += 1;
        if self.values > MAX_VALUES {
            return Err(PhpError::TooMany);
        }
        let kind = self.byte()?;
        if kind == b'N' {
            self.expect(b";")?;
            return Ok(Value::Null);
        }
        self.expect(b":")?;
        match kind {
            b'b' => match self.until(b';')? {
                "0" => Ok(Value::Bool(false)),
                "1" => Ok(Value::Bool(true)),
                _ => Err(PhpError::Malformed),
            },
            b'i' => self
                .until(b';')?
                .parse()
                .map(Value::Int)
                .map_err(|_| PhpError::Malformed),
            b'd' => match self.until(b';')? {
                "INF" => Ok(Value::Float(f64::INFINITY)),
                "-INF" => Ok(Value::Float(f64::NEG_INFINITY)),
                "NAN" => Ok(Value::Float(f64::NAN)),
                digits => float::parse(digits)
                    .map(Value::Float)
                    .ok_or(PhpError::Malformed),
            },
            b's' => {
                let text = self.string()?;
                self.expect(b";")?;
                Ok(Value::Text(text))
            }
            b'a' => self.entries(depth),
            b'O' => {
                self.string()?;
                self.expect(b":")?;
                self.entries(depth)
            }
            _ => Err(PhpError::Malformed),
        }
    }

    /// `N:{key;value…}`: a list where the keys count up from 0, else a map.
    fn entries(&mut self, depth: usize) -> Result<Value, PhpError> {
        if depth == MAX_DEPTH {
            return Err(PhpError::TooDeep);
        }
        let count: usize = self.until(b':')?.parse().map_err(|_| PhpError::Malformed)?;
        if count > MAX_VALUES {
            return Err(PhpError::TooMany);
        }
        self.expect(b"{")?;
        let mut entries = Vec::new();
        let mut is_list = true;
        for position in 0..count {
            let key = match self.value(depth + 1)? {
                Value::Int(number) => {
                    is_list &= usize::try_from(number) == Ok(position);
                    number.to_string()
                }
                Value::Text(text) => {
                    is_list = false;
                    text
                }
                _ => return Err(PhpError::Malformed),
            };
            entries.push((key, self.value(depth + 1)?));
        }
        self.expect(b"}")?;
        Ok(if is_list {
            Value::List(entries.into_iter().map(|(_, value)| value).collect())
        } else {
            Value::Map(entries)
        })
    }

    /// `N:"…"`.
    fn string(&mut self) -> Result<String, PhpError> {
        let count: usize = self.until(b':')?.parse().map_err(|_| PhpError::Malformed)?;
        self.expect(b"\"")?;
        let length = match self.unit {
            Unit::Bytes => count,
            Unit::Characters => self.length_of(count)?,
        };
        let text = self.rest.get(..length).ok_or(PhpError::Malformed)?;
        let text = std::str::from_utf8(text).map_err(|_| PhpError::Malformed)?;
        self.rest = &self.rest[length..];
        self.expect(b"\"")?;
        Ok(text.to_owned())
    }

    /// How many bytes so many characters are. Only as much is looked at as is needed: checking the
    /// whole rest for each text would take time that grows with its square.
    fn length_of(&self, characters: usize) -> Result<usize, PhpError> {
        let is_first = |byte: &u8| (*byte & 0xc0) != 0x80;
        self.rest
            .iter()
            .enumerate()
            .filter(|(_, byte)| is_first(byte))
            .nth(characters)
            .map(|(at, _)| at)
            .ok_or(PhpError::Malformed)
    }

    fn byte(&mut self) -> Result<u8, PhpError> {
        let (&first, rest) = self.rest.split_first().ok_or(PhpError::Malformed)?;
        self.rest = rest;
        Ok(first)
    }

    fn expect(&mut self, token: &[u8]) -> Result<(), PhpError> {
        self.rest = self.rest.strip_prefix(token).ok_or(PhpError::Malformed)?;
        Ok(())
    }

    fn until(&mut self, end: u8) -> Result<&'a str, PhpError> {
        let at = self
            .rest
            .iter()
            .position(|&byte| byte == end)
            .ok_or(PhpError::Malformed)?;
        let text = std::str::from_utf8(&self.rest[..at]).map_err(|_| PhpError::Malformed)?;
        self.rest = &self.rest[at + 1..];
        Ok(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrays_become_maps_and_lists() {
        let value = parse(br#"a:2:{s:2:"os";s:1:"5";s:3:"ips";a:2:{i:0;s:1:"a";i:1;s:1:"b";}}"#);
        let expected = Value::Map(vec![
            ("os".into(), "5".into()),
            ("ips".into(), Value::List(vec!["a".into(), "b".into()])),
        ]);
        assert_eq!(value, Ok(expected));
    }

    #[test]
    fn scalars_keep_their_types() {
        assert_eq!(parse(b"N;"), Ok(Value::Null));
        assert_eq!(parse(b"b:1;"), Ok(Value::Bool(true)));
        assert_eq!(parse(b"i:-3;"), Ok(Value::Int(-3)));
        assert_eq!(parse(b"d:0.5;"), Ok(Value::Float(0.5)));
    }

    #[test]
    fn lengths_count_characters_where_latin_1_became_utf_8() {
        // PHP wrote four Latin-1 bytes; decoded they are five.
        assert_eq!(parse("s:4:\"café\";".as_bytes()), Ok("café".into()));
        assert_eq!(parse("s:5:\"café\";".as_bytes()), Ok("café".into()));
    }

    #[test]
    fn an_object_keeps_its_properties() {
        let value = parse(br#"O:1:"X":1:{s:1:"a";i:1;}"#);
        assert_eq!(value, Ok(Value::Map(vec![("a".into(), Value::Int(1))])));
    }

    #[test]
    fn limits_hold() {
        let deep = "a:1:{i:0;".repeat(40) + "N;" + &"}".repeat(40);
        assert_eq!(parse(deep.as_bytes()), Err(PhpError::TooDeep));
        assert_eq!(parse(b"a:99999999:{}"), Err(PhpError::TooMany));
        let many = format!("a:60000:{{{}}}", "i:0;N;".repeat(60_000));
        assert_eq!(parse(many.as_bytes()), Err(PhpError::TooMany));
    }

    #[test]
    fn what_is_cut_short_is_malformed() {
        for text in [
            "",
            "a",
            "a:1:{",
            "s:9:\"abc\";",
            "i:1",
            "x:1;",
            "N;N;",
            "R:1;",
        ] {
            assert_eq!(parse(text.as_bytes()), Err(PhpError::Malformed), "{text}");
        }
    }
}
