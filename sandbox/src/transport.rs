//! [`InProcess`]: the way from a client to a sandbox without a network.

use std::future::poll_fn;
use std::task::Poll;
use std::time::Duration;

use interserver::transport::{
    BoxFuture, Request, Response, Transport, TransportError, TransportErrorKind,
};

use crate::http::{Delivery, Ending, HttpRequest, HttpResponse};
use crate::sandbox::Sandbox;

/// How long it waits for a byte, like the network's default.
const READ_TIMEOUT: Duration = Duration::from_secs(30);

/// Carries requests to a sandbox in the same process.
///
/// Time is the sandbox's: whoever waits moves it, so waiting is over at once and always the same.
pub(crate) struct InProcess {
    sandbox: Sandbox,
}

impl InProcess {
    pub(crate) fn new(sandbox: Sandbox) -> Self {
        Self { sandbox }
    }

    fn exchange(&self, request: Request) -> Result<Response, TransportError> {
        let (max_body, timeout) = (request.max_body, request.timeout);
        let answer = self.sandbox.handle(&translated(request));
        match answer.delivery.ending {
            Ending::Refused => {
                let message = "no connection: the sandbox refuses it";
                return Err(TransportError::new(
                    TransportErrorKind::Connect,
                    false,
                    message,
                ));
            }
            Ending::Reset => return Err(broke("the connection broke before the answer")),
            Ending::Whole | Ending::Cut => {}
        }
        self.wait(&answer, timeout)?;
        if answer.delivery.ending == Ending::Cut {
            return Err(broke("the connection broke in the middle of the answer"));
        }
        if answer.body.len() > max_body {
            let message = "the body is larger than allowed";
            return Err(TransportError::new(
                TransportErrorKind::TooLarge,
                true,
                message,
            ));
        }
        Ok(Response {
            status: answer.status,
            headers: answer
                .headers
                .into_iter()
                .map(|(name, value)| (name.to_ascii_lowercase(), value))
                .collect(),
            body: answer.body,
        })
    }

    /// Lets the time pass that the answer takes, or what the client allows it.
    fn wait(&self, answer: &HttpResponse, timeout: Duration) -> Result<(), TransportError> {
        let Delivery { latency, drip, .. } = &answer.delivery;
        let (pause, drips) = match drip {
            Some(drip) => {
                let pieces = u32::try_from(drip.pieces(answer.body.len())).unwrap_or(u32::MAX);
                (drip.pause, drip.pause.saturating_mul(pieces))
            }
            None => (Duration::ZERO, Duration::ZERO),
        };
        let total = latency.saturating_add(drips);
        // The longest silence counts against the read timeout, all of it against the call's.
        let until_silence = if *latency > READ_TIMEOUT {
            Some(READ_TIMEOUT)
        } else if pause > READ_TIMEOUT {
            Some(latency.saturating_add(READ_TIMEOUT))
        } else {
            None
        };
        let given_up = until_silence
            .into_iter()
            .chain((total > timeout).then_some(timeout))
            .min();
        match given_up {
            Some(time) => {
                self.sandbox.advance(time);
                let message = "the answer took too long";
                Err(TransportError::new(
                    TransportErrorKind::Timeout,
                    true,
                    message,
                ))
            }
            None => {
                self.sandbox.advance(total);
                Ok(())
            }
        }
    }
}

fn broke(message: &str) -> TransportError {
    TransportError::new(TransportErrorKind::Connect, true, message)
}

fn translated(request: Request) -> HttpRequest {
    let after_scheme = request.url.split_once("://").map_or("", |(_, rest)| rest);
    let (host, target) = match after_scheme.find('/') {
        Some(at) => after_scheme.split_at(at),
        None => (after_scheme, "/"),
    };
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let mut headers = vec![("host".to_owned(), host.to_owned())];
    headers.extend(
        request
            .headers
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value)),
    );
    HttpRequest {
        method: "POST".to_owned(),
        path: path.to_owned(),
        query: query.to_owned(),
        headers,
        body: request.body.into_bytes(),
    }
}

impl Transport for InProcess {
    fn send(&self, request: Request) -> BoxFuture<'_, Result<Response, TransportError>> {
        Box::pin(async move {
            // As on a network, others get their turn between a request and its answer.
            step_aside().await;
            self.exchange(request)
        })
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        let sandbox = self.sandbox.clone();
        Box::pin(async move {
            sandbox.advance(duration);
            step_aside().await;
        })
    }

    fn alarm(&self, _: Duration) -> BoxFuture<'static, ()> {
        Box::pin(std::future::pending())
    }

    fn now(&self) -> Duration {
        self.sandbox.passed()
    }
}

/// Lets other tasks run once.
async fn step_aside() {
    let mut waited = false;
    poll_fn(|context| {
        if waited {
            return Poll::Ready(());
        }
        waited = true;
        context.waker().wake_by_ref();
        Poll::Pending
    })
    .await;
}
