//! [`Sandbox`]: what people hold. Cheap to clone; all clones are the same sandbox.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use interserver::Client;
use interserver::transport::Transport;
use serde_json::Value as Json;

use crate::dead_session::DeadSession;
use crate::fault::Fault;
use crate::http::{HttpRequest, HttpResponse};
use crate::log::LoggedRequest;
use crate::soap::charset::Charset;
use crate::transport::InProcess;
use crate::world::World;
use crate::{PASSWORD, USERNAME};

/// A stand-in for the service.
///
/// ```
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), interserver::Error> {
/// use interserver_sandbox::Sandbox;
///
/// let sandbox = Sandbox::new(1);
/// let client = sandbox.client();
/// let vps = &client.vps().list().await?[0];
/// client.vps().restart(vps.id).await?;
/// assert_eq!(sandbox.count("vps.restart"), 1);
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Sandbox(Arc<Mutex<Inner>>);

struct Inner {
    world: World,
    /// What has passed in all. Unlike the world's time it never goes back, not even by a reset.
    passed: Duration,
}

impl Sandbox {
    /// A sandbox in its first state. The same seed and the same calls give the same answers.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self(Arc::new(Mutex::new(Inner {
            world: World::new(seed),
            passed: Duration::ZERO,
        })))
    }

    /// A client of the demo account, without a network in between. Its waiting costs no time:
    /// it moves the sandbox's clock instead.
    #[must_use]
    pub fn client(&self) -> Client {
        Client::builder()
            .credentials(USERNAME, PASSWORD)
            .endpoint(self.endpoint())
            .transport(self.transport())
            .build()
            .expect("the sandbox's settings are good")
    }

    /// The way to the sandbox, for [`Client::builder`].
    #[must_use]
    pub fn transport(&self) -> Arc<dyn Transport> {
        Arc::new(InProcess::new(self.clone()))
    }

    /// The address that goes with [`transport`](Sandbox::transport). Nothing listens there.
    #[must_use]
    pub fn endpoint(&self) -> String {
        "http://127.0.0.1/api.php".to_owned()
    }

    /// Answers a request. See [`World::handle`].
    #[must_use]
    pub fn handle(&self, request: &HttpRequest) -> HttpResponse {
        self.lock().world.handle(request)
    }

    /// Moves the time, and lets happen what is due.
    pub fn advance(&self, time: Duration) {
        let mut inner = self.lock();
        inner.passed = inner.passed.saturating_add(time);
        inner.world.advance(time);
    }

    /// Time since the epoch, by the sandbox's clock.
    #[must_use]
    pub fn now(&self) -> Duration {
        self.lock().world.now()
    }

    /// What has passed since the sandbox was made.
    pub(crate) fn passed(&self) -> Duration {
        self.lock().passed
    }

    /// Goes back to the first state. See [`World::reset`].
    pub fn reset(&self) {
        self.lock().world.reset();
    }

    /// Makes the next `count` requests of an operation meet a fault. See [`World::fail`].
    pub fn fail(&self, operation: &str, fault: Fault, count: usize) {
        self.lock().world.fail(operation, fault, count);
    }

    /// Forgets the faults that are still to come.
    pub fn clear_faults(&self) {
        self.lock().world.clear_faults();
    }

    /// Ends all sessions.
    pub fn expire_sessions(&self) {
        self.lock().world.expire_sessions();
    }

    /// Chooses the bytes that answers come in.
    pub fn set_charset(&self, charset: Charset) {
        self.lock().world.set_charset(charset);
    }

    /// Chooses what operations answer to a session that has ended.
    pub fn set_dead_session_answer(&self, form: DeadSession) {
        self.lock().world.set_dead_session_answer(form);
    }

    /// The account as JSON.
    #[must_use]
    pub fn state(&self) -> Json {
        self.lock().world.state()
    }

    /// What came in so far.
    #[must_use]
    pub fn requests(&self) -> Vec<LoggedRequest> {
        self.lock().world.requests().to_vec()
    }

    /// How many requests of an operation came in, by wire name, method path, or `*` for all.
    #[must_use]
    pub fn count(&self, operation: &str) -> usize {
        self.lock().world.count(operation)
    }

    fn lock(&self) -> MutexGuard<'_, Inner> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl std::fmt::Debug for Sandbox {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Sandbox")
            .field("now", &self.lock().world.state.clock.date())
            .finish_non_exhaustive()
    }
}
