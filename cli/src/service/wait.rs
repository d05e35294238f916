//! `--wait`: until the state follows that the declaration says.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};
use interserver::meta::ParamKind;
use interserver::{OrderMark, ServerStatus, VpsOrder, WaitOptions};

use super::names;
use super::run::{self, Context};
use super::typed::Argument;
use crate::failure::Failure;
use crate::interrupt;
use crate::output;
use crate::render::Answer;

/// Sends, then waits; shows the service as it is then.
pub(crate) async fn send_and_wait(
    context: &Context<'_>,
    deadline: Duration,
) -> Result<Answer, Failure> {
    let operation = context.operation;
    let status = operation.awaits.expect("only what awaits something waits");
    let vps = context.connection.client.vps();
    let (id, answer) = if names::takes_order_number(operation) {
        let answer = run::send(context).await?;
        let id = context
            .texts
            .get("id")
            .and_then(|id| id.trim().parse().ok());
        (id.expect("the call was made with it"), answer)
    } else {
        let mark = vps.order_mark().await?;
        let answer = run::send(context).await?;
        (ordered(context, mark).await?, answer)
    };
    let service = names::service(operation);
    let status = ServerStatus::from(status);
    let progress = Progress::start(
        context,
        &format!("{} {id} is to be {status}", service.title),
    );
    let options = WaitOptions {
        deadline,
        ..WaitOptions::default()
    };
    let waited = interrupt::or(async { vps.wait_for(id, status.clone(), options).await }).await;
    progress.end();
    let now = waited??;
    output::note(
        context.globals,
        format_args!("{} {id} is {status}.", service.title),
    );
    let get = names::sibling(operation.service, "get").expect("every module has a get");
    let Ok(json) = serde_json::to_value(now) else {
        return Ok(answer);
    };
    Ok(Answer::of(get.returns, json))
}

/// The number that an order got: the answer has only those of its invoices.
async fn ordered(context: &Context<'_>, mark: OrderMark) -> Result<i64, Failure> {
    let name = context
        .operation
        .params
        .iter()
        .find(|param| matches!(param.kind, ParamKind::Input(_)))
        .map_or("order", |param| param.name);
    let order = VpsOrder::read(context.texts, name)?.expect("an order is made of its fields");
    let found = context
        .connection
        .client
        .vps()
        .find_order(&order, mark)
        .await?;
    found.map(|found| found.vps.id).ok_or_else(|| {
        Failure::Broken("the order was taken, but its VPS is not in the list yet".to_owned())
    })
}

/// A spinner on a terminal, a line elsewhere.
struct Progress(Option<ProgressBar>);

impl Progress {
    fn start(context: &Context<'_>, what: &str) -> Self {
        if context.globals.quiet {
            return Self(None);
        }
        if !std::io::IsTerminal::is_terminal(&std::io::stderr()) {
            output::note(context.globals, format_args!("Waiting: {what} ..."));
            return Self(None);
        }
        let style = ProgressStyle::with_template("{spinner} {msg} {elapsed}")
            .expect("the template is right");
        let bar = ProgressBar::new_spinner()
            .with_style(style)
            .with_message(what.to_owned());
        bar.enable_steady_tick(Duration::from_millis(100));
        Self(Some(bar))
    }

    fn end(self) {
        if let Some(bar) = self.0 {
            bar.finish_and_clear();
        }
    }
}
