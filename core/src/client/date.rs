//! Dates in the headers of HTTP, in seconds.
//!
//! All three forms that HTTP has known hold the same words, so they are looked for and not counted
//! off: a library for them would be one part in a hundred of what a page loads.

/// The seconds from some fixed moment to a date such as `Sun, 06 Nov 1994 08:49:37 GMT`,
/// `Sunday, 06-Nov-94 08:49:37 GMT` or `Sun Nov  6 08:49:37 1994`.
pub(super) fn seconds(text: &str) -> Option<i64> {
    const MONTHS: &[u8] = b"JanFebMarAprMayJunJulAugSepOctNovDec";
    let (mut day, mut month, mut year, mut time) = (None, None, None, None);
    for word in text.split([' ', ',', '-']) {
        let number = || word.parse::<i64>().ok();
        if let Some((hour, rest)) = word.split_once(':') {
            let (minute, second) = rest.split_once(':')?;
            let part = |text: &str, end: i64| text.parse().ok().filter(|n| (0..end).contains(n));
            time = Some(part(hour, 24)? * 3600 + part(minute, 60)? * 60 + part(second, 61)?);
        } else if let Some(at) = MONTHS.chunks(3).position(|name| name == word.as_bytes()) {
            month = Some(i64::try_from(at).ok()? + 1);
        } else if day.is_none() {
            day = number().filter(|day| (1..=31).contains(day));
        } else if year.is_none() {
            year = number().map(|year| match year {
                0..70 => year + 2000,
                70..100 => year + 1900,
                _ => year,
            });
        }
    }
    let (month, year) = (month?, year?.clamp(1601, 9999));
    // Years that begin in March end with their leap day.
    let (year, from_march) = if month < 3 {
        (year - 1, month + 9)
    } else {
        (year, month - 3)
    };
    let days = year * 365 + year / 4 - year / 100 + year / 400 + (153 * from_march + 2) / 5 + day?;
    Some(days * 86_400 + time?)
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, SystemTime};

    use proptest::prelude::*;

    use super::seconds;

    proptest! {
        #[test]
        fn dates_are_as_far_apart_as_they_are(first in 0..7_000_000_000_u64, second in 0..7_000_000_000_u64) {
            let at = |since| httpdate::fmt_http_date(SystemTime::UNIX_EPOCH + Duration::from_secs(since));
            let apart = seconds(&at(first)).zip(seconds(&at(second))).map(|(a, b)| a - b);
            prop_assert_eq!(apart, Some(first.cast_signed() - second.cast_signed()));
        }
    }

    #[test]
    fn all_three_forms_say_the_same() {
        let forms = [
            "Sun, 06 Nov 1994 08:49:37 GMT",
            "Sunday, 06-Nov-94 08:49:37 GMT",
            "Sun Nov  6 08:49:37 1994",
        ];
        assert!(seconds(forms[0]).is_some());
        for form in forms {
            assert_eq!(seconds(form), seconds(forms[0]), "{form}");
        }
        for wrong in [
            "",
            "soon",
            "06 Nov 1994",
            "Sun, 06 Nov 1994 25:49:37 GMT",
            "Nov 1994 08:49:37",
        ] {
            assert_eq!(seconds(wrong), None, "{wrong}");
        }
    }
}
