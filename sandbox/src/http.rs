//! [`HttpRequest`], [`HttpResponse`] and how the latter is to be [delivered](Delivery).

use std::time::Duration;

/// A request, whatever carried it.
#[derive(Clone, Debug, Default)]
pub struct HttpRequest {
    /// `POST`, `GET` or another method.
    pub method: String,
    /// Path, such as `/api.php`.
    pub path: String,
    /// What stands after `?`; empty if there is nothing.
    pub query: String,
    /// Header names, in any case, and values.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Vec<u8>,
}

impl HttpRequest {
    /// The value of a header.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(key, _)| key.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.as_str())
    }
}

/// An answer.
#[derive(Clone, Debug, Default)]
pub struct HttpResponse {
    /// HTTP status.
    pub status: u16,
    /// Header names and values. `Content-Length` is left to whoever delivers it.
    pub headers: Vec<(String, String)>,
    /// The body, compressed if `Content-Encoding` says so.
    pub body: Vec<u8>,
    /// How it is to arrive.
    pub delivery: Delivery,
}

impl HttpResponse {
    pub(crate) fn new(status: u16, content_type: &str, body: impl Into<Vec<u8>>) -> Self {
        Self {
            status,
            headers: vec![("Content-Type".to_owned(), content_type.to_owned())],
            body: body.into(),
            delivery: Delivery::default(),
        }
    }

    /// The value of a header.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(key, _)| key.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.as_str())
    }

    pub(crate) fn set_header(&mut self, name: &str, value: impl Into<String>) {
        self.headers.push((name.to_owned(), value.into()));
    }
}

/// How an answer arrives. The world has no time and no network of its own: whoever carries its
/// answers makes these come true.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Delivery {
    /// Time before the first byte.
    pub latency: Duration,
    /// The body trickles.
    pub drip: Option<Drip>,
    /// How it ends.
    pub ending: Ending,
}

/// A body that trickles: so many bytes, a pause, so many bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Drip {
    /// Bytes at a time; 0 counts as 1.
    pub bytes: usize,
    /// Time before each piece.
    pub pause: Duration,
}

impl Drip {
    /// How many pieces a body of `length` bytes comes in.
    #[must_use]
    pub fn pieces(self, length: usize) -> usize {
        length.div_ceil(self.bytes.max(1))
    }
}

/// How an answer ends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Ending {
    /// As it should.
    #[default]
    Whole,
    /// The connection breaks in the middle of the body.
    Cut,
    /// The connection breaks before a byte of the answer.
    Reset,
    /// There was no connection in the first place: no byte of the request left.
    Refused,
}
