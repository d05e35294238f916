//! Awaiting a call, for `AsyncClient`: a coroutine of asyncio, cancelled as asyncio cancels.

use std::any::Any;
use std::marker::PhantomData;
use std::sync::{Arc, Mutex, PoisonError};

use interserver::Error;
use pyo3::exceptions::PyRuntimeError;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
#[cfg(feature = "stubs")]
use pyo3::{inspect::PyStaticExpr, type_hint_identifier, type_hint_subscript};
use tokio::task::AbortHandle;

use crate::blocking::Work;
use crate::errors::exception;
use crate::logs::{Logged, Sink};
use crate::runtime::runtime;

/// What the work came to.
type Outcome = Result<Box<dyn Any + Send>, Error>;

/// Makes the Python value of what the work gave.
type Finish = Box<dyn FnOnce(Python<'_>, Box<dyn Any + Send>) -> PyResult<Py<PyAny>> + Send + Sync>;

/// A coroutine that gives a `T`.
pub(crate) struct Coroutine<T> {
    object: Py<PyAny>,
    gives: PhantomData<fn() -> T>,
}

impl<'py, T: IntoPyObject<'py>> IntoPyObject<'py> for Coroutine<T> {
    type Target = PyAny;
    type Output = Bound<'py, PyAny>;
    type Error = PyErr;
    #[cfg(feature = "stubs")]
    const OUTPUT_TYPE: PyStaticExpr = type_hint_subscript!(
        type_hint_identifier!("collections.abc", "Coroutine"),
        type_hint_identifier!("typing", "Any"),
        type_hint_identifier!("typing", "Any"),
        T::OUTPUT_TYPE
    );

    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        Ok(self.object.into_bound(py))
    }
}

/// Makes a coroutine of some work. Nothing is sent before it is awaited.
pub(crate) fn coroutine<T>(
    py: Python<'_>,
    work: impl FnOnce(Python<'_>) -> PyResult<Work> + Send + 'static,
    finish: impl FnOnce(Python<'_>, Box<dyn Any + Send>) -> PyResult<Py<PyAny>> + Send + Sync + 'static,
) -> PyResult<Coroutine<T>> {
    static RUN: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    let run = RUN.import(py, "interserver._awaiting", "run")?;
    let start = Start(Mutex::new(Some((Box::new(work), Box::new(finish)))));
    Ok(Coroutine {
        object: run.call1((start,))?.unbind(),
        gives: PhantomData,
    })
}

type Begin = Box<dyn FnOnce(Python<'_>) -> PyResult<Work> + Send>;

/// Starts the work when the coroutine first runs, and gives the future to wait for.
#[pyclass(frozen)]
struct Start(Mutex<Option<(Begin, Finish)>>);

#[pymethods]
impl Start {
    fn __call__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let taken = self.0.lock().unwrap_or_else(PoisonError::into_inner).take();
        let Some((begin, finish)) = taken else {
            return Err(PyRuntimeError::new_err("the call was awaited already"));
        };
        static LOOP: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
        let event_loop = LOOP.import(py, "asyncio", "get_running_loop")?.call0()?;
        let future = event_loop.call_method0("create_future")?;
        let sink = Sink::open(py)?;
        let work = Logged {
            future: begin(py)?,
            sink: sink.clone(),
        };
        let done = Delivery {
            future: future.clone().unbind(),
            finish,
            sink,
        };
        let event_loop = event_loop.unbind();
        let task = runtime(py)?.spawn(async move {
            let result = work.await;
            // No interpreter any more: nobody waits.
            let _ = Python::try_attach(|py| done.send(py, event_loop, result));
        });
        future.call_method1("add_done_callback", (Abort(task.abort_handle()),))?;
        Ok(future)
    }
}

/// Ends the work when the future is cancelled.
#[pyclass(frozen)]
struct Abort(AbortHandle);

#[pymethods]
impl Abort {
    fn __call__(&self, _future: &Bound<'_, PyAny>) {
        // Harmless if the work is done.
        self.0.abort();
    }
}

struct Delivery {
    future: Py<PyAny>,
    finish: Finish,
    sink: Option<Arc<Sink>>,
}

impl Delivery {
    /// Lets the event loop take the result, in its own thread.
    fn send(self, py: Python<'_>, event_loop: Py<PyAny>, result: Outcome) {
        let deliver = Deliver(Mutex::new(Some((self, result))));
        if let Err(error) = event_loop.call_method1(py, "call_soon_threadsafe", (deliver,)) {
            // The loop was closed with the call under way, so nobody waits.
            drop(error);
        }
    }

    fn settle(self, py: Python<'_>, result: Outcome) -> PyResult<()> {
        if let Some(sink) = &self.sink {
            sink.flush(py)?;
        }
        let future = self.future.bind(py);
        // Cancelled in between.
        if future.call_method0("done")?.extract()? {
            return Ok(());
        }
        let value = match result {
            Ok(value) => (self.finish)(py, value),
            Err(error) => Err(exception(py, &error).unwrap_or_else(|problem| problem)),
        };
        match value {
            Ok(value) => future.call_method1("set_result", (value,))?,
            Err(error) => future.call_method1("set_exception", (error.into_value(py),))?,
        };
        Ok(())
    }
}

/// What the event loop calls.
#[pyclass(frozen)]
struct Deliver(Mutex<Option<(Delivery, Outcome)>>);

#[pymethods]
impl Deliver {
    fn __call__(&self, py: Python<'_>) -> PyResult<()> {
        let taken = self.0.lock().unwrap_or_else(PoisonError::into_inner).take();
        match taken {
            Some((delivery, result)) => delivery.settle(py, result),
            None => Ok(()),
        }
    }
}
