//! What a client was told: endpoint, times, retries, limits.

use std::time::Duration;

use crate::error::{Error, Result};
use crate::limits::Limits;

/// Where the API is.
pub(crate) const ENDPOINT: &str = "https://my.interserver.net/api.php";

/// When reads are repeated, and how long to wait before.
///
/// Only reads are ever repeated once a byte may have left; see [`Effect`](crate::meta::Effect).
#[derive(Clone, Debug, PartialEq)]
pub struct RetryPolicy {
    /// How many times a call is sent at most, the first time included. Default 3.
    pub attempts: u32,
    /// The pause before the first repetition; it doubles each time. Default 250 ms.
    pub pause: Duration,
    /// The longest pause. Default 8 s.
    pub longest_pause: Duration,
    /// Repetitions that a client may make for each call, over time: 0.2 is one in five, so that a
    /// server in trouble is not made to suffer more. Ten are free. Default 0.2.
    pub budget: f64,
}

impl Default for RetryPolicy {
    fn default() -> Self {
        Self {
            attempts: 3,
            pause: Duration::from_millis(250),
            longest_pause: Duration::from_secs(8),
            budget: 0.2,
        }
    }
}

impl RetryPolicy {
    /// Never repeats anything.
    #[must_use]
    pub fn never() -> Self {
        Self {
            attempts: 1,
            ..Self::default()
        }
    }
}

#[derive(Clone, Debug)]
pub(crate) struct Settings {
    pub(crate) endpoint: String,
    pub(crate) user_agent: String,
    pub(crate) timeout: Duration,
    pub(crate) retry: RetryPolicy,
    pub(crate) limits: Limits,
    pub(crate) concurrency: usize,
    pub(crate) proven_for: Duration,
    pub(crate) lossy_text: bool,
}

/// Checks an endpoint: HTTPS, or anything on this machine, and nothing secret in it.
pub(crate) fn check_endpoint(endpoint: &str) -> Result<()> {
    let wrong = |what: &str| Err(Error::configuration(format!("`endpoint` {what}")));
    let is_url = |byte: u8| byte.is_ascii_graphic() && !b"<>\"{}|\\^`".contains(&byte);
    if endpoint.is_empty() || !endpoint.bytes().all(is_url) {
        return wrong("is not a URL");
    }
    let (scheme, rest) = endpoint
        .split_once(':')
        .and_then(|(scheme, rest)| Some((scheme, rest.strip_prefix("//")?)))
        .unwrap_or_default();
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    if authority.is_empty() {
        return wrong("must be a full URL, such as https://my.interserver.net/api.php");
    }
    if authority.contains('@') {
        return wrong("must not hold a user name or password");
    }
    let Some(host) = host(authority) else {
        return wrong("is not a URL");
    };
    match &*scheme.to_ascii_lowercase() {
        "https" => Ok(()),
        "http" if is_loopback(host) => Ok(()),
        "http" => wrong("must be https: plain http is for this machine only"),
        _ => wrong("must be https"),
    }
}

/// The host of an authority whose port, if it has one, is a port.
fn host(authority: &str) -> Option<&str> {
    let end = match authority.strip_prefix('[') {
        Some(rest) => rest.find(']')? + 2,
        None => authority.find(':').unwrap_or(authority.len()),
    };
    let (host, port) = authority.split_at(end);
    let is_port = match port.strip_prefix(':') {
        Some(number) => number.is_empty() || number.parse::<u16>().is_ok(),
        None => port.is_empty(),
    };
    (is_port && !host.is_empty()).then_some(host)
}

fn is_loopback(host: &str) -> bool {
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    host.eq_ignore_ascii_case("localhost")
        || bare
            .parse::<std::net::IpAddr>()
            .is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endpoints_are_https_or_on_this_machine() {
        for good in [
            ENDPOINT,
            "http://127.0.0.1:8080/api.php",
            "http://[::1]/x",
            "http://localhost",
        ] {
            assert!(check_endpoint(good).is_ok(), "{good}");
        }
        for bad in [
            "http://example.com/api.php",
            "ftp://x/",
            "api.php",
            "",
            "https://a:b@example.com/",
            "https:/x",
            "https://",
            "https://:80/",
            "https://example.com:port/",
            "https://example.com:99999/",
            "https://exa mple.com/",
            "https://[::1/",
            "http://localhost.example.com/",
            "http://[::1].example.com/",
        ] {
            let error = check_endpoint(bad).expect_err(bad);
            assert_eq!(error.kind(), crate::ErrorKind::Configuration, "{bad}");
            assert!(!error.to_string().contains("a:b"));
        }
    }
}
