//! [`ClientBuilder`]: everything a client can be told. It does no I/O.

use std::sync::Arc;
use std::time::Duration;

use super::settings::{ENDPOINT, RetryPolicy, Settings, check_endpoint};
use super::{Client, session};
use crate::error::{Error, Result};
use crate::limits::Limits;
use crate::transport::Transport;
use crate::value::Secret;

/// Time to connect, unless told otherwise.
#[cfg(not(target_family = "wasm"))]
const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);
/// Time between two pieces of an answer, unless told otherwise.
#[cfg(not(target_family = "wasm"))]
const READ_TIMEOUT: Duration = Duration::from_secs(30);

/// Makes a [`Client`].
///
/// ```
/// use std::time::Duration;
///
/// let client = interserver::Client::builder()
///     .credentials("you@example.com", "secret or API key")
///     .timeout(Duration::from_secs(20))
///     .user_agent_suffix("nightly-backup/1.2")
///     .build()?;
/// # Ok::<(), interserver::Error>(())
/// ```
#[derive(Clone)]
#[must_use = "a builder does nothing until `build`"]
pub struct ClientBuilder {
    credentials: Option<(String, Secret)>,
    session: Option<Secret>,
    session_proven_ago: Option<Duration>,
    settings: Settings,
    connect_timeout: Option<Duration>,
    read_timeout: Option<Duration>,
    proxy: Option<Secret>,
    certificate_authorities: Vec<Vec<u8>>,
    transport: Option<Arc<dyn Transport>>,
}

impl Default for ClientBuilder {
    fn default() -> Self {
        Self {
            credentials: None,
            session: None,
            session_proven_ago: None,
            settings: Settings {
                endpoint: ENDPOINT.to_owned(),
                user_agent: concat!("interserver-rust/", env!("CARGO_PKG_VERSION")).to_owned(),
                timeout: Duration::from_secs(60),
                retry: RetryPolicy::default(),
                limits: Limits::default(),
                concurrency: 16,
                proven_for: Duration::from_secs(60),
                lossy_text: false,
            },
            connect_timeout: None,
            read_timeout: None,
            proxy: None,
            certificate_authorities: Vec::new(),
            transport: None,
        }
    }
}

impl ClientBuilder {
    /// User name (the account's e-mail address) and password, or the API key in its place.
    pub fn credentials(mut self, username: impl Into<String>, password: impl Into<Secret>) -> Self {
        self.credentials = Some((username.into(), password.into()));
        self
    }

    /// A session to resume, from [`Client::session`]. With credentials besides, a dead session is
    /// renewed; without, calls end as `Authentication` once it is dead.
    pub fn session(mut self, id: impl Into<Secret>) -> Self {
        self.session = Some(id.into());
        self
    }

    /// How long ago a resumed session was known to live, from [`Client::session_proven_ago`] of the
    /// client that it comes from. Within [`session_proven_for`](Self::session_proven_for) it need
    /// not be confirmed again. Without this, a resumed session is in doubt.
    pub fn session_proven_ago(mut self, time: Duration) -> Self {
        self.session_proven_ago = Some(time);
        self
    }

    /// Address of the API. HTTPS, except to this machine.
    /// Default `https://my.interserver.net/api.php`.
    pub fn endpoint(mut self, url: impl Into<String>) -> Self {
        self.settings.endpoint = url.into();
        self
    }

    /// Time for a call with its repetitions and, if needed, its login. Default 60 s.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.settings.timeout = timeout;
        self
    }

    /// Time to connect. Default 10 s.
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.connect_timeout = Some(timeout);
        self
    }

    /// Time between two pieces of an answer. Default 30 s.
    pub fn read_timeout(mut self, timeout: Duration) -> Self {
        self.read_timeout = Some(timeout);
        self
    }

    /// When reads are repeated.
    pub fn retry(mut self, policy: RetryPolicy) -> Self {
        self.settings.retry = policy;
        self
    }

    /// How many requests may be under way at once; the others wait. Default 16.
    pub fn concurrency(mut self, requests: usize) -> Self {
        self.settings.concurrency = requests;
        self
    }

    /// How large and how nested an answer may be.
    pub fn limits(mut self, limits: Limits) -> Self {
        self.settings.limits = limits;
        self
    }

    /// How long a session counts as alive after a login or after an answer that carries
    /// something. Default 60 s. With zero, every empty answer and every write is preceded or
    /// followed by a confirmation.
    pub fn session_proven_for(mut self, time: Duration) -> Self {
        self.settings.proven_for = time;
        self
    }

    /// Lets text through that a server with NuSOAP's default settings turns into `?`: whatever
    /// Latin-1 does not have, such as `€`. Without this, it is an `InvalidArgument`.
    pub fn allow_lossy_text(mut self, allow: bool) -> Self {
        self.settings.lossy_text = allow;
        self
    }

    /// Address of an HTTP proxy, user name and password in it if it wants them. None is used
    /// unless it is given here, whatever the environment says.
    pub fn proxy(mut self, url: impl Into<Secret>) -> Self {
        self.proxy = Some(url.into());
        self
    }

    /// A further certificate authority, as PEM: that of a company that looks into TLS, say. The
    /// bundled ones stay.
    pub fn certificate_authority(mut self, pem: impl Into<Vec<u8>>) -> Self {
        self.certificate_authorities.push(pem.into());
        self
    }

    /// Text to put behind this library's name in the `User-Agent` header.
    pub fn user_agent_suffix(mut self, suffix: &str) -> Self {
        self.settings.user_agent.push(' ');
        self.settings.user_agent.push_str(suffix);
        self
    }

    /// Another way to the server, such as a sandbox in the same process. The settings of the
    /// built-in network (proxy, certificate authorities, connect and read timeout) do not go with it.
    pub fn transport(mut self, transport: Arc<dyn Transport>) -> Self {
        self.transport = Some(transport);
        self
    }

    /// Makes the client. Nothing is sent.
    ///
    /// # Errors
    /// `Configuration`, naming the setting that is wrong.
    pub fn build(self) -> Result<Client> {
        check_endpoint(&self.settings.endpoint)?;
        if self.settings.concurrency == 0 {
            return Err(Error::configuration("`concurrency` must be at least 1"));
        }
        if self.settings.retry.attempts == 0 {
            return Err(Error::configuration("`retry.attempts` must be at least 1"));
        }
        if self
            .settings
            .user_agent
            .chars()
            .any(|c| c.is_control() || !c.is_ascii())
        {
            return Err(Error::configuration(
                "`user_agent_suffix` must be printable ASCII",
            ));
        }
        if matches!(&self.credentials, Some((name, password)) if name.is_empty() || password.is_empty())
        {
            return Err(Error::configuration("`credentials` must not be empty"));
        }
        let transport = match self.transport.clone() {
            Some(transport) => {
                self.refuse_what_only_the_network_honours()?;
                transport
            }
            None => self.network()?,
        };
        let session = session::Sessions::new(
            self.credentials,
            self.session,
            self.session_proven_ago,
            transport.now(),
        );
        Ok(Client::new(self.settings, transport, session))
    }

    /// A setting that does nothing would be believed to do something.
    fn refuse_what_only_the_network_honours(&self) -> Result<()> {
        let given = [
            ("proxy", self.proxy.is_some()),
            (
                "certificate_authority",
                !self.certificate_authorities.is_empty(),
            ),
            ("connect_timeout", self.connect_timeout.is_some()),
            ("read_timeout", self.read_timeout.is_some()),
        ];
        match given.iter().find(|(_, is_given)| *is_given) {
            Some((setting, _)) => Err(Error::configuration(format!(
                "`{setting}` is honoured by the built-in network alone, not by a `transport` of \
                 one's own or a browser's fetch"
            ))),
            None => Ok(()),
        }
    }

    #[cfg(not(target_family = "wasm"))]
    fn network(&self) -> Result<Arc<dyn Transport>> {
        use crate::transport::native::{Native, Network};
        Ok(Arc::new(Native::new(&Network {
            connect_timeout: self.connect_timeout.unwrap_or(CONNECT_TIMEOUT),
            read_timeout: self.read_timeout.unwrap_or(READ_TIMEOUT),
            proxy: self.proxy.clone(),
            certificate_authorities: self.certificate_authorities.clone(),
        })?))
    }

    #[cfg(target_family = "wasm")]
    fn network(&self) -> Result<Arc<dyn Transport>> {
        Err(Error::configuration(
            "`transport` must be given on this platform",
        ))
    }

    /// Reads `INTERSERVER_USERNAME` with `INTERSERVER_PASSWORD` or `INTERSERVER_API_KEY`, and
    /// `INTERSERVER_SESSION`, `INTERSERVER_ENDPOINT`, `INTERSERVER_PROXY` and
    /// `INTERSERVER_CA_FILE` (PEM).
    ///
    /// # Errors
    /// `Configuration` if there are neither credentials nor a session, or if a variable is
    /// unusable.
    pub fn from_env() -> Result<Self> {
        let mut builder = Self::default();
        let username = variable("INTERSERVER_USERNAME")?;
        let password = match variable("INTERSERVER_PASSWORD")? {
            None => variable("INTERSERVER_API_KEY")?,
            password => password,
        };
        let session = variable("INTERSERVER_SESSION")?;
        match (username, password) {
            (Some(username), Some(password)) => builder = builder.credentials(username, password),
            (None, None) if session.is_some() => {}
            (None, None) => {
                return Err(Error::configuration(
                    "INTERSERVER_USERNAME and INTERSERVER_PASSWORD (or INTERSERVER_API_KEY) must be \
                     set, or INTERSERVER_SESSION",
                ));
            }
            (None, Some(_)) => {
                return Err(Error::configuration("INTERSERVER_USERNAME is not set"));
            }
            (Some(_), None) => {
                return Err(Error::configuration(
                    "neither INTERSERVER_PASSWORD nor INTERSERVER_API_KEY is set",
                ));
            }
        }
        if let Some(session) = session {
            builder = builder.session(session);
        }
        builder.network_from_env()
    }

    /// Reads the part of the environment that says how to reach the server, and no credentials:
    /// `INTERSERVER_ENDPOINT`, `INTERSERVER_PROXY` and `INTERSERVER_CA_FILE` (PEM).
    ///
    /// # Errors
    /// `Configuration` if a variable is unusable.
    pub fn network_from_env(mut self) -> Result<Self> {
        if let Some(endpoint) = variable("INTERSERVER_ENDPOINT")? {
            self = self.endpoint(endpoint);
        }
        if let Some(proxy) = variable("INTERSERVER_PROXY")? {
            self = self.proxy(proxy);
        }
        if let Some(path) = variable("INTERSERVER_CA_FILE")? {
            let pem = std::fs::read(&path).map_err(|error| {
                Error::configuration(format!("INTERSERVER_CA_FILE: {path} cannot be read"))
                    .with_source(error)
            })?;
            self = self.certificate_authority(pem);
        }
        Ok(self)
    }
}

/// An environment variable; an empty one counts as unset.
fn variable(name: &str) -> Result<Option<String>> {
    match std::env::var(name) {
        Ok(value) if value.is_empty() => Ok(None),
        Ok(value) => Ok(Some(value)),
        Err(std::env::VarError::NotPresent) => Ok(None),
        Err(std::env::VarError::NotUnicode(_)) => {
            Err(Error::configuration(format!("{name} is not UTF-8")))
        }
    }
}

impl std::fmt::Debug for ClientBuilder {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ClientBuilder")
            .field("credentials", &self.credentials)
            .field("session", &self.session)
            .field("settings", &self.settings)
            .finish_non_exhaustive()
    }
}
