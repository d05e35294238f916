//! [`Connection`]: a client with the credentials that are meant, and the session that it shares
//! with other commands.

use interserver::{Client, ClientBuilder, Error, Secret};

use super::profiles::{Kept, Profiles};
use super::session::Owner;
use super::vault;
use crate::cli::Globals;
use crate::failure::Failure;

/// A client, and where its session is kept.
pub(crate) struct Connection {
    pub(crate) client: Client,
    owner: Option<Owner>,
}

/// Credentials, and what their profile says of the address.
struct Credentials {
    username: String,
    password: Secret,
    endpoint: Option<String>,
}

impl Connection {
    /// Connects to nothing yet. Without `session`, no credentials are needed.
    pub(crate) fn open(globals: &Globals, session: bool) -> Result<Self, Failure> {
        if !session {
            return Ok(Self {
                client: builder(globals, None)?.build()?,
                owner: None,
            });
        }
        let Some(credentials) = credentials(globals)? else {
            // A session without credentials is the caller's to keep.
            return Ok(Self {
                client: timed(ClientBuilder::from_env()?, globals).build()?,
                owner: None,
            });
        };
        Self::with(
            globals,
            credentials.username,
            credentials.password,
            credentials.endpoint,
        )
    }

    /// Connects with given credentials.
    pub(crate) fn with(
        globals: &Globals,
        username: String,
        password: Secret,
        endpoint: Option<String>,
    ) -> Result<Self, Failure> {
        let builder = builder(globals, endpoint)?.credentials(username.clone(), password.clone());
        // Only a built client knows the address that counts.
        let plain = builder.clone().build()?;
        let owner = Owner {
            endpoint: plain.endpoint().to_owned(),
            username,
            password,
        };
        let client = match variable("INTERSERVER_SESSION") {
            Some(session) => {
                return Ok(Self {
                    client: builder.session(session).build()?,
                    owner: None,
                });
            }
            None => match owner.cached() {
                Some(cached) => {
                    let mut builder = builder.session(cached.session.clone());
                    if let Some(ago) = cached.proven_ago() {
                        builder = builder.session_proven_ago(ago);
                    }
                    builder.build()?
                }
                None => plain,
            },
        };
        Ok(Self {
            client,
            owner: Some(owner),
        })
    }

    /// Keeps the session for the next command. That it cannot be kept costs a login later on, so
    /// it is no failure.
    pub(crate) fn close(&self, globals: &Globals) {
        if let Some(owner) = &self.owner
            && let Err(error) = owner.keep(&self.client)
        {
            crate::output::note(globals, format_args!("The session cannot be kept: {error}"));
        }
    }

    /// Whose account it is, to tell caches apart.
    pub(crate) fn account(&self) -> (&str, Option<&str>) {
        let username = self.owner.as_ref().map(|owner| owner.username.as_str());
        (self.client.endpoint(), username)
    }

    /// Forgets the session that was kept.
    pub(crate) fn forget(&self) -> std::io::Result<()> {
        self.owner.as_ref().map_or(Ok(()), Owner::forget)
    }
}

fn builder(globals: &Globals, endpoint: Option<String>) -> Result<ClientBuilder, Error> {
    let mut builder = Client::builder();
    if let Some(endpoint) = endpoint {
        builder = builder.endpoint(endpoint);
    }
    Ok(timed(builder.network_from_env()?, globals))
}

fn timed(builder: ClientBuilder, globals: &Globals) -> ClientBuilder {
    let builder = builder.user_agent_suffix(concat!("interserver-cli/", env!("CARGO_PKG_VERSION")));
    match globals.timeout {
        Some(time) => builder.timeout(time),
        None => builder,
    }
}

/// A profile that is named on the command line, else the environment, else the profile that the
/// environment names or the default one. `None`: a session in the environment has to do.
fn credentials(globals: &Globals) -> Result<Option<Credentials>, Failure> {
    if globals.profile.is_none() {
        let username = variable("INTERSERVER_USERNAME");
        let password = variable("INTERSERVER_PASSWORD").or_else(|| variable("INTERSERVER_API_KEY"));
        match (username, password) {
            (Some(username), Some(password)) => {
                return Ok(Some(Credentials {
                    username,
                    password: password.into(),
                    endpoint: None,
                }));
            }
            // Half of the credentials are a mistake, which the client names.
            (Some(_), None) | (None, Some(_)) => return Ok(None),
            (None, None) if variable("INTERSERVER_SESSION").is_some() => return Ok(None),
            (None, None) => {}
        }
    }
    let name = Profiles::chosen(globals.profile.as_deref());
    let profile = Profiles::load()?.profiles.remove(&name);
    let named = globals.profile.is_some() || variable("INTERSERVER_PROFILE").is_some();
    let Some(profile) = profile else {
        if named {
            return Err(Failure::Usage(format!(
                "there is no profile {name}: `interserver login --profile {name}` makes it"
            )));
        }
        // Says which variables there are.
        let error = match ClientBuilder::from_env() {
            Err(error) => error,
            Ok(_) => return Ok(None),
        };
        return Err(Failure::from(error)
            .advising("Or log in once with `interserver login`, and the credentials are kept."));
    };
    let Some(password) = vault::find(&name, profile.store)? else {
        let place = match profile.store {
            Kept::Keyring => "the keyring",
            Kept::File => "the file of passwords",
        };
        return Err(Failure::Usage(format!(
            "the password of profile {name} is not in {place}: log in again with \
             `interserver login --profile {name}`"
        )));
    };
    Ok(Some(Credentials {
        username: profile.username,
        password,
        endpoint: profile.endpoint,
    }))
}

fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}
