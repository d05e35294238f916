//! Passwords of profiles: in the system's keyring, else in a file that only its owner may read.

use std::collections::BTreeMap;
use std::io;

use interserver::Secret;

use super::private;
use super::profiles::Kept;
use crate::cli::Store;

const FILE: &str = "credentials.toml";
const SERVICE: &str = "interserver";

/// Keeps a password and says where. With [`Store::Auto`], a system without a keyring gets a file.
pub(crate) fn keep(profile: &str, password: &Secret, store: Store) -> io::Result<Kept> {
    let kept = match store {
        Store::File => Kept::File,
        Store::Keyring => {
            keyring_set(profile, password)?;
            Kept::Keyring
        }
        Store::Auto => match keyring_set(profile, password) {
            Ok(()) => Kept::Keyring,
            Err(_) => Kept::File,
        },
    };
    let mut passwords = load()?;
    if kept == Kept::File {
        passwords.insert(profile.to_owned(), password.clone());
        save(&passwords)?;
    } else if passwords.remove(profile).is_some() {
        // An earlier login may have left it there.
        save(&passwords)?;
    }
    Ok(kept)
}

/// The password of a profile, if it is where it should be.
pub(crate) fn find(profile: &str, kept: Kept) -> io::Result<Option<Secret>> {
    match kept {
        Kept::File => Ok(load()?.remove(profile)),
        Kept::Keyring => {
            let profile = profile.to_owned();
            apart(move || {
                match keyring::Entry::new(SERVICE, &profile).and_then(|entry| entry.get_password())
                {
                    Ok(password) => Ok(Some(password.into())),
                    Err(keyring::Error::NoEntry) => Ok(None),
                    Err(error) => Err(keyring_error(&error)),
                }
            })
        }
    }
}

/// Forgets the password of a profile.
pub(crate) fn forget(profile: &str, kept: Kept) -> io::Result<()> {
    match kept {
        Kept::File => {
            let mut passwords = load()?;
            if passwords.remove(profile).is_some() {
                save(&passwords)?;
            }
            Ok(())
        }
        Kept::Keyring => {
            let profile = profile.to_owned();
            apart(move || {
                match keyring::Entry::new(SERVICE, &profile)
                    .and_then(|entry| entry.delete_credential())
                {
                    Ok(()) | Err(keyring::Error::NoEntry) => Ok(()),
                    Err(error) => Err(keyring_error(&error)),
                }
            })
        }
    }
}

fn keyring_set(profile: &str, password: &Secret) -> io::Result<()> {
    let (profile, password) = (profile.to_owned(), password.clone());
    apart(move || {
        keyring::Entry::new(SERVICE, &profile)
            .and_then(|entry| entry.set_password(password.expose()))
            .map_err(|error| keyring_error(&error))
    })
}

/// The keyring of Linux waits for an answer by D-Bus, which must not block this program's runtime.
fn apart<T: Send + 'static>(
    work: impl FnOnce() -> io::Result<T> + Send + 'static,
) -> io::Result<T> {
    std::thread::spawn(work)
        .join()
        .unwrap_or_else(|_| Err(io::Error::other("the keyring failed")))
}

fn keyring_error(error: &keyring::Error) -> io::Error {
    io::Error::other(format!("the keyring cannot be used: {error}"))
}

fn load() -> io::Result<BTreeMap<String, Secret>> {
    let path = private::config(FILE)?;
    let Some(text) = private::read(&path)? else {
        return Ok(BTreeMap::new());
    };
    // The parser's own message would quote the line, and with it a password.
    toml::from_str(&text)
        .map_err(|_| io::Error::other(format!("{} cannot be understood", path.display())))
}

fn save(passwords: &BTreeMap<String, Secret>) -> io::Result<()> {
    let text = toml::to_string(passwords).map_err(io::Error::other)?;
    private::replace(&private::config(FILE)?, text.as_bytes())
}
