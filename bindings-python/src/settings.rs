//! What a client can be told, as keyword arguments: the same for every way to make one.

use std::time::Duration;

use interserver::ClientBuilder;
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
#[cfg(feature = "stubs")]
use pyo3::{inspect::PyStaticExpr, type_hint_identifier, type_hint_union};

/// A time in seconds.
pub(crate) struct Seconds(pub(crate) Duration);

impl<'a, 'py> FromPyObject<'a, 'py> for Seconds {
    type Error = PyErr;
    #[cfg(feature = "stubs")]
    const INPUT_TYPE: PyStaticExpr = type_hint_identifier!("builtins", "float");

    fn extract(value: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        let seconds: f64 = value.extract()?;
        Duration::try_from_secs_f64(seconds)
            .map(Self)
            .map_err(|_| PyValueError::new_err("a time must be a number of seconds from 0 up"))
    }
}

/// A certificate in text form, as text or bytes.
pub(crate) struct Pem(Vec<u8>);

impl<'a, 'py> FromPyObject<'a, 'py> for Pem {
    type Error = PyErr;
    #[cfg(feature = "stubs")]
    const INPUT_TYPE: PyStaticExpr = type_hint_union!(
        type_hint_identifier!("builtins", "str"),
        type_hint_identifier!("builtins", "bytes")
    );

    fn extract(value: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        match value.extract::<String>() {
            Ok(text) => Ok(Self(text.into_bytes())),
            Err(_) => value.extract().map(Self),
        }
    }
}

/// When reads are repeated, and how long to wait before.
///
/// Args:
///     attempts: How many times a call is sent at most, the first time included.
///     pause: Seconds before the first repetition; they double each time.
///     longest_pause: The longest pause, in seconds.
///     budget: Repetitions for each call, over time: 0.2 is one in five. Ten are free.
#[pyclass(frozen, module = "interserver")]
pub(crate) struct RetryPolicy(interserver::RetryPolicy);

#[pymethods]
impl RetryPolicy {
    #[new]
    #[pyo3(signature = (*, attempts=None, pause=None, longest_pause=None, budget=None))]
    fn new(
        attempts: Option<u32>,
        pause: Option<Seconds>,
        longest_pause: Option<Seconds>,
        budget: Option<f64>,
    ) -> Self {
        let usual = interserver::RetryPolicy::default();
        Self(interserver::RetryPolicy {
            attempts: attempts.unwrap_or(usual.attempts),
            pause: pause.map_or(usual.pause, |time| time.0),
            longest_pause: longest_pause.map_or(usual.longest_pause, |time| time.0),
            budget: budget.unwrap_or(usual.budget),
        })
    }

    /// Never repeats anything.
    #[staticmethod]
    fn never() -> Self {
        Self(interserver::RetryPolicy::never())
    }

    fn __repr__(&self) -> String {
        let Self(policy) = self;
        format!(
            "RetryPolicy(attempts={}, pause={}, longest_pause={}, budget={})",
            policy.attempts,
            policy.pause.as_secs_f64(),
            policy.longest_pause.as_secs_f64(),
            policy.budget
        )
    }
}

macro_rules! limits {
    ($($(#[doc = $doc:literal])* $name:ident,)*) => {
        /// Bounds on what an answer may cost. Each has an error of its own that names it.
        #[pyclass(frozen, module = "interserver")]
        pub(crate) struct Limits(interserver::Limits);

        #[pymethods]
        impl Limits {
            #[new]
            #[pyo3(signature = (*, $($name=None),*))]
            #[allow(clippy::too_many_arguments, reason = "one for each limit")]
            fn new($($name: Option<usize>),*) -> Self {
                let usual = interserver::Limits::default();
                Self(interserver::Limits {
                    $($name: $name.unwrap_or(usual.$name),)*
                })
            }

            $(
                $(#[doc = $doc])*
                #[getter]
                fn $name(&self) -> usize {
                    self.0.$name
                }
            )*

            fn __repr__(&self) -> String {
                let parts = [$(format!("{}={}", stringify!($name), self.0.$name)),*];
                format!("Limits({})", parts.join(", "))
            }
        }
    };
}
limits! {
    /// Bytes of a body as it comes over the network.
    compressed_body,
    /// Bytes of a body after decompression.
    body,
    /// Decompressed bytes below which the ratio does not matter.
    ratio_from,
    /// Decompressed bytes for each compressed one, past `ratio_from`.
    ratio,
    /// Nesting of elements.
    depth,
    /// Attributes of one element.
    attributes,
    /// Elements in all.
    nodes,
    /// Bytes that references may add by being followed.
    references,
}

/// Settings as they were given; what was not given stays as the core has it.
#[derive(Default)]
pub(crate) struct Given {
    pub(crate) username: Option<String>,
    pub(crate) password: Option<String>,
    pub(crate) session: Option<String>,
    pub(crate) endpoint: Option<String>,
    pub(crate) timeout: Option<Seconds>,
    pub(crate) connect_timeout: Option<Seconds>,
    pub(crate) read_timeout: Option<Seconds>,
    pub(crate) retry: Option<Py<RetryPolicy>>,
    pub(crate) concurrency: Option<usize>,
    pub(crate) limits: Option<Py<Limits>>,
    pub(crate) session_proven_for: Option<Seconds>,
    pub(crate) allow_lossy_text: Option<bool>,
    pub(crate) proxy: Option<String>,
    pub(crate) certificate_authority: Option<Pem>,
    pub(crate) user_agent_suffix: Option<String>,
}

impl Given {
    /// What the environment says: all of it, or only how to reach the server if the account or the
    /// session is given.
    pub(crate) fn environment(&self) -> interserver::Result<ClientBuilder> {
        if self.username.is_some() || self.password.is_some() || self.session.is_some() {
            ClientBuilder::default().network_from_env()
        } else {
            ClientBuilder::from_env()
        }
    }

    /// A builder that was told all this.
    pub(crate) fn builder(self, builder: ClientBuilder) -> ClientBuilder {
        let mut builder = named(builder);
        if self.username.is_some() || self.password.is_some() {
            builder = builder.credentials(
                self.username.unwrap_or_default(),
                self.password.unwrap_or_default(),
            );
        }
        macro_rules! tell {
            ($($setting:ident => $told:expr;)*) => {$(
                if let Some(value) = self.$setting {
                    builder = builder.$setting($told(value));
                }
            )*};
        }
        tell! {
            session => String::from;
            endpoint => String::from;
            timeout => |time: Seconds| time.0;
            connect_timeout => |time: Seconds| time.0;
            read_timeout => |time: Seconds| time.0;
            retry => |policy: Py<RetryPolicy>| policy.get().0.clone();
            concurrency => usize::from;
            limits => |limits: Py<Limits>| limits.get().0.clone();
            session_proven_for => |time: Seconds| time.0;
            allow_lossy_text => bool::from;
            proxy => String::from;
            certificate_authority => |pem: Pem| pem.0;
        }
        if let Some(suffix) = self.user_agent_suffix {
            builder = builder.user_agent_suffix(&suffix);
        }
        builder
    }
}

/// Says that it is Python that calls.
fn named(builder: ClientBuilder) -> ClientBuilder {
    builder.user_agent_suffix("python")
}

/// A method that takes all settings.
macro_rules! taking_settings {
    (
        $class:ty;
        $(#[$attribute:meta])*
        fn $name:ident($($this:tt)*) -> $returns:ty = |$py:ident, $given:ident| $body:expr
    ) => {
        #[pymethods]
        impl $class {
            $(#[$attribute])*
            #[pyo3(signature = (
                username=None, password=None, *, session=None, endpoint=None, timeout=None,
                connect_timeout=None, read_timeout=None, retry=None, concurrency=None, limits=None,
                session_proven_for=None, allow_lossy_text=None, proxy=None,
                certificate_authority=None, user_agent_suffix=None
            ))]
            #[allow(clippy::too_many_arguments, reason = "one for each setting")]
            fn $name(
                $($this)*
                $py: Python<'_>,
                username: Option<String>,
                password: Option<String>,
                session: Option<String>,
                endpoint: Option<String>,
                timeout: Option<$crate::settings::Seconds>,
                connect_timeout: Option<$crate::settings::Seconds>,
                read_timeout: Option<$crate::settings::Seconds>,
                retry: Option<Py<$crate::settings::RetryPolicy>>,
                concurrency: Option<usize>,
                limits: Option<Py<$crate::settings::Limits>>,
                session_proven_for: Option<$crate::settings::Seconds>,
                allow_lossy_text: Option<bool>,
                proxy: Option<String>,
                certificate_authority: Option<$crate::settings::Pem>,
                user_agent_suffix: Option<String>,
            ) -> PyResult<$returns> {
                let $given = $crate::settings::Given {
                    username,
                    password,
                    session,
                    endpoint,
                    timeout,
                    connect_timeout,
                    read_timeout,
                    retry,
                    concurrency,
                    limits,
                    session_proven_for,
                    allow_lossy_text,
                    proxy,
                    certificate_authority,
                    user_agent_suffix,
                };
                $body
            }
        }
    };
}
pub(crate) use taking_settings;
