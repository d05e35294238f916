//! The runtime that drives connections: made at the first call, one for each process.
//!
//! A fork copies the memory but not the threads, so a child makes a runtime of its own and leaves
//! its parent's alone. Before the interpreter goes, everything here comes to rest.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use pyo3::prelude::*;
use tokio::runtime::{Builder, Runtime};

use crate::errors::unexpected;

/// How long the interpreter's end waits for calls of other threads to come to rest.
const REST: Duration = Duration::from_millis(500);

/// Locked only by threads that hold the GIL. A fork from Python holds it as well, so a child never
/// finds it locked by a thread that is no more.
static RUNTIME: Mutex<Option<(u32, Arc<Runtime>)>> = Mutex::new(None);

/// Whether the interpreter is about to go: from then on a thread that comes back from a call must
/// not ask for the GIL, since it would be killed in the middle of Rust.
static ENDING: AtomicBool = AtomicBool::new(false);

/// Threads that wait for a call without the GIL.
static WAITING: AtomicUsize = AtomicUsize::new(0);

/// The process's runtime.
pub(crate) fn runtime(py: Python<'_>) -> PyResult<Arc<Runtime>> {
    let process = std::process::id();
    let mut slot = RUNTIME.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some((owner, runtime)) = &*slot {
        if *owner == process {
            return Ok(Arc::clone(runtime));
        }
        // Its threads were not copied, so dropping it would wait for them for ever.
        std::mem::forget(slot.take());
        WAITING.store(0, Ordering::SeqCst);
    }
    let runtime = Builder::new_multi_thread()
        .worker_threads(2)
        .thread_name("interserver")
        .enable_all()
        .build()
        .map_err(unexpected)?;
    let runtime = Arc::new(runtime);
    *slot = Some((process, Arc::clone(&runtime)));
    drop(slot);
    py.import("atexit")?
        .call_method1("register", (wrap_pyfunction!(_rest, py)?,))?;
    Ok(runtime)
}

/// Waits without the GIL. At the interpreter's end a thread other than the main one stays here.
pub(crate) fn aside<T: Send>(py: Python<'_>, work: impl FnOnce() -> T + Send) -> T {
    WAITING.fetch_add(1, Ordering::SeqCst);
    py.detach(|| {
        let result = work();
        // The main thread may still call, from what else runs at the end.
        if ENDING.load(Ordering::SeqCst) && !is_main() {
            WAITING.fetch_sub(1, Ordering::SeqCst);
            loop {
                std::thread::park();
            }
        }
        WAITING.fetch_sub(1, Ordering::SeqCst);
        result
    })
}

thread_local! {
    static ENDS_IT: std::cell::Cell<bool> = const { std::cell::Cell::new(false) };
}

fn is_main() -> bool {
    ENDS_IT.get()
}

/// Brings everything to rest: aborts what runs, and waits until no thread is about to come back.
#[pyfunction]
fn _rest(py: Python<'_>) {
    ENDS_IT.set(true);
    ENDING.store(true, Ordering::SeqCst);
    let slot = RUNTIME
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .take();
    py.detach(|| {
        let started = Instant::now();
        while WAITING.load(Ordering::SeqCst) > 0 && started.elapsed() < REST {
            std::thread::sleep(Duration::from_millis(2));
        }
        match slot {
            Some((owner, runtime)) if owner == std::process::id() => match Arc::try_unwrap(runtime)
            {
                Ok(runtime) => runtime.shutdown_timeout(REST),
                // A thread that rests has it.
                Err(shared) => std::mem::forget(shared),
            },
            foreign => std::mem::forget(foreign),
        }
    });
}
