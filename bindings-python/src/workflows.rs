//! The core's jobs that take more than one call, for both kinds of client.

use std::sync::Arc;

use interserver::records::*;
use interserver::{FoundOrder, InventoryItem, OrderMark, WaitOptions};
use pyo3::IntoPyObjectExt;
use pyo3::exceptions::{PyStopAsyncIteration, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyType};
#[cfg(feature = "stubs")]
use pyo3::{inspect::PyStaticExpr, type_hint_identifier, type_hint_union};
use tokio::sync::Mutex;

use crate::awaiting::{Coroutine, coroutine};
use crate::blocking::{job, result, wait};
use crate::client::{AsyncClient, Client};
use crate::errors::exception;
use crate::records::classes;
use crate::settings::Seconds;
use crate::values::{Take, ToPy, Word, civil_time};

/// Every service of the account, and the modules that could not be listed.
// pyo3's own code calls something `Inventory`, so the type has another name here.
#[pyclass(frozen, module = "interserver", name = "Inventory")]
pub(crate) struct AllServices {
    items: Vec<InventoryItem>,
    failures: Vec<(Module, interserver::Error)>,
}

/// A module whose list failed.
#[pyclass(frozen, module = "interserver")]
pub(crate) struct InventoryFailure {
    module: Module,
    error: interserver::Error,
}

/// An `InterServerError`.
pub(crate) struct Exception(PyErr);

impl<'py> IntoPyObject<'py> for Exception {
    type Target = PyAny;
    type Output = Bound<'py, PyAny>;
    type Error = PyErr;
    #[cfg(feature = "stubs")]
    const OUTPUT_TYPE: PyStaticExpr =
        type_hint_identifier!("interserver._errors", "InterServerError");

    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        Ok(self.0.into_value(py).into_bound(py).into_any())
    }
}

#[pymethods]
impl AllServices {
    /// The services, by module in the order of the manual.
    #[getter]
    fn items(&self) -> <Vec<InventoryItem> as ToPy>::Py {
        self.items.clone().to_py()
    }

    /// Modules whose list failed. What they hold is missing from `items`.
    #[getter]
    fn failures(&self) -> Vec<InventoryFailure> {
        let failures = self.failures.iter();
        failures
            .map(|(module, error)| InventoryFailure {
                module: module.clone(),
                error: error.clone(),
            })
            .collect()
    }

    fn __repr__(&self) -> String {
        format!(
            "Inventory(<{} items, {} failures>)",
            self.items.len(),
            self.failures.len()
        )
    }
}

#[pymethods]
impl InventoryFailure {
    /// The module.
    #[getter]
    fn module(&self) -> <Module as ToPy>::Py {
        self.module.clone().to_py()
    }

    /// Why.
    #[getter]
    fn error(&self, py: Python<'_>) -> PyResult<Exception> {
        exception(py, &self.error).map(Exception)
    }

    fn __repr__(&self) -> String {
        format!(
            "InventoryFailure(module='{}', error={:?})",
            self.module,
            self.error.to_string()
        )
    }
}

/// What `upsert_record` did.
#[pyclass(frozen, module = "interserver", eq)]
#[derive(Clone, PartialEq)]
pub(crate) struct Upserted(interserver::Upserted);

#[pymethods]
impl Upserted {
    /// `added`, `updated` or `unchanged`.
    #[getter]
    fn change(&self) -> &'static str {
        match self.0 {
            interserver::Upserted::Added(_) => "added",
            interserver::Upserted::Updated(_) => "updated",
            _ => "unchanged",
        }
    }

    /// The number of the record.
    #[getter]
    fn id(&self) -> i64 {
        self.0.id()
    }

    fn __repr__(&self) -> String {
        format!("Upserted(change='{}', id={})", self.change(), self.id())
    }
}

/// A moment before an order: an order number, or a time of the server.
pub(crate) struct Mark(OrderMark);

impl<'a, 'py> FromPyObject<'a, 'py> for Mark {
    type Error = PyErr;
    #[cfg(feature = "stubs")]
    const INPUT_TYPE: PyStaticExpr = type_hint_union!(
        type_hint_identifier!("builtins", "int"),
        type_hint_identifier!("datetime", "datetime")
    );

    fn extract(value: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        match value.extract::<i64>() {
            Ok(id) => Ok(Self(id.into())),
            Err(_) => civil_time(&value).map(|time| Self(time.into())),
        }
    }
}

/// A method of both clients or both services.
macro_rules! workflow {
    (
        $sync:ty, $async:ty;
        $(#[doc = $doc:literal])*
        ($($sig:tt)*)
        fn $name:ident($this:ident $(, $arg:ident: $type:ty)*) -> $gives:ty, $value:ty as $into:expr =>
            |$client:ident| $future:expr
    ) => {
        #[pymethods]
        impl $sync {
            $(#[doc = $doc])*
            #[pyo3(signature = ($($sig)*))]
            #[allow(clippy::too_many_arguments, reason = "the options of a job")]
            fn $name(&self, py: Python<'_>, $($arg: $type),*) -> PyResult<$gives> {
                let $client = self.link().client(py)?;
                let value: $value = result(wait(py, job($future))?)?;
                #[allow(clippy::redundant_closure_call)]
                Ok($into(value))
            }
        }

        #[pymethods]
        impl $async {
            $(#[doc = $doc])*
            #[pyo3(signature = ($($sig)*))]
            #[allow(clippy::too_many_arguments, reason = "the options of a job")]
            fn $name(&self, py: Python<'_>, $($arg: $type),*) -> PyResult<Coroutine<$gives>> {
                let $client = self.link().client(py)?;
                coroutine(
                    py,
                    move |_| Ok(job($future)),
                    |py, value| {
                        let value: $value = result(value)?;
                        #[allow(clippy::redundant_closure_call)]
                        $into(value).into_py_any(py)
                    },
                )
            }
        }
    };
}

macro_rules! linked {
    ($($handle:ident)*) => {$(
        impl classes::$handle {
            fn link(&self) -> Arc<crate::link::Link> {
                Arc::clone(&self.0)
            }
        }
    )*};
}
linked!(VpsService AsyncVpsService DnsService AsyncDnsService SupportService AsyncSupportService);

workflow! {
    Client, AsyncClient;
    /// Lists the services of all modules at once.
    ///
    /// A module that fails does not cost the others: it is named in `failures`.
    ()
    fn inventory(self) -> AllServices, interserver::Inventory as (|inventory: interserver::Inventory| AllServices {
        items: inventory.items,
        failures: inventory
            .failures
            .into_iter()
            .map(|failure| (failure.module, failure.error))
            .collect(),
    }) => |client| async move { client.inventory().await }
}

workflow! {
    classes::VpsService, classes::AsyncVpsService;
    /// Waits until a VPS is in a state, looking again after growing pauses.
    ///
    /// Args:
    ///     id: Order number of the VPS.
    ///     state: The state to wait for.
    ///     deadline: Seconds to wait in all. Default 600.
    ///     pause: Seconds before the second look; each pause is half as long again. Default 1.
    ///     longest_pause: The longest pause, in seconds. Default 15.
    ///     settle: Seconds after which a state counts that the first look found already: a queued
    ///         request shows the old state for a while. Default 60.
    ///
    /// Raises:
    ///     TimeoutError: The deadline passed first.
    (
        id, state, *, deadline=Seconds(WaitOptions::default().deadline),
        pause=Seconds(WaitOptions::default().pause),
        longest_pause=Seconds(WaitOptions::default().longest_pause),
        settle=Seconds(WaitOptions::default().settle)
    )
    fn wait_for(
        self, id: i64, state: Word<ServerStatus>, deadline: Seconds, pause: Seconds,
        longest_pause: Seconds, settle: Seconds
    ) -> classes::Vps, Vps as Vps::to_py => |client| async move {
        let options = WaitOptions {
            deadline: deadline.0,
            pause: pause.0,
            longest_pause: longest_pause.0,
            settle: settle.0,
        };
        client.vps().wait_for(id, state.0, options).await
    }
}

workflow! {
    classes::VpsService, classes::AsyncVpsService;
    /// Marks the moment before an order, for `find_order`: the highest order number so far.
    ()
    fn order_mark(self) -> i64, i64 as i64::to_py => |client| async move {
        // The mark that this gives is always of this kind.
        client.vps().order_mark().await.map(|mark| match mark {
            OrderMark::AfterId(id) => id,
            _ => 0,
        })
    }
}

workflow! {
    classes::VpsService, classes::AsyncVpsService;
    /// Looks whether an order arrived whose outcome is unknown: a VPS of the ordered host name
    /// that came after `since`, with its invoices. None means that the server has no such VPS.
    ///
    /// Args:
    ///     order: The order.
    ///     since: What `order_mark` gave before, or a time by the server's own clock.
    (order, since)
    fn find_order(self, order: Py<classes::VpsOrder>, since: Mark)
        -> Option<classes::FoundOrder>, Option<FoundOrder> as Option::<FoundOrder>::to_py => |client| async move {
        let order = VpsOrder::take(order);
        client.vps().find_order(&order, since.0).await
    }
}

workflow! {
    classes::DnsService, classes::AsyncDnsService;
    /// Makes a zone's record of a name and type say what the draft says: the one there is gets
    /// changed, and if there is none, one is added.
    ///
    /// Args:
    ///     zone: Number of the zone (`DnsZone.id`).
    ///     record: What the record shall be.
    (zone, record)
    fn upsert_record(self, zone: i64, record: Py<classes::DnsRecordDraft>)
        -> Upserted, interserver::Upserted as Upserted => |client| async move {
        client.dns().upsert_record(zone, DnsRecordDraft::take(record)).await
    }
}

workflow! {
    classes::DnsService, classes::AsyncDnsService;
    /// Finds a zone by its name among the numbers from `first` to `last`.
    ///
    /// The API has no list of zones, so each number is asked for; keep the range small.
    ///
    /// Args:
    ///     name: Name of the zone.
    ///     first: The first number.
    ///     last: The last number.
    (name, first, last)
    fn find_zone(self, name: String, first: i64, last: i64)
        -> classes::DnsZone, DnsZone as DnsZone::to_py => |client| async move {
        client.dns().find_zone(&name, first..=last).await
    }
}

#[pymethods]
impl classes::VpsOrder {
    /// An order with what the template decides filled in.
    ///
    /// Args:
    ///     template: The template.
    ///     arguments: The other arguments of an order, `hostname` and `root_password` among them.
    #[classmethod]
    #[pyo3(signature = (template: "VpsTemplate", **arguments: "typing.Any") -> "typing_extensions.Self")]
    fn for_template<'py>(
        class: &Bound<'py, PyType>,
        template: Py<classes::VpsTemplate>,
        arguments: Option<&Bound<'py, PyDict>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let order = VpsOrder::for_template(&template.get().0);
        let all = PyDict::new(class.py());
        all.set_item("template_file", order.template_file)?;
        all.set_item("template_os", order.template_os)?;
        if let Some(arguments) = arguments {
            for (name, value) in arguments {
                if all.contains(&name)? {
                    return Err(PyValueError::new_err(format!(
                        "the template decides {name}"
                    )));
                }
                all.set_item(name, value)?;
            }
        }
        class.call((), Some(&all))
    }
}

type Shared = Arc<Mutex<interserver::Tickets>>;

async fn next(tickets: Shared) -> Result<Option<TicketSummary>, interserver::Error> {
    tickets.lock().await.next().await
}

/// The tickets of an account, fetched a page at a time.
#[pyclass(frozen, module = "interserver")]
pub(crate) struct Tickets(Shared);

#[pymethods]
impl Tickets {
    fn __iter__(this: Py<Self>) -> Py<Self> {
        this
    }

    fn __next__(&self, py: Python<'_>) -> PyResult<Option<classes::TicketSummary>> {
        let tickets = Arc::clone(&self.0);
        let ticket: Option<TicketSummary> = result(wait(py, job(next(tickets)))?)?;
        Ok(ticket.to_py())
    }
}

/// The tickets of an account, fetched a page at a time.
#[pyclass(frozen, module = "interserver")]
pub(crate) struct AsyncTickets(Shared);

#[pymethods]
impl AsyncTickets {
    fn __aiter__(this: Py<Self>) -> Py<Self> {
        this
    }

    fn __anext__(&self, py: Python<'_>) -> PyResult<Coroutine<classes::TicketSummary>> {
        let tickets = Arc::clone(&self.0);
        coroutine(
            py,
            |_| Ok(job(next(tickets))),
            |py, value| match result::<Option<TicketSummary>>(value)? {
                Some(ticket) => ticket.to_py().into_py_any(py),
                None => Err(PyStopAsyncIteration::new_err(())),
            },
        )
    }
}

#[pymethods]
impl classes::SupportService {
    /// Goes through the tickets, perhaps only those of a status such as `Open`.
    ///
    /// They are iterated, and nothing is fetched before it is asked for.
    #[pyo3(signature = (status=None))]
    fn tickets(&self, py: Python<'_>, status: Option<String>) -> PyResult<Tickets> {
        let tickets = self.link().client(py)?.support().tickets(status);
        Ok(Tickets(Arc::new(Mutex::new(tickets))))
    }
}

#[pymethods]
impl classes::AsyncSupportService {
    /// Goes through the tickets, perhaps only those of a status such as `Open`.
    ///
    /// They are iterated, and nothing is fetched before it is asked for.
    #[pyo3(signature = (status=None))]
    fn tickets(&self, py: Python<'_>, status: Option<String>) -> PyResult<AsyncTickets> {
        let tickets = self.link().client(py)?.support().tickets(status);
        Ok(AsyncTickets(Arc::new(Mutex::new(tickets))))
    }
}
