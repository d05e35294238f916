//! [`Civil`] and [`Moment`]: dates and times by their parts, as the wire gives them.
//!
//! Both readers of records use them: the one that makes types of `jiff`, and the one that writes
//! text, which so needs no library for time.

use jiff::civil::DateTime;

/// A date and time of day without a zone. All parts are within their ranges.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Civil {
    pub(crate) year: i16,
    pub(crate) month: i8,
    pub(crate) day: i8,
    pub(crate) hour: i8,
    pub(crate) minute: i8,
    pub(crate) second: i8,
}

impl Civil {
    /// Reads `YYYY-MM-DD hh:mm:ss` or `YYYY-MM-DD`.
    pub(crate) fn parse(text: &[u8]) -> Option<Self> {
        let (date, time) = match text {
            [date @ .., b' ' | b'T', h1, h2, b':', m1, m2, b':', s1, s2] => {
                (date, [two(*h1, *h2)?, two(*m1, *m2)?, two(*s1, *s2)?])
            }
            date => (date, [0; 3]),
        };
        let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = *date else {
            return None;
        };
        let year = i16::from(two(y1, y2)?) * 100 + i16::from(two(y3, y4)?);
        let (month, day) = (two(m1, m2)?, two(d1, d2)?);
        let [hour, minute, second] = time;
        let is_real = (1..=12).contains(&month)
            && (1..=days_in(year, month)).contains(&day)
            && hour < 24
            && minute < 60
            && second < 60;
        is_real.then_some(Self {
            year,
            month,
            day,
            hour,
            minute,
            second,
        })
    }

    /// `2026-01-31T12:34:56`.
    #[must_use]
    pub fn to_text(self) -> String {
        let mut text = String::with_capacity(20);
        for (number, after) in [
            (i32::from(self.year) / 100, ""),
            (i32::from(self.year) % 100, "-"),
            (i32::from(self.month), "-"),
            (i32::from(self.day), "T"),
            (i32::from(self.hour), ":"),
            (i32::from(self.minute), ":"),
            (i32::from(self.second), ""),
        ] {
            for digit in [number / 10, number % 10] {
                text.extend(
                    u8::try_from(digit)
                        .ok()
                        .map(|digit| char::from(b'0' + digit)),
                );
            }
            text.push_str(after);
        }
        text
    }
}

impl From<DateTime> for Civil {
    fn from(time: DateTime) -> Self {
        Self {
            year: time.year(),
            month: time.month(),
            day: time.day(),
            hour: time.hour(),
            minute: time.minute(),
            second: time.second(),
        }
    }
}

fn two(tens: u8, ones: u8) -> Option<i8> {
    let digit = |byte: u8| byte.is_ascii_digit().then(|| byte - b'0');
    i8::try_from(digit(tens)? * 10 + digit(ones)?).ok()
}

fn days_in(year: i16, month: i8) -> i8 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// A moment: seconds since 1970, and nanoseconds after them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment {
    pub(crate) seconds: i64,
    pub(crate) nanoseconds: i32,
}

impl Moment {
    /// The seconds whose UTC time has a year from 0 to 9999; `jiff` keeps the last day for zones.
    const SECONDS: std::ops::RangeInclusive<i64> = -62_167_219_200..=253_402_207_200;

    /// The moment, if it can be written.
    pub(crate) fn new(seconds: i64, nanoseconds: i32) -> Option<Self> {
        Self::SECONDS.contains(&seconds).then_some(Self {
            seconds,
            nanoseconds,
        })
    }

    /// The milliseconds of its second.
    #[must_use]
    pub fn milliseconds(self) -> i32 {
        self.nanoseconds / 1_000_000
    }

    /// The time in UTC, to the second.
    #[must_use]
    pub fn in_utc(self) -> Civil {
        let (mut days, second) = (
            self.seconds.div_euclid(86_400),
            self.seconds.rem_euclid(86_400),
        );
        // The year of the proleptic calendar that begins in March, so that a leap day comes last.
        days += 719_468;
        let era = days.div_euclid(146_097);
        let day_of_era = days.rem_euclid(146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_from_march = (5 * day_of_year + 2) / 153;
        let month = (month_from_march + 2) % 12 + 1;
        let year = era * 400 + year_of_era + i64::from(month <= 2);
        // Every part is far within its type.
        #[allow(clippy::cast_possible_truncation)]
        Civil {
            year: year as i16,
            month: month as i8,
            day: (day_of_year - (153 * month_from_march + 2) / 5 + 1) as i8,
            hour: (second / 3600) as i8,
            minute: (second / 60 % 60) as i8,
            second: (second % 60) as i8,
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use jiff::tz::Offset;
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn dates_are_real_ones(year in 0..=9999_i16, month in 0..=13_i8, day in 0..=32_i8, hour in 0..=24_i8, second in 0..=60_i8) {
            let text = format!("{year:04}-{month:02}-{day:02} {hour:02}:59:{second:02}");
            let real = DateTime::new(year, month, day, hour, 59, second, 0).ok();
            prop_assert_eq!(Civil::parse(text.as_bytes()), real.map(Civil::from), "{}", text);
            if let Some(real) = real {
                prop_assert_eq!(Civil::from(real).to_text(), text.replace(' ', "T"));
            }
        }

        #[test]
        fn moments_have_their_time_in_utc(seconds in Moment::SECONDS) {
            let stamp = Timestamp::new(seconds, 0).expect("it is within jiff's range");
            let moment = Moment::new(seconds, 0).expect("it is within range");
            prop_assert_eq!(moment.in_utc(), Civil::from(Offset::UTC.to_datetime(stamp)));
        }
    }
}
