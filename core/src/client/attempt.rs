//! One attempt: a request sent once, its answer read and judged.

use std::time::Duration;

use super::body::{BodyError, decompressed};
use super::job::Job;
use super::{Client, date};
use crate::error::{Error, ErrorKind, Outcome};
use crate::limits::{Limit, Limits};
use crate::soap::{
    Fault, Finding, Reply, Scan, ScanError, Scanner, Start, charset, read_reply, verdict,
};
use crate::transport::{Request, Response, TransportError, TransportErrorKind};
use crate::value::Secret;

/// Reads a result, keeps the value for the caller, and says what it amounts to.
#[cfg(not(target_family = "wasm"))]
pub(crate) type ReadResult<'r> =
    dyn for<'a> FnMut(&mut Scanner<'a>, Option<Start<'a>>) -> Scan<Finding> + Send + 'r;
/// Reads a result, keeps the value for the caller, and says what it amounts to.
#[cfg(target_family = "wasm")]
pub(crate) type ReadResult<'r> =
    dyn for<'a> FnMut(&mut Scanner<'a>, Option<Start<'a>>) -> Scan<Finding> + 'r;

/// An answer that could be read, whether it was a yes or a no.
#[derive(Debug)]
pub(crate) struct Judged {
    pub(crate) verdict: Result<(), Error>,
    /// Whether it shows that the session lives.
    pub(crate) carries_something: bool,
}

/// Why an attempt has no answer that could be read.
#[derive(Debug)]
pub(crate) struct Failed {
    pub(crate) error: Error,
    /// Whether a byte of the request may have left.
    pub(crate) sent: bool,
    /// Whether the same request may succeed a moment later.
    pub(crate) passing: bool,
}

impl Failed {
    fn answered(error: Error) -> Self {
        Self {
            error,
            sent: true,
            passing: false,
        }
    }
}

/// Sends a job once. A read that fails has changed nothing; of everything else, the outcome is
/// unknown unless the server said no or no byte left.
pub(crate) async fn attempt(
    client: &Client,
    job: &Job,
    session: Option<&Secret>,
    time_left: Duration,
    read: &mut ReadResult<'_>,
) -> Result<Judged, Failed> {
    let settings = client.settings();
    let request = Request {
        url: settings.endpoint.clone(),
        headers: vec![
            // Exactly this, and no second parameter: NuSOAP takes all after `=` as the charset.
            ("content-type", "text/xml; charset=utf-8".to_owned()),
            ("soapaction", format!("\"urn:myapi#{}\"", job.wire)),
            ("accept", "text/xml".to_owned()),
            // Not deflate: NuSOAP's has no header.
            #[cfg(not(target_family = "wasm"))]
            ("accept-encoding", "gzip".to_owned()),
            ("user-agent", settings.user_agent.clone()),
        ],
        body: job.envelope(session),
        max_body: settings.limits.compressed_body,
        timeout: time_left,
    };
    tracing::trace!(envelope = %job.redacted_envelope(), "sending");
    let sent_bytes = request.body.len();
    let started = client.now();
    let answer = client.transport().send(request).await;
    let took = client.now().saturating_sub(started);
    match &answer {
        Ok(response) => tracing::debug!(
            status = response.status,
            milliseconds = took.as_millis(),
            sent_bytes,
            received_bytes = response.body.len(),
            "answered"
        ),
        Err(error) => tracing::debug!(
            milliseconds = took.as_millis(), sent_bytes, %error, "not answered"
        ),
    }
    let outcome_if_sent = if job.is_read() {
        Outcome::NotDone
    } else {
        Outcome::Unknown
    };
    match answer {
        Err(error) => Err(no_answer(error, outcome_if_sent, &settings.limits)),
        Ok(response) => judge(client, job, response, read).map_err(|mut failed| {
            if failed.error.outcome() == Outcome::Unknown {
                failed.error = failed.error.with_outcome(outcome_if_sent);
            }
            failed
        }),
    }
}

/// Fetches the WSDL: a plain document, without a session and without a second attempt.
pub(crate) async fn wsdl(client: &Client) -> Result<String, Error> {
    let settings = client.settings();
    let request = Request {
        url: format!("{}?wsdl", settings.endpoint),
        headers: vec![
            ("accept-encoding", "gzip".to_owned()),
            ("user-agent", settings.user_agent.clone()),
        ],
        body: String::new(),
        max_body: settings.limits.compressed_body,
        timeout: settings.timeout,
    };
    let Some(answer) = client.transport().fetch(request) else {
        return Err(Error::configuration(
            "`transport` has no way to fetch a document",
        ));
    };
    let response = answer
        .await
        .map_err(|error| no_answer(error, Outcome::NotDone, &settings.limits).error)?;
    if response.status != 200 {
        return Err(http_error(response.status, &response.body));
    }
    let body = decompressed(response, &settings.limits).map_err(body_error)?;
    Ok(charset::document(&charset::decode(body)).to_owned())
}

fn no_answer(error: TransportError, outcome_if_sent: Outcome, limits: &Limits) -> Failed {
    let sent = error.sent;
    let outcome = if sent {
        outcome_if_sent
    } else {
        Outcome::NotDone
    };
    let (kind, passing) = match error.kind {
        TransportErrorKind::Connect => (ErrorKind::Connect, true),
        TransportErrorKind::Timeout => (ErrorKind::Timeout, true),
        TransportErrorKind::TooLarge => (ErrorKind::TooLarge, false),
    };
    let mut failure = Error::new(kind, error.message.clone()).with_outcome(outcome);
    if kind == ErrorKind::TooLarge {
        failure = limit(limits.of_received_bytes()).with_outcome(outcome);
    }
    Failed {
        error: failure.with_source(error),
        sent,
        passing,
    }
}

/// Reads an answer. Its outcome is `Unknown` where nothing in it says otherwise.
fn judge(
    client: &Client,
    job: &Job,
    response: Response,
    read: &mut ReadResult<'_>,
) -> Result<Judged, Failed> {
    let status = response.status;
    let retry_after = retry_after(&response);
    if matches!(status, 429 | 502..=504) {
        return Err(Failed {
            error: http_error(status, &response.body).with_retry_after(retry_after),
            sent: true,
            passing: true,
        });
    }
    // Whatever a redirect holds, it is not the endpoint's answer.
    if (300..400).contains(&status) {
        return Err(Failed::answered(http_error(status, &response.body)));
    }
    let content_type = response
        .header("content-type")
        .unwrap_or("no content type")
        .to_owned();
    let limits = &client.settings().limits;
    let body =
        decompressed(response, limits).map_err(|error| Failed::answered(body_error(error)))?;
    let text = charset::decode(body);
    let mut scanner = Scanner::new(charset::document(&text), limits);
    let reply = read_reply(&mut scanner, read);
    for warning in &scanner.warnings {
        tracing::warn!(operation = %job.wire, "{warning}");
    }
    match reply {
        Ok(Reply::Result(finding)) => Ok(Judged {
            verdict: job
                .operation
                .map_or(Ok(()), |operation| verdict(operation, &finding)),
            carries_something: finding.carries_something(),
        }),
        Ok(Reply::Fault(fault)) => Ok(Judged {
            verdict: Err(fault_error(job, fault).with_http_status(status)),
            carries_something: false,
        }),
        // Not an envelope but an HTML page, say: then the HTTP status says more, if it is one of
        // failure.
        Err(ScanError::Malformed(_) | ScanError::Limit(Limit::Dtd))
            if !(200..300).contains(&status) =>
        {
            Err(Failed::answered(
                http_error(status, text.as_bytes()).with_retry_after(retry_after),
            ))
        }
        Err(ScanError::Malformed(what)) => {
            let what = if text.is_empty() {
                "it is empty".to_owned()
            } else {
                what
            };
            let what = if charset::find(content_type.as_bytes(), b"xml").is_some() {
                what
            } else {
                format!("{what} ({content_type})")
            };
            Err(Failed::answered(
                decode(&what)
                    .with_http_status(status)
                    .with_body_head(text.as_bytes()),
            ))
        }
        Err(ScanError::Limit(which)) => {
            Err(Failed::answered(limit(which).with_http_status(status)))
        }
    }
}

fn http_error(status: u16, body: &[u8]) -> Error {
    let (message, outcome) = match status {
        300..=399 => (
            "the server redirects, which is never followed",
            Outcome::Unknown,
        ),
        429 => ("the server asks for fewer requests", Outcome::NotDone),
        400..=499 => ("the web server refused the request", Outcome::NotDone),
        _ => ("the web server failed", Outcome::Unknown),
    };
    Error::new(ErrorKind::Http, format!("{message} (HTTP {status})"))
        .with_http_status(status)
        .with_outcome(outcome)
        .with_body_head(body)
}

fn body_error(error: BodyError) -> Error {
    match error {
        BodyError::Limit(which) => limit(which),
        BodyError::Broken(what) => decode(&what),
    }
}

fn decode(what: &str) -> Error {
    Error::new(
        ErrorKind::Decode,
        format!("the answer cannot be understood: {what}"),
    )
    .with_outcome(Outcome::Unknown)
}

fn limit(which: Limit) -> Error {
    let kind = match which {
        Limit::Dtd | Limit::ReferenceCycle => ErrorKind::Decode,
        _ => ErrorKind::TooLarge,
    };
    Error::new(kind, format!("the answer is refused: {which}"))
        .with_limit(which)
        .with_outcome(Outcome::Unknown)
}

fn fault_error(job: &Job, fault: Fault) -> Error {
    let gets = job.operation.is_some_and(crate::meta::Operation::is_get);
    if gets && fault.is_false_for_a_struct() {
        return Error::new(ErrorKind::NotFound, "there is no such thing")
            .with_fault_code(Some(fault.code));
    }
    let mut message = format!("the server answered with a fault: {}", fault.text.trim());
    if !fault.detail.trim().is_empty() {
        message.push_str(&format!(" ({})", fault.detail.trim()));
    }
    let refused = fault.code.eq_ignore_ascii_case("Client") || job.is_read();
    Error::new(ErrorKind::Fault, message)
        .with_fault_code(Some(fault.code))
        .with_outcome(if refused {
            Outcome::NotDone
        } else {
            Outcome::Unknown
        })
}

/// How long the server asks to wait. A date counts from the server's own `Date`, so that clocks
/// need not agree.
fn retry_after(response: &Response) -> Option<Duration> {
    let value = response.header("retry-after")?.trim();
    if let Ok(seconds) = value.parse() {
        return Some(Duration::from_secs(seconds));
    }
    let wait = date::seconds(value)? - date::seconds(response.header("date")?)?;
    Some(Duration::from_secs(u64::try_from(wait).unwrap_or(0)))
}
