//! Repetition: only reads are ever sent twice, unless no byte of the first time left.

use std::sync::Mutex;
use std::time::Duration;

use tracing::Instrument;

use super::Client;
use super::attempt::{Failed, Judged, ReadResult, attempt};
use super::job::Job;
use super::progress::Progress;
use super::settings::RetryPolicy;
use crate::error::Error;
use crate::value::Secret;

/// Tokens for repetitions, shared by all calls of a client: a server in trouble gets few.
pub(crate) struct Budget {
    tokens: Mutex<f64>,
    per_call: f64,
}

impl Budget {
    const MOST: f64 = 10.0;

    pub(crate) fn new(per_call: f64) -> Self {
        Self {
            tokens: Mutex::new(Self::MOST),
            per_call,
        }
    }

    fn earn(&self) {
        let mut tokens = self.lock();
        *tokens = (*tokens + self.per_call).min(Self::MOST);
    }

    fn spend(&self) -> bool {
        let mut tokens = self.lock();
        let enough = *tokens >= 1.0;
        if enough {
            *tokens -= 1.0;
        }
        enough
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, f64> {
        self.tokens
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

/// Sends a job, again where that is allowed, until it is answered or the time is up.
pub(crate) async fn send(
    client: &Client,
    job: &Job,
    session: Option<&Secret>,
    progress: &Progress,
    read: &mut ReadResult<'_>,
) -> Result<Judged, Error> {
    let policy = &client.settings().retry;
    client.0.budget.earn();
    let mut tries = 0;
    loop {
        tries += 1;
        let failed = {
            let permit = client.0.permits.acquire().await;
            let _permit = permit.expect("the semaphore is never closed");
            progress.sending(job);
            let time_left = progress.time_left(client);
            let span = tracing::debug_span!("attempt", number = tries);
            match attempt(client, job, session, time_left, read)
                .instrument(span)
                .await
            {
                Ok(judged) => {
                    progress.ended();
                    return Ok(judged);
                }
                Err(failed) => failed,
            }
        };
        let again = failed.passing && (job.is_read() || !failed.sent);
        progress.ended();
        let error = failed
            .error
            .clone()
            .with_retryable(again || is_refused_for_now(&failed));
        let pause = pause(policy, tries, error.retry_after());
        if !again
            || tries >= policy.attempts
            || pause >= progress.time_left(client)
            || !client.0.budget.spend()
        {
            return Err(error);
        }
        tracing::debug!(%error, milliseconds = pause.as_millis(), "trying again");
        client.sleep(pause).await;
    }
}

/// A write that was told to come back later was not done, and may be sent again by the caller.
fn is_refused_for_now(failed: &Failed) -> bool {
    failed.error.http_status() == Some(429)
}

/// The server's wish, else a pause that doubles each time, half of it by chance.
fn pause(policy: &RetryPolicy, tries: u32, retry_after: Option<Duration>) -> Duration {
    if let Some(wait) = retry_after {
        return wait;
    }
    let doubled = policy.pause.saturating_mul(1 << (tries - 1).min(16));
    doubled
        .min(policy.longest_pause)
        .mul_f64(0.5 + 0.5 * fastrand::f64())
}
