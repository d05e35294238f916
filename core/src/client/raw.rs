//! [`RawCall`]: a function by its wire name, whether the declaration knows it or not.

use std::future::IntoFuture;
use std::time::Duration;

use super::Client;
use super::arguments;
use super::exchange::{Wishes, exchange};
use super::job::Job;
use crate::error::{Error, Result};
use crate::meta::{self, Effect};
use crate::soap::{Finding, plain};
use crate::transport::{BoxFuture, Movable};
use crate::value::Value;

/// A call by wire name that has not been sent yet: `await` sends it.
#[must_use = "a call is sent when it is awaited"]
pub struct RawCall {
    client: Client,
    wire: String,
    arguments: Vec<(String, Value)>,
    session: bool,
    timeout: Option<Duration>,
    cancel: Option<BoxFuture<'static, ()>>,
    lossy: bool,
}

impl RawCall {
    pub(super) fn new(client: &Client, wire: String, arguments: Vec<(String, Value)>) -> Self {
        let lossy = client.settings().lossy_text;
        Self {
            client: client.clone(),
            wire,
            arguments,
            session: false,
            timeout: None,
            cancel: None,
            lossy,
        }
    }

    /// Puts the session id in front of the arguments of a function that is not declared. Of a
    /// declared one it is known whether it wants one.
    pub fn with_session(mut self) -> Self {
        self.session = true;
        self
    }

    /// Time for this call, instead of the client's.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = Some(timeout);
        self
    }

    /// Ends the call as `Cancelled` when a future ends: an abort signal, say. If a change was under
    /// way then, its outcome is `Unknown`. Dropping the call ends it as well, without a word.
    pub fn cancel_when(mut self, signal: impl Future<Output = ()> + Movable + 'static) -> Self {
        self.cancel = Some(Box::pin(signal));
        self
    }

    /// Whether text may pass that the server would turn into `?`, instead of the client's setting.
    pub fn allow_lossy_text(mut self, allow: bool) -> Self {
        self.lossy = allow;
        self
    }

    /// The request as it would be sent, secrets masked. Nothing is sent: a dry run.
    ///
    /// # Errors
    /// `InvalidArgument`, as the call itself would fail.
    pub fn preview(&self) -> Result<String> {
        Ok(self.job()?.redacted_envelope())
    }

    fn job(&self) -> Result<Job> {
        let arguments = self.arguments.clone();
        let name = || self.wire.clone();
        match meta::operation(&self.wire) {
            Some(operation) => Ok(Job {
                wire: operation.wire.into(),
                operation: Some(operation),
                effect: operation.effect,
                session: operation.session,
                arguments: arguments::declared(operation, arguments, self.lossy)
                    .map_err(|error| error.with_operation(operation.wire))?,
            }),
            None if !arguments::is_xml_name(&self.wire) => {
                Err(Error::invalid("wire_name", "is no name that XML allows"))
            }
            None => Ok(Job {
                wire: name().into(),
                operation: None,
                effect: Effect::Write,
                session: self.session,
                arguments: arguments::undeclared(arguments, self.lossy)
                    .map_err(|error| error.with_operation(name()))?,
            }),
        }
    }

    async fn run(mut self) -> Result<Value> {
        let job = self.job()?;
        let wishes = Wishes {
            timeout: self.timeout.unwrap_or(self.client.settings().timeout),
            cancel: self.cancel.take(),
        };
        let mut value = Value::Null;
        let operation = job.operation;
        exchange(&self.client, &job, wishes, &mut |scanner, start| {
            let (result, finding) = match (operation, start) {
                (Some(operation), start) => plain::declared(operation, scanner, start)?,
                (None, None) => (Value::Null, Finding::Nothing),
                (None, Some(start)) => {
                    let value = plain::untyped(scanner, start)?;
                    let finding = Finding::of(plain::says_something(&value));
                    (value, finding)
                }
            };
            value = result;
            Ok(finding)
        })
        .await?;
        Ok(value)
    }
}

impl IntoFuture for RawCall {
    type Output = Result<Value>;
    type IntoFuture = BoxFuture<'static, Result<Value>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.run())
    }
}

impl std::fmt::Debug for RawCall {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("RawCall")
            .field("wire", &self.wire)
            .finish_non_exhaustive()
    }
}
