//! [`Secret`]: text that is data, but never shows itself.

use std::fmt;

/// What stands where a secret would have been printed.
pub(crate) const MASK: &str = "••••";

/// A password, session id, private key or one-time link.
///
/// It is ordinary data to a program: [`expose`](Secret::expose) gives the text, and serialising
/// it writes the text. `Debug` and `Display` print a mask instead, so that a log line, an error
/// or a panic never carries it.
///
/// ```
/// let password = interserver::Secret::from("Tr0ub4dor&3");
/// assert_eq!(format!("{password:?}"), "Secret(••••)");
/// assert_eq!(password.expose(), "Tr0ub4dor&3");
/// ```
#[derive(Clone, PartialEq, Eq, Hash, Default, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct Secret(String);

impl Secret {
    /// The text itself. Take care where it goes.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// The text itself, without a copy.
    #[must_use]
    pub fn into_exposed(self) -> String {
        self.0
    }

    /// Whether there is no text at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl From<String> for Secret {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl From<&str> for Secret {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Secret({MASK})")
    }
}

impl fmt::Display for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(MASK)
    }
}
