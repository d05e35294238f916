//! What each command does that is not made from the declaration.

mod call;
mod inventory;
mod login;
mod man;
mod operations;
mod samples;
mod sandbox;
mod wsdl;

use crate::cli::{Cli, Command};
use crate::completion;
use crate::demo;
use crate::failure::Failure;

/// Whether a command's usual form is JSON, errors included.
pub(crate) fn speaks_json(cli: &Cli) -> bool {
    matches!(cli.command, Command::Call(_)) && cli.globals.output.is_none()
}

pub(crate) async fn run(cli: Cli) -> Result<(), Failure> {
    let globals = &cli.globals;
    match cli.command {
        Command::Inventory => inventory::run(globals).await,
        Command::Login(login) => login::log_in(login, globals).await,
        Command::Logout => login::log_out(globals),
        Command::Profiles => login::list(globals),
        Command::Call(call) => call::run(call, globals).await,
        Command::Operations => operations::run(globals),
        Command::Wsdl(wsdl) => wsdl::run(wsdl, globals).await,
        Command::Sandbox(sandbox) => sandbox::run(&sandbox),
        Command::Demo(demo) => demo::run(demo.seed).await,
        Command::Completion(shell) => completion::register(&shell.shell),
        Command::Man(man) => man::write(&man.folder),
        Command::SamplesTable => samples::print(),
    }
}
