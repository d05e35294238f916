//! [`Transport`]: how a request reaches a server. The network is one; the sandbox is another.

#[cfg(not(target_family = "wasm"))]
pub(crate) mod native;

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

/// A boxed future; `Send` wherever there are threads.
#[cfg(not(target_family = "wasm"))]
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;
/// A boxed future; `Send` wherever there are threads.
#[cfg(target_family = "wasm")]
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + 'a>>;

/// What must be true of a value to leave its thread: `Send` wherever there are threads.
#[cfg(not(target_family = "wasm"))]
pub trait Movable: Send {}
#[cfg(not(target_family = "wasm"))]
impl<T: Send> Movable for T {}

/// What must be true of a value to leave its thread: `Send` wherever there are threads.
#[cfg(target_family = "wasm")]
pub trait Movable {}
#[cfg(target_family = "wasm")]
impl<T> Movable for T {}

/// What must be true of a transport to be shared: `Send` and `Sync` wherever there are threads.
#[cfg(not(target_family = "wasm"))]
pub trait Shareable: Send + Sync {}
#[cfg(not(target_family = "wasm"))]
impl<T: Send + Sync> Shareable for T {}

/// What must be true of a transport to be shared: `Send` and `Sync` wherever there are threads.
#[cfg(target_family = "wasm")]
pub trait Shareable {}
#[cfg(target_family = "wasm")]
impl<T> Shareable for T {}

/// Carries requests to a server and knows the time.
///
/// It sends each request once, follows no redirect and decompresses nothing. Retries, session,
/// limits and timeouts of whole calls are the client's.
pub trait Transport: Shareable + 'static {
    /// Sends a POST request and gives the whole answer.
    fn send(&self, request: Request) -> BoxFuture<'_, Result<Response, TransportError>>;

    /// Fetches a document with a GET request; `None` if this transport has no way to.
    fn fetch(&self, _request: Request) -> Option<BoxFuture<'_, Result<Response, TransportError>>> {
        None
    }

    /// Waits, between attempts and between polls.
    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()>;

    /// Ends after `duration`, to end a call that takes too long.
    ///
    /// A transport whose clock only moves when someone sleeps has no such moment, and never ends.
    fn alarm(&self, duration: Duration) -> BoxFuture<'static, ()> {
        self.sleep(duration)
    }

    /// Time since some fixed moment; it never goes back.
    fn now(&self) -> Duration;
}

/// A POST request.
#[derive(Clone)]
#[non_exhaustive]
pub struct Request {
    /// Where to, as a full URL.
    pub url: String,
    /// Header names, in lower case, and values.
    pub headers: Vec<(&'static str, String)>,
    /// The envelope. It holds the session id or a password: do not log it.
    pub body: String,
    /// Most bytes of a body to take in.
    pub max_body: usize,
    /// What is left of the call's time.
    pub timeout: Duration,
}

impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Request")
            .field("url", &self.url)
            .field("body", &format_args!("{} bytes", self.body.len()))
            .finish_non_exhaustive()
    }
}

/// An answer, as it came.
#[derive(Clone, Default)]
pub struct Response {
    /// HTTP status.
    pub status: u16,
    /// Header names, in lower case, and values.
    pub headers: Vec<(String, String)>,
    /// The body, compressed if `content-encoding` says so.
    pub body: Vec<u8>,
}

impl Response {
    /// The value of a header, by its name in lower case.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    }
}

impl fmt::Debug for Response {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Response")
            .field("status", &self.status)
            .field("body", &format_args!("{} bytes", self.body.len()))
            .finish_non_exhaustive()
    }
}

/// Why no answer came.
#[derive(Debug)]
#[non_exhaustive]
pub struct TransportError {
    /// What happened.
    pub kind: TransportErrorKind,
    /// Whether a byte of the request may have left. If in doubt: true.
    pub sent: bool,
    /// What happened, in words, without secrets.
    pub message: String,
    /// The error beneath.
    pub source: Option<Box<dyn std::error::Error + Send + Sync>>,
}

/// What kept an answer from coming.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum TransportErrorKind {
    /// No connection, or it broke.
    Connect,
    /// It took too long.
    Timeout,
    /// The body is larger than [`Request::max_body`].
    TooLarge,
}

impl TransportError {
    /// An error without one beneath.
    #[must_use]
    pub fn new(kind: TransportErrorKind, sent: bool, message: impl Into<String>) -> Self {
        Self {
            kind,
            sent,
            message: message.into(),
            source: None,
        }
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for TransportError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}
