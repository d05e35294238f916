//! [`Scanner`]: one pass over an answer's text, element by element, within limits.
//!
//! It builds no tree. A reader asks for an element's [`children`](Scanner::children) or its
//! [`leaf`](Scanner::leaf) text, and each call consumes what it was given. References
//! (`href="#id"`) are followed by reading the referenced element in place.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::references::Targets;
use super::tag::Start;
use crate::limits::{Limit, Limits};
use crate::value::Value;

pub(crate) type Scan<T> = Result<T, ScanError>;

/// Why an answer's text cannot be read.
#[derive(Debug)]
pub(crate) enum ScanError {
    /// It is not XML, or not of the form that an answer has.
    Malformed(String),
    /// It runs into a limit.
    Limit(Limit),
}

/// What an element without expected children held.
#[derive(Debug)]
pub(crate) enum Leaf<'a> {
    /// Null.
    Nil,
    /// Text, perhaps empty.
    Text(Cow<'a, str>),
    /// Elements, where text was expected.
    Structure(Value),
}

/// What an element with expected children held.
#[derive(Debug)]
pub(crate) enum Content<'a> {
    /// Null.
    Nil,
    /// Elements, or nothing at all.
    Elements,
    /// Text, where elements were expected.
    Text(Cow<'a, str>),
}

enum Step<'a> {
    Start(Start<'a>),
    End,
    Text(Cow<'a, str>),
    Eof,
}

pub(crate) struct Scanner<'a> {
    reader: Reader<&'a [u8]>,
    /// Where `reader`'s text starts in `document`.
    document: &'a str,
    source: &'a str,
    limits: &'a Limits,
    depth: usize,
    nodes: usize,
    referenced: usize,
    following: Vec<&'a str>,
    targets: Option<Targets<'a>>,
    /// What was left out or did not fit, to be reported as warnings.
    pub(crate) warnings: Vec<String>,
}

pub(super) fn reader(text: &str) -> Reader<&[u8]> {
    let mut reader = Reader::from_str(text);
    // NuSOAP does not escape text in number fields: a bare `&` there is a literal one.
    reader.config_mut().allow_dangling_amp = true;
    reader
}

#[cfg(target_family = "wasm")]
type Visit<'v, 'a> = dyn FnMut(&mut Scanner<'a>, Start<'a>) -> Scan<()> + 'v;

impl<'a> Scanner<'a> {
    pub(crate) fn new(document: &'a str, limits: &'a Limits) -> Self {
        Self {
            reader: reader(document),
            document,
            source: document,
            limits,
            depth: 0,
            nodes: 0,
            referenced: 0,
            following: Vec::new(),
            targets: None,
            warnings: Vec::new(),
        }
    }

    /// The root element.
    pub(crate) fn root(&mut self) -> Scan<Start<'a>> {
        loop {
            match self.step()? {
                Step::Start(start) => return Ok(start),
                Step::Text(text) if is_blank(&text) => {}
                Step::Text(_) => return malformed("text stands before the first element"),
                Step::End | Step::Eof => return malformed("there is no element"),
            }
        }
    }

    /// Makes sure that the document is complete: every element closed, nothing after the root.
    pub(crate) fn finish(&mut self) -> Scan<()> {
        while self.depth > 0 {
            match self.step()? {
                Step::Start(start) => self.skip(start)?,
                Step::Eof => return cut_short(),
                Step::End | Step::Text(_) => {}
            }
        }
        loop {
            match self.step()? {
                Step::Eof => return Ok(()),
                Step::Text(text) if is_blank(&text) => {}
                _ => return malformed("something stands after the envelope"),
            }
        }
    }

    /// Hands each child to `visit`, which must consume it, up to the element's end.
    pub(crate) fn children(
        &mut self,
        start: Start<'a>,
        mut visit: impl FnMut(&mut Self, Start<'a>) -> Scan<()>,
    ) -> Scan<Content<'a>> {
        // For speed, a loop for each visitor; for size, one loop for all.
        #[cfg(not(target_family = "wasm"))]
        return self.each_child(start, &mut visit);
        #[cfg(target_family = "wasm")]
        return self.each_child(start, &mut visit as &mut Visit<'_, 'a>);
    }

    fn each_child<F: FnMut(&mut Self, Start<'a>) -> Scan<()> + ?Sized>(
        &mut self,
        start: Start<'a>,
        visit: &mut F,
    ) -> Scan<Content<'a>> {
        if let Some(id) = start.reference {
            return self.follow(start, id, |scanner, target| {
                scanner.each_child(target, visit)
            });
        }
        if start.nil {
            self.skip(start)?;
            return Ok(Content::Nil);
        }
        let mut count = 0;
        let mut text = Cow::Borrowed("");
        if !start.is_empty {
            loop {
                // Elements and ends are nearly all there is; they go the short way.
                match self.reader.read_event().map_err(not_xml)? {
                    Event::Start(tag) => {
                        let child = self.enter(&tag)?;
                        count += 1;
                        visit(self, child)?;
                    }
                    Event::End(_) => {
                        self.depth -= 1;
                        break;
                    }
                    other => match self.step_of(other)? {
                        Some(Step::Start(child)) => {
                            count += 1;
                            visit(self, child)?;
                        }
                        Some(Step::Text(more)) => append(&mut text, more),
                        Some(Step::Eof) => return cut_short(),
                        Some(Step::End) | None => {}
                    },
                }
            }
        }
        Ok(if count == 0 && !is_blank(&text) {
            Content::Text(text)
        } else {
            Content::Elements
        })
    }

    /// The text of an element.
    pub(crate) fn leaf(&mut self, start: Start<'a>) -> Scan<Leaf<'a>> {
        if let Some(id) = start.reference {
            return self.follow(start, id, Self::leaf);
        }
        if start.nil {
            self.skip(start)?;
            return Ok(Leaf::Nil);
        }
        let mut text = Cow::Borrowed("");
        if !start.is_empty {
            // Nearly every leaf is one text, or none.
            match self.reader.read_event().map_err(not_xml)? {
                Event::End(_) => {
                    self.depth -= 1;
                    return Ok(Leaf::Text(text));
                }
                Event::Text(first) => text = first.into_inner(),
                other => return self.rest_of_leaf(start, text, Some(other)),
            }
            match self.reader.read_event().map_err(not_xml)? {
                Event::End(_) => self.depth -= 1,
                other => return self.rest_of_leaf(start, text, Some(other)),
            }
        }
        Ok(Leaf::Text(text))
    }

    /// A leaf with references, comments or elements in it.
    fn rest_of_leaf(
        &mut self,
        start: Start<'a>,
        mut text: Cow<'a, str>,
        mut event: Option<Event<'a>>,
    ) -> Scan<Leaf<'a>> {
        let mut structure: Option<Vec<(String, Value)>> = None;
        loop {
            let step = match event.take() {
                Some(event) => self.step_of(event)?,
                None => Some(self.step()?),
            };
            match step {
                None => {}
                Some(Step::Text(more)) => append(&mut text, more),
                Some(Step::Start(child)) => {
                    let value = super::plain::untyped(self, child)?;
                    structure
                        .get_or_insert_default()
                        .push((child.name().to_owned(), value));
                }
                Some(Step::End) => break,
                Some(Step::Eof) => return cut_short(),
            }
        }
        Ok(match structure {
            Some(entries) => {
                Leaf::Structure(super::plain::structure(entries, start.claims_array()))
            }
            None => Leaf::Text(text),
        })
    }

    /// Consumes an element without looking at it.
    pub(crate) fn skip(&mut self, start: Start<'a>) -> Scan<()> {
        if start.is_empty {
            return Ok(());
        }
        let outside = self.depth - 1;
        while self.depth > outside {
            if let Step::Eof = self.step()? {
                return cut_short();
            }
        }
        Ok(())
    }

    pub(crate) fn warn(&mut self, warning: impl Into<String>) {
        const MOST: usize = 100;
        if self.warnings.len() < MOST {
            self.warnings.push(warning.into());
        }
    }

    /// Reads the element that `id` refers to in place of the referring one.
    fn follow<T>(
        &mut self,
        start: Start<'a>,
        id: &'a str,
        read: impl FnOnce(&mut Self, Start<'a>) -> Scan<T>,
    ) -> Scan<T> {
        self.skip(start)?;
        if self.following.contains(&id) {
            return Err(ScanError::Limit(Limit::ReferenceCycle));
        }
        // An empty element adds no depth of its own, so a chain of them would have no end.
        if self.following.len() >= self.limits.depth {
            return Err(ScanError::Limit(Limit::Depth));
        }
        let targets = match self.targets.take() {
            Some(targets) => targets,
            None => Targets::of(self.document, self.limits)?,
        };
        let target = targets.get(id);
        self.targets = Some(targets);
        let Some(target) = target else {
            return malformed(format!("nothing has the id {id:?} that is referred to"));
        };
        self.referenced += target.len();
        if self.referenced > self.limits.references {
            return Err(ScanError::Limit(Limit::References));
        }
        let outer_reader = std::mem::replace(&mut self.reader, reader(target));
        let outer_source = std::mem::replace(&mut self.source, target);
        self.following.push(id);
        let result = self.root().and_then(|target| read(self, target));
        self.following.pop();
        self.reader = outer_reader;
        self.source = outer_source;
        result
    }

    fn step(&mut self) -> Scan<Step<'a>> {
        loop {
            let event = self.reader.read_event().map_err(not_xml)?;
            if let Some(step) = self.step_of(event)? {
                return Ok(step);
            }
        }
    }

    /// What an event means here; none for what means nothing.
    #[inline]
    fn step_of(&mut self, event: Event<'a>) -> Scan<Option<Step<'a>>> {
        Ok(Some(match event {
            Event::Start(tag) => Step::Start(self.enter(&tag)?),
            Event::Empty(tag) => Step::Start(self.start(&tag, true)?),
            Event::End(_) => {
                self.depth -= 1;
                Step::End
            }
            Event::Text(text) => Step::Text(text.into_inner()),
            Event::CData(text) => Step::Text(text.into_inner()),
            Event::GeneralRef(reference) => Step::Text(resolve(&reference)?),
            Event::DocType(_) => return Err(ScanError::Limit(Limit::Dtd)),
            Event::Comment(_) | Event::PI(_) | Event::Decl(_) => return Ok(None),
            Event::Eof => Step::Eof,
        }))
    }

    #[inline(always)]
    fn enter(&mut self, tag: &BytesStart<'_>) -> Scan<Start<'a>> {
        self.depth += 1;
        if self.depth > self.limits.depth {
            return Err(ScanError::Limit(Limit::Depth));
        }
        self.start(tag, false)
    }

    /// The start tag just read, as a slice of the document: the event itself lives too short.
    #[inline(always)]
    fn start(&mut self, tag: &BytesStart<'_>, is_empty: bool) -> Scan<Start<'a>> {
        self.nodes += 1;
        if self.nodes > self.limits.nodes {
            return Err(ScanError::Limit(Limit::Nodes));
        }
        let name_length = tag.name().as_ref().len();
        let length = name_length + tag.attributes_raw().len();
        let end = position(&self.reader) - if is_empty { 2 } else { 1 };
        let tag = slice(self.source, end.saturating_sub(length), end)?;
        let (name, attributes) = tag.split_at(name_length);
        Start::of(name, attributes, is_empty, self.limits.attributes).map_err(ScanError::Limit)
    }
}

pub(super) fn position(reader: &Reader<&[u8]>) -> usize {
    usize::try_from(reader.buffer_position()).expect("a position in memory fits")
}

/// A part of a text by the reader's positions, which lie at tags.
pub(super) fn slice(text: &str, from: usize, to: usize) -> Scan<&str> {
    text.get(from..to)
        .ok_or_else(|| ScanError::Malformed("it breaks off inside a tag".to_owned()))
}

fn resolve<'a>(reference: &quick_xml::events::BytesRef<'_>) -> Scan<Cow<'a, str>> {
    if let Some(character) = reference.resolve_char_ref().map_err(not_xml)? {
        return Ok(Cow::Owned(character.to_string()));
    }
    let name = reference.xml10_content();
    Ok(Cow::Borrowed(match name.as_ref() {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        // Without a DTD no other entity exists: it is the server's unescaped text.
        _ => return Ok(Cow::Owned(format!("&{name};"))),
    }))
}

fn append<'a>(text: &mut Cow<'a, str>, more: Cow<'a, str>) {
    if text.is_empty() {
        *text = more;
    } else {
        text.to_mut().push_str(&more);
    }
}

fn is_blank(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_whitespace())
}

/// What a reader of text can complain about; it has no I/O, whose errors are many and long.
pub(super) fn not_xml(error: quick_xml::Error) -> ScanError {
    use quick_xml::Error;
    ScanError::Malformed(match error {
        Error::Syntax(error) => error.to_string(),
        Error::IllFormed(error) => error.to_string(),
        Error::Escape(error) => error.to_string(),
        _ => "it is no XML".to_owned(),
    })
}

fn malformed<T>(what: impl Into<String>) -> Scan<T> {
    Err(ScanError::Malformed(what.into()))
}

fn cut_short<T>() -> Scan<T> {
    malformed("it ends before its elements are closed")
}
