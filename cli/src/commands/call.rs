//! `interserver call`: any function by its wire name.

use interserver::{Error, Value};

use crate::account::connect::Connection;
use crate::arguments;
use crate::cli::{Call, Globals};
use crate::failure::Failure;
use crate::interrupt;
use crate::render;

pub(crate) async fn run(call: Call, globals: &Globals) -> Result<(), Failure> {
    let arguments = arguments::read(&call.wire_name, &call.arguments)?;
    let session = call.with_session
        || interserver::meta::operation(&call.wire_name).is_none_or(|known| known.session);
    let connection = Connection::open(globals, session)?;
    let result = answer(call, arguments, &connection).await;
    connection.close(globals);
    render::print_plain(result?, globals)
}

async fn answer(
    call: Call,
    arguments: Vec<(String, Value)>,
    connection: &Connection,
) -> Result<Value, Error> {
    let mut raw = connection.client.call(call.wire_name, arguments);
    if call.with_session {
        raw = raw.with_session();
    }
    raw.cancel_when(interrupt::signal()).await
}
