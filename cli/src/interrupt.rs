//! The signal of a person at the keyboard who has had enough.

use std::pin::pin;

use futures_util::future::{Either, select};

use crate::failure::Failure;

/// Ends when it comes.
pub(crate) async fn signal() {
    if tokio::signal::ctrl_c().await.is_err() {
        // No signal can be caught, so the default stays: the process ends.
        std::future::pending().await
    }
}

/// What the work comes to, unless the signal comes first.
pub(crate) async fn or<T>(work: impl Future<Output = T>) -> Result<T, Failure> {
    match select(pin!(work), pin!(signal())).await {
        Either::Left((result, _)) => Ok(result),
        Either::Right(_) => Err(Failure::Interrupted),
    }
}
