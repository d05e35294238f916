//! `interserver operations`: the declaration as a list.

use interserver::meta::{self, Operation};
use serde::Serialize;

use crate::cli::{Operations, OperationsOutput};
use crate::failure::Failure;
use crate::output;

pub(crate) fn run(arguments: &Operations) -> Result<(), Failure> {
    match arguments.output {
        OperationsOutput::Json => {
            let operations: Vec<_> = meta::operations().map(Described::from).collect();
            Ok(output::json(&operations)?)
        }
        OperationsOutput::Table => {
            let rows = meta::operations().map(|operation| {
                vec![
                    operation.path(),
                    operation.wire.to_owned(),
                    operation.effect.as_str().to_owned(),
                    operation.summary(),
                ]
            });
            Ok(output::line(output::table(
                &["METHOD", "FUNCTION", "EFFECT", "WHAT IT DOES"],
                rows,
            ))?)
        }
    }
}

/// What `--output json` says of an operation.
#[derive(Serialize)]
struct Described {
    wire: &'static str,
    path: String,
    section: &'static str,
    params: Vec<Parameter>,
    session: bool,
    returns: String,
    effect: &'static str,
    since: String,
    deprecated: Option<&'static str>,
    summary: String,
}

#[derive(Serialize)]
struct Parameter {
    name: &'static str,
    wire_type: String,
    secret: bool,
}

impl From<&'static Operation> for Described {
    fn from(operation: &'static Operation) -> Self {
        let params = operation.wire_params().map(|(param, scalar)| Parameter {
            name: param.wire,
            wire_type: scalar.wire.name(),
            secret: scalar.secret,
        });
        Self {
            wire: operation.wire,
            path: operation.path(),
            section: operation.service,
            params: params.collect(),
            session: operation.session,
            returns: operation.wire_return(),
            effect: operation.effect.as_str(),
            since: operation.since.to_string(),
            deprecated: operation.deprecated,
            summary: operation.summary(),
        }
    }
}
