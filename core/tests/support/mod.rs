//! What the tests share: the recorded vectors, and a transport that plays them.

#![allow(dead_code, unreachable_pub, reason = "each test crate uses a part")]
#![allow(clippy::unwrap_used, reason = "a test that cannot read its data fails")]

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use interserver::Client;
use interserver::transport::{BoxFuture, Request, Response, Transport, TransportError};

pub const SESSION: &str = "1400d4e56fe72cd483fb5d5328fb2779";

/// A path below the repository's `tests/`.
pub fn tests(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../tests")
        .join(path)
}

pub fn bytes(path: &str) -> Vec<u8> {
    std::fs::read(tests(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

pub fn json(path: &str) -> serde_json::Value {
    serde_json::from_slice(&bytes(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Answers as recorded, but never answers one operation.
pub fn stuck(wire: &str) -> Played {
    let never = wire.to_owned();
    let mut played = Played::new(|request| {
        Ok(ok(bytes(&format!(
            "vectors/responses/{}.xml",
            operation(request)
        ))))
    });
    played.never = Some(never);
    played
}

type Answer = dyn Fn(&Request) -> Result<Response, TransportError> + Send + Sync;

/// Answers every request by a function and keeps what was sent. Time passes only by sleeping.
#[derive(Clone)]
pub struct Played {
    answer: Arc<Answer>,
    never: Option<String>,
    sent: Arc<Mutex<Vec<Request>>>,
    now: Arc<Mutex<Duration>>,
}

impl Played {
    pub fn new(
        answer: impl Fn(&Request) -> Result<Response, TransportError> + Send + Sync + 'static,
    ) -> Self {
        Self {
            answer: Arc::new(answer),
            never: None,
            sent: Arc::default(),
            now: Arc::default(),
        }
    }

    /// Plays a recorded body to every request but the login, which succeeds.
    pub fn recorded(status: u16, content_encoding: Option<&str>, body: Vec<u8>) -> Self {
        let encoding = content_encoding.map(str::to_owned);
        Self::new(move |request| {
            if operation(request) == "api_login" {
                return Ok(ok(bytes("vectors/responses/api_login.xml")));
            }
            let mut response = Response {
                status,
                ..ok(body.clone())
            };
            if let Some(encoding) = &encoding {
                response
                    .headers
                    .push(("content-encoding".into(), encoding.clone()));
            }
            Ok(response)
        })
    }

    pub fn client(&self) -> Client {
        self.builder().build().unwrap()
    }

    pub fn builder(&self) -> interserver::ClientBuilder {
        Client::builder()
            .credentials("demo@example.com", "secret")
            .endpoint("http://127.0.0.1/api.php")
            .transport(Arc::new(self.clone()))
    }

    pub fn sent(&self) -> Vec<Request> {
        self.sent.lock().unwrap().clone()
    }

    /// How much time was slept away.
    pub fn slept(&self) -> Duration {
        *self.now.lock().unwrap()
    }

    /// How often an operation was sent.
    pub fn count(&self, wire: &str) -> usize {
        self.sent()
            .iter()
            .filter(|request| operation(request) == wire)
            .count()
    }
}

impl Transport for Played {
    fn send(&self, request: Request) -> BoxFuture<'_, Result<Response, TransportError>> {
        let answer = (self.answer)(&request);
        self.sent.lock().unwrap().push(request);
        let is_stuck = self
            .never
            .as_deref()
            .is_some_and(|wire| is_last(self, wire));
        Box::pin(async move {
            tokio::task::yield_now().await;
            if is_stuck {
                std::future::pending::<()>().await;
            }
            answer
        })
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        *self.now.lock().unwrap() += duration;
        Box::pin(tokio::task::yield_now())
    }

    fn alarm(&self, _: Duration) -> BoxFuture<'static, ()> {
        Box::pin(std::future::pending())
    }

    fn now(&self) -> Duration {
        *self.now.lock().unwrap()
    }
}

fn is_last(played: &Played, wire: &str) -> bool {
    played
        .sent()
        .last()
        .is_some_and(|request| operation(request) == wire)
}

pub fn ok(body: Vec<u8>) -> Response {
    Response {
        status: 200,
        headers: vec![("content-type".into(), "text/xml; charset=ISO-8859-1".into())],
        body,
    }
}

/// The wire name of the operation that a request calls, from its SOAPAction.
pub fn operation(request: &Request) -> String {
    let action = request
        .headers
        .iter()
        .find(|(name, _)| *name == "soapaction")
        .unwrap();
    action
        .1
        .trim_matches('"')
        .strip_prefix("urn:myapi#")
        .unwrap()
        .to_owned()
}

/// An answer as NuSOAP would write it, around the inside of `<return>`.
pub fn envelope(result: &str) -> Vec<u8> {
    format!(
        "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><SOAP-ENV:Envelope \
         xmlns:SOAP-ENV=\"http://schemas.xmlsoap.org/soap/envelope/\" \
         xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" \
         xmlns:SOAP-ENC=\"http://schemas.xmlsoap.org/soap/encoding/\" xmlns:tns=\"urn:myapi\">\
         <SOAP-ENV:Body><ns1:xResponse xmlns:ns1=\"urn:myapi\">{result}</ns1:xResponse>\
         </SOAP-ENV:Body></SOAP-ENV:Envelope>"
    )
    .into_bytes()
}
