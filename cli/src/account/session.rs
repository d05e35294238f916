//! [`Cached`]: the session of an account, kept for the next command.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::path::PathBuf;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use interserver::{Client, Secret};
use serde::{Deserialize, Serialize};

use super::private;

/// Whose session it is.
pub(crate) struct Owner {
    pub(crate) endpoint: String,
    pub(crate) username: String,
    pub(crate) password: Secret,
}

/// A session as its file holds it.
#[derive(Serialize, Deserialize)]
pub(crate) struct Cached {
    endpoint: String,
    username: String,
    /// Too short to find a password by, long enough to tell that it is another one.
    password_mark: u16,
    pub(crate) session: Secret,
    /// When it was last known to live, in seconds since the epoch.
    proven_at: u64,
}

impl Owner {
    fn path(&self) -> io::Result<PathBuf> {
        let mut hasher = DefaultHasher::new();
        (&self.endpoint, &self.username).hash(&mut hasher);
        private::cache(&format!("session-{:016x}.json", hasher.finish()))
    }

    fn mark(&self) -> u16 {
        let mut hasher = DefaultHasher::new();
        (&self.endpoint, &self.username, self.password.expose()).hash(&mut hasher);
        // The low bits alone.
        hasher.finish() as u16
    }

    /// The session that an earlier command left, if it is this owner's. A cache that cannot be
    /// read costs a login and nothing else.
    pub(crate) fn cached(&self) -> Option<Cached> {
        let text = private::read(&self.path().ok()?).ok()??;
        let cached: Cached = serde_json::from_str(&text).ok()?;
        (cached.endpoint == self.endpoint
            && cached.username == self.username
            && cached.password_mark == self.mark())
        .then_some(cached)
    }

    /// Keeps the client's session for the next command.
    pub(crate) fn keep(&self, client: &Client) -> io::Result<()> {
        let (Some(session), Some(ago)) = (client.session(), client.session_proven_ago()) else {
            return Ok(());
        };
        let cached = Cached {
            endpoint: self.endpoint.clone(),
            username: self.username.clone(),
            password_mark: self.mark(),
            session,
            proven_at: now().saturating_sub(ago).as_secs(),
        };
        private::replace(&self.path()?, &serde_json::to_vec(&cached)?)
    }

    /// Forgets the session.
    pub(crate) fn forget(&self) -> io::Result<()> {
        match std::fs::remove_file(self.path()?) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }
}

impl Cached {
    /// How long ago it was known to live; `None` if a clock went back.
    pub(crate) fn proven_ago(&self) -> Option<Duration> {
        now().checked_sub(Duration::from_secs(self.proven_at))
    }
}

fn now() -> Duration {
    SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default()
}
