//! [`Sources`]: where the text of an argument comes from: itself, a file, standard input, or for
//! a secret the environment.

use std::io::{self, Read};

use interserver::Error;

/// Reads texts; standard input only once.
#[derive(Debug, Default)]
pub(crate) struct Sources {
    stdin_taken_by: Option<String>,
}

impl Sources {
    /// The text that is meant: `@FILE`, `@-` for standard input, `@@…` for one that begins with @,
    /// and for a secret `env:NAME`. A secret is never a literal; `option` is how the argument is
    /// written before its value, for the advice.
    pub(crate) fn read(
        &mut self,
        name: &str,
        text: &str,
        secret: bool,
        option: &str,
    ) -> Result<String, Error> {
        match (text.strip_prefix('@'), text.strip_prefix("env:")) {
            (Some("-"), _) => self.stdin(name).map(without_line_end),
            (Some(rest), _) if !rest.starts_with('@') => std::fs::read_to_string(rest)
                .map(without_line_end)
                .map_err(|error| {
                    Error::invalid(name, format_args!("cannot be read from {rest}: {error}"))
                }),
            (_, Some(variable)) if secret => std::env::var(variable).map_err(|_| {
                Error::invalid(
                    name,
                    format_args!("cannot be read: {variable} is not set in the environment"),
                )
            }),
            _ if secret => Err(Error::invalid(
                name,
                format_args!(
                    "is a secret, and a command line shows: give it as {option}@FILE, as \
                     {option}@- from standard input, or as {option}env:NAME"
                ),
            )),
            (Some(rest), _) => Ok(rest.to_owned()),
            (None, _) => Ok(text.to_owned()),
        }
    }

    fn stdin(&mut self, name: &str) -> Result<String, Error> {
        if let Some(other) = &self.stdin_taken_by {
            return Err(Error::invalid(
                name,
                format_args!("cannot come from standard input: `{other}` does already"),
            ));
        }
        self.stdin_taken_by = Some(name.to_owned());
        let mut text = String::new();
        match io::stdin().lock().read_to_string(&mut text) {
            Ok(_) => Ok(text),
            Err(error) => Err(Error::invalid(
                name,
                format_args!("cannot be read from standard input: {error}"),
            )),
        }
    }
}

fn without_line_end(mut text: String) -> String {
    if text.ends_with('\n') {
        text.pop();
        if text.ends_with('\r') {
            text.pop();
        }
    }
    text
}
