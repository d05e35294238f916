//! Waiting for a call, for `Client`: without the GIL, and with an ear for Ctrl-C.

use std::any::Any;
use std::time::Duration;

use interserver::transport::BoxFuture;
use interserver::{Call, Erased, Error};
use pyo3::prelude::*;

use crate::errors::{raise, unexpected};
use crate::logs::{Logged, Sink};
use crate::runtime::{aside, runtime};

/// How often a waiting thread looks whether a signal came.
const TICK: Duration = Duration::from_millis(50);

/// What every call comes down to, so that only one kind of future is compiled.
pub(crate) type Work = BoxFuture<'static, Result<Box<dyn Any + Send>, Error>>;

/// The work of an operation.
pub(crate) fn operation(call: Call<Erased>) -> Work {
    let call = call.into_future();
    Box::pin(async move { Ok(Box::new(call.await?) as Box<dyn Any + Send>) })
}

/// The work of a job that takes more than one call.
pub(crate) fn job<T: Send + 'static>(
    future: impl Future<Output = Result<T, Error>> + Send + 'static,
) -> Work {
    Box::pin(async move { Ok(Box::new(future.await?) as Box<dyn Any + Send>) })
}

/// The value of an [`operation`].
pub(crate) fn answer<T: 'static>(value: Box<dyn Any + Send>) -> PyResult<T> {
    let erased: Erased = result(value)?;
    erased
        .into_typed()
        .map_err(|_| unexpected("an answer of another type"))
}

/// The value of a [`job`].
pub(crate) fn result<T: 'static>(value: Box<dyn Any + Send>) -> PyResult<T> {
    let value = value
        .downcast()
        .map_err(|_| unexpected("a value of another type"))?;
    Ok(*value)
}

/// Waits for some work. A signal handler that raises, as Ctrl-C's does, ends it.
///
/// The runtime is left for each look: a handler is anybody's code and may well call again.
pub(crate) fn wait(py: Python<'_>, work: Work) -> PyResult<Box<dyn Any + Send>> {
    let runtime = runtime(py)?;
    let sink = Sink::open(py)?;
    let mut work = Logged {
        future: work,
        sink: sink.clone(),
    };
    loop {
        let step = aside(py, || {
            runtime.block_on(async { tokio::time::timeout(TICK, &mut work).await })
        });
        if let Some(sink) = &sink {
            sink.flush(py)?;
        }
        match step {
            Ok(result) => return result.map_err(|error| raise(py, &error)),
            Err(_) => py.check_signals()?,
        }
    }
}
