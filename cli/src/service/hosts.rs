//! Host names in the place of order numbers.

use interserver::meta::{Operation, Shape};
use interserver::{Client, Error, Value};

use super::texts::Texts;
use super::{names, typed};
use crate::failure::Failure;
use crate::interrupt;
use crate::render::Answer;

/// Puts the order number in the place of a host name, if one was typed.
pub(crate) async fn find(
    operation: &'static Operation,
    client: &Client,
    texts: &mut Texts,
) -> Result<(), Failure> {
    let Some(host) = host(operation, texts) else {
        return Ok(());
    };
    let list = names::sibling(operation.service, "list").expect("every module has a list");
    let rows = typed::prepare(list.wire, client, &Texts::default())?
        .send(|call| call.cancel_when(interrupt::signal()))
        .await?;
    let Answer::Rows(_, rows) = Answer::of(list.returns, rows) else {
        unreachable!("a list is a list");
    };
    let text = |row: &[(String, Value)], name: &str| {
        let (_, value) = row.iter().find(|(key, _)| key == name)?;
        value.as_str().map(str::to_lowercase)
    };
    let wanted = host.trim_end_matches('.').to_lowercase();
    let mut matching: Vec<_> = rows
        .iter()
        .filter(|row| {
            ["hostname", "username", "ip"].iter().any(|name| {
                text(row, name).is_some_and(|text| text.trim_end_matches('.') == wanted)
            })
        })
        .collect();
    // A name that was given anew after a cancellation means the service that is left.
    if matching.len() > 1 {
        matching.retain(|row| text(row, "status").as_deref() != Some("canceled"));
    }
    let ids: Vec<i64> = matching
        .iter()
        .filter_map(|row| row.iter().find(|(key, _)| key == "id")?.1.as_i64())
        .collect();
    match ids[..] {
        [id] => texts.set("id", id.to_string()),
        [] => {
            return Err(Failure::Usage(format!(
                "{} has no service called {host}; `interserver {}` lists them",
                names::service(operation).title,
                names::command(list)
            )));
        }
        _ => {
            let ids: Vec<_> = ids.iter().map(i64::to_string).collect();
            return Err(Failure::Usage(format!(
                "several services are called {host}: take one of the numbers {}",
                ids.join(", ")
            )));
        }
    }
    Ok(())
}

/// A host name would have to be looked up, and a dry run sends nothing.
pub(crate) fn must_be_number(operation: &'static Operation, texts: &Texts) -> Result<(), Error> {
    match host(operation, texts) {
        None => Ok(()),
        Some(_) => Err(Error::invalid(
            "id",
            "must be a number in a dry run: looking a host name up would send a request",
        )
        .with_operation(operation.wire)),
    }
}

fn host(operation: &'static Operation, texts: &Texts) -> Option<String> {
    debug_assert!(matches!(
        names::sibling(operation.service, "list").map(|list| list.returns),
        None | Some(Shape::Records(_))
    ));
    let id = names::takes_order_number(operation).then(|| texts.get("id"))??;
    id.trim()
        .parse::<i64>()
        .is_err()
        .then(|| id.trim().to_owned())
}
