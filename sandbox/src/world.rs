//! [`World`]: one function from request to answer.

use std::time::Duration;

use serde_json::Value as Json;

use crate::behaviour::{self, Call};
use crate::control;
use crate::dead_session::DeadSession;
use crate::dress;
use crate::fault::{Fault, Faults};
use crate::http::{Delivery, Ending, HttpRequest, HttpResponse};
use crate::log::{Log, LoggedRequest};
use crate::soap::arg::Arg;
use crate::soap::charset::Charset;
use crate::soap::fault::Fault as SoapFault;
use crate::soap::request::{Refusal, Request, understand};
use crate::soap::{encode, wsdl};
use crate::state::State;
use crate::value::Val;

/// The account, the service in front of it, and nothing else: no network, no clock of its own, no
/// chance but its seed.
///
/// Whoever carries its answers makes their [`Delivery`] come true and moves its time with
/// [`advance`](World::advance). [`Sandbox`](crate::Sandbox) does both; use this to put the sandbox
/// behind something else.
///
/// ```
/// use interserver_sandbox::{HttpRequest, World};
///
/// let mut world = World::new(1);
/// let answer = world.handle(&HttpRequest {
///     method: "GET".to_owned(),
///     path: "/api.php".to_owned(),
///     query: "wsdl".to_owned(),
///     ..HttpRequest::default()
/// });
/// assert_eq!(answer.status, 200);
/// ```
#[derive(Clone, Debug)]
pub struct World {
    seed: u64,
    pub(crate) state: State,
    pub(crate) faults: Faults,
    pub(crate) log: Log,
    charset: Charset,
    dead_session: DeadSession,
}

/// What came of a SOAP request: an envelope, or nothing.
type Outcome = Result<Vec<u8>, Refusal>;

impl World {
    /// A world in its first state. The same seed and the same requests give the same answers.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self {
            seed,
            state: State::new(seed),
            faults: Faults::default(),
            log: Log::default(),
            charset: Charset::default(),
            dead_session: DeadSession::default(),
        }
    }

    /// Answers a request.
    ///
    /// The API is at `/api.php`, its description at `/api.php?wsdl`, and what tests need at
    /// `/sandbox/…`.
    pub fn handle(&mut self, request: &HttpRequest) -> HttpResponse {
        let mut response = match (request.path.as_str(), request.method.as_str()) {
            (path, "OPTIONS") if path == "/api.php" || path.starts_with("/sandbox/") => {
                HttpResponse {
                    status: 204,
                    ..HttpResponse::default()
                }
            }
            ("/api.php", "POST") => self.soap(request),
            ("/api.php", "GET" | "HEAD") if request.query.to_lowercase().contains("wsdl") => {
                self.describe(request)
            }
            ("/api.php", "GET" | "HEAD") => HttpResponse::new(
                200,
                "text/html; charset=UTF-8",
                "<html><head><title>MyAdminAPI</title></head><body><h1>MyAdminAPI</h1><p>A sandbox. \
                 View the <a href=\"/api.php?wsdl\">WSDL</a>.</p></body></html>\n",
            ),
            ("/api.php", _) => HttpResponse::new(405, "text/plain", "POST or GET only\n"),
            (path, _) => match path.strip_prefix("/sandbox/") {
                Some(command) => control::handle(self, command, request),
                None => HttpResponse::new(404, "text/plain", "the API is at /api.php\n"),
            },
        };
        dress::allow_other_origins(request, &mut response);
        response
    }

    /// Moves the time, and lets happen what is due.
    pub fn advance(&mut self, time: Duration) {
        self.state.advance(time);
    }

    /// Time since the epoch, by the sandbox's clock.
    #[must_use]
    pub fn now(&self) -> Duration {
        self.state.clock.0
    }

    /// Goes back to the first state: data, time, sessions, faults, settings and log.
    pub fn reset(&mut self) {
        *self = Self::new(self.seed);
    }

    /// Makes the next `count` requests of an operation meet a fault. The operation is named by its
    /// wire name, by its method path such as `vps.buy`, or `*` for any request. Of several faults
    /// that fit, the first planned comes first; a request meets one.
    pub fn fail(&mut self, operation: &str, fault: Fault, count: usize) {
        self.faults.plan(operation, fault, count);
    }

    /// Forgets the faults that are still to come.
    pub fn clear_faults(&mut self) {
        self.faults.clear();
    }

    /// Ends all sessions.
    pub fn expire_sessions(&mut self) {
        self.state.sessions.end_all();
    }

    /// Chooses the bytes that answers come in.
    pub fn set_charset(&mut self, charset: Charset) {
        self.charset = charset;
    }

    /// Chooses what operations answer to a session that has ended.
    pub fn set_dead_session_answer(&mut self, form: DeadSession) {
        self.dead_session = form;
    }

    /// The account as JSON: services by module, invoices, tickets, zones and all else.
    #[must_use]
    pub fn state(&self) -> Json {
        self.state.json()
    }

    /// What came in so far.
    #[must_use]
    pub fn requests(&self) -> &[LoggedRequest] {
        &self.log.requests
    }

    /// How many requests of an operation came in, by wire name, method path, or `*` for all.
    #[must_use]
    pub fn count(&self, operation: &str) -> usize {
        self.log.count(operation)
    }

    fn describe(&self, request: &HttpRequest) -> HttpResponse {
        let host = request.header("host").unwrap_or("127.0.0.1");
        let wsdl = wsdl::wsdl(&format!("http://{host}/api.php"));
        let mut body = Vec::with_capacity(wsdl.len());
        Charset::Latin1.write(&wsdl, &mut body);
        dress::php(HttpResponse::new(200, "text/xml; charset=ISO-8859-1", body))
    }

    fn soap(&mut self, http: &HttpRequest) -> HttpResponse {
        let understood = understand(http, self.charset);
        let request = understood.as_ref().ok();
        let fault = self.faults.take(request.map(|request| request.operation));
        let mut entry = LoggedRequest::new(request, self.state.clock.0);
        let response = match fault {
            Some(Fault::ConnectionRefused) => return broken(Ending::Refused),
            Some(fault) => self.faulty(http, understood, &fault, &mut entry),
            None => {
                let outcome = self.perform(understood, None, &mut entry);
                self.respond(http, outcome)
            }
        };
        entry.status = match response.delivery.ending {
            Ending::Whole => response.status,
            _ => 0,
        };
        self.log.add(entry);
        response
    }

    /// Executes a request that meets a fault, as far as the fault lets it, and spoils the answer.
    fn faulty(
        &mut self,
        http: &HttpRequest,
        understood: Result<Request, Refusal>,
        fault: &Fault,
        entry: &mut LoggedRequest,
    ) -> HttpResponse {
        let outcome = if fault.lets_execute() {
            self.perform(understood, Some(fault), entry)
        } else {
            Err(Refusal::Dead)
        };
        let mut response = match fault {
            Fault::ResetBeforeEffect | Fault::ResetAfterEffect => broken(Ending::Reset),
            Fault::Status { code, retry_after } => dress::status(*code, *retry_after),
            Fault::Html500 { .. } => dress::html_500(),
            Fault::EmptyBody => dress::empty(200),
            Fault::SoapFault { code, text } => {
                let fault = SoapFault {
                    code: code.clone(),
                    text: text.clone(),
                    raised: true,
                };
                self.respond(http, Err(Refusal::Fault(fault)))
            }
            Fault::Truncated
            | Fault::ByteOrderMark
            | Fault::BlankLines
            | Fault::PhpWarning
            | Fault::HugeBody(_)
            | Fault::GzipBomb(_) => {
                let outcome = outcome.map(|body| dress::spoilt(body, fault));
                let mut http = http.clone();
                match fault {
                    Fault::HugeBody(_) => dress::refuse_compression(&mut http),
                    Fault::GzipBomb(_) => dress::demand_compression(&mut http),
                    _ => {}
                }
                self.respond(&http, outcome)
            }
            _ => self.respond(http, outcome),
        };
        match fault {
            Fault::Latency(time) => response.delivery.latency = *time,
            Fault::SlowDrip { bytes, pause } => {
                response.delivery.drip = Some(crate::http::Drip {
                    bytes: *bytes,
                    pause: *pause,
                });
            }
            Fault::Cut => response.delivery.ending = Ending::Cut,
            _ => {}
        }
        response
    }

    /// Calls the operation and writes what it returns.
    fn perform(
        &mut self,
        understood: Result<Request, Refusal>,
        fault: Option<&Fault>,
        entry: &mut LoggedRequest,
    ) -> Outcome {
        let request = understood?;
        let operation = request.operation;
        let mut args: &[Arg] = &request.args;
        let mut value = None;
        if operation.session {
            let id = args.first().map(Arg::text).unwrap_or_default();
            args = args.get(1..).unwrap_or_default();
            if fault == Some(&Fault::ExpiredSession) {
                self.state.sessions.end(&id);
            }
            if !self.state.sessions.is_alive(&id, self.state.clock) {
                let answer = self.dead_session.answer(operation);
                value = Some(answer.ok_or_else(|| {
                    Refusal::Fault(SoapFault {
                        code: "Client".to_owned(),
                        text: "Invalid Session ID".to_owned(),
                        raised: true,
                    })
                })?);
            }
        }
        let mut value = match value {
            Some(value) => value,
            None => {
                let behaviour = behaviour::find(operation).ok_or(Refusal::Dead)?;
                entry.executed = true;
                behaviour(&mut Call {
                    state: &mut self.state,
                    operation,
                    args,
                })
            }
        };
        if let (Some(Fault::Rows(count)), Val::List(rows)) = (fault, &mut value) {
            *rows = rows.iter().cycle().take(*count).cloned().collect();
        }
        encode::answer(operation, &value, self.charset)
            .map_err(|_| Refusal::Fault(SoapFault::unserializable()))
    }

    fn respond(&self, http: &HttpRequest, outcome: Outcome) -> HttpResponse {
        let (status, body) = match outcome {
            Ok(body) => (200, body),
            Err(Refusal::Fault(fault)) => (500, fault.envelope(self.charset)),
            Err(Refusal::Dead) => return dress::empty(500),
        };
        dress::nusoap(http, status, self.charset, body)
    }
}

/// No answer at all.
fn broken(ending: Ending) -> HttpResponse {
    HttpResponse {
        delivery: Delivery {
            ending,
            ..Delivery::default()
        },
        ..HttpResponse::default()
    }
}
