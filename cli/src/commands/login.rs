//! `interserver login`, `logout` and `profiles`: the accounts that are kept.

use interserver::{Secret, Value};

use crate::account::connect::Connection;
use crate::account::profiles::{Profile, Profiles};
use crate::account::vault;
use crate::cli::{Globals, Login};
use crate::failure::Failure;
use crate::interrupt;
use crate::output;
use crate::prompt;
use crate::render::Answer;
use crate::sources::Sources;

/// Asks for what is missing, tries it, and keeps it if it is right.
pub(crate) async fn log_in(login: Login, globals: &Globals) -> Result<(), Failure> {
    let username = match login.username {
        Some(username) => username,
        None if prompt::possible() => prompt::text("e-mail address of the account")?,
        None => {
            return Err(Failure::Usage(
                "without a terminal the user name must be given: `interserver login \
                 you@example.com --password @-`"
                    .to_owned(),
            ));
        }
    };
    let password: Secret = match &login.password {
        Some(source) => Sources::default()
            .read("password", source, true, "--password ")?
            .into(),
        None if prompt::possible() => prompt::secret("password or API key")?.into(),
        None => {
            return Err(Failure::Usage(
                "without a terminal the password must come from --password @FILE, @- or env:NAME"
                    .to_owned(),
            ));
        }
    };
    let connection = Connection::with(globals, username.clone(), password.clone(), None)?;
    // A session from before says nothing about this password.
    connection.forget()?;
    let connection = Connection::with(globals, username.clone(), password.clone(), None)?;
    interrupt::or(connection.client.authenticate()).await??;
    let name = Profiles::chosen(globals.profile.as_deref());
    let mut profiles = Profiles::load()?;
    let store = vault::keep(&name, &password, login.store)?;
    let usual = interserver::Client::builder()
        .build()?
        .endpoint()
        .to_owned();
    let endpoint = connection.client.endpoint().to_owned();
    let profile = Profile {
        username: username.clone(),
        endpoint: (endpoint != usual).then_some(endpoint),
        store,
    };
    profiles.profiles.insert(name.clone(), profile);
    profiles.save()?;
    connection.close(globals);
    output::note(
        globals,
        format_args!(
            "Logged in as {username}. Profile {name}; its password is in the {}.",
            store.as_str()
        ),
    );
    Ok(())
}

/// Forgets a profile, its password and its session.
pub(crate) fn log_out(globals: &Globals) -> Result<(), Failure> {
    let name = Profiles::chosen(globals.profile.as_deref());
    let mut profiles = Profiles::load()?;
    let Some(profile) = profiles.profiles.remove(&name) else {
        return Err(Failure::Usage(format!("there is no profile {name}")));
    };
    if let Some(password) = vault::find(&name, profile.store)? {
        Connection::with(globals, profile.username, password, profile.endpoint)?.forget()?;
    }
    vault::forget(&name, profile.store)?;
    profiles.save()?;
    output::note(globals, format_args!("Profile {name} is forgotten."));
    Ok(())
}

pub(crate) fn list(globals: &Globals) -> Result<(), Failure> {
    let chosen = Profiles::chosen(globals.profile.as_deref());
    let rows = Profiles::load()?
        .profiles
        .into_iter()
        .map(|(name, profile)| {
            vec![
                ("in_use".to_owned(), Value::from(name == chosen)),
                ("name".to_owned(), name.into()),
                ("username".to_owned(), profile.username.into()),
                ("endpoint".to_owned(), profile.endpoint.into()),
                ("password_in".to_owned(), profile.store.as_str().into()),
            ]
        });
    let names = ["name", "username", "endpoint", "password_in", "in_use"];
    Answer::table(&names, rows.collect()).print(globals)
}
