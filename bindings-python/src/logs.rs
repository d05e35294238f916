//! The core's events as records of Python's `logging`, logger `interserver`.
//!
//! Events are kept while the core works and handed over in between, so that no handler, which is
//! anybody's code, ever runs in the middle of a call or on a thread of this library.

use std::cell::RefCell;
use std::collections::HashMap;
use std::fmt::{self, Write};
use std::pin::Pin;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, Once, PoisonError};
use std::task::{Context, Poll};

use pyo3::prelude::*;
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Level, Metadata, Subscriber};

/// Name of the logger, and of the targets that are listened to.
const LOGGER: &str = "interserver";

thread_local! {
    /// Where the events of the call go that is being worked on in this thread.
    static CURRENT: RefCell<Option<Arc<Sink>>> = const { RefCell::new(None) };
}

/// The events of a call that are still to be handed over.
pub(crate) struct Sink {
    level: u8,
    kept: Mutex<Kept>,
}

#[derive(Default)]
struct Kept {
    events: Vec<(u8, String)>,
    /// Spans by id, and those entered.
    spans: HashMap<u64, String>,
    entered: Vec<u64>,
}

impl Sink {
    /// A sink of the logger's level. None if nobody ever imported `logging`: then nobody listens,
    /// and it need not be imported to learn so.
    pub(crate) fn open(py: Python<'_>) -> PyResult<Option<Arc<Self>>> {
        let modules = py.import("sys")?.getattr("modules")?;
        if !modules.contains("logging")? {
            return Ok(None);
        }
        let level: i64 = logger(py)?.call_method0("getEffectiveLevel")?.extract()?;
        listen();
        Ok(Some(Arc::new(Self {
            // 0 lets everything through, and nothing is ever above 50.
            level: u8::try_from(level.clamp(0, 255)).unwrap_or(u8::MAX),
            kept: Mutex::default(),
        })))
    }

    /// Hands over what was kept.
    pub(crate) fn flush(&self, py: Python<'_>) -> PyResult<()> {
        let events = std::mem::take(&mut self.lock().events);
        if events.is_empty() {
            return Ok(());
        }
        let logger = logger(py)?;
        for (level, message) in events {
            logger.call_method1("log", (level, message))?;
        }
        Ok(())
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Kept> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn logger(py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
    py.import("logging")?.call_method1("getLogger", (LOGGER,))
}

/// Python's number of a level. Tracing's finest has none there: it is half of `DEBUG`.
fn number(level: &Level) -> u8 {
    match *level {
        Level::ERROR => 40,
        Level::WARN => 30,
        Level::INFO => 20,
        Level::DEBUG => 10,
        Level::TRACE => 5,
    }
}

/// A future whose events go into a sink.
pub(crate) struct Logged<F> {
    pub(crate) future: F,
    pub(crate) sink: Option<Arc<Sink>>,
}

impl<F: Future + Unpin> Future for Logged<F> {
    type Output = F::Output;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<F::Output> {
        let before = CURRENT.replace(self.sink.clone());
        let result = Pin::new(&mut self.future).poll(context);
        CURRENT.set(before);
        result
    }
}

fn listen() {
    static ONCE: Once = Once::new();
    // It cannot have been set before: this library has a `tracing` of its own.
    ONCE.call_once(|| drop(tracing::subscriber::set_global_default(Listener)));
}

struct Listener;

/// Does something with the sink of the call that is being worked on.
fn with_sink<T: Default>(work: impl FnOnce(&mut Kept) -> T) -> T {
    CURRENT.with_borrow(|sink| match sink {
        Some(sink) => work(&mut sink.lock()),
        None => T::default(),
    })
}

impl Subscriber for Listener {
    fn register_callsite(&self, _: &'static Metadata<'static>) -> tracing::subscriber::Interest {
        // Each call has a level of its own.
        tracing::subscriber::Interest::sometimes()
    }

    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target().starts_with(LOGGER)
            && CURRENT.with_borrow(|sink| {
                sink.as_ref()
                    .is_some_and(|sink| number(metadata.level()) >= sink.level)
            })
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        static NEXT: AtomicU64 = AtomicU64::new(1);
        let id = NEXT.fetch_add(1, Ordering::Relaxed);
        let mut text = Text::default();
        span.record(&mut text);
        let name = format!("{}{{{}}}", span.metadata().name(), text.fields.trim());
        with_sink(|kept| drop(kept.spans.insert(id, name)));
        Id::from_u64(id)
    }

    fn record(&self, _: &Id, _: &Record<'_>) {}

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        let mut text = Text::default();
        event.record(&mut text);
        with_sink(|kept| {
            let mut line = String::new();
            for name in kept.entered.iter().filter_map(|id| kept.spans.get(id)) {
                line.push_str(name);
                line.push_str(": ");
            }
            line.push_str(&text.message);
            line.push_str(&text.fields);
            kept.events.push((number(event.metadata().level()), line));
        });
    }

    fn enter(&self, id: &Id) {
        with_sink(|kept| kept.entered.push(id.into_u64()));
    }

    fn exit(&self, id: &Id) {
        with_sink(|kept| kept.entered.retain(|entered| *entered != id.into_u64()));
    }
}

/// The text of an event or span.
#[derive(Default)]
struct Text {
    message: String,
    fields: String,
}

impl Visit for Text {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        // Writing into a String cannot fail.
        let _ = match field.name() {
            "message" => write!(self.message, "{value:?}"),
            name => write!(self.fields, " {name}={value:?}"),
        };
    }

    fn record_str(&mut self, field: &Field, value: &str) {
        self.record_debug(field, &format_args!("{value}"));
    }
}
