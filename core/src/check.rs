//! Checks of arguments before anything is sent: the server itself takes `1,5` as 1.

use std::net::{IpAddr, Ipv4Addr};

use crate::value::{Value, decimal};

/// What an argument must be.
#[derive(Debug)]
#[non_exhaustive]
pub struct Check {
    /// The rule in words, to follow "must be": `a whole number from 1 to 16`.
    pub rule: &'static str,
    /// The smallest and largest number, where it is a range.
    pub range: Option<(i64, i64)>,
    /// A value that passes, as it would be typed: `203.0.113.9`.
    pub example: &'static str,
    test: fn(&Value) -> bool,
}

impl Check {
    /// Whether a value passes. Null passes: whether it may be null is the type's business.
    #[must_use]
    pub fn accepts(&self, value: &Value) -> bool {
        value.is_null()
            || (self.test)(value)
                && match (self.range, value.as_i64()) {
                    (Some((low, high)), Some(number)) => (low..=high).contains(&number),
                    _ => true,
                }
    }
}

macro_rules! checks {
    ($( $name:ident: $rule:literal $(in $range:expr)?, like $example:literal => $test:expr; )*) => {$(
        pub(crate) const $name: &Check = &Check {
            rule: $rule,
            range: checks!(@range $($range)?),
            example: $example,
            test: $test,
        };
    )*

    #[cfg(test)]
    const ALL: &[&Check] = &[$($name),*];
    };
    (@range) => { None };
    (@range $range:expr) => { Some($range) };
}

checks! {
    SLICES: "a whole number from 1 to 16" in (1, 16), like "2" => |_| true;
    MONTHS: "a whole number of months from 1 to 36" in (1, 36), like "12" => |_| true;
    PAGE: "a whole number from 1 up" in (1, i64::MAX), like "2" => |_| true;
    TTL: "a number of seconds from 0 to 2147483647" in (0, 2_147_483_647), like "3600" => |_| true;
    PRIORITY: "a whole number from 0 to 65535" in (0, 65_535), like "10" => |_| true;
    NOT_EMPTY: "not empty", like "Thanks!" => |value| text(value, |text| !text.trim().is_empty());
    IP: "an IPv4 or IPv6 address", like "203.0.113.9" => |value| text(value, |text| text.parse::<IpAddr>().is_ok());
    IPV4: "an IPv4 address", like "203.0.113.9" => |value| text(value, |text| text.parse::<Ipv4Addr>().is_ok());
    EMAIL: "an e-mail address", like "you@example.com" => |value| text(value, is_email);
    HOSTNAME: "a host name: letters, digits, hyphens and dots, at most 253 characters",
        like "web1.example.com" => |value| text(value, |text| is_name(text, is_host_label));
    DOMAIN: "a domain name with a dot in it", like "example.com" => |value| text(value, |text| {
            text.trim_end_matches('.').contains('.') && is_name(text, is_host_label)
        });
    DNS_NAME: "a DNS name: labels of letters, digits, hyphens and underscores, perhaps a leading `*`",
        like "www.example.com" => |value| text(value, is_dns_name);
    AMOUNT: "an amount above zero with at most two decimals", like "10.50" => |value| text(value, decimal::is_amount);
}

fn text(value: &Value, test: impl Fn(&str) -> bool) -> bool {
    value.as_str().is_some_and(test)
}

fn is_email(text: &str) -> bool {
    text.rsplit_once('@').is_some_and(|(user, host)| {
        !user.is_empty() && !host.is_empty() && !text.contains(char::is_whitespace)
    })
}

/// Labels between dots, with one dot allowed at the end.
fn is_name(text: &str, label: fn(&str) -> bool) -> bool {
    let name = text.strip_suffix('.').unwrap_or(text);
    !name.is_empty() && name.len() <= 253 && name.split('.').all(label)
}

/// Letters of other scripts pass: the recorded accounts have `müller-café.example`.
fn is_host_label(label: &str) -> bool {
    (1..=63).contains(&label.len())
        && !label.starts_with('-')
        && !label.ends_with('-')
        && label.chars().all(|c| c.is_alphanumeric() || c == '-')
}

fn is_dns_name(text: &str) -> bool {
    let name = text.strip_prefix("*.").unwrap_or(text);
    // `@` and `*` alone stand for the zone itself and for everything below it.
    matches!(text, "@" | "*")
        || is_name(name, |label| {
            (1..=63).contains(&label.len())
                && label
                    .chars()
                    .all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '/'))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn accepts(check: &Check, value: impl Into<Value>) -> bool {
        check.accepts(&value.into())
    }

    #[test]
    fn examples_pass_their_own_check() {
        for check in ALL {
            let example = match check.range {
                Some(_) => Value::from(check.example.parse::<i64>().unwrap()),
                None => Value::from(check.example),
            };
            assert!(check.accepts(&example), "{check:?}");
        }
    }

    #[test]
    fn ranges_are_inclusive() {
        assert!(accepts(SLICES, 1) && accepts(SLICES, 16));
        assert!(!accepts(SLICES, 0) && !accepts(SLICES, 17));
        assert!(accepts(MONTHS, 36) && !accepts(MONTHS, 37));
    }

    #[test]
    fn dns_names_may_challenge_wildcard_and_end_in_a_dot() {
        for name in [
            "_acme-challenge.example.com",
            "*.example.com",
            "example.com.",
            "*",
            "@",
            "a",
        ] {
            assert!(accepts(DNS_NAME, name), "{name}");
        }
        for name in ["", ".", "a..b", "-_ .x", "a b", "*.*.x", "ex*mple.com"] {
            assert!(!accepts(DNS_NAME, name), "{name}");
        }
    }

    #[test]
    fn hostnames_are_hostnames() {
        assert!(accepts(HOSTNAME, "web1.example.com") && accepts(HOSTNAME, "windows10000"));
        assert!(accepts(HOSTNAME, "müller-café.example"));
        for name in ["", "-a", "a-", "a_b", "a b.c", "a..b", &"a".repeat(64)] {
            assert!(!accepts(HOSTNAME, name), "{name}");
        }
        assert!(accepts(DOMAIN, "example.com") && !accepts(DOMAIN, "com"));
    }

    #[test]
    fn addresses_and_amounts() {
        assert!(accepts(IP, "203.0.113.9") && accepts(IP, "2001:db8::1"));
        assert!(!accepts(IP, "203.0.113") && !accepts(IP, "203.0.113.9 "));
        assert!(accepts(AMOUNT, "10.50") && accepts(AMOUNT, "0.01"));
        for amount in ["0", "-1", "1.005", "1,5", "", "NaN"] {
            assert!(!accepts(AMOUNT, amount), "{amount}");
        }
    }
}
