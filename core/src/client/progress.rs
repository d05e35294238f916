//! [`Progress`]: how far a call has come, so that its end by timeout or signal tells the truth.

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::time::Duration;

use super::Client;
use super::job::Job;
use crate::error::Outcome;

/// How far a call has come, for whoever ends it from outside.
#[derive(Debug)]
pub(crate) struct Progress {
    deadline: Duration,
    attempts: AtomicU32,
    /// Whether a change may be on its way: its bytes may have left and nothing came back.
    in_flight: AtomicBool,
}

impl Progress {
    pub(crate) fn new(client: &Client, timeout: Duration) -> Self {
        Self {
            deadline: client.now().saturating_add(timeout),
            attempts: AtomicU32::new(0),
            in_flight: AtomicBool::new(false),
        }
    }

    pub(crate) fn time_left(&self, client: &Client) -> Duration {
        self.deadline.saturating_sub(client.now())
    }

    pub(crate) fn sending(&self, job: &Job) {
        self.attempts.fetch_add(1, Ordering::Relaxed);
        self.in_flight.store(!job.is_read(), Ordering::Relaxed);
    }

    /// Nothing is under way any more: an answer came, or an error that says what is known.
    pub(crate) fn ended(&self) {
        self.in_flight.store(false, Ordering::Relaxed);
    }

    /// What is known of the call if it ends now.
    pub(crate) fn outcome(&self) -> Outcome {
        if self.in_flight.load(Ordering::Relaxed) {
            Outcome::Unknown
        } else {
            Outcome::NotDone
        }
    }

    pub(crate) fn attempts(&self) -> u32 {
        self.attempts.load(Ordering::Relaxed)
    }
}
