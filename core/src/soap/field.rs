//! [`FieldValue`]: how the text of a field becomes a typed value, and what if it does not fit.

use jiff::Timestamp;
use jiff::civil::DateTime;
use rust_decimal::Decimal;

use super::record::Record;
use super::scanner::{Content, Leaf, Scan, Scanner};
use super::tag::Start;
use crate::meta::{Kind, WireType};
use crate::value::{Civil, Extra, Moment, Other, Secret, Value, decimal};

/// What became of a field that was read.
#[derive(Debug)]
pub(crate) enum Fit {
    /// There was nothing: the field is absent.
    Absent,
    /// The field holds it. `true` if it says something: not an empty text, not a zero.
    Held(bool),
    /// It does not fit the type: the field is absent, and this is kept in `other`.
    Unfit(Value),
}

/// The type of a record's field.
pub(crate) trait FieldValue: Sized {
    const WIRE: WireType;
    const KIND: Kind;
    /// Whether a row without it is unusable.
    const REQUIRED: bool = false;
    /// Whether a fraction is rounded up to a whole number.
    const ROUNDED_UP: bool = false;

    fn absent() -> Self;

    fn read<'a>(&mut self, scanner: &mut Scanner<'a>, start: Start<'a>) -> Scan<Fit>;

    /// Called once the reply's status is known, with whether it was ok.
    fn settle(&mut self, _ok: bool, _wire: &str, _other: &mut Other) {}

    /// The text of a reply's status fields.
    fn shown(&self) -> Option<String> {
        None
    }
}

/// Problems that a reply lists, a line each; empty unless its status is other than ok.
pub type Problems = Vec<String>;

/// A number of pages; the server's fractions are rounded up.
pub type RoundedUp = Option<Pages>;

/// A count that the server may send as a fraction such as `4.5`: rounded up.
pub type Pages = u32;

/// Reads the text of a leaf; null and empty text are absent.
pub(super) fn read_text<'a>(
    scanner: &mut Scanner<'a>,
    start: Start<'a>,
    fit: impl FnOnce(&str) -> Fit,
) -> Scan<Fit> {
    Ok(match scanner.leaf(start)? {
        Leaf::Nil => Fit::Absent,
        Leaf::Text(text) => fit(&text),
        Leaf::Structure(value) => Fit::Unfit(value),
    })
}

/// The type of a field that is one text on the wire.
pub(super) trait Leafy: Sized {
    /// Puts what a text says in place.
    fn fit(&mut self, text: &str) -> Fit;
}

macro_rules! reads_text {
    () => {
        fn read<'a>(&mut self, scanner: &mut Scanner<'a>, start: Start<'a>) -> Scan<Fit> {
            read_text(scanner, start, |text| self.fit(text))
        }
    };
}

/// Reads a word of an open enum; the spelling of unknown ones is kept.
pub(crate) fn read_word<'a, W: for<'w> From<&'w str>>(
    slot: &mut Option<W>,
    scanner: &mut Scanner<'a>,
    start: Start<'a>,
) -> Scan<Fit> {
    read_text(scanner, start, |text| {
        hold(slot, text, |word| Parsed::Value(W::from(word)))
    })
}

/// Puts a parsed text into its field. An empty text is absent: numbers and dates have no empty.
pub(super) fn hold<T>(
    slot: &mut Option<T>,
    text: &str,
    parse: impl FnOnce(&str) -> Parsed<T>,
) -> Fit {
    let trimmed = text.trim_ascii();
    if trimmed.is_empty() {
        return Fit::Absent;
    }
    match parse(trimmed) {
        Parsed::Absent => Fit::Absent,
        Parsed::Value(value) => {
            *slot = Some(value);
            Fit::Held(trimmed != "0")
        }
        Parsed::Unfit => Fit::Unfit(Value::Text(text.to_owned())),
    }
}

pub(super) enum Parsed<T> {
    Absent,
    Value(T),
    Unfit,
}

impl<T> From<Option<T>> for Parsed<T> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Unfit, Self::Value)
    }
}

impl<T> Parsed<T> {
    pub(super) fn and_then<U>(self, turn: impl FnOnce(T) -> Option<U>) -> Parsed<U> {
        match self {
            Self::Absent => Parsed::Absent,
            Self::Value(value) => turn(value).into(),
            Self::Unfit => Parsed::Unfit,
        }
    }
}

macro_rules! parsed_fields {
    ($($type:ty => $wire:ident, $kind:ident, $parse:expr $(, $rounded:ident)?;)*) => {$(
        impl FieldValue for Option<$type> {
            const WIRE: WireType = WireType::$wire;
            const KIND: Kind = Kind::$kind;
            $(const $rounded: bool = true;)?

            fn absent() -> Self {
                None
            }

            reads_text!();
        }

        impl Leafy for Option<$type> {
            fn fit(&mut self, text: &str) -> Fit {
                hold(self, text, $parse)
            }
        }
    )*};
}

parsed_fields! {
    i64 => Int, Int, |text| text.parse().ok().into();
    bool => Int, Flag, |text| flag(text).into();
    DateTime => String, DateTime, |text| civil(text).and_then(|time| {
        let Civil { year, month, day, hour, minute, second } = time;
        DateTime::new(year, month, day, hour, minute, second, 0).ok()
    });
    Timestamp => String, Instant, |text| moment(text).and_then(|moment| {
        Timestamp::new(moment.seconds, moment.nanoseconds).ok()
    });
    Pages => String, Int, |text| pages(text).into(), ROUNDED_UP;
}

impl FieldValue for Option<Decimal> {
    const WIRE: WireType = WireType::Float;
    const KIND: Kind = Kind::Decimal;

    fn absent() -> Self {
        None
    }

    fn read<'a>(&mut self, scanner: &mut Scanner<'a>, start: Start<'a>) -> Scan<Fit> {
        read_text(scanner, start, |text| {
            hold(self, text, |text| {
                decimal::plain(text)
                    .and_then(|plain| Decimal::from_str_exact(&plain).ok())
                    .into()
            })
        })
    }

    fn settle(&mut self, ok: bool, wire: &str, other: &mut Other) {
        if Self::KIND.gives_way(ok)
            && let Some(amount) = self.take()
        {
            other.insert(wire, Value::Text(amount.to_string()));
        }
    }
}

impl FieldValue for i64 {
    const WIRE: WireType = WireType::Int;
    const KIND: Kind = Kind::Int;
    const REQUIRED: bool = true;

    fn absent() -> Self {
        0
    }

    reads_text!();
}

impl FieldValue for Option<String> {
    const WIRE: WireType = WireType::String;
    const KIND: Kind = Kind::Text;

    fn absent() -> Self {
        None
    }

    reads_text!();

    fn shown(&self) -> Option<String> {
        self.clone()
    }
}

impl Leafy for i64 {
    /// An id of 0 is PHP's null: not usable, and no reason to forget one that came before.
    fn fit(&mut self, text: &str) -> Fit {
        let mut id = None;
        let fit = hold(&mut id, text, |text| text.parse().ok().into());
        if let Some(id) = id.filter(|id| *id != 0) {
            *self = id;
        }
        fit
    }
}

impl Leafy for Option<String> {
    fn fit(&mut self, text: &str) -> Fit {
        *self = Some(text.to_owned());
        Fit::Held(!text.is_empty())
    }
}

impl FieldValue for Option<Secret> {
    const WIRE: WireType = WireType::String;
    const KIND: Kind = Kind::Secret;

    fn absent() -> Self {
        None
    }

    reads_text!();

    /// Asked for only where the status is not ok: then it is a message, not a link.
    fn shown(&self) -> Option<String> {
        self.as_ref().map(|secret| secret.expose().to_owned())
    }
}

impl Leafy for Option<Secret> {
    fn fit(&mut self, text: &str) -> Fit {
        *self = Some(Secret::from(text));
        Fit::Held(!text.is_empty())
    }
}

impl FieldValue for Option<Extra> {
    const WIRE: WireType = WireType::String;
    const KIND: Kind = Kind::Extra;

    fn absent() -> Self {
        None
    }

    reads_text!();
}

impl FieldValue for Vec<i64> {
    const WIRE: WireType = WireType::String;
    const KIND: Kind = Kind::Ids;

    fn absent() -> Self {
        Vec::new()
    }

    reads_text!();
}

impl Leafy for Option<Extra> {
    fn fit(&mut self, text: &str) -> Fit {
        if text.trim_ascii().is_empty() {
            return Fit::Absent;
        }
        *self = Some(Extra::parse(text));
        Fit::Held(true)
    }
}

impl Leafy for Vec<i64> {
    fn fit(&mut self, text: &str) -> Fit {
        let ids = text
            .split(',')
            .map(str::trim)
            .filter(|id| !id.is_empty())
            .map(str::parse);
        match ids.collect::<Result<Self, _>>() {
            Ok(ids) => {
                *self = ids;
                Fit::Held(!self.is_empty())
            }
            Err(_) => Fit::Unfit(Value::Text(text.to_owned())),
        }
    }
}

impl FieldValue for Problems {
    const WIRE: WireType = WireType::String;
    const KIND: Kind = Kind::Problems;

    fn absent() -> Self {
        Self::new()
    }

    reads_text!();

    fn settle(&mut self, ok: bool, wire: &str, other: &mut Other) {
        if Self::KIND.gives_way(ok) && !self.is_empty() {
            other.insert(wire, Value::Text(std::mem::take(self).join("\n")));
        }
    }

    fn shown(&self) -> Option<String> {
        Some(self.join("\n"))
    }
}

impl Leafy for Problems {
    fn fit(&mut self, text: &str) -> Fit {
        *self = text
            .lines()
            .map(str::trim)
            .filter(|line| !line.is_empty())
            .map(Into::into)
            .collect();
        Fit::Held(!self.is_empty())
    }
}

impl<R: Record> FieldValue for Option<R> {
    const WIRE: WireType = WireType::Complex(R::META.wire);
    const KIND: Kind = Kind::Record(R::META);

    fn absent() -> Self {
        None
    }

    fn read<'a>(&mut self, scanner: &mut Scanner<'a>, start: Start<'a>) -> Scan<Fit> {
        let mut record = R::blank();
        let row = super::record::fill(&mut record, R::META, scanner, start)?;
        if row.says_something {
            *self = Some(record);
        }
        Ok(Fit::Held(row.says_something))
    }
}

impl<R: Record> FieldValue for Vec<R> {
    const WIRE: WireType = WireType::Complex(R::META.wire);
    const KIND: Kind = Kind::Records(R::META);

    fn absent() -> Self {
        Self::new()
    }

    fn read<'a>(&mut self, scanner: &mut Scanner<'a>, start: Start<'a>) -> Scan<Fit> {
        Ok(match super::record::rows(self, scanner, start)? {
            Content::Nil => Fit::Absent,
            Content::Elements => Fit::Held(!self.is_empty()),
            Content::Text(text) => Fit::Unfit(Value::Text(text.into_owned())),
        })
    }
}

/// A boolean of the wire: true, false, 1 or 0, in any case.
pub(super) fn flag(text: &str) -> Option<bool> {
    match text {
        "1" => Some(true),
        "0" => Some(false),
        _ if text.eq_ignore_ascii_case("true") => Some(true),
        _ if text.eq_ignore_ascii_case("false") => Some(false),
        _ => None,
    }
}

/// `YYYY-MM-DD hh:mm:ss` or `YYYY-MM-DD`. MySQL's zero date is no date.
pub(super) fn civil(text: &str) -> Parsed<Civil> {
    if text
        .bytes()
        .all(|byte| matches!(byte, b'0' | b'-' | b':' | b' '))
    {
        return Parsed::Absent;
    }
    Civil::parse(text.as_bytes()).into()
}

/// Epoch seconds, perhaps with a fraction. Zero is no moment.
pub(super) fn moment(text: &str) -> Parsed<Moment> {
    let (seconds, fraction) = text.split_once('.').unwrap_or((text, ""));
    let digits = fraction.bytes().chain(std::iter::repeat(b'0')).take(9);
    let nanoseconds = digits.into_iter().try_fold(0, |number: i32, digit| {
        digit
            .is_ascii_digit()
            .then(|| number * 10 + i32::from(digit - b'0'))
    });
    match (seconds.parse::<i64>(), nanoseconds) {
        (Ok(0), Some(0)) => Parsed::Absent,
        (Ok(seconds), Some(nanoseconds)) => Moment::new(seconds, nanoseconds).into(),
        _ => Parsed::Unfit,
    }
}

pub(super) fn pages(text: &str) -> Option<Pages> {
    decimal::rounded_up(&decimal::plain(text)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value<T>(parsed: Parsed<T>) -> Option<T> {
        match parsed {
            Parsed::Value(value) => Some(value),
            Parsed::Absent | Parsed::Unfit => None,
        }
    }

    #[test]
    fn dates_are_civil_and_zero_is_none() {
        let read = |text| value(civil(text)).map(Civil::to_text);
        assert_eq!(
            read("2012-11-06 22:22:35").as_deref(),
            Some("2012-11-06T22:22:35")
        );
        assert_eq!(read("2012-11-06").as_deref(), Some("2012-11-06T00:00:00"));
        for text in [
            "0000-00-00 00:00:00",
            "0000-00-00",
            "0",
            "2012-13-06",
            "06.11.2012",
            "-",
            "x",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn instants_keep_their_fraction() {
        let read = |text| {
            value(
                moment(text)
                    .and_then(|moment| Timestamp::new(moment.seconds, moment.nanoseconds).ok()),
            )
            .map(|moment| moment.to_string())
        };
        assert_eq!(read("1689343562").as_deref(), Some("2023-07-14T14:06:02Z"));
        assert_eq!(
            read("1446570103.5").as_deref(),
            Some("2015-11-03T17:01:43.5Z")
        );
        for text in ["0", "soon", "99999999999999999", "1.x"] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn page_counts_round_up() {
        assert_eq!(
            (pages("4.5"), pages("4"), pages("0"), pages("x")),
            (Some(5), Some(4), Some(0), None)
        );
    }
}
