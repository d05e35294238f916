//! [`Call`]: an operation with its arguments, to be awaited.

use std::any::Any;
use std::future::IntoFuture;
use std::time::Duration;

use super::Client;
use super::arguments;
use super::exchange::{Wishes, exchange};
use super::job::Job;
use super::progress::Progress;
use super::retry::send;
use super::session::Live;
use crate::error::{Error, Outcome, Result};
use crate::meta::{Operation, Shape};
use crate::soap::{Answer, Datum, Finding, Scan, Scanner, Start, data};
use crate::transport::{BoxFuture, Movable};
use crate::value::Value;

type Read<T> = for<'a> fn(Shape, &mut Scanner<'a>, Option<Start<'a>>) -> Scan<(T, Finding)>;

/// A call that has not been sent yet: `await` sends it.
///
/// ```no_run
/// # async fn demo(client: interserver::Client) -> Result<(), interserver::Error> {
/// use std::time::Duration;
/// let vps = client.vps().get(1234).timeout(Duration::from_secs(5)).await?;
/// # Ok(())
/// # }
/// ```
///
/// Dropping the future ends the call. If a change was under way then, no one knows whether it was
/// done; the client stays usable.
#[must_use = "a call is sent when it is awaited"]
pub struct Call<T> {
    client: Client,
    operation: &'static Operation,
    values: Vec<Value>,
    timeout: Option<Duration>,
    cancel: Option<BoxFuture<'static, ()>>,
    lossy: bool,
    read: Read<T>,
    read_erased: Read<Erased>,
}

impl<T> Call<T> {
    pub(crate) fn new(client: &Client, operation: &'static Operation, values: Vec<Value>) -> Self
    where
        T: Answer + Send + 'static,
    {
        Self::reading(
            client,
            operation,
            values,
            |_, scanner, start| T::read(scanner, start),
            |_, scanner, start| {
                let (value, finding) = T::read(scanner, start)?;
                Ok((Erased(Box::new(value)), finding))
            },
        )
    }

    fn reading(
        client: &Client,
        operation: &'static Operation,
        values: Vec<Value>,
        read: Read<T>,
        read_erased: Read<Erased>,
    ) -> Self {
        Self {
            client: client.clone(),
            operation,
            values,
            timeout: None,
            cancel: None,
            lossy: client.settings().lossy_text,
            read,
            read_erased,
        }
    }

    /// The same call with its type forgotten, so that a binding of a hundred operations compiles
    /// one future instead of a hundred; [`Erased::into_typed`] remembers the type.
    pub fn erased(self) -> Call<Erased> {
        Call {
            client: self.client,
            operation: self.operation,
            values: self.values,
            timeout: self.timeout,
            cancel: self.cancel,
            lossy: self.lossy,
            read: self.read_erased,
            read_erased: self.read_erased,
        }
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

    /// The operation that is called.
    #[must_use]
    pub fn operation(&self) -> &'static Operation {
        self.operation
    }

    /// The request as it would be sent, secrets masked. Nothing is sent: a dry run.
    ///
    /// # Errors
    /// `InvalidArgument`, as the call itself would fail.
    pub fn preview(&self) -> Result<String> {
        Ok(self.job(self.values.clone())?.redacted_envelope())
    }

    fn job(&self, values: Vec<Value>) -> Result<Job> {
        let operation = self.operation;
        let arguments = arguments::check(operation, values, self.lossy)
            .map_err(|error| error.with_operation(operation.wire))?;
        Ok(Job {
            wire: operation.wire.into(),
            operation: Some(operation),
            effect: operation.effect,
            session: operation.session,
            arguments,
        })
    }
}

impl Call<Datum> {
    /// A call whose answer is read as data, by the operation's metadata.
    pub(crate) fn data(client: &Client, operation: &'static Operation, values: Vec<Value>) -> Self {
        Self::reading(
            client,
            operation,
            values,
            data::read,
            |shape, scanner, start| {
                let (value, finding) = data::read(shape, scanner, start)?;
                Ok((Erased(Box::new(value)), finding))
            },
        )
    }
}

/// The value of an [erased](Call::erased) call.
pub struct Erased(Box<dyn Any + Send>);

impl Erased {
    /// The value, if it is of this type.
    ///
    /// # Errors
    /// The value itself, still erased, if it is of another type.
    pub fn into_typed<T: 'static>(self) -> Result<T, Self> {
        self.0.downcast().map(|value| *value).map_err(Self)
    }
}

impl std::fmt::Debug for Erased {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Erased").finish_non_exhaustive()
    }
}

impl<T: Movable> Call<T> {
    async fn run(mut self) -> Result<T> {
        let values = std::mem::take(&mut self.values);
        let job = self.job(values)?;
        let wishes = Wishes {
            timeout: self.timeout.unwrap_or(self.client.settings().timeout),
            cancel: self.cancel.take(),
        };
        let mut value = None;
        let (read, shape) = (self.read, self.operation.returns);
        exchange(&self.client, &job, wishes, &mut |scanner, start| {
            let (result, finding) = read(shape, scanner, start)?;
            value = Some(result);
            Ok(finding)
        })
        .await?;
        value.ok_or_else(|| no_value(&job))
    }

    /// Sends the call through a given session, past the session rules, and says whether the answer
    /// shows that the session lives.
    pub(crate) async fn shows_life_of(mut self, live: &Live) -> Result<bool> {
        let values = std::mem::take(&mut self.values);
        let job = self.job(values)?;
        let progress = Progress::new(&self.client, self.client.settings().timeout);
        let (read, shape) = (self.read, self.operation.returns);
        let judged = send(
            &self.client,
            &job,
            Some(&live.id),
            &progress,
            &mut |scanner, start| Ok(read(shape, scanner, start)?.1),
        )
        .await;
        judged
            .map(|judged| judged.carries_something)
            .map_err(|error| error.with_operation(job.wire.clone()))
    }
}

fn no_value(job: &Job) -> Error {
    Error::new(crate::ErrorKind::Decode, "the answer holds no result")
        .with_operation(job.wire.clone())
        .with_outcome(Outcome::Unknown)
}

impl<T: Movable + 'static> IntoFuture for Call<T> {
    type Output = Result<T>;
    type IntoFuture = BoxFuture<'static, Result<T>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.run())
    }
}

impl<T> std::fmt::Debug for Call<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Call")
            .field("operation", &self.operation.wire)
            .finish_non_exhaustive()
    }
}
