//! The five operations that every module has.

use std::time::Duration;

use super::{Behaviour, Call};
use crate::state::billing::is_unpaid;
use crate::state::time::Event;
use crate::value::{Row, Val};

/// By the names of the methods, which are the same in all modules.
pub(super) const TABLE: &[(&str, Behaviour)] = &[
    ("list", list),
    ("get", get),
    ("cancel", cancel),
    ("invoices", invoices),
    ("unpaid_invoices", unpaid_invoices),
];

fn list(call: &mut Call<'_>) -> Val {
    call.state
        .modules
        .rows(call.operation.service)
        .to_vec()
        .into()
}

/// A service that is not there is an empty array, so a struct without children.
fn get(call: &mut Call<'_>) -> Val {
    let (module, id) = (call.operation.service, call.int("id"));
    let row = call.state.modules.find(module, id);
    row.map_or(Val::EMPTY, |row| row.clone().into())
}

fn cancel(call: &mut Call<'_>) -> Val {
    let (module, id) = (call.operation.service, call.int("id"));
    end(call, module, id).into()
}

/// Ends a service; false if there is none, or none any more.
pub(super) fn end(call: &mut Call<'_>, module: &str, id: i64) -> bool {
    let Some(row) = call.state.modules.find_mut(module, id) else {
        return false;
    };
    if row.text_named("status") == "canceled" {
        return false;
    }
    row.set_named("status", "canceled");
    if module == "vps" {
        // The host cleans up later, whatever else was queued.
        call.state.queue.forget_status(id);
        let event = Event::ServerStatus {
            vps: id,
            status: "deleted",
        };
        call.state.after(Duration::from_secs(60), event);
    }
    true
}

fn invoices(call: &mut Call<'_>) -> Val {
    let invoices = call.state.billing.of_module(call.operation.service);
    invoices.cloned().collect::<Vec<Row>>().into()
}

fn unpaid_invoices(call: &mut Call<'_>) -> Val {
    let invoices = call.state.billing.of_module(call.operation.service);
    invoices
        .filter(|invoice| is_unpaid(invoice))
        .cloned()
        .collect::<Vec<Row>>()
        .into()
}
