//! [`Profiles`]: the accounts that `login` keeps, without what is secret of them.

use std::collections::BTreeMap;
use std::io;

use serde::{Deserialize, Serialize};

use super::private;

const FILE: &str = "profiles.toml";

/// Name of the profile where none is given.
pub(crate) const DEFAULT: &str = "default";

/// The accounts by name, as `profiles.toml` holds them.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Profiles {
    #[serde(default)]
    pub(crate) profiles: BTreeMap<String, Profile>,
}

/// An account.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Profile {
    /// E-mail address of the account.
    pub(crate) username: String,
    /// Address of the API, if it is another one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) endpoint: Option<String>,
    /// Where its password is.
    pub(crate) store: Kept,
}

/// Where a password is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Kept {
    /// In the system's keyring.
    Keyring,
    /// In a file that only its owner may read.
    File,
}

impl Kept {
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Keyring => "keyring",
            Self::File => "file",
        }
    }
}

impl Profiles {
    /// Reads the file; without one there are no profiles.
    pub(crate) fn load() -> io::Result<Self> {
        let path = private::config(FILE)?;
        let Some(text) = private::read(&path)? else {
            return Ok(Self::default());
        };
        toml::from_str(&text).map_err(|error| {
            io::Error::other(format!(
                "{} cannot be understood: {}",
                path.display(),
                error.message()
            ))
        })
    }

    pub(crate) fn save(&self) -> io::Result<()> {
        let text = toml::to_string(self).map_err(io::Error::other)?;
        private::replace(&private::config(FILE)?, text.as_bytes())
    }

    /// The profile that is meant: the one named on the command line, else in the environment, else
    /// the default.
    pub(crate) fn chosen(named: Option<&str>) -> String {
        named.map(str::to_owned).unwrap_or_else(|| {
            std::env::var("INTERSERVER_PROFILE")
                .ok()
                .filter(|name| !name.is_empty())
                .unwrap_or_else(|| DEFAULT.to_owned())
        })
    }
}
