//! [`Host`]: the network and the clock, which JavaScript has and WebAssembly has not.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use interserver::transport::{
    BoxFuture, Request, Response, Transport, TransportError, TransportErrorKind,
};
use js_sys::{Array, Promise, Uint8Array};
use send_wrapper::SendWrapper;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    /// `host.js` has the other half.
    pub type JsHost;

    #[wasm_bindgen(method)]
    fn now(this: &JsHost) -> f64;
    #[wasm_bindgen(method)]
    fn sleep(this: &JsHost, milliseconds: f64) -> JsTask;
    #[wasm_bindgen(method)]
    fn alarm(this: &JsHost, milliseconds: f64) -> JsTask;
    #[wasm_bindgen(method)]
    fn send(
        this: &JsHost,
        url: &str,
        headers: Array,
        body: &str,
        most: f64,
        milliseconds: f64,
    ) -> JsTask;

    /// Something under way that can be given up.
    pub type JsTask;

    #[wasm_bindgen(method, getter)]
    fn promise(this: &JsTask) -> Promise;
    #[wasm_bindgen(method)]
    fn cancel(this: &JsTask);

    /// An answer.
    type JsAnswer;

    #[wasm_bindgen(method, getter)]
    fn status(this: &JsAnswer) -> u16;
    #[wasm_bindgen(method, getter)]
    fn headers(this: &JsAnswer) -> Vec<String>;
    #[wasm_bindgen(method, getter)]
    fn body(this: &JsAnswer) -> Uint8Array;

    /// Why there is none.
    type JsProblem;

    #[wasm_bindgen(method, getter)]
    fn kind(this: &JsProblem) -> String;
    #[wasm_bindgen(method, getter)]
    fn sent(this: &JsProblem) -> bool;
    #[wasm_bindgen(method, getter)]
    fn message(this: &JsProblem) -> String;
    #[wasm_bindgen(method, getter)]
    fn cause(this: &JsProblem) -> JsValue;
}

/// A task as a future; dropping it gives the task up.
pub(crate) struct Task {
    task: JsTask,
    future: JsFuture,
}

impl Task {
    pub(crate) fn new(task: JsTask) -> Self {
        let future = JsFuture::from(task.promise());
        Self { task, future }
    }

    async fn done(self) {
        // A timer has no way to fail.
        let _ = self.await;
    }
}

impl Future for Task {
    type Output = Result<JsValue, JsValue>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        Pin::new(&mut self.future).poll(context)
    }
}

impl Drop for Task {
    fn drop(&mut self) {
        self.task.cancel();
    }
}

/// What JavaScript threw, to be given back as the error's `cause`.
pub(crate) struct Cause(pub(crate) SendWrapper<JsValue>);

impl fmt::Debug for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Cause")
    }
}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JavaScript error")
    }
}

impl std::error::Error for Cause {}

/// The core's way to `fetch` and to the timers.
pub(crate) struct Host(pub(crate) JsHost);

fn milliseconds(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1000.0
}

impl Transport for Host {
    fn send(&self, request: Request) -> BoxFuture<'_, Result<Response, TransportError>> {
        let headers = Array::new();
        for (name, value) in &request.headers {
            headers.push(&JsValue::from_str(name));
            headers.push(&JsValue::from_str(value));
        }
        #[allow(clippy::cast_precision_loss)]
        let most = request.max_body as f64;
        let time = milliseconds(request.timeout);
        let task = Task::new(
            self.0
                .send(&request.url, headers, &request.body, most, time),
        );
        Box::pin(async move {
            match task.await {
                Ok(answer) => Ok(response(&answer.unchecked_into())),
                Err(problem) => Err(transport_error(&problem.unchecked_into())),
            }
        })
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        Box::pin(Task::new(self.0.sleep(milliseconds(duration))).done())
    }

    fn alarm(&self, duration: Duration) -> BoxFuture<'static, ()> {
        Box::pin(Task::new(self.0.alarm(milliseconds(duration))).done())
    }

    fn now(&self) -> Duration {
        Duration::try_from_secs_f64(self.0.now() / 1000.0).unwrap_or_default()
    }
}

fn response(answer: &JsAnswer) -> Response {
    let mut headers = Vec::new();
    let mut flat = answer.headers().into_iter();
    while let (Some(name), Some(value)) = (flat.next(), flat.next()) {
        headers.push((name, value));
    }
    Response {
        status: answer.status(),
        headers,
        body: answer.body().to_vec(),
    }
}

fn transport_error(problem: &JsProblem) -> TransportError {
    let kind = match problem.kind().as_str() {
        "timeout" => TransportErrorKind::Timeout,
        "too_large" => TransportErrorKind::TooLarge,
        _ => TransportErrorKind::Connect,
    };
    let mut error = TransportError::new(kind, problem.sent(), problem.message());
    error.source = Some(Box::new(Cause(SendWrapper::new(problem.cause()))));
    error
}
