//! [`VpsService::wait_for`]: waiting until a VPS is in a state.

use std::future::IntoFuture;
use std::time::Duration;

use crate::Client;
use crate::error::{Error, ErrorKind, Result};
use crate::records::{ServerStatus, Vps, VpsService};

/// How to wait for a state.
#[derive(Clone, Debug, PartialEq)]
pub struct WaitOptions {
    /// How long to wait in all; the last look is taken then. Default 10 minutes.
    pub deadline: Duration,
    /// The pause before the second look; each pause is half as long again. Default 1 s.
    pub pause: Duration,
    /// The longest pause. Default 15 s.
    pub longest_pause: Duration,
    /// A queued request shows the old state until the host takes it up. So if the first look
    /// finds the state already, it counts only once the VPS has been seen to leave it, or after
    /// this time. Zero takes the first look at its word. Default 60 s.
    pub settle: Duration,
}

impl Default for WaitOptions {
    fn default() -> Self {
        Self {
            deadline: Duration::from_secs(600),
            pause: Duration::from_secs(1),
            longest_pause: Duration::from_secs(15),
            settle: Duration::from_secs(60),
        }
    }
}

impl VpsService {
    /// Waits until a VPS is in a state, looking again after growing pauses.
    ///
    /// ```no_run
    /// # async fn demo(client: interserver::Client) -> Result<(), interserver::Error> {
    /// use interserver::{ServerStatus, WaitOptions};
    ///
    /// client.vps().restart(1234).await?;
    /// let vps = client.vps().wait_for(1234, ServerStatus::Running, WaitOptions::default()).await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// `Timeout` if the deadline passes first, with the last state seen in the message; otherwise
    /// what `get` fails with.
    pub async fn wait_for(
        &self,
        id: i64,
        state: ServerStatus,
        options: WaitOptions,
    ) -> Result<Vps> {
        let status = |vps: &Vps| vps.server_status.as_ref().map(|state| state.to_string());
        wait(&self.client, || self.get(id), status, id, &state, options).await
    }
}

/// The same for every form in which a VPS can be read.
pub(super) async fn wait<V, F: IntoFuture<Output = Result<V>>>(
    client: &Client,
    look: impl Fn() -> F,
    status: impl Fn(&V) -> Option<String>,
    id: i64,
    state: &ServerStatus,
    options: WaitOptions,
) -> Result<V> {
    let started = client.now();
    let mut pause = options.pause.max(Duration::from_millis(1));
    let mut has_left = false;
    loop {
        let vps = look().await?;
        let waited = client.now().saturating_sub(started);
        let seen = status(&vps);
        if seen.as_deref() != Some(state.as_str()) {
            has_left = true;
        } else if has_left || waited >= options.settle {
            return Ok(vps);
        }
        if waited >= options.deadline {
            let seen = seen.as_deref().unwrap_or("no state");
            return Err(Error::new(
                ErrorKind::Timeout,
                format!(
                    "VPS {id} did not become {state} in {}: it is {seen}",
                    in_words(options.deadline)
                ),
            )
            .with_operation("api_vps_get_service")
            .with_retryable(true));
        }
        // The last look is at the deadline itself.
        let left = options.deadline.saturating_sub(waited);
        client.sleep(pause.min(left)).await;
        pause = pause
            .saturating_add(pause / 2)
            .min(options.longest_pause.max(Duration::from_millis(1)));
    }
}

/// A time as `Debug` writes it, to the millisecond: `600s`, `1.5s`, `20ms`.
fn in_words(time: Duration) -> String {
    let (seconds, milliseconds) = (time.as_secs(), time.subsec_millis());
    match (seconds, milliseconds) {
        (_, 0) => format!("{seconds}s"),
        (0, _) => format!("{milliseconds}ms"),
        _ => {
            let fraction = (1000 + milliseconds).to_string();
            format!("{seconds}.{}s", fraction[1..].trim_end_matches('0'))
        }
    }
}
