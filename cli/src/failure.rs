//! [`Failure`]: why a command failed, how that is told, and its exit status.

use std::io::{self, Write};
use std::process::ExitCode;

use anstyle::{AnsiColor, Style};
use interserver::{Error, ErrorKind, Outcome};

/// Why a command failed.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The client failed; `as_json` asks for one JSON object instead of sentences.
    Client { error: Error, as_json: bool },
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
            // Whoever closed the pipe has read enough.
            Self::Io(error) if error.kind() == io::ErrorKind::BrokenPipe => 0,
            Self::Broken(_) | Self::Io(_) => 1,
        })
    }

    /// Tells a person or a program, on standard error.
    pub(crate) fn report(&self) {
        let text = match self {
            Self::Client {
                error,
                as_json: true,
            } => json(error),
            Self::Client { error, .. } => format!("{}\n{}", said(&error.to_string()), hint(error)),
            Self::Broken(message) => said(message),
            Self::Io(error) if error.kind() == io::ErrorKind::BrokenPipe => return,
            Self::Io(error) => said(&error.to_string()),
        };
        // Where standard error is gone there is no one left to tell.
        let _ = writeln!(anstream::stderr(), "{text}");
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
            as_json: false,
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
