//! One command of a service, from what was typed to what is shown.

use clap::ArgMatches;
use interserver::Error;
use interserver::meta::{self, Effect, Operation};

use super::texts::Texts;
use super::{harm, hosts, names, typed, wait};
use crate::account::connect::Connection;
use crate::cli::Globals;
use crate::failure::Failure;
use crate::interrupt;
use crate::output;
use crate::render::Answer;

/// What a command of a service knows.
pub(crate) struct Context<'c> {
    pub(crate) operation: &'static Operation,
    pub(crate) globals: &'c Globals,
    pub(crate) connection: &'c Connection,
    pub(crate) texts: &'c Texts,
    /// Whether it was told not to ask.
    pub(crate) yes: bool,
}

/// Runs the command that `service` and its subcommand name.
pub(crate) async fn run(
    service: &str,
    matches: &ArgMatches,
    globals: &Globals,
) -> Result<(), Failure> {
    let (name, matches) = matches.subcommand().expect("clap asks for a subcommand");
    let operation = meta::operations()
        .find(|operation| {
            names::kebab(operation.service) == service && names::kebab(operation.name) == name
        })
        .expect("clap knows no other command");
    let flag = |name: &str| matches.try_get_one::<bool>(name).ok().flatten() == Some(&true);
    let named = |error: Error| error.with_operation(operation.wire);
    if flag("dry_run") {
        return dry_run(
            operation,
            &Texts::collect(operation, matches).map_err(named)?,
        );
    }
    let harmful = matches!(operation.effect, Effect::Purchase | Effect::Destroy);
    if harmful && !flag("yes") {
        harm::someone_must_be_there(operation)?;
    }
    if let Some(reason) = operation.deprecated {
        output::note(globals, format_args!("This function was {reason}."));
    }
    let mut texts = Texts::collect(operation, matches).map_err(named)?;
    let connection = Connection::open(globals, operation.session)?;
    let found = hosts::find(operation, &connection.client, &mut texts).await;
    let context = Context {
        operation,
        globals,
        connection: &connection,
        texts: &texts,
        yes: flag("yes"),
    };
    let result = match found {
        Err(failure) => Err(failure),
        Ok(()) if flag("wait") => {
            let time = matches.get_one("wait_timeout").copied();
            wait::send_and_wait(&context, time.expect("it has a default")).await
        }
        Ok(()) => send(&context).await,
    };
    // A session that a failed call began is as good as any.
    connection.close(globals);
    result?.print(globals)
}

/// Asks where it must be asked, and sends.
pub(crate) async fn send(context: &Context<'_>) -> Result<Answer, Failure> {
    let operation = context.operation;
    harm::agree(context).await?;
    let prepared = typed::prepare(operation.wire, &context.connection.client, context.texts)?;
    let answer = prepared
        .send(|call| call.cancel_when(interrupt::signal()))
        .await
        .map_err(|error| harm::how_to_check(context, error.into()))?;
    Ok(Answer::of(operation.returns, answer))
}

/// Prints the request as it would be sent. Needs no account: nothing is sent.
fn dry_run(operation: &'static Operation, texts: &Texts) -> Result<(), Failure> {
    hosts::must_be_number(operation, texts)?;
    let client = interserver::Client::builder().network_from_env()?.build()?;
    let prepared = typed::prepare(operation.wire, &client, texts)?;
    Ok(output::line(prepared.call.preview()?)?)
}
