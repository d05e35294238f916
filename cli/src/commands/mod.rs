//! What each command does.

mod call;
mod operations;
mod sandbox;

use crate::cli::Command;
use crate::demo;
use crate::failure::Failure;

pub(crate) async fn run(command: Command) -> Result<(), Failure> {
    match command {
        Command::Call(call) => call::run(call).await,
        Command::Operations(operations) => operations::run(&operations),
        Command::Sandbox(sandbox) => sandbox::run(&sandbox),
        Command::Demo(demo) => demo::run(demo.seed).await,
    }
}
