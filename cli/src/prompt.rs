//! Questions to the person at the terminal, on standard error.

use std::io::IsTerminal;

use interserver::Error;

/// Whether there is someone to ask.
pub(crate) fn possible() -> bool {
    std::io::stdin().is_terminal() && std::io::stderr().is_terminal()
}

/// Asks for a secret without showing what is typed.
pub(crate) fn secret(what: &str) -> Result<String, Error> {
    dialoguer::Password::new()
        .with_prompt(capital(what))
        .allow_empty_password(true)
        .interact()
        .map_err(|error| Error::invalid(what, format_args!("cannot be asked for: {error}")))
}

/// Asks for a text.
pub(crate) fn text(what: &str) -> Result<String, Error> {
    dialoguer::Input::<String>::new()
        .with_prompt(capital(what))
        .interact_text()
        .map_err(|error| Error::invalid(what, format_args!("cannot be asked for: {error}")))
}

/// Asks for a yes; anything else is a no.
pub(crate) fn agree(question: &str) -> Result<bool, Error> {
    dialoguer::Confirm::new()
        .with_prompt(question)
        .default(false)
        .interact()
        .map_err(|error| Error::invalid("--yes", format_args!("is needed: {error}")))
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}
