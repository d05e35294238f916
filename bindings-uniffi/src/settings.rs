//! What a client can be told. Everything has a default, and the defaults are the core's.

use std::time::Duration;

use interserver::{ClientBuilder, Secret};

/// What a client can be told. What is left out has the default that stands with it.
#[derive(Clone, Debug, Default, uniffi::Record)]
#[uniffi::export(Debug)]
pub struct ClientSettings {
    /// Address of the API. HTTPS, except to this machine.
    /// Default `https://my.interserver.net/api.php`.
    #[uniffi(default = None)]
    pub endpoint: Option<String>,
    /// Time for a call with its repetitions and, if needed, its login. Default 60 s.
    #[uniffi(default = None)]
    pub timeout: Option<Duration>,
    /// Time to connect. Default 10 s.
    #[uniffi(default = None)]
    pub connect_timeout: Option<Duration>,
    /// Time between two pieces of an answer. Default 30 s.
    #[uniffi(default = None)]
    pub read_timeout: Option<Duration>,
    /// When reads are repeated.
    #[uniffi(default = None)]
    pub retry: Option<RetryPolicy>,
    /// How large and how nested an answer may be.
    #[uniffi(default = None)]
    pub limits: Option<Limits>,
    /// How many requests may be under way at once; the others wait. Default 16.
    #[uniffi(default = None)]
    pub concurrency: Option<i32>,
    /// How long a session counts as alive after a login or after an answer that carries
    /// something. Default 60 s.
    #[uniffi(default = None)]
    pub session_proven_for: Option<Duration>,
    /// Lets text through that a server with NuSOAP's default settings turns into `?`: whatever
    /// Latin-1 does not have, such as `€`. Without this, such text is refused.
    #[uniffi(default = false)]
    pub allow_lossy_text: bool,
    /// Address of an HTTP proxy, user name and password in it if it wants them. None is used
    /// unless it is given here.
    #[uniffi(default = None)]
    pub proxy: Option<Secret>,
    /// Further certificate authorities, as PEM: that of a company that looks into TLS, say. The
    /// bundled ones stay.
    #[uniffi(default = [])]
    pub certificate_authorities: Vec<String>,
    /// Text to put behind this library's name in the `User-Agent` header.
    #[uniffi(default = None)]
    pub user_agent_suffix: Option<String>,
}

/// When a call is sent again. Only reads are ever repeated once their bytes may have left.
#[derive(Clone, Debug, Default, uniffi::Record)]
pub struct RetryPolicy {
    /// How many times a call is sent at most, the first time included. Default 3.
    #[uniffi(default = None)]
    pub attempts: Option<i32>,
    /// The pause before the first repetition; it doubles each time. Default 250 ms.
    #[uniffi(default = None)]
    pub pause: Option<Duration>,
    /// The longest pause. Default 8 s.
    #[uniffi(default = None)]
    pub longest_pause: Option<Duration>,
    /// Repetitions that a client may make for each call, over time: 0.2 is one in five. Ten are
    /// free. Default 0.2.
    #[uniffi(default = None)]
    pub budget: Option<f64>,
}

/// Bounds on what an answer may cost. Each is refused with an error that names it.
#[derive(Clone, Debug, Default, uniffi::Record)]
pub struct Limits {
    /// Bytes of a body as it comes over the network. Default 8 MiB.
    #[uniffi(default = None)]
    pub compressed_body: Option<i64>,
    /// Bytes of a body after decompression. Default 32 MiB.
    #[uniffi(default = None)]
    pub body: Option<i64>,
    /// Decompressed bytes below which the ratio does not matter. Default 16 MiB.
    #[uniffi(default = None)]
    pub ratio_from: Option<i64>,
    /// Decompressed bytes for each compressed one, past `ratio_from`. Default 100.
    #[uniffi(default = None)]
    pub ratio: Option<i64>,
    /// Nesting of elements. Default 64.
    #[uniffi(default = None)]
    pub depth: Option<i64>,
    /// Attributes of one element. Default 64.
    #[uniffi(default = None)]
    pub attributes: Option<i64>,
    /// Elements in all. Default 1,000,000.
    #[uniffi(default = None)]
    pub nodes: Option<i64>,
    /// Bytes that references may add by being followed. Default 32 MiB.
    #[uniffi(default = None)]
    pub references: Option<i64>,
}

impl ClientSettings {
    /// Tells them to a builder. What a builder holds already stays where nothing is set.
    pub(crate) fn apply(self, mut builder: ClientBuilder) -> ClientBuilder {
        if let Some(endpoint) = self.endpoint {
            builder = builder.endpoint(endpoint);
        }
        if let Some(timeout) = self.timeout {
            builder = builder.timeout(timeout);
        }
        if let Some(timeout) = self.connect_timeout {
            builder = builder.connect_timeout(timeout);
        }
        if let Some(timeout) = self.read_timeout {
            builder = builder.read_timeout(timeout);
        }
        if let Some(retry) = self.retry {
            builder = builder.retry(retry.into_core());
        }
        if let Some(limits) = self.limits {
            builder = builder.limits(limits.into_core());
        }
        if let Some(requests) = self.concurrency {
            builder = builder.concurrency(count(requests));
        }
        if let Some(time) = self.session_proven_for {
            builder = builder.session_proven_for(time);
        }
        if self.allow_lossy_text {
            builder = builder.allow_lossy_text(true);
        }
        if let Some(proxy) = self.proxy {
            builder = builder.proxy(proxy);
        }
        for pem in self.certificate_authorities {
            builder = builder.certificate_authority(pem);
        }
        if let Some(suffix) = self.user_agent_suffix {
            builder = builder.user_agent_suffix(&suffix);
        }
        builder
    }
}

impl RetryPolicy {
    fn into_core(self) -> interserver::RetryPolicy {
        let default = interserver::RetryPolicy::default();
        interserver::RetryPolicy {
            attempts: self.attempts.map_or(default.attempts, count),
            pause: self.pause.unwrap_or(default.pause),
            longest_pause: self.longest_pause.unwrap_or(default.longest_pause),
            budget: self.budget.unwrap_or(default.budget),
        }
    }
}

impl Limits {
    fn into_core(self) -> interserver::Limits {
        let default = interserver::Limits::default();
        interserver::Limits {
            compressed_body: self.compressed_body.map_or(default.compressed_body, count),
            body: self.body.map_or(default.body, count),
            ratio_from: self.ratio_from.map_or(default.ratio_from, count),
            ratio: self.ratio.map_or(default.ratio, count),
            depth: self.depth.map_or(default.depth, count),
            attributes: self.attributes.map_or(default.attributes, count),
            nodes: self.nodes.map_or(default.nodes, count),
            references: self.references.map_or(default.references, count),
        }
    }
}

/// A count from a language without unsigned numbers. A negative one is 0, which the core judges.
fn count<I, U: TryFrom<I> + Default>(number: I) -> U {
    U::try_from(number).unwrap_or_default()
}
