//! [`Charset`]: in which bytes answers come, and what becomes of the text of requests.

use std::borrow::Cow;

/// How the server is set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Charset {
    /// ISO-8859-1, NuSOAP's default. Text of requests that it lacks becomes `?`.
    #[default]
    Latin1,
    /// UTF-8 throughout.
    Utf8,
    /// A Latin-1 server whose stored data are UTF-8: answers claim ISO-8859-1, and only what came
    /// in requests is.
    Mislabelled,
}

impl Charset {
    /// The charset by its name: `latin1`, `utf8` or `mislabelled`.
    #[must_use]
    pub fn by_name(name: &str) -> Option<Self> {
        match name {
            "latin1" => Some(Self::Latin1),
            "utf8" => Some(Self::Utf8),
            "mislabelled" => Some(Self::Mislabelled),
            _ => None,
        }
    }

    /// Its name, as [`Charset::by_name`] takes it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Latin1 => "latin1",
            Self::Utf8 => "utf8",
            Self::Mislabelled => "mislabelled",
        }
    }

    /// What answers say that they are.
    pub(crate) fn declared(self) -> &'static str {
        match self {
            Self::Latin1 | Self::Mislabelled => "ISO-8859-1",
            Self::Utf8 => "UTF-8",
        }
    }

    /// What is left of a request's text once the server has read it.
    pub(crate) fn keep(self, text: String) -> String {
        match self {
            Self::Utf8 => text,
            _ if text.is_ascii() => text,
            Self::Latin1 => text
                .chars()
                .map(|c| if c > '\u{ff}' { '?' } else { c })
                .collect(),
            Self::Mislabelled => text.chars().map(single_byte).collect(),
        }
    }

    /// Appends text to an answer.
    pub(crate) fn write(self, text: &str, out: &mut Vec<u8>) {
        if text.is_ascii() || self == Self::Utf8 {
            out.extend_from_slice(text.as_bytes());
            return;
        }
        for c in text.chars() {
            match (self, u8::try_from(u32::from(c))) {
                (Self::Latin1, Ok(byte)) => out.push(byte),
                (Self::Latin1, Err(_)) => out.push(kept_byte(c).unwrap_or(b'?')),
                _ => match kept_byte(c) {
                    Some(byte) => out.push(byte),
                    None => out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes()),
                },
            }
        }
    }
}

/// Where characters stand that a mislabelled server keeps as single bytes: a private range, so
/// that text stays text.
const SINGLE_BYTES: u32 = 0xf700;

fn single_byte(c: char) -> char {
    match u32::from(c) {
        0x00..=0x7f => c,
        code @ 0x80..=0xff => char::from_u32(SINGLE_BYTES + code).unwrap_or('?'),
        _ => '?',
    }
}

fn kept_byte(c: char) -> Option<u8> {
    let code = u32::from(c).checked_sub(SINGLE_BYTES)?;
    u8::try_from(code).ok().filter(|byte| *byte >= 0x80)
}

/// Bytes of a request as text: UTF-8 or ISO-8859-1. `None` if they are not what they should be.
pub(crate) fn read(bytes: &[u8], utf8: bool) -> Option<Cow<'_, str>> {
    if utf8 || bytes.is_ascii() {
        std::str::from_utf8(bytes).ok().map(Cow::Borrowed)
    } else {
        Some(Cow::Owned(
            bytes.iter().map(|&byte| char::from(byte)).collect(),
        ))
    }
}
