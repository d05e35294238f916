//! `Client` and `AsyncClient`: what people hold. Their services are in `services`.

use std::sync::Arc;

use interserver::{ClientBuilder, Value};
use pyo3::IntoPyObjectExt;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyType};

use crate::awaiting::{Coroutine, coroutine};
use crate::blocking::{job, result, wait};
use crate::errors::raise;
use crate::link::Link;
use crate::settings::taking_settings;
use crate::values::{Nothing, Plain, ToPy, plain_value};

/// A client of the API.
///
/// The operations are grouped in services: `client.vps.list()`. One client serves many threads,
/// and a child process after a fork. Making one sends nothing.
///
/// Args:
///     username: E-mail address of the account.
///     password: Its password, or an API key.
///     session: A session id to resume; with credentials besides, a dead one is renewed.
///     endpoint: Address of the API. HTTPS, except to this machine.
///     timeout: Seconds for a call with its repetitions and, if needed, its login. Default 60.
///     connect_timeout: Seconds to connect. Default 10.
///     read_timeout: Seconds between two pieces of an answer. Default 30.
///     retry: When reads are repeated.
///     concurrency: How many requests may be under way at once; the others wait. Default 16.
///     limits: How large and how nested an answer may be.
///     session_proven_for: Seconds that a session counts as alive. Default 60.
///     allow_lossy_text: Lets text through that the server turns into `?`.
///     proxy: Address of an HTTP proxy; none is used unless it is given.
///     certificate_authority: A further certificate authority, as PEM.
///     user_agent_suffix: Text to put behind this library's name in the `User-Agent` header.
///
/// Example:
///     >>> from interserver.testing import Sandbox
///     >>> with Sandbox().client() as client:
///     ...     client.vps.list()[0].hostname
///     'web1.example.com'
#[pyclass(frozen, module = "interserver")]
pub(crate) struct Client(Arc<Link>);

/// A client of the API for asyncio: as `Client`, with coroutines for methods.
///
/// Cancelling one cancels its request. The arguments are those of `Client`.
///
/// Example:
///     >>> import asyncio
///     >>> from interserver.testing import Sandbox
///     >>> async def first() -> str | None:
///     ...     async with Sandbox().async_client() as client:
///     ...         return (await client.vps.list())[0].hostname
///     >>> asyncio.run(first())
///     'web1.example.com'
#[pyclass(frozen, module = "interserver")]
pub(crate) struct AsyncClient(Arc<Link>);

macro_rules! both {
    ($class:ident) => {
        taking_settings! {
            $class;
            #[new]
            fn new() -> Self = |py, given| Self::of(py, given.builder(ClientBuilder::default()))
        }

        taking_settings! {
            $class;
            /// Makes a client from environment variables: `INTERSERVER_USERNAME` with
            /// `INTERSERVER_PASSWORD` or `INTERSERVER_API_KEY`, `INTERSERVER_SESSION`,
            /// `INTERSERVER_ENDPOINT`, `INTERSERVER_PROXY` and `INTERSERVER_CA_FILE`.
            ///
            /// The arguments are those of the class, and come before the environment. If they name
            /// an account or a session, that of the environment is not used.
            ///
            /// Raises:
            ///     ConfigurationError: A variable is missing or unusable; it says which.
            #[classmethod]
            fn from_env(_class: &Bound<'_, PyType>,) -> Self = |py, given| {
                let builder = given.environment().map_err(|error| raise(py, &error))?;
                Self::of(py, given.builder(builder))
            }
        }

        impl $class {
            pub(crate) fn of(py: Python<'_>, builder: ClientBuilder) -> PyResult<Self> {
                Link::new(py, builder).map(|link| Self(Arc::new(link)))
            }

            pub(crate) fn link(&self) -> Arc<Link> {
                Arc::clone(&self.0)
            }
        }

        #[pymethods]
        impl $class {
            /// The address of the API.
            #[getter]
            fn endpoint(&self, py: Python<'_>) -> PyResult<String> {
                Ok(self.0.client(py)?.endpoint().to_owned())
            }

            /// The session id, once there is one, to be resumed later.
            #[getter]
            fn session(&self, py: Python<'_>) -> PyResult<Option<String>> {
                let session = self.0.client(py)?.session();
                Ok(session.map(interserver::Secret::into_exposed))
            }

            fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
                Ok(format!(
                    "{}(endpoint='{}')",
                    stringify!($class),
                    self.endpoint(py)?
                ))
            }
        }
    };
}
both!(Client);
both!(AsyncClient);

fn call(
    link: &Link,
    py: Python<'_>,
    function: String,
    with_session: bool,
    arguments: Option<&Bound<'_, PyDict>>,
) -> PyResult<interserver::RawCall> {
    let mut values: Vec<(String, Value)> = Vec::new();
    if let Some(arguments) = arguments {
        for (name, value) in arguments {
            values.push((name.extract()?, plain_value(&value)?));
        }
    }
    let call = link.client(py)?.call(function, values);
    Ok(if with_session {
        call.with_session()
    } else {
        call
    })
}

#[pymethods]
impl Client {
    /// Calls any function by its wire name, with arguments by their wire names: the raw door.
    ///
    /// A function that this version knows gets its arguments in declared order and type. One that
    /// it does not know gets them as they are given, and the session id only if it is asked for.
    ///
    /// Args:
    ///     function: Wire name, such as `api_vps_get_service`.
    ///     with_session: Whether a function that this version does not know gets the session id.
    ///     arguments: The arguments, without the session id.
    #[pyo3(signature = (function: "str", with_session: "bool"=false, /, **arguments: "object") -> "typing.Any")]
    fn call(
        &self,
        py: Python<'_>,
        function: String,
        with_session: bool,
        arguments: Option<&Bound<'_, PyDict>>,
    ) -> PyResult<Plain> {
        let call = call(&self.0, py, function, with_session, arguments)?;
        result(wait(py, job(call.into_future()))?).map(Plain)
    }

    /// Logs in now instead of at the first call, if there is no session yet.
    fn authenticate(&self, py: Python<'_>) -> PyResult<()> {
        let client = self.0.client(py)?;
        result(wait(py, job(async move { client.authenticate().await }))?)
    }

    /// Closes the connections. A call after that opens new ones, with a new session.
    fn close(&self) {
        self.0.close();
    }

    #[pyo3(signature = () -> "typing_extensions.Self")]
    fn __enter__(this: Py<Self>) -> Py<Self> {
        this
    }

    #[pyo3(signature = (*_exception: "object") -> "None")]
    fn __exit__(&self, _exception: &Bound<'_, pyo3::types::PyTuple>) {
        self.0.close();
    }
}

#[pymethods]
impl AsyncClient {
    /// Calls any function by its wire name, with arguments by their wire names: the raw door.
    ///
    /// See `Client.call`.
    #[pyo3(signature = (function: "str", with_session: "bool"=false, /, **arguments: "object") -> "collections.abc.Coroutine[typing.Any, typing.Any, typing.Any]")]
    fn call(
        &self,
        py: Python<'_>,
        function: String,
        with_session: bool,
        arguments: Option<&Bound<'_, PyDict>>,
    ) -> PyResult<Coroutine<Plain>> {
        let call = call(&self.0, py, function, with_session, arguments)?;
        coroutine(
            py,
            |_| Ok(job(call.into_future())),
            |py, value| Plain(result(value)?).into_py_any(py),
        )
    }

    /// Logs in now instead of at the first call, if there is no session yet.
    fn authenticate(&self, py: Python<'_>) -> PyResult<Coroutine<Nothing>> {
        let client = self.0.client(py)?;
        coroutine(
            py,
            |_| Ok(job(async move { client.authenticate().await })),
            |py, value| result::<()>(value)?.to_py().into_py_any(py),
        )
    }

    /// Closes the connections. A call after that opens new ones, with a new session.
    fn close(&self, py: Python<'_>) -> PyResult<Coroutine<Nothing>> {
        let link = self.link();
        coroutine(
            py,
            move |_| {
                link.close();
                Ok(job(async { Ok(()) }))
            },
            |py, value| result::<()>(value)?.to_py().into_py_any(py),
        )
    }

    #[pyo3(signature = () -> "collections.abc.Coroutine[typing.Any, typing.Any, typing_extensions.Self]")]
    fn __aenter__(this: Py<Self>, py: Python<'_>) -> PyResult<Coroutine<Py<Self>>> {
        coroutine(
            py,
            |_| Ok(job(async { Ok(()) })),
            move |_, _| Ok(this.into_any()),
        )
    }

    #[pyo3(signature = (*_exception: "object") -> "collections.abc.Coroutine[typing.Any, typing.Any, None]")]
    fn __aexit__(
        &self,
        py: Python<'_>,
        _exception: &Bound<'_, pyo3::types::PyTuple>,
    ) -> PyResult<Coroutine<Nothing>> {
        self.close(py)
    }
}
