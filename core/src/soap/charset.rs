//! Bytes of an answer to text, and text of a request against what the server can keep.
//!
//! The server declares ISO-8859-1, sometimes wrongly. Bytes that are valid UTF-8 are UTF-8,
//! whatever was declared; all else is windows-1252, which ISO-8859-1 is a part of.

/// What windows-1252 has at 0x80–0x9F. The five holes keep ISO-8859-1's control characters.
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The text of an answer. Its memory is the body's: an answer can be large.
///
/// Line ends become LF, as XML wants it. Control characters are dropped, since no XML parser
/// takes them and NuSOAP sends them as they are.
pub(crate) fn decode(body: Vec<u8>) -> String {
    let contents = Contents::of(&body);
    let mut text = if contents.is_ascii {
        String::from_utf8(body).expect("ASCII is UTF-8")
    } else {
        String::from_utf8(body).unwrap_or_else(|error| {
            windows_1252(error.into_bytes(), contents.extra_as_windows_1252)
        })
    };
    if contents.has_carriage_return {
        text = with_line_feeds(text);
    }
    if contents.has_dropped {
        text.retain(|c| !u8::try_from(c).is_ok_and(is_dropped));
    }
    text
}

/// The text with LF for each CR LF, and for each CR alone.
fn with_line_feeds(text: String) -> String {
    let mut after_return = false;
    let mut bytes = text.into_bytes();
    bytes.retain_mut(|byte| {
        let follows = std::mem::replace(&mut after_return, *byte == b'\r');
        let keeps = !(follows && *byte == b'\n');
        if after_return {
            *byte = b'\n';
        }
        keeps
    });
    String::from_utf8(bytes).expect("ASCII was put for ASCII")
}

/// What is in a body, found in one pass: it can be large, and memory is slow.
#[derive(Default)]
struct Contents {
    is_ascii: bool,
    has_carriage_return: bool,
    has_dropped: bool,
    /// Bytes that it grows by if it is windows-1252.
    extra_as_windows_1252: usize,
}

impl Contents {
    fn of(bytes: &[u8]) -> Self {
        let mut contents = Self {
            is_ascii: true,
            ..Self::default()
        };
        for chunk in bytes.chunks(128) {
            if !chunk.is_ascii() {
                contents.is_ascii = false;
                contents.extra_as_windows_1252 += chunk
                    .iter()
                    .map(|&byte| from_windows_1252(byte).len_utf8() - 1)
                    .sum::<usize>();
            }
            // Nearly every chunk has no byte below a blank at all, and that is quick to tell.
            if chunk.iter().fold(u8::MAX, |least, &byte| least.min(byte)) < b' ' {
                contents.has_carriage_return |= chunk.contains(&b'\r');
                contents.has_dropped |= chunk.iter().any(|&byte| is_dropped(byte));
            }
        }
        contents
    }
}

/// The document in an answer's text: what stands before (a byte order mark, a PHP warning) is
/// left out.
pub(crate) fn document(text: &str) -> &str {
    let document = text.get(start(text.as_bytes())..).unwrap_or(text);
    // The XML reader would skip it too, but not count it.
    document.strip_prefix('\u{feff}').unwrap_or(document)
}

/// Widens the bytes beyond ASCII, from the end on, so that nothing is written over that is still
/// to be read. Runs of ASCII, which are nearly all of every answer, are moved whole.
fn windows_1252(mut bytes: Vec<u8>, extra: usize) -> String {
    let mut read = bytes.len();
    let mut write = read + extra;
    bytes.resize(write, 0);
    while read != write {
        let chunk = &bytes[read.saturating_sub(64)..read];
        let run = if chunk.is_ascii() {
            chunk.len()
        } else {
            chunk
                .iter()
                .rev()
                .take_while(|byte| byte.is_ascii())
                .count()
        };
        bytes.copy_within(read - run..read, write - run);
        (read, write) = (read - run, write - run);
        if read > 0 && !bytes[read - 1].is_ascii() {
            read -= 1;
            let mut buffer = [0; 4];
            let encoded = from_windows_1252(bytes[read])
                .encode_utf8(&mut buffer)
                .as_bytes();
            write -= encoded.len();
            bytes[write..write + encoded.len()].copy_from_slice(encoded);
        }
    }
    String::from_utf8(bytes).expect("only whole characters were written")
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

/// Bytes in which an envelope's name with its prefix is looked for.
const LONGEST_NAME: usize = 128;

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
            // No prefix is longer; without a bound, a body of nothing but `<` takes its square.
            let tag = &head[at + 1..head.len().min(at + LONGEST_NAME)];
            let end = tag
                .iter()
                .position(|b| matches!(b, b'>' | b' ' | b'\t' | b'\r' | b'\n' | b'/'));
            let name = &tag[..end.unwrap_or(0)];
            name == b"Envelope" || name.ends_with(b":Envelope")
        });
    envelope.map_or(0, |(at, _)| at)
}

pub(crate) fn find(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    haystack
        .windows(needle.len())
        .position(|window| window == needle)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn latin_1_is_read_as_windows_1252() {
        let read = |bytes: &[u8]| decode(bytes.to_vec());
        assert_eq!(read(b"<a>caf\xe9 \x80</a>"), "<a>café €</a>");
        assert_eq!(read(b"\xe9"), "é");
        assert_eq!(read(b"\xe9\x80\xff"), "é€ÿ");
        let long = [
            b"x".repeat(200),
            b"\xe9".to_vec(),
            b"y".repeat(200),
            b"\x80".to_vec(),
        ]
        .concat();
        assert_eq!(
            read(&long),
            format!("{}é{}€", "x".repeat(200), "y".repeat(200))
        );
    }

    #[test]
    fn utf_8_wins_over_the_declaration() {
        let text = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>café</a>";
        assert_eq!(decode(text.into()), text);
    }

    #[test]
    fn what_stands_before_the_document_is_skipped() {
        assert_eq!(document("\u{feff}<?xml?><a/>"), "<?xml?><a/>");
        assert_eq!(
            document("<br />\n<b>Warning</b>\n<s:Envelope>"),
            "<s:Envelope>"
        );
        assert_eq!(document("no tag"), "no tag");
        assert_eq!(document("\u{feff}<html/>"), "<html/>");
        let endless = format!("x <{}:Envelope>", "s".repeat(LONGEST_NAME));
        assert_eq!(document(&endless), endless, "no prefix is as long as that");
    }

    #[test]
    fn control_characters_are_dropped() {
        assert_eq!(decode(b"<a>x\x0b\x01y\t\n</a>".to_vec()), "<a>xy\t\n</a>");
    }

    #[test]
    fn line_ends_become_line_feeds() {
        assert_eq!(decode(b"a\r\nb\rc\nd".to_vec()), "a\nb\nc\nd");
    }

    #[test]
    fn lost_and_forbidden_characters_are_found() {
        assert_eq!(first_lost("Größe"), None);
        assert_eq!(first_lost("5 €"), Some('€'));
        assert_eq!(first_control("a\tb\r\n"), None);
        assert_eq!(first_control("a\u{1b}b"), Some('\u{1b}'));
    }
}
