//! [`LoggedRequest`]: what came in, for tests that say what must have been sent, and how often.

use std::collections::BTreeMap;
use std::time::Duration;

use interserver::meta::Operation;
use serde_json::{Map, Value as Json, json};

use crate::soap::arg::Arg;
use crate::soap::request::Request;

/// What stands in the place of a secret.
const MASK: &str = "***";

/// Requests kept; the counts go on.
const MOST: usize = 10_000;

/// A request that reached the sandbox.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct LoggedRequest {
    /// Wire name of the operation; empty if the request could not be understood.
    pub operation: String,
    /// Arguments by their wire names. Session ids and secrets are masked.
    pub arguments: Vec<(String, Json)>,
    /// Whether the operation was executed.
    pub executed: bool,
    /// HTTP status of the answer; 0 if the connection broke.
    pub status: u16,
    /// Time since the epoch, by the sandbox's clock.
    pub at: Duration,
}

impl LoggedRequest {
    pub(crate) fn new(request: Option<&Request>, at: Duration) -> Self {
        Self {
            operation: request
                .map_or_else(String::new, |request| request.operation.wire.to_owned()),
            arguments: request.map_or_else(Vec::new, |request| {
                arguments(request.operation, &request.args)
            }),
            executed: false,
            status: 0,
            at,
        }
    }

    pub(crate) fn json(&self) -> Json {
        json!({
            "operation": self.operation,
            "arguments": self.arguments.iter().cloned().collect::<Map<_, _>>(),
            "executed": self.executed,
            "status": self.status,
            "at": self.at.as_secs_f64(),
        })
    }
}

fn arguments(operation: &'static Operation, args: &[Arg]) -> Vec<(String, Json)> {
    let session = operation.session.then_some(("sid", true));
    let params = operation
        .wire_params()
        .map(|(param, scalar)| (param.wire, scalar.secret));
    session
        .into_iter()
        .chain(params)
        .zip(args)
        .map(|((name, secret), arg)| {
            let value = match arg {
                Arg::Null => Json::Null,
                _ if secret => Json::from(MASK),
                Arg::Bool(flag) => Json::from(*flag),
                Arg::Int(number) => Json::from(*number),
                Arg::Float(number) => Json::from(*number),
                Arg::Text(text) => Json::from(text.as_str()),
                Arg::Array => Json::from("Array"),
            };
            (name.to_owned(), value)
        })
        .collect()
}

/// All requests, and how many of each operation.
#[derive(Clone, Debug, Default)]
pub(crate) struct Log {
    pub(crate) requests: Vec<LoggedRequest>,
    pub(crate) counts: BTreeMap<String, usize>,
}

impl Log {
    pub(crate) fn add(&mut self, request: LoggedRequest) {
        *self.counts.entry(request.operation.clone()).or_default() += 1;
        if self.requests.len() < MOST {
            self.requests.push(request);
        }
    }

    /// How many requests of an operation came, by wire name or method path.
    pub(crate) fn count(&self, operation: &str) -> usize {
        let named = |wire: &str| {
            wire == operation
                || interserver::meta::operation(wire)
                    .is_some_and(|declared| declared.path() == operation)
        };
        self.counts
            .iter()
            .filter(|(wire, _)| operation == "*" || named(wire))
            .map(|(_, count)| count)
            .sum()
    }
}
