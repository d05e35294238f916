//! XML of a request into a small tree, with the complaints that NuSOAP's parser has.
//!
//! NuSOAP uses libxml2 through PHP and hands the text over as if more were to come. So what is
//! wrong in the text is noticed, and that it ends too early is not. A document type is refused
//! here, which libxml2 would take.

use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::errors::{Error, IllFormedError};
use quick_xml::events::attributes::AttrError;
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
    is_document: bool,
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
const INVALID_CHARACTER: &str = "Invalid character";
const NAME_REQUIRED: &str = "XML_ERR_NAME_REQUIRED";
const DOCUMENT_END: &str = "Invalid document end";

/// The root element of a document; a nameless one if there is only blank text.
pub(crate) fn parse(text: &str) -> Result<Node, Trouble> {
    let mut parser = Parser {
        text,
        reader: Reader::from_str(text),
        nodes: 0,
    };
    parser.reader.config_mut().check_comments = true;
    // The first is the document, which holds the root.
    let mut open = vec![Node {
        is_document: true,
        ..Node::default()
    }];
    let mut is_first = true;
    loop {
        let event = parser.reader.read_event();
        let event = event.map_err(|error| parser.trouble(&error))?;
        match event {
            Event::Start(tag) => {
                let node = parser.node(&tag, &open)?;
                open.push(node);
            }
            Event::Empty(tag) => {
                let node = parser.node(&tag, &open)?;
                append(&mut open, node);
            }
            // The reader has compared the names.
            Event::End(_) => {
                if let Some(node) = open.pop() {
                    append(&mut open, node);
                }
            }
            Event::Text(content) => parser.text(&mut open, &content.into_inner())?,
            Event::CData(content) => parser.text(&mut open, &content.into_inner())?,
            Event::GeneralRef(name) => {
                let character = match name.resolve_char_ref() {
                    Ok(Some(character)) if !is_forbidden(character) => character,
                    Ok(None) => match &*name.xml10_content() {
                        name if !is_name_start(name) => return Err(parser.at(NAME_REQUIRED)),
                        name => {
                            predefined(name).ok_or_else(|| parser.at("Undeclared entity error"))?
                        }
                    },
                    _ => return Err(parser.at(INVALID_CHARACTER)),
                };
                match open.last_mut() {
                    Some(node) if !node.is_document => node.text.push(character),
                    _ => return Err(parser.at(INVALID_TOKEN)),
                }
            }
            Event::DocType(_) => return Err(parser.at(INVALID_TOKEN)),
            Event::Decl(_) if !is_first => return Err(parser.at("Reserved XML Name")),
            Event::Decl(_) | Event::Comment(_) | Event::PI(_) => {}
            Event::Eof if open.len() > 1 => return Err(Trouble::CutShort),
            Event::Eof => break,
        }
        is_first = false;
    }
    let document = open.pop().unwrap_or_default();
    Ok(document.children.into_iter().next().unwrap_or_default())
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
    fn node(&mut self, tag: &BytesStart<'_>, open: &[Node]) -> Result<Node, Trouble> {
        self.nodes += 1;
        if self.nodes > NODES || open.len() > DEPTH {
            return Err(self.at("Internal error"));
        }
        if open.last().is_some_and(Node::is_full_document) {
            return Err(self.at(DOCUMENT_END));
        }
        let name = tag.name().into_inner();
        if !is_name_start(name) {
            return Err(self.at(NAME_REQUIRED));
        }
        let mut node = Node {
            name: tag.local_name().into_inner().to_owned(),
            ..Node::default()
        };
        for attribute in tag.attributes() {
            let attribute = attribute.map_err(|error| match error {
                AttrError::Duplicated(..) => self.at("Attribute redefined"),
                AttrError::ExpectedEq(_) => self.at("Attribute without value"),
                _ => self.at("> required"),
            })?;
            let value = match attribute.normalized_value(XmlVersion::Explicit1_0) {
                Ok(value) if !value.contains(is_forbidden) && !attribute.value.contains('<') => {
                    value
                }
                Ok(_) => return Err(self.at("> required")),
                Err(_) => return Err(self.at("Undeclared entity error")),
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

    fn text(&self, open: &mut [Node], content: &str) -> Result<(), Trouble> {
        let Some(node) = open.last_mut() else {
            return Ok(());
        };
        if node.is_document && !content.trim().is_empty() {
            let what = if node.is_full_document() {
                DOCUMENT_END
            } else {
                INVALID_TOKEN
            };
            return Err(self.at(what));
        }
        if content.contains(is_forbidden) {
            return Err(self.at(INVALID_CHARACTER));
        }
        node.text.push_str(&lines(content));
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
            Error::IllFormed(IllFormedError::MismatchedEndTag { .. }) => self.at("Mismatched tag"),
            Error::IllFormed(IllFormedError::UnmatchedEndTag(_)) => self.at(NAME_REQUIRED),
            Error::IllFormed(IllFormedError::DoubleHyphenInComment) => {
                self.at("Comment must not contain '--' (double-hyphen)")
            }
            // Behind a bare `&` libxml2 waits for a `;`, and at the end for the rest.
            Error::IllFormed(IllFormedError::UnclosedReference) | Error::Syntax(_) => {
                Trouble::CutShort
            }
            _ => self.at(INVALID_TOKEN),
        }
    }
}

impl Node {
    fn is_full_document(&self) -> bool {
        self.is_document && !self.children.is_empty()
    }
}

fn is_name_start(name: &str) -> bool {
    name.starts_with(|c: char| c.is_alphabetic() || matches!(c, '_' | ':'))
}

/// What XML 1.0 does not have.
fn is_forbidden(c: char) -> bool {
    c < ' ' && !matches!(c, '\t' | '\n' | '\r') || matches!(c, '\u{fffe}' | '\u{ffff}')
}

/// XML reads CR LF and CR as LF.
fn lines(text: &str) -> String {
    if text.contains('\r') {
        text.replace("\r\n", "\n").replace('\r', "\n")
    } else {
        text.to_owned()
    }
}
