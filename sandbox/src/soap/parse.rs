//! XML of a request into a small tree, with the complaints that NuSOAP's parser has.

use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::errors::{Error, IllFormedError};
use quick_xml::events::{BytesStart, Event};

/// Nesting and number of elements past which nothing is read.
const DEPTH: usize = 64;
const NODES: usize = 10_000;

/// An element. Names count without their prefixes.
#[derive(Debug, Default)]
pub(crate) struct Node {
    pub(crate) name: String,
    /// `xsi:type`, without prefix.
    pub(crate) claimed: Option<String>,
    /// `xsi:nil`.
    pub(crate) nil: bool,
    /// What `href="#…"` refers to.
    pub(crate) reference: Option<String>,
    pub(crate) id: Option<String>,
    pub(crate) text: String,
    pub(crate) children: Vec<Node>,
}

/// Why there is no tree.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Trouble {
    /// It is not well-formed: a line and what libxml2 says of it.
    NotWellFormed(usize, &'static str),
    /// It ends early, which NuSOAP does not notice before it dies of it.
    CutShort,
}

const INVALID_TOKEN: &str = "Not well-formed (invalid token)";

/// The root element of a document.
pub(crate) fn parse(text: &str) -> Result<Node, Trouble> {
    let mut parser = Parser {
        text,
        reader: Reader::from_str(text),
        nodes: 0,
    };
    let mut open: Vec<Node> = vec![Node::default()];
    loop {
        let event = parser.reader.read_event();
        let event = event.map_err(|error| parser.trouble(&error))?;
        let inside = open.len() > 1;
        match event {
            Event::Start(tag) => {
                let node = parser.node(&tag, open.len())?;
                open.push(node);
            }
            Event::Empty(tag) => {
                let node = parser.node(&tag, open.len())?;
                append(&mut open, node);
            }
            // The reader has compared the names.
            Event::End(_) => {
                if let Some(node) = open.pop() {
                    append(&mut open, node);
                }
            }
            Event::Text(content) => parser.text(&mut open, &content.into_inner(), inside)?,
            Event::CData(content) => parser.text(&mut open, &content.into_inner(), inside)?,
            Event::GeneralRef(name) => {
                let character = match name.resolve_char_ref() {
                    Ok(Some(character)) => character,
                    Ok(None) => predefined(&name.xml10_content())
                        .ok_or_else(|| parser.at("Undeclared entity warning"))?,
                    Err(_) => return Err(parser.at("Invalid character reference")),
                };
                if let Some(node) = open.last_mut().filter(|_| inside) {
                    node.text.push(character);
                }
            }
            Event::DocType(_) => return Err(parser.at(INVALID_TOKEN)),
            Event::Decl(_) | Event::Comment(_) | Event::PI(_) => {}
            Event::Eof if inside => return Err(Trouble::CutShort),
            Event::Eof => break,
        }
    }
    let mut document = open.pop().unwrap_or_default();
    match document.children.len() {
        1 => Ok(document.children.remove(0)),
        _ => Err(parser.at(INVALID_TOKEN)),
    }
}

fn append(open: &mut [Node], node: Node) {
    if let Some(parent) = open.last_mut() {
        parent.children.push(node);
    }
}

fn predefined(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => None,
    }
}

struct Parser<'a> {
    text: &'a str,
    reader: Reader<&'a [u8]>,
    nodes: usize,
}

impl Parser<'_> {
    fn node(&mut self, tag: &BytesStart<'_>, depth: usize) -> Result<Node, Trouble> {
        self.nodes += 1;
        if self.nodes > NODES || depth > DEPTH {
            return Err(self.at("Internal error"));
        }
        let mut node = Node {
            name: tag.local_name().into_inner().to_owned(),
            ..Node::default()
        };
        for attribute in tag.attributes() {
            let Ok(attribute) = attribute else {
                return Err(self.at(INVALID_TOKEN));
            };
            let Ok(value) = attribute.normalized_value(XmlVersion::Explicit1_0) else {
                return Err(self.at(INVALID_TOKEN));
            };
            let (name, prefix) = attribute.key.decompose();
            match (name.into_inner(), prefix.is_some()) {
                ("type", true) => {
                    let local = value.rsplit_once(':').map_or(&*value, |(_, local)| local);
                    node.claimed = Some(local.to_owned());
                }
                ("nil", true) => node.nil = matches!(&*value, "true" | "1"),
                ("href", _) => node.reference = value.strip_prefix('#').map(str::to_owned),
                ("id", _) => node.id = Some(value.into_owned()),
                _ => {}
            }
        }
        Ok(node)
    }

    fn text(&self, open: &mut [Node], content: &str, inside: bool) -> Result<(), Trouble> {
        let is_control = |c: char| c < ' ' && !matches!(c, '\t' | '\n' | '\r');
        if content.contains(is_control) {
            return Err(self.at("Invalid character"));
        }
        match open.last_mut() {
            Some(node) if inside => node.text.push_str(&lines(content)),
            _ if content.trim().is_empty() => {}
            _ => return Err(self.at(INVALID_TOKEN)),
        }
        Ok(())
    }

    fn at(&self, what: &'static str) -> Trouble {
        let read = usize::try_from(self.reader.buffer_position()).unwrap_or(usize::MAX);
        let read = &self.text.as_bytes()[..read.min(self.text.len())];
        let line = 1 + read.iter().filter(|byte| **byte == b'\n').count();
        Trouble::NotWellFormed(line, what)
    }

    fn trouble(&self, error: &Error) -> Trouble {
        match error {
            Error::IllFormed(
                IllFormedError::MismatchedEndTag { .. } | IllFormedError::UnmatchedEndTag(_),
            ) => self.at("Mismatched tag"),
            Error::Syntax(_) => Trouble::CutShort,
            _ => self.at(INVALID_TOKEN),
        }
    }
}

/// XML reads CR LF and CR as LF.
fn lines(text: &str) -> String {
    if text.contains('\r') {
        text.replace("\r\n", "\n").replace('\r', "\n")
    } else {
        text.to_owned()
    }
}
