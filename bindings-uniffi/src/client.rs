//! [`Client`]: construction, the session, and the raw door. Its services come from the tables.

use std::sync::Arc;

use interserver::{ClientBuilder, Secret};

use crate::{ClientSettings, InterServerError, Value};

/// A client of the InterServer API. Unofficial.
///
/// It is safe to share, and one is enough: it holds the connections and the session. Making one
/// sends nothing; the first call logs in. The operations are grouped in services, such as `vps()`.
#[derive(uniffi::Object)]
#[uniffi::export(Display)]
pub struct Client(pub(crate) interserver::Client);

/// An argument of a function that is called by its wire name.
#[derive(Clone, Debug, uniffi::Record)]
#[uniffi::export(Debug)]
pub struct Argument {
    /// Name on the wire.
    pub name: String,
    /// What is passed.
    pub value: Value,
}

impl std::fmt::Display for Client {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Debug::fmt(&self.0, f)
    }
}

impl Client {
    fn build(
        builder: ClientBuilder,
        settings: ClientSettings,
    ) -> Result<Arc<Self>, InterServerError> {
        let client = settings.apply(builder).build()?;
        Ok(Arc::new(Self(client)))
    }
}

#[uniffi::export]
impl Client {
    /// Makes a client from the account's e-mail address, and its password or API key.
    ///
    /// Fails as `Configuration`, naming the setting that is wrong.
    #[uniffi::constructor(default(settings))]
    pub fn new(
        username: String,
        password: Secret,
        settings: ClientSettings,
    ) -> Result<Arc<Self>, InterServerError> {
        Self::build(
            ClientBuilder::default().credentials(username, password),
            settings,
        )
    }

    /// Makes a client that goes on with a session, from `session()` of another one.
    ///
    /// With credentials besides, a dead session is renewed; without, calls fail as
    /// `Authentication` once it is dead.
    #[uniffi::constructor(default(username = None, password = None), default(settings))]
    pub fn resume(
        session: Secret,
        username: Option<String>,
        password: Option<Secret>,
        settings: ClientSettings,
    ) -> Result<Arc<Self>, InterServerError> {
        let mut builder = ClientBuilder::default().session(session);
        if username.is_some() || password.is_some() {
            // One without the other is empty, and the core says so.
            builder =
                builder.credentials(username.unwrap_or_default(), password.unwrap_or_default());
        }
        Self::build(builder, settings)
    }

    /// Makes a client from environment variables: `INTERSERVER_USERNAME` with
    /// `INTERSERVER_PASSWORD` or `INTERSERVER_API_KEY`, `INTERSERVER_SESSION`,
    /// `INTERSERVER_ENDPOINT`, `INTERSERVER_PROXY` and `INTERSERVER_CA_FILE`. What is set here
    /// comes before what is set there.
    ///
    /// Fails as `Configuration`, naming the variable that is missing or unusable.
    #[uniffi::constructor(default(settings))]
    pub fn from_env(settings: ClientSettings) -> Result<Arc<Self>, InterServerError> {
        Self::build(ClientBuilder::from_env()?, settings)
    }

    /// The address of the API.
    pub fn endpoint(&self) -> String {
        self.0.endpoint().to_owned()
    }

    /// The session id, once there is one, to be resumed later by `resume`.
    pub fn session(&self) -> Option<Secret> {
        self.0.session()
    }

    /// The request that `call` would send, secrets masked. Nothing is sent: a dry run.
    pub fn preview(
        &self,
        wire_name: String,
        arguments: Vec<Argument>,
    ) -> Result<String, InterServerError> {
        Ok(self.raw(wire_name, arguments).preview()?)
    }
}

impl Client {
    fn raw(&self, wire_name: String, arguments: Vec<Argument>) -> interserver::RawCall {
        let arguments = arguments
            .into_iter()
            .map(|argument| (argument.name, interserver::Value::from(argument.value)));
        self.0.call(wire_name, arguments)
    }
}

#[uniffi::export(async_runtime = "tokio")]
impl Client {
    /// Logs in now instead of at the first call, if there is no session yet.
    pub async fn authenticate(&self) -> Result<(), InterServerError> {
        Ok(self.0.authenticate().await?)
    }

    /// Calls any function by its wire name, with arguments by their wire names and without the
    /// session id: the raw door.
    ///
    /// A function that this version knows gets its arguments in declared order and type. One that
    /// it does not know gets them as they are given, is treated as a write, and gets the session id
    /// only if `with_session` says so.
    #[uniffi::method(default(arguments = [], with_session = false))]
    pub async fn call(
        &self,
        wire_name: String,
        arguments: Vec<Argument>,
        with_session: bool,
    ) -> Result<Value, InterServerError> {
        let mut call = self.raw(wire_name, arguments);
        if with_session {
            call = call.with_session();
        }
        Ok(call.await?.into())
    }
}
