//! `interserver`: the InterServer API from the command line.
//!
//! [`cli`] is what can be typed, [`service`] the commands that the declaration makes, [`commands`]
//! the others; [`account`] knows whose credentials, [`render`] how answers look, [`failure`] how a
//! command ends when it fails.

mod account;
mod arguments;
mod cli;
mod commands;
mod completion;
mod demo;
mod failure;
mod interrupt;
mod output;
mod prompt;
mod render;
mod service;
mod sources;
mod trace;

use std::process::ExitCode;

use clap::FromArgMatches;

use cli::{Cli, Color, Globals};
use failure::Failure;

fn main() -> ExitCode {
    // A shell that completes a command line sets COMPLETE; then this prints and ends.
    clap_complete::CompleteEnv::with_factory(service::tree::command).complete();
    let matches = service::tree::command().get_matches();
    let globals = match Globals::from_arg_matches(&matches) {
        Ok(globals) => globals,
        Err(error) => error.exit(),
    };
    match globals.color {
        Color::Auto => {}
        Color::Always => anstream::ColorChoice::Always.write_global(),
        Color::Never => anstream::ColorChoice::Never.write_global(),
    }
    trace::start(&globals);
    let mut as_json = globals.for_programs();
    let result = match service::tree::service_of(&matches) {
        Some((name, inner)) => block_on(service::run(name, inner, &globals)),
        None => match Cli::from_arg_matches(&matches) {
            Ok(cli) => {
                as_json |= commands::speaks_json(&cli);
                block_on(commands::run(cli))
            }
            Err(error) => error.exit(),
        },
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            failure.report(as_json);
            failure.status()
        }
    }
}

fn block_on(work: impl Future<Output = Result<(), Failure>>) -> Result<(), Failure> {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?
        .block_on(work)
}
