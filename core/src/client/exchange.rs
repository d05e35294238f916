//! The session rules, and the time of a whole call.
//!
//! A dead session answers in many forms that all look like an empty account. So an empty answer
//! is believed, and a change is sent, only through a session that is known to live.

use std::time::Duration;

use futures_util::FutureExt;
use futures_util::future::{Either, pending, select};
use tracing::Instrument;

use super::Client;
use super::attempt::{Judged, ReadResult};
use super::job::Job;
use super::progress::Progress;
use super::retry::send;
use super::session::Live;
use crate::error::{Error, ErrorKind, Result};
use crate::transport::BoxFuture;

/// What a caller may say about one call.
pub(crate) struct Wishes {
    pub(crate) timeout: Duration,
    /// Ends when the caller no longer wants an answer.
    pub(crate) cancel: Option<BoxFuture<'static, ()>>,
}

/// Runs a job to its end: `Ok` is success, and `read` has kept the value.
pub(crate) async fn exchange(
    client: &Client,
    job: &Job,
    wishes: Wishes,
    read: &mut ReadResult<'_>,
) -> Result<()> {
    let progress = Progress::new(client, wishes.timeout);
    let alarm = client.transport().alarm(wishes.timeout);
    let mut cancel = wishes.cancel.unwrap_or_else(|| Box::pin(pending()));
    // A signal that was given before the call began: then nothing is sent at all.
    if (&mut cancel).now_or_never().is_some() {
        return Err(cancelled(job, &progress));
    }
    let span = tracing::debug_span!("call", operation = %job.wire);
    let work = by_the_rules(client, job, &progress, read).instrument(span);
    let result = match select(std::pin::pin!(work), select(alarm, cancel)).await {
        Either::Left((result, _)) => result,
        Either::Right((Either::Left(_), _)) => Err(Error::new(
            ErrorKind::Timeout,
            "the call took longer than its timeout",
        )
        .with_retryable(job.is_read())
        .with_outcome(progress.outcome())),
        Either::Right((Either::Right(_), _)) => Err(cancelled(job, &progress)),
    };
    result.map_err(|error| match error.operation() {
        // A login that failed speaks for itself; the call was never sent.
        Some(_) => error,
        None => error
            .with_operation(job.wire.clone())
            .with_attempts(progress.attempts()),
    })
}

fn cancelled(job: &Job, progress: &Progress) -> Error {
    Error::new(ErrorKind::Cancelled, "the caller cancelled the call")
        .with_operation(job.wire.clone())
        .with_outcome(progress.outcome())
        .with_attempts(progress.attempts())
}

async fn by_the_rules(
    client: &Client,
    job: &Job,
    progress: &Progress,
    read: &mut ReadResult<'_>,
) -> Result<()> {
    if !job.session {
        return send(client, job, None, progress, read).await?.verdict;
    }
    let sessions = client.sessions();
    let mut live = sessions.current(client).await?;
    if !job.is_read() && !live.is_proven(client) {
        live = sessions.confirm(client, &live, client.now()).await?;
    }
    let sent_at = client.now();
    let judged = send_through(client, job, &live, progress, read).await?;
    if judged.carries_something || !job.is_read() || live.is_proven(client) {
        return judged.verdict;
    }
    let live = sessions.confirm(client, &live, sent_at).await?;
    send_through(client, job, &live, progress, read)
        .await?
        .verdict
}

async fn send_through(
    client: &Client,
    job: &Job,
    live: &Live,
    progress: &Progress,
    read: &mut ReadResult<'_>,
) -> Result<Judged> {
    let sent_at = client.now();
    let judged = send(client, job, Some(&live.id), progress, read).await?;
    if judged.carries_something {
        client.sessions().prove(live, sent_at);
    }
    Ok(judged)
}
