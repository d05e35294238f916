//! [`Error`]: what went wrong, with which operation, and what to do about it.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use crate::limits::Limit;
use crate::value::Secret;

/// A result of this library.
pub type Result<T, E = Error> = std::result::Result<T, E>;

type Source = dyn std::error::Error + Send + Sync;

/// Why a call failed.
///
/// [`kind`](Error::kind) says what to do in code, [`outcome`](Error::outcome) whether anything
/// happened at the server. Cloning is cheap.
///
/// ```
/// # fn show(error: interserver::Error) {
/// use interserver::{ErrorKind, Outcome};
///
/// match (error.kind(), error.outcome()) {
///     (ErrorKind::NotFound, _) => println!("no such service"),
///     (_, Outcome::Unknown) => println!("look before you order again: {error}"),
///     _ => println!("{error}"),
/// }
/// # }
/// ```
#[derive(Clone)]
pub struct Error(Arc<Inner>);

#[derive(Clone)]
struct Inner {
    kind: ErrorKind,
    operation: Option<Cow<'static, str>>,
    message: String,
    retryable: bool,
    outcome: Outcome,
    attempts: u32,
    retry_after: Option<Duration>,
    http_status: Option<u16>,
    fault_code: Option<String>,
    status_text: Option<String>,
    limit: Option<Limit>,
    body_head: Option<Secret>,
    source: Option<Arc<Source>>,
}

/// Whether the server did what was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// It did it.
    Done,
    /// It did not.
    NotDone,
    /// No one can tell from here: look before you try again.
    Unknown,
}

impl Outcome {
    /// The outcome as a word: `done`, `not_done` or `unknown`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::NotDone => "not_done",
            Self::Unknown => "unknown",
        }
    }
}

/// Calls a macro with the table of error kinds: docs, name, wire word, and what to do.
///
/// Bindings make their exception classes and unions from it.
#[macro_export]
macro_rules! for_each_error_kind {
    ($visit:path) => {
        $visit! {
            /// The user name, password or API key is wrong, or the session cannot be confirmed.
            Authentication "authentication" "Check the user name and the password or API key.";
            /// There is no such thing, or the server returned nothing.
            NotFound "not_found" "Check the number; list what there is.";
            /// The API answered with a status other than ok.
            Api "api" "Read `status_text`: the API says there what is wrong.";
            /// The API answered no, without a reason.
            Refused "refused" "Check that the thing exists, is yours and may be changed.";
            /// The server answered with a SOAP fault.
            Fault "fault" "Read the message; a `Server` fault may pass, a `Client` fault will not.";
            /// The web server answered with an HTTP error.
            Http "http" "Try again later; obey `retry_after` if it is there.";
            /// The answer took too long.
            Timeout "timeout" "Try again, or allow more time.";
            /// No connection, or it broke.
            Connect "connect" "Check network, proxy, host name and TLS certificates.";
            /// The answer cannot be understood.
            Decode "decode" "Try again; if it stays, report it with the operation's name.";
            /// An argument is wrong; nothing was sent.
            InvalidArgument "invalid_argument" "Correct the argument that the message names.";
            /// The answer is larger than the limits allow.
            TooLarge "too_large" "Raise the limit that the message names.";
            /// The client's settings are wrong; nothing was sent.
            Configuration "configuration" "Correct the setting that the message names.";
            /// The caller cancelled the call.
            Cancelled "cancelled" "Nothing; the caller asked for it.";
        }
    };
}

macro_rules! define_error_kinds {
    ($($(#[doc = $doc:literal])* $kind:ident $word:literal $advice:literal;)*) => {
        /// What kind of failure it was.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum ErrorKind {
            $($(#[doc = $doc])* #[doc = concat!("\n\nWhat to do: ", $advice)] $kind,)*
        }

        impl ErrorKind {
            /// Every kind, in the order of the manual.
            pub const ALL: &'static [Self] = &[$(Self::$kind),*];

            /// The kind as a word, such as `not_found`.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$kind => $word,)* }
            }

            /// What it means.
            #[must_use]
            pub fn docs(self) -> &'static str {
                match self { $(Self::$kind => concat!($($doc),*),)* }
            }

            /// What to do about it.
            #[must_use]
            pub fn advice(self) -> &'static str {
                match self { $(Self::$kind => $advice,)* }
            }
        }
    };
}
for_each_error_kind!(define_error_kinds);

impl fmt::Display for ErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl Error {
    /// What kind of failure it was.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// The wire name of the operation, if one had been called.
    #[must_use]
    pub fn operation(&self) -> Option<&str> {
        self.0.operation.as_deref()
    }

    /// What happened, in a sentence, without the operation's name.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.0.message
    }

    /// Whether the same call may succeed later and may be sent again without harm.
    #[must_use]
    pub fn retryable(&self) -> bool {
        self.0.retryable
    }

    /// Whether the server did what was asked.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        self.0.outcome
    }

    /// How many times the call was sent.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.0.attempts
    }

    /// How long the server asks to wait.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        self.0.retry_after
    }

    /// The HTTP status, if an answer came.
    #[must_use]
    pub fn http_status(&self) -> Option<u16> {
        self.0.http_status
    }

    /// The SOAP fault code without its prefix, such as `Server`.
    #[must_use]
    pub fn fault_code(&self) -> Option<&str> {
        self.0.fault_code.as_deref()
    }

    /// What the API itself said (`status_text`).
    #[must_use]
    pub fn status_text(&self) -> Option<&str> {
        self.0.status_text.as_deref()
    }

    /// The limit that the answer ran into.
    #[must_use]
    pub fn limit(&self) -> Option<Limit> {
        self.0.limit
    }

    /// The first bytes of a body that could not be understood, for a report. They can hold
    /// anything, so they are masked wherever the error is printed.
    #[must_use]
    pub fn body_head(&self) -> Option<&Secret> {
        self.0.body_head.as_ref()
    }

    pub(crate) fn new(kind: ErrorKind, message: impl Into<String>) -> Self {
        Self(Arc::new(Inner {
            kind,
            operation: None,
            message: message.into(),
            retryable: false,
            outcome: Outcome::NotDone,
            attempts: 0,
            retry_after: None,
            http_status: None,
            fault_code: None,
            status_text: None,
            limit: None,
            body_head: None,
            source: None,
        }))
    }

    /// An `InvalidArgument`, for those who check arguments before this library sees them: a binding
    /// or a command line. `what` follows the argument's name, as in `must be a whole number`.
    pub fn invalid(argument: &str, what: impl fmt::Display) -> Self {
        Self::new(ErrorKind::InvalidArgument, format!("`{argument}` {what}"))
    }

    /// A `Configuration`, for those who read settings before this library sees them: a binding or a
    /// command line. The message names the setting.
    pub fn configuration(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::Configuration, message)
    }

    fn with(mut self, change: impl FnOnce(&mut Inner)) -> Self {
        change(Arc::make_mut(&mut self.0));
        self
    }

    /// Names the operation by its wire name, if the error does not name one yet.
    #[must_use]
    pub fn with_operation(self, wire: impl Into<Cow<'static, str>>) -> Self {
        if self.0.operation.is_some() {
            return self;
        }
        self.with(|inner| inner.operation = Some(wire.into()))
    }

    pub(crate) fn with_outcome(self, outcome: Outcome) -> Self {
        self.with(|inner| inner.outcome = outcome)
    }

    pub(crate) fn with_attempts(self, attempts: u32) -> Self {
        self.with(|inner| inner.attempts = attempts)
    }

    pub(crate) fn with_retryable(self, retryable: bool) -> Self {
        self.with(|inner| inner.retryable = retryable)
    }

    pub(crate) fn with_retry_after(self, wait: Option<Duration>) -> Self {
        self.with(|inner| inner.retry_after = wait)
    }

    pub(crate) fn with_http_status(self, status: u16) -> Self {
        self.with(|inner| inner.http_status = Some(status))
    }

    pub(crate) fn with_fault_code(self, code: Option<String>) -> Self {
        self.with(|inner| inner.fault_code = code)
    }

    pub(crate) fn with_status_text(self, text: Option<String>) -> Self {
        self.with(|inner| inner.status_text = text)
    }

    pub(crate) fn with_limit(self, limit: Limit) -> Self {
        self.with(|inner| inner.limit = Some(limit))
    }

    pub(crate) fn with_body_head(self, body: &[u8]) -> Self {
        const MOST: usize = 512;
        let head = String::from_utf8_lossy(&body[..body.len().min(MOST)]).into_owned();
        self.with(|inner| inner.body_head = (!head.is_empty()).then(|| head.into()))
    }

    pub(crate) fn with_source(self, source: impl Into<Box<Source>>) -> Self {
        self.with(|inner| inner.source = Some(Arc::from(source.into())))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(operation) = self.operation() {
            write!(f, "{operation}: ")?;
        }
        f.write_str(&self.0.message)?;
        if self.0.outcome == Outcome::Unknown {
            f.write_str(" (it is not known whether it was done: look before trying again)")?;
        }
        Ok(())
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let inner = &*self.0;
        let mut report = f.debug_struct("Error");
        report
            .field("kind", &inner.kind)
            .field("message", &inner.message);
        macro_rules! present {
            ($($field:ident),*) => {$(
                if let Some($field) = &inner.$field {
                    report.field(stringify!($field), $field);
                }
            )*};
        }
        present!(
            operation,
            http_status,
            fault_code,
            status_text,
            retry_after,
            limit,
            source
        );
        report
            .field("outcome", &inner.outcome)
            .field("retryable", &inner.retryable)
            .field("attempts", &inner.attempts)
            .finish()
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.0.source.as_deref().map(|source| source as _)
    }
}

/// The error as one object, as every language and the command line write it. What may hold a
/// secret is not part of it.
impl serde::Serialize for Error {
    fn serialize<S: serde::Serializer>(&self, to: S) -> std::result::Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;
        let mut object = to.serialize_struct("Error", 10)?;
        object.serialize_field("kind", self.kind().as_str())?;
        object.serialize_field("operation", &self.operation())?;
        object.serialize_field("message", self.message())?;
        object.serialize_field("retryable", &self.retryable())?;
        object.serialize_field("outcome", self.outcome().as_str())?;
        object.serialize_field("attempts", &self.attempts())?;
        let retry_after = self.retry_after().map(|wait| wait.as_secs_f64());
        object.serialize_field("retry_after", &retry_after)?;
        object.serialize_field("http_status", &self.http_status())?;
        object.serialize_field("fault_code", &self.fault_code())?;
        object.serialize_field("status_text", &self.status_text())?;
        object.end()
    }
}
