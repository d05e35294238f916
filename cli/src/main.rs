//! `interserver`: the InterServer API from the command line.
//!
//! [`cli`] is what can be typed, [`commands`] what it does, [`failure`] how it ends when it fails.

mod arguments;
mod cli;
mod commands;
mod demo;
mod failure;
mod output;

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    let cli = cli::Cli::parse();
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build();
    let result = match runtime {
        Ok(runtime) => runtime.block_on(commands::run(cli.command)),
        Err(error) => Err(failure::Failure::from(error)),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            failure.report();
            failure.status()
        }
    }
}
