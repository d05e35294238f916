//! Floats in little code: long numbers instead of tables.

use std::cmp::Ordering;

/// Digits beyond this many cannot change which number is nearest, but for being there at all.
const MOST_DIGITS: usize = 780;

/// A whole number of any size, its lowest 32 bits first.
#[derive(Clone)]
struct Long(Vec<u32>);

impl Long {
    fn from(number: u64) -> Self {
        let mut long = Self(Vec::new());
        long.times_plus(1, number);
        long
    }

    #[allow(clippy::cast_possible_truncation)]
    fn times_plus(&mut self, factor: u32, addend: u64) {
        let mut carry = addend;
        for part in &mut self.0 {
            let wide = u64::from(*part) * u64::from(factor) + (carry & 0xffff_ffff);
            *part = wide as u32;
            carry = (carry >> 32) + (wide >> 32);
        }
        while carry > 0 {
            self.0.push(carry as u32);
            carry >>= 32;
        }
    }

    fn times_power(mut self, base: u32, mut exponent: u32) -> Self {
        // As many at once as fit a part.
        let (step, power) = if base == 10 {
            (9, 1_000_000_000)
        } else {
            (31, 1 << 31)
        };
        while exponent >= step {
            self.times_plus(power, 0);
            exponent -= step;
        }
        self.times_plus(base.pow(exponent), 0);
        self
    }

    fn compare(&self, other: &Self) -> Ordering {
        let length = |long: &Self| long.0.iter().rposition(|part| *part != 0);
        length(self).cmp(&length(other)).then_with(|| {
            self.0
                .iter()
                .rev()
                .skip_while(|p| **p == 0)
                .cmp(other.0.iter().rev().skip_while(|p| **p == 0))
        })
    }

    /// Takes the other one off, which must not be larger.
    #[allow(clippy::cast_possible_truncation)]
    fn minus(&mut self, other: &Self) {
        let mut borrow = 0;
        for (at, part) in self.0.iter_mut().enumerate() {
            let off = u64::from(other.0.get(at).copied().unwrap_or(0)) + borrow;
            let wide = (1 << 32) + u64::from(*part) - off;
            *part = wide as u32;
            borrow = u64::from(wide >> 32 == 0);
        }
    }
}

/// `mantissa * 2^exponent` of a finite number that is not below zero.
#[allow(clippy::cast_possible_truncation)]
fn taken_apart(bits: u64) -> (u64, i32) {
    let (fraction, biased) = (bits & ((1 << 52) - 1), (bits >> 52) as i32);
    if biased == 0 {
        (fraction, -1074)
    } else {
        (fraction | 1 << 52, biased - 1075)
    }
}

/// The digits by long division, cut as soon as what is left tells the number from both its
/// neighbours.
pub(super) fn text(number: f64) -> String {
    if number.is_nan() {
        return "NaN".to_owned();
    }
    let sign = if number.is_sign_negative() { "-" } else { "" };
    let bits = number.abs().to_bits();
    if number.is_infinite() {
        return format!("{sign}inf");
    }
    if bits == 0 {
        return format!("{sign}0");
    }
    let (mantissa, exponent) = taken_apart(bits);
    // All in halves of the distance to the next number, or quarters where the one below is
    // nearer.
    let near_below = mantissa == 1 << 52 && exponent > -1074;
    let unit = if near_below { 4 } else { 2 };
    let (up, down) = (
        exponent.max(0).unsigned_abs(),
        exponent.min(0).unsigned_abs(),
    );
    let mut rest = Long::from(mantissa * unit).times_power(2, up);
    let mut above = Long::from(unit / 2).times_power(2, up);
    let mut below = Long::from(1).times_power(2, up);
    let mut whole = Long::from(unit).times_power(2, down);
    let ends_count = mantissa % 2 == 0;
    let reaches = |rest: &Long, above: &Long, whole: &Long| {
        let mut sum = rest.clone();
        let longest = sum.0.len().max(above.0.len());
        sum.0.resize(longest, 0);
        let mut carry = 0;
        for (at, part) in sum.0.iter_mut().enumerate() {
            let wide = u64::from(*part) + u64::from(above.0.get(at).copied().unwrap_or(0)) + carry;
            #[allow(clippy::cast_possible_truncation)]
            {
                *part = wide as u32;
            }
            carry = wide >> 32;
        }
        if carry > 0 {
            sum.0.push(1);
        }
        match sum.compare(whole) {
            Ordering::Greater => true,
            Ordering::Equal => ends_count,
            Ordering::Less => false,
        }
    };
    // The place of the point: so that the number is below one, with a first digit.
    let mut point = 0_i32;
    while reaches(&rest, &above, &whole) {
        whole.times_plus(10, 0);
        point += 1;
    }
    loop {
        let mut tenfold = rest.clone();
        tenfold.times_plus(10, 0);
        let mut wider = above.clone();
        wider.times_plus(10, 0);
        if reaches(&tenfold, &wider, &whole) {
            break;
        }
        rest = tenfold;
        above = wider;
        below.times_plus(10, 0);
        point -= 1;
    }
    let mut digits = Vec::new();
    loop {
        rest.times_plus(10, 0);
        above.times_plus(10, 0);
        below.times_plus(10, 0);
        let mut digit = b'0';
        while rest.compare(&whole) != Ordering::Less {
            rest.minus(&whole);
            digit += 1;
        }
        let low = match rest.compare(&below) {
            Ordering::Less => true,
            Ordering::Equal => ends_count,
            Ordering::Greater => false,
        };
        let high = reaches(&rest, &above, &whole);
        if low || high {
            rest.times_plus(2, 0);
            let nearer_up = rest.compare(&whole) != Ordering::Less;
            digits.push(if high && (!low || nearer_up) {
                digit + 1
            } else {
                digit
            });
            break;
        }
        digits.push(digit);
    }
    placed(sign, digits, point)
}

/// `0.ddd × 10^point` without an exponent.
fn placed(sign: &str, mut digits: Vec<u8>, point: i32) -> String {
    // A last digit of ten carries.
    let mut point = point;
    let mut at = digits.len();
    while at > 0 && digits[at - 1] > b'9' {
        at -= 1;
        digits[at] = b'0';
        if at == 0 {
            digits.insert(0, b'1');
            point += 1;
        } else {
            digits[at - 1] += 1;
        }
    }
    while digits.len() > 1 && digits.last() == Some(&b'0') {
        digits.pop();
    }
    let mut out = sign.to_owned();
    let before = usize::try_from(point).unwrap_or(0);
    if before == 0 {
        out.push_str("0.");
        for _ in point..0 {
            out.push('0');
        }
    }
    for (index, digit) in digits.iter().enumerate() {
        if before > 0 && index == before {
            out.push('.');
        }
        out.push(char::from(*digit));
    }
    for _ in digits.len()..before {
        out.push('0');
    }
    out
}

/// Sign, digits without zeros around them, and the power of ten that they are times.
pub(super) fn parts(text: &str) -> Option<(bool, Vec<u8>, i64)> {
    let (negative, text) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (base, exponent) = match text.split_once(['e', 'E']) {
        Some((base, exponent)) => (base, power(exponent)?),
        None => (text, 0),
    };
    let (whole, fraction) = base.split_once('.').unwrap_or((base, ""));
    let digits = || whole.bytes().chain(fraction.bytes());
    if whole.len() + fraction.len() == 0 || !digits().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let mut digits: Vec<u8> = digits().skip_while(|digit| *digit == b'0').collect();
    let mut exponent = exponent - i64::try_from(fraction.len()).ok()?;
    while digits.last() == Some(&b'0') {
        digits.pop();
        exponent += 1;
    }
    if digits.len() > MOST_DIGITS {
        exponent += i64::try_from(digits.len() - MOST_DIGITS).ok()?;
        digits.truncate(MOST_DIGITS);
        // What is cut off is not nothing: that decides where it would be half.
        digits[MOST_DIGITS - 1] = b'1'.max(digits[MOST_DIGITS - 1]);
    }
    Some((negative, digits, exponent))
}

/// An exponent; one past all floats is as good as any other.
fn power(text: &str) -> Option<i64> {
    let (negative, digits) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    if digits.is_empty() || !digits.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let power = digits.bytes().fold(0_i64, |power, digit| {
        (power * 10 + i64::from(digit - b'0')).min(100_000_000_000)
    });
    Some(if negative { -power } else { power })
}

/// How many numbers a guess may be off by: one for each rounding, and more than enough.
const OFF_BY: u64 = 1024;

/// About the number that digits and a power of ten make.
fn guessed(digits: &[u8], exponent: i32) -> f64 {
    let mut number = 0.0;
    for digit in &digits[..digits.len().min(17)] {
        number = number * 10.0 + f64::from(digit - b'0');
    }
    let dropped = i32::try_from(digits.len().saturating_sub(17)).unwrap_or(0);
    let exponent = exponent + dropped;
    for _ in 0..exponent {
        number *= 10.0;
    }
    for _ in exponent..0 {
        number /= 10.0;
    }
    number
}

/// Guesses, then asks whether the text lies beyond the middle between the guess and the next.
pub(super) fn parse(text: &str) -> Option<f64> {
    let (negative, digits, exponent) = parts(text)?;
    let signed = |number: f64| if negative { -number } else { number };
    let size = exponent + i64::try_from(digits.len()).ok()?;
    if digits.is_empty() || size < -325 {
        return Some(signed(0.0));
    }
    if size > 310 {
        return Some(signed(f64::INFINITY));
    }
    let exponent = i32::try_from(exponent).ok()?;
    let guess = guessed(&digits, exponent).to_bits();
    let mut wanted = Long(Vec::new());
    for digit in &digits {
        wanted.times_plus(10, u64::from(digit - b'0'));
    }
    let wanted = wanted.times_power(10, exponent.max(0).unsigned_abs());
    let divisor = exponent.min(0).unsigned_abs();
    // Whether the text is above the middle between the number of these bits and the next.
    let beyond = |bits: u64| {
        let (mantissa, power) = taken_apart(bits);
        let power = power - 1;
        let middle = Long::from(mantissa * 2 + 1)
            .times_power(2, power.max(0).unsigned_abs())
            .times_power(10, divisor);
        let wanted = wanted.clone().times_power(2, power.min(0).unsigned_abs());
        wanted.compare(&middle)
    };
    let (mut low, mut high) = (
        guess.saturating_sub(OFF_BY),
        (guess + OFF_BY).min(f64::INFINITY.to_bits()),
    );
    // The least number whose middle to the next is not below the text.
    while low < high {
        let guess = low + (high - low) / 2;
        match beyond(guess) {
            Ordering::Greater => low = guess + 1,
            Ordering::Less => high = guess,
            // Halves go to the even one.
            Ordering::Equal => {
                low = guess + guess % 2;
                break;
            }
        }
    }
    Some(signed(f64::from_bits(low)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{parse, text};

    fn same(number: f64) -> Result<(), TestCaseError> {
        let plain = number.to_string();
        prop_assert_eq!(text(number), plain.clone());
        let read = parse(&plain).map(f64::to_bits);
        prop_assert_eq!(read, Some(number.to_bits()), "{}", plain);
        Ok(())
    }

    proptest! {
        #[test]
        fn every_number_is_written_and_read_as_by_the_standard_library(bits: u64) {
            let number = f64::from_bits(bits);
            if number.is_finite() {
                same(number)?;
            }
        }

        #[test]
        fn so_are_prices(cents in -10_000_000_i32..10_000_000) {
            same(f64::from(cents) / 100.0)?;
        }

        #[test]
        fn every_text_is_read_as_by_the_standard_library(
            text in "[-+]?[0-9]{0,30}(\\.[0-9]{0,30})?([eE][-+]?[0-9]{1,3})?"
        ) {
            let std: Option<f64> = text.parse().ok();
            prop_assert_eq!(parse(&text).map(f64::to_bits), std.map(f64::to_bits), "{}", text);
        }
    }

    #[test]
    fn edges() {
        for number in [
            0.0,
            -0.0,
            1.0,
            9.5,
            10.0,
            0.1,
            1e21,
            1e-7,
            5e-324,
            f64::MAX,
            f64::MIN_POSITIVE,
            f64::EPSILON,
            9007199254740993.0,
            4503599627370496.0,
            2.225073858507201e-308,
        ] {
            same(number).expect("it is the same");
        }
        assert_eq!(
            (text(f64::NAN), text(f64::NEG_INFINITY)),
            ("NaN".into(), "-inf".into())
        );
        let halfway = "9007199254740993.".to_owned() + &"0".repeat(900);
        for wanted in [
            halfway.clone(),
            halfway + "1",
            "1e400".into(),
            "1e-400".into(),
            "1e999999999999".into(),
        ] {
            assert_eq!(parse(&wanted), wanted.parse().ok(), "{wanted}");
        }
        for wrong in ["", ".", "e1", "1e", "1e+", "inf", "nan", "1_0", "--1"] {
            assert_eq!(parse(wrong), None, "{wrong}");
        }
    }
}
