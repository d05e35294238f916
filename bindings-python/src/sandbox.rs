//! The sandbox in the same process, for `interserver.testing`.
//!
//! Its commands go through the door that it has over HTTP (`/sandbox/…`), so that there is one
//! form of them for all languages.

use interserver::{ClientBuilder, Value};
use interserver_sandbox::{HttpRequest, PASSWORD, USERNAME};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::PyDict;
use serde_json::{Map, Value as Json, json};

use crate::client::{AsyncClient, Client};
use crate::errors::unexpected;
use crate::settings::{Given, Seconds, taking_settings};
use crate::values::{Plain, plain_value};

/// A stand-in for the service, in this process and without a port.
///
/// It keeps state and has consequences. Its time moves only when something waits or it is told to,
/// so tests are instant; the same seed and the same calls give the same answers.
///
/// Args:
///     seed: Decides everything that is left to chance.
///
/// Example:
///     >>> from interserver.testing import Sandbox
///     >>> sandbox = Sandbox(seed=1)
///     >>> client = sandbox.client()
///     >>> sandbox.fail("vps.list", "status", code=503)
///     >>> len(client.vps.list()) > 0  # asked again
///     True
///     >>> sandbox.count("vps.list")
///     2
#[pyclass(frozen, module = "interserver.testing")]
pub(crate) struct Sandbox(interserver_sandbox::Sandbox);

impl Sandbox {
    fn command(&self, method: &str, command: &str, body: &Json) -> PyResult<Json> {
        let answer = self.0.handle(&HttpRequest {
            method: method.to_owned(),
            path: format!("/sandbox/{command}"),
            query: String::new(),
            headers: Vec::new(),
            body: body.to_string().into_bytes(),
        });
        let said: Json = serde_json::from_slice(&answer.body).map_err(unexpected)?;
        match said.get("error").and_then(Json::as_str) {
            Some(error) if answer.status != 200 => Err(PyValueError::new_err(error.to_owned())),
            _ => Ok(said),
        }
    }

    fn builder(&self, mut given: Given) -> ClientBuilder {
        if given.username.is_none() && given.password.is_none() && given.session.is_none() {
            given.username = Some(USERNAME.to_owned());
            given.password = Some(PASSWORD.to_owned());
        }
        given.endpoint.get_or_insert_with(|| self.0.endpoint());
        given
            .builder(ClientBuilder::default())
            .transport(self.0.transport())
    }
}

taking_settings! {
    Sandbox;
    /// A client of the sandbox's account. The arguments are those of `Client`.
    fn client(&self,) -> Client = |py, given| Client::of(py, self.builder(given))
}

taking_settings! {
    Sandbox;
    /// A client of the sandbox's account, for asyncio. The arguments are those of `Client`.
    fn async_client(&self,) -> AsyncClient = |py, given| AsyncClient::of(py, self.builder(given))
}

#[pymethods]
impl Sandbox {
    #[new]
    #[pyo3(signature = (seed=1))]
    fn new(seed: u64) -> Self {
        Self(interserver_sandbox::Sandbox::new(seed))
    }

    /// Makes the next requests of an operation fail.
    ///
    /// Args:
    ///     operation: Method path such as `vps.restart`, wire name, or `*` for all.
    ///     fault: `status` (with `code`, perhaps `retry_after`), `latency` (`milliseconds`),
    ///         `connection_refused`, `reset_before_effect`, `reset_after_effect`, `cut`,
    ///         `truncated`, `empty_body`, `html_500`, `soap_fault` (perhaps `code` and `text`),
    ///         `expired_session`, `rows` (`rows`), `huge_body` and `gzip_bomb` (`bytes`), …
    ///     count: How many requests.
    ///     details: What the fault wants to know besides.
    ///
    /// Raises:
    ///     ValueError: There is no such operation or fault, or a detail is missing.
    #[pyo3(signature = (operation, fault, *, count=1, **details: "object"))]
    fn fail(
        &self,
        operation: &str,
        fault: &str,
        count: usize,
        details: Option<&Bound<'_, PyDict>>,
    ) -> PyResult<()> {
        let mut body = Map::new();
        if let Some(details) = details {
            for (name, value) in details {
                let value = serde_json::to_value(plain_value(&value)?).map_err(unexpected)?;
                body.insert(name.extract()?, value);
            }
        }
        body.insert("operation".to_owned(), operation.into());
        body.insert("fault".to_owned(), fault.into());
        body.insert("count".to_owned(), count.into());
        self.command("POST", "fail", &Json::Object(body)).map(drop)
    }

    /// Forgets the faults that are still to come.
    fn clear_faults(&self) {
        self.0.clear_faults();
    }

    /// Moves the time, and lets happen what is due.
    fn advance(&self, seconds: Seconds) {
        // Not through the door, which moves the time of the account but not that of the clients.
        self.0.advance(seconds.0);
    }

    /// Ends all sessions.
    fn expire_sessions(&self) {
        self.0.expire_sessions();
    }

    /// Chooses what a dead session is answered, such as `nil` or `fault`.
    fn set_dead_session_answer(&self, answer: &str) -> PyResult<()> {
        self.command("POST", "dead-session", &json!({ "answer": answer }))
            .map(drop)
    }

    /// Chooses the bytes that answers come in: `latin1`, `utf8` or `mislabelled`.
    fn set_charset(&self, charset: &str) -> PyResult<()> {
        self.command("POST", "charset", &json!({ "charset": charset }))
            .map(drop)
    }

    /// Goes back to the first state.
    fn reset(&self) {
        self.0.reset();
    }

    /// The account as plain data.
    #[pyo3(signature = () -> "dict[str, typing.Any]")]
    fn state(&self) -> Plain {
        Plain(Value::from(self.0.state()))
    }

    /// What came in: operation, arguments with secrets masked, whether it was executed.
    #[pyo3(signature = () -> "list[dict[str, typing.Any]]")]
    fn requests(&self) -> PyResult<Plain> {
        let mut said = self.command("GET", "requests", &Json::Null)?;
        Ok(Plain(Value::from(said["requests"].take())))
    }

    /// How many requests of an operation came in, by method path, wire name, or `*` for all.
    #[pyo3(signature = (operation="*"))]
    fn count(&self, operation: &str) -> usize {
        self.0.count(operation)
    }

    fn __repr__(&self) -> String {
        format!("Sandbox(<{} requests>)", self.0.count("*"))
    }
}
