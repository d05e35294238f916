//! `interserver operations`: the declaration as a list.

use interserver::meta::{self, Operation};
use serde::Serialize;

use crate::cli::{Format, Globals};
use crate::failure::Failure;
use crate::output;
use crate::render;
use crate::service::names;

pub(crate) fn run(globals: &Globals) -> Result<(), Failure> {
    if globals.format() != Format::Table {
        let operations: Vec<_> = meta::operations().map(Described::from).collect();
        let json = serde_json::to_value(operations).map_err(std::io::Error::from)?;
        return render::print_plain(json.into(), globals);
    }
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
    command: String,
    awaits: Option<&'static str>,
    quoted_by: Option<&'static str>,
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
            command: names::command(operation),
            awaits: operation.awaits,
            quoted_by: operation.quoted_by,
        }
    }
}
