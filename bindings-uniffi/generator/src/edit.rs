//! Replacements that must happen: text that is not there as often as expected is an error.

use anyhow::{Result, bail};

/// Replaces text that occurs exactly `times` times.
pub(crate) fn replace(source: &mut String, times: usize, from: &str, to: &str) -> Result<()> {
    let found = source.matches(from).count();
    if found != times {
        bail!("expected {times} times, found {found} times:\n{from}");
    }
    *source = source.replace(from, to);
    Ok(())
}

/// Changes the part of a text that begins with `start` and ends before the next `end`.
pub(crate) fn within(
    source: &mut String,
    start: &str,
    end: &str,
    change: impl FnOnce(&mut String) -> Result<()>,
) -> Result<()> {
    let Some(begin) = source.find(start) else {
        bail!("not there: {start}");
    };
    let Some(length) = source[begin + start.len()..].find(end) else {
        bail!("{start} has no end: {end}");
    };
    let range = begin..begin + start.len() + length;
    let mut part = source[range.clone()].to_owned();
    change(&mut part)?;
    source.replace_range(range, &part);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_that_is_missing_or_too_frequent_is_an_error() {
        let mut text = "a b a".to_owned();
        assert!(replace(&mut text, 1, "a", "c").is_err());
        assert!(replace(&mut text, 1, "x", "c").is_err());
        assert_eq!(text, "a b a");
        replace(&mut text, 2, "a", "c").unwrap();
        assert_eq!(text, "c b c");
    }

    #[test]
    fn a_change_stays_within_its_part() {
        let mut text = "x{a} y{a} z".to_owned();
        within(&mut text, "y{", "}", |part| replace(part, 1, "a", "b")).unwrap();
        assert_eq!(text, "x{a} y{b} z");
        assert!(within(&mut text, "q{", "}", |_| Ok(())).is_err());
        assert!(within(&mut text, "z", "}", |_| Ok(())).is_err());
    }
}
