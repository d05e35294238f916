//! The core's error as an exception: a class for each kind, its attributes, the cause chained.
//!
//! The classes are Python's own (`interserver/_errors.py`, made from the core's table of kinds).

use std::error::Error as StdError;

use interserver::{Error, ErrorKind};
use pyo3::exceptions::{PyException, PyRuntimeError};
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyDict;

/// The exception that tells of an error.
pub(crate) fn raise(py: Python<'_>, error: &Error) -> PyErr {
    exception(py, error).unwrap_or_else(|problem| problem)
}

/// The exception object of an error.
pub(crate) fn exception(py: Python<'_>, error: &Error) -> PyResult<PyErr> {
    static CLASSES: PyOnceLock<Py<PyDict>> = PyOnceLock::new();
    let classes = CLASSES.get_or_try_init(py, || -> PyResult<_> {
        let module = py.import("interserver._errors")?;
        Ok(module.getattr("CLASSES")?.cast_into::<PyDict>()?.unbind())
    })?;
    let Some(class) = classes.bind(py).get_item(error.kind().as_str())? else {
        return Err(PyRuntimeError::new_err(format!("no class for {error}")));
    };
    let attributes = PyDict::new(py);
    attributes.set_item("operation", error.operation())?;
    attributes.set_item("retryable", error.retryable())?;
    attributes.set_item("outcome", error.outcome().as_str())?;
    attributes.set_item("attempts", error.attempts())?;
    attributes.set_item(
        "retry_after",
        error.retry_after().map(|wait| wait.as_secs_f64()),
    )?;
    attributes.set_item("http_status", error.http_status())?;
    attributes.set_item("fault_code", error.fault_code())?;
    attributes.set_item("status_text", error.status_text())?;
    attributes.set_item("limit", error.limit().map(|limit| limit.to_string()))?;
    attributes.set_item("body_head", error.body_head().map(|head| head.expose()))?;
    let raised = PyErr::from_value(class.call((error.to_string(),), Some(&attributes))?);
    if let Some(source) = error.source() {
        raised.set_cause(py, Some(cause(py, source)));
    }
    Ok(raised)
}

/// What lies beneath an error: an `OSError` where the system spoke, else its text.
fn cause(py: Python<'_>, source: &(dyn StdError + 'static)) -> PyErr {
    let raised = match source
        .downcast_ref::<std::io::Error>()
        .and_then(std::io::Error::raw_os_error)
    {
        Some(number) => std::io::Error::from_raw_os_error(number).into(),
        None => PyException::new_err(source.to_string()),
    };
    if let Some(deeper) = source.source() {
        raised.set_cause(py, Some(cause(py, deeper)));
    }
    raised
}

/// Something that cannot happen, told as an exception all the same.
pub(crate) fn unexpected(error: impl std::fmt::Display) -> PyErr {
    PyRuntimeError::new_err(error.to_string())
}

/// The kinds as `(word, class name, documentation, advice)`: what `_errors.py` is made from.
///
/// `Cancelled` is not among them: in Python, a cancelled call ends as Python's cancellation does.
#[pyfunction]
pub(crate) fn _error_kinds() -> Vec<(&'static str, String, String, &'static str)> {
    let kinds = ErrorKind::ALL
        .iter()
        .filter(|kind| **kind != ErrorKind::Cancelled);
    kinds
        .map(|kind| {
            let docs = kind.docs().trim().to_owned();
            (kind.as_str(), format!("{kind:?}Error"), docs, kind.advice())
        })
        .collect()
}
