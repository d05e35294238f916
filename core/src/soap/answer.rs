//! [`Answer`]: reading the result of an operation into the type that its method gives.

use super::field::flag;
use super::record::{Record, fill, rows};
use super::scanner::{Content, Leaf, Scan, ScanError, Scanner};
use super::tag::Start;
use super::verdict::Finding;
use crate::meta::Shape;
use crate::value::Secret;

/// A type that an operation answers with.
pub(crate) trait Answer: Sized {
    const SHAPE: Shape;

    /// Reads the result; `start` is none where the answer has no result at all.
    fn read<'a>(scanner: &mut Scanner<'a>, start: Option<Start<'a>>) -> Scan<(Self, Finding)>;
}

/// The text of a scalar result; null is none.
pub(super) fn text<'a>(
    scanner: &mut Scanner<'a>,
    start: Option<Start<'a>>,
) -> Scan<Option<String>> {
    let Some(start) = start else {
        return Ok(None);
    };
    match scanner.leaf(start)? {
        Leaf::Nil => Ok(None),
        Leaf::Text(text) => Ok(Some(text.into_owned())),
        Leaf::Structure(_) => Err(ScanError::Malformed(
            "a structure stands where a single value belongs".into(),
        )),
    }
}

impl Answer for () {
    const SHAPE: Shape = Shape::Done;

    fn read<'a>(scanner: &mut Scanner<'a>, start: Option<Start<'a>>) -> Scan<(Self, Finding)> {
        let text = text(scanner, start)?.unwrap_or_default();
        match flag(text.trim_ascii()) {
            Some(yes) => Ok(((), Finding::of(yes))),
            None if text.trim_ascii().is_empty() => Ok(((), Finding::Nothing)),
            None => Err(ScanError::Malformed(
                "the result is neither true nor false".into(),
            )),
        }
    }
}

impl Answer for i64 {
    const SHAPE: Shape = Shape::Int;

    fn read<'a>(scanner: &mut Scanner<'a>, start: Option<Start<'a>>) -> Scan<(Self, Finding)> {
        let text = text(scanner, start)?.unwrap_or_default();
        match text.trim_ascii() {
            "" | "false" => Ok((0, Finding::Nothing)),
            digits => match digits.parse() {
                Ok(number) => Ok((number, Finding::of(number > 0))),
                Err(_) => Err(ScanError::Malformed(
                    "the result is not a whole number".into(),
                )),
            },
        }
    }
}

impl Answer for String {
    const SHAPE: Shape = Shape::Text;

    fn read<'a>(scanner: &mut Scanner<'a>, start: Option<Start<'a>>) -> Scan<(Self, Finding)> {
        let text = text(scanner, start)?.unwrap_or_default();
        let finding = Finding::of_text(&text);
        Ok((text, finding))
    }
}

impl Answer for Secret {
    const SHAPE: Shape = Shape::Secret;

    fn read<'a>(scanner: &mut Scanner<'a>, start: Option<Start<'a>>) -> Scan<(Self, Finding)> {
        let (text, finding) = String::read(scanner, start)?;
        Ok((text.into(), finding))
    }
}

impl Answer for Vec<String> {
    const SHAPE: Shape = Shape::Texts;

    fn read<'a>(scanner: &mut Scanner<'a>, start: Option<Start<'a>>) -> Scan<(Self, Finding)> {
        let mut texts = Self::new();
        let content = list(scanner, start, |scanner, child| {
            match scanner.leaf(child)? {
                Leaf::Text(text) => texts.push(text.into_owned()),
                Leaf::Nil | Leaf::Structure(_) => {
                    scanner.warn("an item that is no text is left out")
                }
            }
            Ok(())
        });
        content?;
        let finding = Finding::of(!texts.is_empty());
        Ok((texts, finding))
    }
}

impl<R: Record> Answer for R {
    const SHAPE: Shape = Shape::Record(R::META);

    fn read<'a>(scanner: &mut Scanner<'a>, start: Option<Start<'a>>) -> Scan<(Self, Finding)> {
        let mut record = R::blank();
        let Some(start) = start else {
            return Ok((record, Finding::Nothing));
        };
        let row = fill(&mut record, R::META, scanner, start)?;
        Ok((record, Finding::of_row(row)))
    }
}

impl<R: Record> Answer for Vec<R> {
    const SHAPE: Shape = Shape::Records(R::META);

    fn read<'a>(scanner: &mut Scanner<'a>, start: Option<Start<'a>>) -> Scan<(Self, Finding)> {
        let mut records = Self::new();
        let Some(start) = start else {
            return Ok((records, Finding::Nothing));
        };
        let content = rows(&mut records, scanner, start)?;
        let finding = list_finding(&content, records.is_empty())?;
        Ok((records, finding))
    }
}

/// What a list of rows amounts to. Rows of which none can be used prove no session: a status, say,
/// that a dead one gets.
pub(super) fn list_finding(content: &Content<'_>, is_empty: bool) -> Scan<Finding> {
    match content {
        Content::Nil | Content::Elements => Ok(Finding::of(!is_empty)),
        Content::Text(text) => no_list(text),
    }
}

/// PHP's `false` and empty text stand for an empty list; other text does not.
pub(super) fn no_list(text: &str) -> Scan<Finding> {
    match flag(text.trim_ascii()) {
        Some(false) => Ok(Finding::Nothing),
        _ => Err(ScanError::Malformed(
            "text stands where a list belongs".into(),
        )),
    }
}

pub(super) fn list<'a>(
    scanner: &mut Scanner<'a>,
    start: Option<Start<'a>>,
    visit: impl FnMut(&mut Scanner<'a>, Start<'a>) -> Scan<()>,
) -> Scan<()> {
    if let Some(start) = start
        && let Content::Text(text) = scanner.children(start, visit)?
    {
        no_list(&text)?;
    }
    Ok(())
}
