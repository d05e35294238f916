//! [`Failure`]: why a command failed, how that is told, and its exit status.

use std::io::{self, Write};
use std::process::ExitCode;

use anstyle::{AnsiColor, Style};
use interserver::{Error, ErrorKind, Outcome};

/// Why a command failed.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The client failed.
    Client {
        error: Error,
        /// What to do about it here, besides what the kind of error says.
        advice: Option<String>,
    },
    /// It was typed wrongly, or something is missing that was to be typed.
    Usage(String),
    /// The API takes the request, but says that it would refuse what comes next.
    Refused(String),
    /// The person said no.
    Declined,
    /// The person at the keyboard has had enough.
    Interrupted,
    /// Something is not as it should be.
    Broken(String),
    /// Reading or writing failed.
    Io(io::Error),
}

impl Failure {
    /// Exit status by kind of error, as the help says. An unknown outcome comes before the kind.
    pub(crate) fn status(&self) -> ExitCode {
        ExitCode::from(match self {
            Self::Client { error, .. } => status_of(error.kind(), error.outcome()),
            Self::Usage(_) => 2,
            Self::Refused(_) => 5,
            Self::Interrupted => 130,
            // Whoever closed the pipe has read enough.
            Self::Io(error) if error.kind() == io::ErrorKind::BrokenPipe => 0,
            Self::Declined | Self::Broken(_) | Self::Io(_) => 1,
        })
    }

    /// The same failure with what to do about it.
    pub(crate) fn advising(self, text: impl Into<String>) -> Self {
        match self {
            Self::Client { error, .. } => Self::Client {
                error,
                advice: Some(text.into()),
            },
            other => other,
        }
    }

    /// Whether the server may have done what was asked, or not.
    pub(crate) fn is_unknown(&self) -> bool {
        matches!(self, Self::Client { error, .. } if error.outcome() == Outcome::Unknown)
    }

    /// Tells a person, or a program as one JSON object, on standard error.
    pub(crate) fn report(&self, as_json: bool) {
        let text = match (self, as_json) {
            (Self::Io(error), _) if error.kind() == io::ErrorKind::BrokenPipe => return,
            (Self::Client { error, .. }, true) => json(error),
            (_, true) => self.bare_json(),
            (Self::Client { error, advice }, false) => {
                let mut text = format!("{}\n{}", said(&error.to_string()), hint(error));
                if let Some(advice) = advice {
                    text.push('\n');
                    text.push_str(advice);
                }
                text
            }
            (_, false) => said(&self.message()),
        };
        // Where standard error is gone there is no one left to tell.
        let _ = writeln!(anstream::stderr(), "{text}");
    }

    fn message(&self) -> String {
        match self {
            Self::Client { error, .. } => error.to_string(),
            Self::Usage(message) | Self::Refused(message) | Self::Broken(message) => {
                message.clone()
            }
            Self::Declined => "nothing was done".to_owned(),
            Self::Interrupted => "interrupted".to_owned(),
            Self::Io(error) => error.to_string(),
        }
    }

    /// What did not come from the client has fewer fields, under the same names.
    fn bare_json(&self) -> String {
        let kind = match self {
            Self::Usage(_) => "invalid_argument",
            Self::Refused(_) => "refused",
            Self::Interrupted => "cancelled",
            _ => "other",
        };
        serde_json::json!({ "kind": kind, "message": self.message(), "outcome": "not_done" })
            .to_string()
    }
}

fn status_of(kind: ErrorKind, outcome: Outcome) -> u8 {
    match kind {
        ErrorKind::Cancelled => 130,
        _ if outcome == Outcome::Unknown => 7,
        ErrorKind::InvalidArgument | ErrorKind::Configuration => 2,
        ErrorKind::Authentication => 3,
        ErrorKind::NotFound => 4,
        ErrorKind::Api | ErrorKind::Refused | ErrorKind::Fault => 5,
        ErrorKind::Connect | ErrorKind::Timeout | ErrorKind::Http => 6,
        ErrorKind::Decode | ErrorKind::TooLarge => 8,
        _ => 1,
    }
}

fn said(message: &str) -> String {
    let red = Style::new().bold().fg_color(Some(AnsiColor::Red.into()));
    format!("{red}error:{red:#} {message}")
}

fn hint(error: &Error) -> String {
    let dim = Style::new().dimmed();
    format!("{dim}{}{dim:#}", error.kind().advice())
}

fn json(error: &Error) -> String {
    serde_json::to_string(error).expect("an error is made of texts and numbers")
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::Client {
            error,
            advice: None,
        }
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_an_exit_status_of_its_own_meaning() {
        for kind in ErrorKind::ALL {
            assert_ne!(status_of(*kind, Outcome::NotDone), 1, "{kind}");
        }
    }

    #[test]
    fn an_unknown_outcome_comes_before_the_kind() {
        for kind in [ErrorKind::Timeout, ErrorKind::Decode, ErrorKind::Http] {
            assert_eq!(status_of(kind, Outcome::Unknown), 7, "{kind}");
        }
    }
}
