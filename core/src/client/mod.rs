//! [`Client`]: what people hold. Cheap to clone, safe to share, one pool of connections and one
//! session for all clones.
//!
//! A call goes one way: [`Call`] or [`RawCall`](raw::RawCall) checks the arguments and makes a
//! [`Job`](job::Job); `exchange` obeys the session rules; `retry` sends it, perhaps again;
//! `attempt` sends it once and reads the answer.

mod arguments;
mod attempt;
mod body;
mod builder;
mod call;
mod date;
mod exchange;
mod job;
mod progress;
mod raw;
mod retry;
mod session;
mod settings;

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Semaphore;

pub(crate) use arguments::check_input;
pub use builder::ClientBuilder;
pub use call::{Call, Erased};
pub use raw::RawCall;
pub use settings::RetryPolicy;

use crate::error::Result;
use crate::meta::Operation;
use crate::soap::Datum;
use crate::transport::Transport;
use crate::value::{Secret, Value};

/// A client of the API.
///
/// The operations are grouped in services: `client.vps().list().await?`.
///
/// ```no_run
/// # async fn demo() -> Result<(), interserver::Error> {
/// let client = interserver::Client::from_env()?;
/// for vps in client.vps().list().await? {
///     println!("{} {}", vps.id, vps.hostname.as_deref().unwrap_or("-"));
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Client(Arc<Shared>);

struct Shared {
    settings: settings::Settings,
    transport: Arc<dyn Transport>,
    sessions: session::Sessions,
    permits: Semaphore,
    budget: retry::Budget,
}

impl Client {
    fn new(
        settings: settings::Settings,
        transport: Arc<dyn Transport>,
        sessions: session::Sessions,
    ) -> Self {
        let permits = Semaphore::new(settings.concurrency.min(Semaphore::MAX_PERMITS));
        let budget = retry::Budget::new(settings.retry.budget);
        Self(Arc::new(Shared {
            settings,
            transport,
            sessions,
            permits,
            budget,
        }))
    }

    /// Starts to make a client.
    pub fn builder() -> ClientBuilder {
        ClientBuilder::default()
    }

    /// Makes a client from environment variables: `INTERSERVER_USERNAME` with
    /// `INTERSERVER_PASSWORD` or `INTERSERVER_API_KEY`, `INTERSERVER_SESSION`,
    /// `INTERSERVER_ENDPOINT`, `INTERSERVER_PROXY` and `INTERSERVER_CA_FILE`.
    ///
    /// # Errors
    /// `Configuration`, naming the variable that is missing or unusable.
    pub fn from_env() -> Result<Self> {
        ClientBuilder::from_env()?.build()
    }

    /// Calls any function by its wire name, with arguments by their wire names and without the
    /// session id: the raw door.
    ///
    /// A function that the declaration knows gets its arguments in declared order and type. One
    /// that it does not know gets them as they are given, is treated as a write, and gets the
    /// session id only by [`RawCall::with_session`].
    ///
    /// ```no_run
    /// # async fn demo(client: interserver::Client) -> Result<(), interserver::Error> {
    /// let vps = client.call("api_vps_get_service", [("id", 1234)]).await?;
    /// println!("{:?}", vps.get("vps_hostname"));
    /// # Ok(())
    /// # }
    /// ```
    pub fn call<N: Into<String>, V: Into<Value>>(
        &self,
        wire_name: impl Into<String>,
        arguments: impl IntoIterator<Item = (N, V)>,
    ) -> RawCall {
        let arguments = arguments
            .into_iter()
            .map(|(name, value)| (name.into(), value.into()))
            .collect();
        RawCall::new(self, wire_name.into(), arguments)
    }

    /// Calls an operation of the declaration with its wire arguments in order, the session id left
    /// out and decimals as text, and gives the answer as data instead of as a type: for those who,
    /// as a binding does, handle all operations alike.
    pub fn invoke(&self, operation: &'static Operation, arguments: Vec<Value>) -> Call<Datum> {
        Call::data(self, operation, arguments)
    }

    /// Logs in now instead of at the first call, if there is no session yet.
    ///
    /// # Errors
    /// `Authentication` if the credentials are wrong or missing, and all that a call can meet.
    pub async fn authenticate(&self) -> Result<()> {
        self.sessions().current(self).await.map(drop)
    }

    /// The session id, once there is one, to be resumed later by [`ClientBuilder::session`].
    #[must_use]
    pub fn session(&self) -> Option<Secret> {
        self.sessions().id()
    }

    /// How long ago the session was last known to live: by a login, or by an answer that carried
    /// something. For [`ClientBuilder::session_proven_ago`].
    #[must_use]
    pub fn session_proven_ago(&self) -> Option<Duration> {
        self.sessions().proven_ago(self)
    }

    /// Fetches the server's own description of the API, as it is: `ENDPOINT?wsdl`.
    ///
    /// # Errors
    /// `Connect`, `Timeout`, `Http` if the status is not 200, `TooLarge`, `Configuration` if the
    /// transport has no way to fetch a document.
    pub async fn wsdl(&self) -> Result<String> {
        attempt::wsdl(self).await
    }

    /// The address of the API.
    #[must_use]
    pub fn endpoint(&self) -> &str {
        &self.0.settings.endpoint
    }

    /// Waits by the transport's clock.
    pub(crate) async fn sleep(&self, duration: Duration) {
        self.transport().sleep(duration).await;
    }

    /// Time by the transport's clock.
    pub(crate) fn now(&self) -> Duration {
        self.transport().now()
    }

    fn settings(&self) -> &settings::Settings {
        &self.0.settings
    }

    fn transport(&self) -> &Arc<dyn Transport> {
        &self.0.transport
    }

    fn sessions(&self) -> &session::Sessions {
        &self.0.sessions
    }
}

impl std::fmt::Debug for Client {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Client")
            .field("endpoint", &self.endpoint())
            .finish_non_exhaustive()
    }
}
