//! [`Link`]: the core's client behind a `Client` or `AsyncClient` and their services.

use std::sync::{Mutex, PoisonError};

use interserver::{Client, ClientBuilder};
use pyo3::prelude::*;

use crate::errors::raise;

/// A client that is made again after a fork and after `close`.
pub(crate) struct Link {
    builder: ClientBuilder,
    /// Locked only with the GIL, as the runtime is, and for the same reason.
    state: Mutex<Option<(u32, Client)>>,
}

impl Link {
    /// Makes the client at once, so that a wrong setting shows at once. Nothing is sent.
    pub(crate) fn new(py: Python<'_>, builder: ClientBuilder) -> PyResult<Self> {
        let link = Self {
            builder,
            state: Mutex::new(None),
        };
        link.client(py)?;
        Ok(link)
    }

    /// The client of this process.
    pub(crate) fn client(&self, py: Python<'_>) -> PyResult<Client> {
        let process = std::process::id();
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((owner, client)) = &*state {
            if *owner == process {
                return Ok(client.clone());
            }
            // A parent's: its connections are the parent's, its locks may be held for ever.
            std::mem::forget(state.take());
        }
        let client = self
            .builder
            .clone()
            .build()
            .map_err(|error| raise(py, &error))?;
        *state = Some((process, client.clone()));
        Ok(client)
    }

    /// Forgets the client: its connections close once no call uses them.
    pub(crate) fn close(&self) {
        let state = self
            .state
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take();
        if let Some((owner, client)) = state
            && owner != std::process::id()
        {
            std::mem::forget(client);
        }
    }
}
