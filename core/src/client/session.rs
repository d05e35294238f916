//! [`Sessions`]: one session for all calls of a client, begun and confirmed once for all who wait.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use futures_util::FutureExt;
use futures_util::future::{Shared, WeakShared};

use super::{Call, Client};
use crate::api::general::operation;
use crate::error::{Error, ErrorKind, Result};
use crate::soap::Datum;
use crate::transport::BoxFuture;
use crate::value::{Secret, Value};

/// A session as a call found it.
#[derive(Clone, Debug)]
pub(crate) struct Live {
    pub(crate) id: Secret,
    generation: u64,
    proven_at: Option<Duration>,
    /// How old the proof was already at `proven_at`: that of a resumed session is from before.
    aged: Duration,
}

impl Live {
    /// Whether the session was alive so lately that it counts as alive.
    pub(crate) fn is_proven(&self, client: &Client) -> bool {
        self.proven_ago(client)
            .is_some_and(|ago| ago < client.settings().proven_for)
    }

    fn proven_ago(&self, client: &Client) -> Option<Duration> {
        self.proven_at
            .map(|at| client.now().saturating_sub(at) + self.aged)
    }
}

pub(crate) struct Sessions {
    credentials: Option<(String, Secret)>,
    state: Arc<Mutex<State>>,
}

#[derive(Default)]
struct State {
    live: Option<Live>,
    generations: u64,
    /// The login or confirmation under way. Weak: once all who wait have given up, it is gone.
    pending: Option<WeakShared<BoxFuture<'static, Result<Live>>>>,
}

impl Sessions {
    /// `proven_ago` says how long before `now` a resumed session was known to live.
    pub(crate) fn new(
        credentials: Option<(String, Secret)>,
        resumed: Option<Secret>,
        proven_ago: Option<Duration>,
        now: Duration,
    ) -> Self {
        let live = resumed.map(|id| Live {
            id,
            generation: 0,
            proven_at: proven_ago.map(|_| now),
            aged: proven_ago.unwrap_or_default(),
        });
        let state = State {
            live,
            ..State::default()
        };
        Self {
            credentials,
            state: Arc::new(Mutex::new(state)),
        }
    }

    pub(crate) fn id(&self) -> Option<Secret> {
        lock(&self.state).live.as_ref().map(|live| live.id.clone())
    }

    /// How long ago the session was known to live, if ever.
    pub(crate) fn proven_ago(&self, client: &Client) -> Option<Duration> {
        lock(&self.state).live.as_ref()?.proven_ago(client)
    }

    /// The session to send with: the one there is, else one begun now.
    pub(crate) async fn current(&self, client: &Client) -> Result<Live> {
        let pending = {
            let mut state = lock(&self.state);
            match &state.live {
                Some(live) => return Ok(live.clone()),
                None => self.join(client, &mut state, None),
            }
        };
        pending.await
    }

    /// A session that is known to have lived at `since` or later. `seen` is the one in doubt.
    pub(crate) async fn confirm(
        &self,
        client: &Client,
        seen: &Live,
        since: Duration,
    ) -> Result<Live> {
        let pending = {
            let mut state = lock(&self.state);
            match &state.live {
                // Someone else was in doubt too, and has settled it.
                Some(live) if live.generation != seen.generation && live.is_proven(client) => {
                    return Ok(live.clone());
                }
                Some(live)
                    if live.proven_at.is_some_and(|at| at >= since)
                        && live.proven_at != seen.proven_at =>
                {
                    return Ok(live.clone());
                }
                _ => self.join(client, &mut state, Some(seen.clone())),
            }
        };
        pending.await
    }

    /// Notes that an answer through this session carried something. That shows that it lived when
    /// the request was sent, and not when the answer is at last looked at.
    pub(crate) fn prove(&self, live: &Live, sent_at: Duration) {
        if let Some(current) = &mut lock(&self.state).live
            && current.generation == live.generation
        {
            // Equal times happen where a clock stands still; the newer proof is no older.
            if current.proven_at <= Some(sent_at) {
                current.proven_at = Some(sent_at);
                current.aged = Duration::ZERO;
            }
        }
    }

    /// Joins the login or confirmation under way, or begins one.
    fn join(
        &self,
        client: &Client,
        state: &mut State,
        doubted: Option<Live>,
    ) -> Shared<BoxFuture<'static, Result<Live>>> {
        if let Some(pending) = state.pending.as_ref().and_then(WeakShared::upgrade) {
            return pending;
        }
        let (client, credentials, shared) = (
            client.clone(),
            self.credentials.clone(),
            Arc::clone(&self.state),
        );
        let work: BoxFuture<'static, Result<Live>> = Box::pin(async move {
            let sent_at = client.now();
            let result = match (credentials, doubted) {
                (Some((username, password)), _) => log_in(&client, username, password).await,
                (None, Some(live)) => ask(&client, &live).await.map(|()| live.id),
                (None, None) => Err(Error::new(
                    ErrorKind::Authentication,
                    "the client has neither credentials nor a session",
                )),
            };
            let mut state = lock(&shared);
            state.pending = None;
            let id = result?;
            state.generations += 1;
            let live = Live {
                id,
                generation: state.generations,
                proven_at: Some(sent_at),
                aged: Duration::ZERO,
            };
            state.live = Some(live.clone());
            Ok(live)
        });
        let pending = work.shared();
        state.pending = pending.downgrade();
        pending
    }
}

async fn log_in(client: &Client, username: String, password: Secret) -> Result<Secret> {
    tracing::debug!("logging in");
    let arguments = vec![Value::from(username), Value::from(password.into_exposed())];
    // As data, so that the types of answers are linked only where someone asks for them.
    match Call::data(client, &operation::login, arguments).await? {
        Datum::Secret(id) => Ok(id),
        _ => unreachable!("a login is declared to answer with a secret"),
    }
}

/// Without credentials, only a question that every session can answer shows that it lives.
async fn ask(client: &Client, live: &Live) -> Result<()> {
    tracing::debug!("confirming the session");
    let unconfirmed = Error::new(
        ErrorKind::Authentication,
        "the session could not be confirmed: it has ended, or never was one",
    )
    .with_operation("api_get_ima");
    match Call::data(client, &operation::role, Vec::new())
        .shows_life_of(live)
        .await
    {
        Ok(true) => Ok(()),
        Ok(false) => Err(unconfirmed),
        // A dead session has many forms; one that is not even text is one of them.
        Err(error) if error.kind() == ErrorKind::Decode => Err(unconfirmed.with_source(error)),
        Err(error) => Err(error),
    }
}

fn lock(state: &Mutex<State>) -> MutexGuard<'_, State> {
    state.lock().unwrap_or_else(PoisonError::into_inner)
}
