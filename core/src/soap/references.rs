//! [`Targets`]: where the elements are that others refer to (`href="#id"`).

use std::collections::BTreeMap;

use quick_xml::events::{BytesStart, Event};

use super::scanner::{Scan, ScanError, not_xml, position, reader, slice};
use super::tag::attribute;
use crate::limits::{Limit, Limits};

/// The text of each element that has an id.
pub(super) struct Targets<'a>(BTreeMap<&'a str, &'a str>);

impl<'a> Targets<'a> {
    /// Goes through a document once. Few answers have references, so it is done only when asked.
    pub(super) fn of(document: &'a str, limits: &Limits) -> Scan<Self> {
        let mut targets = BTreeMap::new();
        let mut open: Vec<(Option<&'a str>, usize)> = Vec::new();
        let mut reader = reader(document);
        loop {
            let before = position(&reader);
            match reader.read_event().map_err(not_xml)? {
                Event::Start(tag) => {
                    if open.len() == limits.depth {
                        return Err(ScanError::Limit(Limit::Depth));
                    }
                    open.push((id(document, &tag, position(&reader) - 1)?, before));
                }
                Event::Empty(tag) => {
                    if let Some(id) = id(document, &tag, position(&reader) - 2)? {
                        targets.insert(id, slice(document, before, position(&reader))?);
                    }
                }
                Event::End(_) => {
                    if let Some((Some(id), start)) = open.pop() {
                        targets.insert(id, slice(document, start, position(&reader))?);
                    }
                }
                Event::Eof => return Ok(Self(targets)),
                _ => {}
            }
        }
    }

    pub(super) fn get(&self, id: &str) -> Option<&'a str> {
        self.0.get(id).copied()
    }
}

/// The id of a tag whose attributes end at a position.
fn id<'a>(document: &'a str, tag: &BytesStart<'_>, end: usize) -> Scan<Option<&'a str>> {
    Ok(attribute(
        slice(
            document,
            end.saturating_sub(tag.attributes_raw().len()),
            end,
        )?,
        "id",
    ))
}
