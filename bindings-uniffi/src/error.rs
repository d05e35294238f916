//! The one error: a variant for each kind of the core's table, all with the same details.

use std::fmt;
use std::time::Duration;

use interserver::Secret;

/// Whether the server did what was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum Outcome {
    /// It did it.
    Done,
    /// It did not.
    NotDone,
    /// No one can tell from here: look before you try again.
    Unknown,
}

/// What is known of a failure, whatever its kind.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
#[uniffi::export(Display)]
pub struct ErrorDetails {
    /// What kind of failure it was.
    pub kind: ErrorKind,
    /// The wire name of the operation, if one had been called.
    pub operation: Option<String>,
    /// What happened, in a sentence, without the operation's name.
    pub reason: String,
    /// The whole message: operation, reason, and whether to look before trying again.
    pub report: String,
    /// Whether the same call may succeed later and may be sent again without harm.
    pub retryable: bool,
    /// Whether the server did what was asked.
    pub outcome: Outcome,
    /// How many times the call was sent.
    pub attempts: i32,
    /// How long the server asks to wait.
    pub retry_after: Option<Duration>,
    /// The HTTP status, if an answer came.
    pub http_status: Option<i32>,
    /// The SOAP fault code without its prefix, such as `Server`.
    pub fault_code: Option<String>,
    /// What the API itself said.
    pub status_text: Option<String>,
    /// The limit that the answer ran into, in words that name the setting.
    pub limit: Option<String>,
    /// The first bytes of a body that could not be understood, for a report. They can hold
    /// anything.
    pub body_head: Option<Secret>,
    /// What lies beneath the failure, where something does: the system's own words.
    pub source: Option<String>,
}

impl fmt::Display for ErrorDetails {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.report)
    }
}

macro_rules! mirror_kinds {
    ($($(#[doc = $doc:literal])* $kind:ident $word:literal $advice:literal;)*) => {
        /// What kind of failure it was.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Enum)]
        pub enum ErrorKind {
            $($(#[doc = $doc])* #[doc = ""] #[doc = $advice] $kind,)*
        }

        /// Why a call failed. Each kind is a case of its own; all carry the same details.
        #[derive(Clone, Debug, PartialEq, uniffi::Error)]
        pub enum InterServerError {
            $(
                $(#[doc = $doc])* #[doc = ""] #[doc = $advice]
                $kind {
                    /// What is known of the failure.
                    details: ErrorDetails,
                },
            )*
        }

        impl InterServerError {
            /// What is known of the failure.
            #[must_use]
            pub fn details(&self) -> &ErrorDetails {
                match self { $(Self::$kind { details })|* => details }
            }

            fn of_kind(details: ErrorDetails) -> Self {
                match details.kind { $(ErrorKind::$kind => Self::$kind { details },)* }
            }
        }

        impl From<interserver::ErrorKind> for ErrorKind {
            fn from(kind: interserver::ErrorKind) -> Self {
                match kind {
                    $(interserver::ErrorKind::$kind => Self::$kind,)*
                    // The core's enum is open to growth, but the table it grows by is this one.
                    _ => unreachable!("a kind outside the table: {kind}"),
                }
            }
        }
    };
}
interserver::for_each_error_kind!(mirror_kinds);

impl fmt::Display for InterServerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.details().fmt(f)
    }
}

impl std::error::Error for InterServerError {}

impl From<interserver::Outcome> for Outcome {
    fn from(outcome: interserver::Outcome) -> Self {
        match outcome {
            interserver::Outcome::Done => Self::Done,
            interserver::Outcome::NotDone => Self::NotDone,
            interserver::Outcome::Unknown => Self::Unknown,
        }
    }
}

impl From<interserver::Error> for InterServerError {
    fn from(error: interserver::Error) -> Self {
        Self::of_kind(ErrorDetails {
            kind: error.kind().into(),
            operation: error.operation().map(str::to_owned),
            reason: error.message().to_owned(),
            report: error.to_string(),
            retryable: error.retryable(),
            outcome: error.outcome().into(),
            attempts: i32::try_from(error.attempts()).unwrap_or(i32::MAX),
            retry_after: error.retry_after(),
            http_status: error.http_status().map(i32::from),
            fault_code: error.fault_code().map(str::to_owned),
            status_text: error.status_text().map(str::to_owned),
            limit: error.limit().map(|limit| limit.to_string()),
            body_head: error.body_head().cloned(),
            source: std::error::Error::source(&error).map(sources),
        })
    }
}

/// A chain of causes on one line.
fn sources(error: &(dyn std::error::Error + 'static)) -> String {
    let chain = std::iter::successors(Some(error), |error| error.source());
    chain
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join(": ")
}
