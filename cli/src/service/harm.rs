//! What is asked before money is spent or something ends, and what to do when no one knows whether
//! it happened. The declaration's effect decides.

use interserver::meta::{self, Effect, ParamKind, Shape};
use interserver::{Error, Value};

use super::run::Context;
use super::texts::Texts;
use super::{names, typed};
use crate::failure::Failure;
use crate::interrupt;
use crate::output;
use crate::prompt;
use crate::render::{Answer, Row};

/// Fields of a record that say what it is, in this order.
const TELLING: [&str; 8] = [
    "hostname",
    "username",
    "description",
    "ip",
    "amount",
    "currency",
    "status",
    "server_status",
];

/// Refuses, before anything is sent, where no one can be asked.
pub(crate) fn someone_must_be_there(operation: &'static meta::Operation) -> Result<(), Failure> {
    if prompt::possible() {
        return Ok(());
    }
    let what = match operation.effect {
        Effect::Purchase => "orders something or spends money",
        _ => "ends or deletes something",
    };
    let error = Error::invalid(
        "--yes",
        format_args!("is needed: this {what}, and without a terminal no one can be asked"),
    );
    Err(error.with_operation(operation.wire).into())
}

/// Says what will happen and asks, unless it was told not to. What can be asked for a price is
/// asked in any case, and what it says is wrong ends the command.
pub(crate) async fn agree(context: &Context<'_>) -> Result<(), Failure> {
    let operation = context.operation;
    if !matches!(operation.effect, Effect::Purchase | Effect::Destroy) {
        return Ok(());
    }
    let quote = quote(context).await?;
    if context.yes {
        if let Some(quote) = quote {
            output::note(context.globals, quote);
        }
        return Ok(());
    }
    let about = match quote {
        Some(quote) => Some(quote),
        None => subject(context).await?,
    };
    // Not a note: whoever is asked must know about what, quiet or not.
    let said = about.map_or_else(String::new, |about| format!("{about}\n"));
    let what = operation.summary();
    let what = what.trim_end_matches('.');
    if prompt::agree(&format!(
        "{said}`{}`: {what}. Go on?",
        names::command(operation)
    ))? {
        Ok(())
    } else {
        Err(Failure::Declined)
    }
}

/// The price, from the operation that the declaration names for it.
async fn quote(context: &Context<'_>) -> Result<Option<String>, Failure> {
    let operation = context.operation;
    let Some(quote) = operation
        .quoted_by
        .and_then(|name| names::sibling(operation.service, name))
    else {
        return Ok(None);
    };
    let Answer::Record(_, row) = ask(context, quote.wire, context.texts).await? else {
        return Ok(None);
    };
    if let Some(problems) = field(&row, "problems").and_then(Value::as_list)
        && !problems.is_empty()
    {
        let problems: Vec<_> = problems.iter().filter_map(Value::as_str).collect();
        return Err(Failure::Refused(format!(
            "the order would be refused: {}",
            problems.join("; ")
        )));
    }
    let costs: Vec<String> = row
        .iter()
        .filter(|(name, _)| name.ends_with("cost") && !name.starts_with("original"))
        .filter_map(|(name, value)| {
            let amount = value.as_str().filter(|text| !text.is_empty())?;
            Some(format!("{} {amount} USD", name.replace('_', " ")))
        })
        .collect();
    Ok(Some(format!("Price: {}.", costs.join(", "))))
}

/// What it is about: the service of an order number, or the invoice that is to be paid.
async fn subject(context: &Context<'_>) -> Result<Option<String>, Failure> {
    let operation = context.operation;
    if names::takes_order_number(operation)
        && let Some(get) = names::sibling(operation.service, "get")
    {
        let id = context.texts.get("id").unwrap_or_default();
        let Answer::Record(_, row) = ask(context, get.wire, context.texts).await? else {
            return Ok(None);
        };
        let title = names::service(operation).title;
        return Ok(Some(format!("{title} {id}: {}.", telling(&row))));
    }
    let (Some(module), Some(invoice)) = (module(context), context.texts.get("invoice")) else {
        return Ok(None);
    };
    let Some(unpaid) = names::sibling(&module, "unpaid_invoices") else {
        return Ok(None);
    };
    let Answer::Rows(_, rows) = ask(context, unpaid.wire, &Texts::default()).await? else {
        return Ok(None);
    };
    let row = rows.iter().find(|row| {
        let id = field(row, "id").and_then(Value::as_i64);
        id.is_some_and(|id| id.to_string() == invoice.trim())
    });
    Ok(Some(match row {
        Some(row) => format!("Invoice {invoice}: {}.", telling(row)),
        None => format!("Invoice {invoice} is not among the unpaid ones of {module}."),
    }))
}

async fn ask(context: &Context<'_>, wire: &str, texts: &Texts) -> Result<Answer, Failure> {
    let operation = meta::operation(wire).expect("it comes from the declaration");
    let answer = typed::prepare(wire, &context.connection.client, texts)?
        .send(|call| call.cancel_when(interrupt::signal()))
        .await?;
    Ok(Answer::of(operation.returns, answer))
}

fn telling(row: &Row) -> String {
    let words: Vec<String> = TELLING
        .iter()
        .filter_map(|name| field(row, name))
        .filter(|value| !value.is_null())
        .map(|value| crate::render::line(Some(value)))
        .filter(|text| text != "-")
        .collect();
    words.join(", ")
}

fn field<'r>(row: &'r Row, name: &str) -> Option<&'r Value> {
    row.iter()
        .find(|(key, _)| key == name)
        .map(|(_, value)| value)
}

/// The module that was typed, if the operation takes one.
fn module(context: &Context<'_>) -> Option<String> {
    let param = context.operation.params.iter().find(|param| {
        matches!(param.kind, ParamKind::Scalar(scalar)
            if scalar.words.is_some_and(|words| words.name == "Module"))
    })?;
    context.texts.get(param.name).map(str::to_lowercase)
}

/// Says where to look, if no one knows whether it happened.
pub(crate) fn how_to_check(context: &Context<'_>, failure: Failure) -> Failure {
    if !failure.is_unknown() {
        return failure;
    }
    let operation = context.operation;
    let read = module(context)
        .and_then(|module| names::sibling(&module, "unpaid_invoices"))
        .or_else(|| looked_up_by(context));
    let Some(read) = read else {
        return failure;
    };
    let mut line = format!("interserver {}", names::command(read));
    for param in read.params.iter().filter(|param| param.required()) {
        line.push(' ');
        line.push_str(context.texts.get(param.name).unwrap_or_default());
    }
    failure.advising(format!(
        "Look before you try `{}` again: {line}",
        names::command(operation)
    ))
}

/// The read of the same service that shows the most of what the operation was about: it takes no
/// argument that was not typed, and as many of those as it can.
fn looked_up_by(context: &Context<'_>) -> Option<&'static meta::Operation> {
    names::service(context.operation)
        .operations
        .iter()
        .copied()
        .filter(|read| {
            read.effect == Effect::Read
                && matches!(read.returns, Shape::Records(_) | Shape::Record(_))
                && read.session
                && read.quotes_nothing()
                && read
                    .params
                    .iter()
                    .all(|param| !param.required() || context.texts.has(param.name))
        })
        .max_by_key(|read| {
            let typed = read.params.iter().filter(|param| param.required()).count();
            (typed, matches!(read.name, "get" | "list" | "records"))
        })
}

trait Quotes {
    fn quotes_nothing(&self) -> bool;
}

impl Quotes for meta::Operation {
    /// Asking for a price says nothing about what happened.
    fn quotes_nothing(&self) -> bool {
        !names::service(self)
            .operations
            .iter()
            .any(|other| other.quoted_by == Some(self.name))
            && !self
                .params
                .iter()
                .any(|param| matches!(param.kind, ParamKind::Input(_)))
    }
}
