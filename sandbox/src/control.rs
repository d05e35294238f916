//! `/sandbox/…`: what tests need, in any language, over HTTP.

use std::time::Duration;

use serde_json::{Value as Json, json};

use crate::dead_session::DeadSession;
use crate::fault::Fault;
use crate::http::{HttpRequest, HttpResponse};
use crate::log::LoggedRequest;
use crate::soap::charset::Charset;
use crate::world::World;

/// Carries out a command.
pub(crate) fn handle(world: &mut World, command: &str, request: &HttpRequest) -> HttpResponse {
    let answer = match (request.method.as_str(), command) {
        ("GET", "state") => Ok(world.state()),
        ("GET", "requests") => Ok(requests(world)),
        ("POST", "reset") => {
            world.reset();
            Ok(done())
        }
        ("POST", "expire") => {
            world.expire_sessions();
            Ok(done())
        }
        ("POST", "advance" | "fail" | "charset" | "dead-session") => {
            body(request).and_then(|body| match command {
                "advance" => advance(world, &body),
                "fail" => fail(world, &body),
                "charset" => charset(world, &body),
                _ => dead_session(world, &body),
            })
        }
        _ => {
            return respond(
                404,
                &json!({
                    "error": "there is no such command",
                    "commands": [
                        "GET state", "GET requests", "POST reset", "POST expire",
                        "POST advance", "POST fail", "POST charset", "POST dead-session",
                    ],
                }),
            );
        }
    };
    match answer {
        Ok(answer) => respond(200, &answer),
        Err(error) => respond(400, &json!({ "error": error })),
    }
}

fn respond(status: u16, body: &Json) -> HttpResponse {
    HttpResponse::new(status, "application/json", format!("{body}\n"))
}

fn done() -> Json {
    json!({ "done": true })
}

fn body(request: &HttpRequest) -> Result<Json, String> {
    serde_json::from_slice(&request.body).map_err(|error| format!("the body is no JSON: {error}"))
}

fn requests(world: &World) -> Json {
    json!({
        "counts": world.log.counts,
        "requests": world.requests().iter().map(LoggedRequest::json).collect::<Vec<_>>(),
    })
}

fn text<'a>(body: &'a Json, name: &str) -> Result<&'a str, String> {
    body[name]
        .as_str()
        .ok_or_else(|| format!("`{name}` must be a text"))
}

fn whole(body: &Json, name: &str) -> Result<u64, String> {
    body[name]
        .as_u64()
        .ok_or_else(|| format!("`{name}` must be a whole number"))
}

fn size(body: &Json, name: &str) -> Result<usize, String> {
    let number = whole(body, name)?;
    // 256 MiB is more than any client should take in, and still fits into a small machine.
    usize::try_from(number.min(256 << 20)).map_err(|_| format!("`{name}` is too large"))
}

fn advance(world: &mut World, body: &Json) -> Result<Json, String> {
    let time = body["seconds"]
        .as_f64()
        .and_then(|seconds| Duration::try_from_secs_f64(seconds).ok())
        .ok_or("`seconds` must be a number from 0 up")?;
    world.advance(time);
    Ok(json!({ "now": world.state.clock.date() }))
}

fn charset(world: &mut World, body: &Json) -> Result<Json, String> {
    let charset = Charset::by_name(text(body, "charset")?)
        .ok_or("`charset` must be latin1, utf8 or mislabelled")?;
    world.set_charset(charset);
    Ok(done())
}

fn dead_session(world: &mut World, body: &Json) -> Result<Json, String> {
    let form = DeadSession::by_name(text(body, "answer")?).ok_or_else(|| {
        let names: Vec<_> = DeadSession::ALL.iter().map(|form| form.name()).collect();
        format!("`answer` must be one of {}", names.join(", "))
    })?;
    world.set_dead_session_answer(form);
    Ok(done())
}

fn fail(world: &mut World, body: &Json) -> Result<Json, String> {
    let operation = body["operation"].as_str().unwrap_or("*");
    let known = operation == "*"
        || interserver::meta::operations()
            .any(|declared| declared.wire == operation || declared.path() == operation);
    if !known {
        return Err(format!("`operation`: there is no {operation}"));
    }
    let count = match &body["count"] {
        Json::Null => 1,
        _ => size(body, "count")?,
    };
    world.fail(operation, fault(body)?, count);
    Ok(json!({ "planned": world.faults.left() }))
}

fn fault(body: &Json) -> Result<Fault, String> {
    let milliseconds = |name| whole(body, name).map(Duration::from_millis);
    Ok(match text(body, "fault")? {
        "latency" => Fault::Latency(milliseconds("milliseconds")?),
        "slow_drip" => Fault::SlowDrip {
            bytes: size(body, "bytes")?,
            pause: milliseconds("milliseconds")?,
        },
        "connection_refused" => Fault::ConnectionRefused,
        "reset_before_effect" => Fault::ResetBeforeEffect,
        "reset_after_effect" => Fault::ResetAfterEffect,
        "cut" => Fault::Cut,
        "status" => Fault::Status {
            code: u16::try_from(whole(body, "code")?)
                .ok()
                .filter(|code| (200..=599).contains(code))
                .ok_or("`code` must be an HTTP status from 200 to 599")?,
            retry_after: match &body["retry_after"] {
                Json::Null => None,
                _ => Some(whole(body, "retry_after")?),
            },
        },
        "html_500" => Fault::Html500 {
            executed: body["executed"].as_bool().unwrap_or(false),
        },
        "empty_body" => Fault::EmptyBody,
        "truncated" => Fault::Truncated,
        "byte_order_mark" => Fault::ByteOrderMark,
        "blank_lines" => Fault::BlankLines,
        "php_warning" => Fault::PhpWarning,
        "expired_session" => Fault::ExpiredSession,
        "soap_fault" => Fault::SoapFault {
            code: body["code"].as_str().unwrap_or("Server").to_owned(),
            text: body["text"]
                .as_str()
                .unwrap_or("Fault on demand")
                .to_owned(),
        },
        "rows" => Fault::Rows(size(body, "rows")?.min(1_000_000)),
        "huge_body" => Fault::HugeBody(size(body, "bytes")?),
        "gzip_bomb" => Fault::GzipBomb(size(body, "bytes")?),
        other => return Err(format!("`fault`: there is no {other}")),
    })
}
