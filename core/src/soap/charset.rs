//! Bytes of an answer to text, and text of a request against what the server can keep.
//!
//! The server declares ISO-8859-1, sometimes wrongly. Bytes that are valid UTF-8 are UTF-8,
//! whatever was declared; all else is windows-1252, which ISO-8859-1 is a part of.

use std::borrow::Cow;

/// What windows-1252 has at 0x80–0x9F. The five holes keep ISO-8859-1's control characters.
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The text of an answer, from its first XML token on.
///
/// What stands before (a byte order mark, a PHP warning) is left out, and so are control
/// characters, which no XML parser takes and NuSOAP sends as they are.
pub(crate) fn decode(bytes: &[u8]) -> Cow<'_, str> {
    let bytes = &bytes[start(bytes)..];
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => Cow::Owned(windows_1252(bytes)),
    };
    if has_dropped(text.as_bytes()) {
        Cow::Owned(
            text.chars()
                .filter(|&c| !u8::try_from(c).is_ok_and(is_dropped))
                .collect(),
        )
    } else {
        text
    }
}

/// Runs of ASCII are copied whole: they are nearly all of every answer.
fn windows_1252(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 16);
    for chunk in bytes.chunks(64) {
        match std::str::from_utf8(chunk) {
            Ok(ascii) if chunk.is_ascii() => text.push_str(ascii),
            _ => text.extend(chunk.iter().map(|&byte| from_windows_1252(byte))),
        }
    }
    text
}

/// Without an early exit inside a chunk, so that the compiler can look at many bytes at once.
fn has_dropped(bytes: &[u8]) -> bool {
    bytes.chunks(256).any(|chunk| {
        chunk
            .iter()
            .fold(false, |found, &byte| found | is_dropped(byte))
    })
}

/// The first character that a server with NuSOAP's default settings turns into `?`.
pub(crate) fn first_lost(text: &str) -> Option<char> {
    text.chars().find(|&c| u32::from(c) > 0xff)
}

/// The first character that makes a request malformed.
pub(crate) fn first_control(text: &str) -> Option<char> {
    text.chars()
        .find(|&c| u8::try_from(c).is_ok_and(is_dropped) || matches!(c, '\u{fffe}' | '\u{ffff}'))
}

fn is_dropped(byte: u8) -> bool {
    byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r')
}

fn from_windows_1252(byte: u8) -> char {
    match byte {
        0x80..=0x9f => WINDOWS_1252[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

/// Where the document starts: at `<?xml`, else at an envelope's tag, else at the first byte.
fn start(bytes: &[u8]) -> usize {
    const HEAD: usize = 64 * 1024;
    let head = &bytes[..bytes.len().min(HEAD)];
    if let Some(at) = find(head, b"<?xml") {
        return at;
    }
    let envelope = head
        .iter()
        .enumerate()
        .filter(|(_, byte)| **byte == b'<')
        .find(|(at, _)| {
            let tag = &head[at + 1..];
            let end = tag
                .iter()
                .position(|b| matches!(b, b'>' | b' ' | b'\t' | b'\r' | b'\n' | b'/'));
            let name = &tag[..end.unwrap_or(0)];
            name == b"Envelope" || name.ends_with(b":Envelope")
        });
    envelope.map_or(0, |(at, _)| at)
}

fn find(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    haystack
        .windows(needle.len())
        .position(|window| window == needle)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn latin_1_is_read_as_windows_1252() {
        assert_eq!(decode(b"<a>caf\xe9 \x80</a>"), "<a>café €</a>");
    }

    #[test]
    fn utf_8_wins_over_the_declaration() {
        let text = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>café</a>";
        assert_eq!(decode(text.as_bytes()), text);
    }

    #[test]
    fn what_stands_before_the_document_is_skipped() {
        assert_eq!(decode(b"\xef\xbb\xbf<?xml?><a/>"), "<?xml?><a/>");
        assert_eq!(
            decode(b"<br />\n<b>Warning</b>\n<s:Envelope>"),
            "<s:Envelope>"
        );
    }

    #[test]
    fn control_characters_are_dropped() {
        assert_eq!(decode(b"<a>x\x0b\x01y\t\n</a>"), "<a>xy\t\n</a>");
    }

    #[test]
    fn lost_and_forbidden_characters_are_found() {
        assert_eq!(first_lost("Größe"), None);
        assert_eq!(first_lost("5 €"), Some('€'));
        assert_eq!(first_control("a\tb\r\n"), None);
        assert_eq!(first_control("a\u{1b}b"), Some('\u{1b}'));
    }
}
