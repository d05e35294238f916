//! Decimals as text: checked, brought into one form, never computed with.
//!
//! Both readers of records use it: the one that makes `Decimal`s, and the one that passes their
//! digits on, which so needs no library for decimals.

use std::borrow::Cow;

/// The largest number of digits after the point, as in `Decimal`.
const MAX_SCALE: usize = 28;
/// The digits of the largest `Decimal`.
const MAX: &[u8] = b"79228162514264337593543950335";

/// The plain form of a decimal: perhaps a minus, digits without needless zeros in front, perhaps a
/// point and digits. None if it is not a decimal, or not one that `Decimal` keeps exactly.
///
/// PHP writes large and small floats with an exponent.
pub(crate) fn plain(text: &str) -> Option<Cow<'_, str>> {
    let (negative, unsigned) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (base, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((base, exponent)) => (base, shift(exponent)?),
        None => (unsigned, 0),
    };
    let (whole, fraction) = base.split_once('.').unwrap_or((base, ""));
    let digits = || whole.bytes().chain(fraction.bytes());
    if base == "." || base.is_empty() || !digits().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let is_plain = base.len() == unsigned.len()
        && base.len() < MAX.len()
        && !text.starts_with('+')
        && !base.ends_with('.')
        && (whole == "0" || !whole.is_empty() && !whole.starts_with('0'));
    if is_plain && (!negative || digits().any(|digit| digit != b'0')) {
        return Some(Cow::Borrowed(text));
    }
    let mut digits: Vec<u8> = digits().skip_while(|digit| *digit == b'0').collect();
    let mut scale = i64::try_from(fraction.len()).ok()? - exponent;
    while scale < 0 {
        if !digits.is_empty() {
            digits.push(b'0');
        }
        scale += 1;
    }
    let scale = usize::try_from(scale).ok()?;
    let fits = digits.len() < MAX.len() || digits.len() == MAX.len() && *digits <= *MAX;
    if scale > MAX_SCALE || !fits {
        return None;
    }
    let negative = negative && !digits.is_empty();
    let mut plain = String::with_capacity(MAX.len() + 3);
    if negative {
        plain.push('-');
    }
    // A digit stands before the point, if only a zero.
    let padding = (scale + 1).saturating_sub(digits.len());
    let all = std::iter::repeat_n(b'0', padding).chain(digits.iter().copied());
    for (at, digit) in all.enumerate() {
        if at > 0 && padding + digits.len() - at == scale {
            plain.push('.');
        }
        plain.push(char::from(digit));
    }
    Some(Cow::Owned(plain))
}

/// An exponent within reason: what is beyond it does not fit anyway.
fn shift(exponent: &str) -> Option<i64> {
    let (negative, digits) = match exponent.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, exponent),
    };
    let shift: u8 = digits.parse().ok()?;
    let shift = i64::from(shift);
    (shift <= 28).then_some(if negative { -shift } else { shift })
}

/// A plain decimal, rounded up to a whole number; none if it is below zero or too large.
pub(crate) fn rounded_up(plain: &str) -> Option<u32> {
    let (whole, fraction) = plain.split_once('.').unwrap_or((plain, ""));
    if let Some(below) = whole.strip_prefix('-') {
        return (below == "0").then_some(0);
    }
    let up = fraction.bytes().any(|digit| digit != b'0');
    whole.parse::<u32>().ok()?.checked_add(u32::from(up))
}

/// Whether a text is an amount of money: above zero, with at most two digits that count behind the
/// point.
pub(crate) fn is_amount(text: &str) -> bool {
    let Some(plain) = plain(text) else {
        return false;
    };
    let (_, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    !plain.starts_with('-')
        && plain.bytes().any(|digit| matches!(digit, b'1'..=b'9'))
        && fraction.trim_end_matches('0').len() <= 2
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rust_decimal::Decimal;

    use super::*;

    proptest! {
        #[test]
        fn what_is_read_is_what_a_decimal_reads(text in "[-+]?[0-9]{0,12}(\\.[0-9]{0,12})?([eE][-+]?[0-9]{1,2})?") {
            let decimal = if text.contains(['e', 'E']) {
                Decimal::from_scientific(&text).ok()
            } else {
                Decimal::from_str_exact(&text).ok()
            };
            let read = plain(&text);
            match (&decimal, &read) {
                (Some(decimal), Some(read)) => prop_assert_eq!(
                    decimal.abs().to_string(),
                    read.trim_start_matches('-'),
                    "{}", text
                ),
                _ => prop_assert_eq!(decimal.is_some(), read.is_some(), "{}", text),
            }
        }
    }

    #[test]
    fn one_form_for_each() {
        for (text, form) in [
            ("12.30", Some("12.30")),
            ("-12.5", Some("-12.5")),
            ("1.0E+25", Some("10000000000000000000000000")),
            ("1.0E-7", Some("0.00000010")),
            ("0.33333333333333", Some("0.33333333333333")),
            ("0e0", Some("0")),
            ("1_0E+2", None),
            ("1,5", None),
            ("+7", Some("7")),
            ("007.5", Some("7.5")),
            (".5", Some("0.5")),
            ("5.", Some("5")),
            ("-0", Some("0")),
            ("-0.10", Some("-0.10")),
            ("1.0E-5", Some("0.000010")),
            ("1.5e10", Some("15000000000")),
            (
                "79228162514264337593543950335",
                Some("79228162514264337593543950335"),
            ),
            ("79228162514264337593543950336", None),
            ("1e29", None),
            ("1_000", None),
            (".", None),
            ("", None),
            ("-", None),
            ("INF", None),
        ] {
            assert_eq!(plain(text).as_deref(), form, "{text}");
        }
    }
}
