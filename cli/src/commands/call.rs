//! `interserver call`: any function by its wire name.

use interserver::{Client, Error, Value};

use crate::arguments;
use crate::cli::{Call, CallOutput};
use crate::failure::Failure;
use crate::output;

pub(crate) async fn run(call: Call) -> Result<(), Failure> {
    let as_json = matches!(call.output, CallOutput::Json);
    let value = answer(call)
        .await
        .map_err(|error| Failure::Client { error, as_json })?;
    Ok(output::json(&value)?)
}

async fn answer(call: Call) -> Result<Value, Error> {
    let arguments = arguments::read(&call.wire_name, &call.arguments)?;
    let mut raw = Client::from_env()?.call(call.wire_name, arguments);
    if call.with_session {
        raw = raw.with_session();
    }
    raw.cancel_when(interrupt()).await
}

/// Ends when the person at the keyboard has had enough.
async fn interrupt() {
    if tokio::signal::ctrl_c().await.is_err() {
        // No signal can be caught, so the default stays: the process ends.
        std::future::pending().await
    }
}
