//! The stations that spend: validate, buy, pay, and what to do when the line breaks.

use interserver::{Client, Decimal, Module, Outcome, ServiceStatus, VpsOrder};
use interserver_sandbox::{Fault, Sandbox};

use super::screen::{Screen, cell};
use super::{ensure, expect};
use crate::failure::Failure;

/// What the tour bought.
pub(super) struct Bought {
    pub(super) vps: i64,
    invoices: Vec<i64>,
}

pub(super) async fn validate(screen: &Screen, client: &Client) -> Result<VpsOrder, Failure> {
    screen.station(
        "Validate an order, and be refused for a weak password",
        "client.vps().validate(&order)",
    )?;
    let templates = client.vps().templates().await?;
    let ubuntu = templates.iter().rev().find(|template| {
        let kind = template.virtualization.as_deref().unwrap_or_default();
        kind.starts_with("KVM") && template.os.as_deref() == Some("ubuntu")
    });
    let mut order = VpsOrder {
        hostname: "tour.example.com".into(),
        root_password: "password".into(),
        slices: 2,
        ..VpsOrder::for_template(expect(ubuntu, "KVM template of Ubuntu")?)
    };
    let quote = client.vps().validate(&order).await?;
    ensure(
        !quote.problems.is_empty() && quote.service_cost.is_none(),
        "a weak password passed",
    )?;
    for problem in quote.problems.iter() {
        screen.refused(problem)?;
    }
    order.root_password = "aB3$efgh!tour".into();
    let quote = client.vps().validate(&order).await?;
    ensure(quote.problems.is_empty(), format!("{:?}", quote.problems))?;
    let price = expect(quote.service_cost, "price")?;
    screen.good(format_args!(
        "with a better one: {} slices of {} cost {price} USD",
        order.slices, order.template_file
    ))?;
    Ok(order)
}

pub(super) async fn buy(
    screen: &Screen,
    client: &Client,
    order: &VpsOrder,
) -> Result<Bought, Failure> {
    screen.station("Buy it", "client.vps().order_mark(), buy(&order)")?;
    let mark = client.vps().order_mark().await?;
    let purchase = client.vps().buy(order).await?;
    let found = expect(
        client.vps().find_order(order, mark).await?,
        "VPS of the order",
    )?;
    ensure(!purchase.invoices.is_empty(), "the order has no invoice")?;
    screen.good(format_args!(
        "VPS {} is {}, to be paid by invoice {}",
        found.vps.id,
        cell(found.vps.status.as_ref()),
        found
            .invoices
            .iter()
            .map(|invoice| invoice.id.to_string())
            .collect::<Vec<_>>()
            .join(", ")
    ))?;
    Ok(Bought {
        vps: found.vps.id,
        invoices: purchase.invoices,
    })
}

pub(super) async fn pay(screen: &Screen, client: &Client, bought: &Bought) -> Result<(), Failure> {
    screen.station(
        "See the invoice and pay it from the module's prepay",
        "client.vps().unpaid_invoices(), client.billing().pay(module, invoice)",
    )?;
    let unpaid = client.vps().unpaid_invoices().await?;
    let due: Vec<_> = unpaid
        .iter()
        .filter(|invoice| bought.invoices.contains(&invoice.id))
        .collect();
    ensure(due.len() == bought.invoices.len(), "an invoice is missing")?;
    let rows = due.iter().map(|invoice| {
        vec![
            invoice.id.to_string(),
            cell(invoice.description.as_ref()),
            cell(invoice.amount),
            cell(invoice.currency.as_ref()),
            cell(invoice.due_date.map(|due| due.date())),
        ]
    });
    screen.table(&["INVOICE", "FOR", "AMOUNT", "CURRENCY", "DUE"], rows)?;
    let total: Decimal = due.iter().filter_map(|invoice| invoice.amount).sum();
    let before = balance(client).await?;
    for invoice in &bought.invoices {
        client.billing().pay(Module::Vps, *invoice).await?;
    }
    let after = balance(client).await?;
    ensure(
        before - after == total,
        format!("{total} USD were due, but the prepay went from {before} to {after}"),
    )?;
    let left = client.vps().unpaid_invoices().await?;
    ensure(
        left.iter()
            .all(|invoice| !bought.invoices.contains(&invoice.id)),
        "a paid invoice is still to be paid",
    )?;
    screen.good(format_args!(
        "paid {total} USD: the prepay went from {before} to {after}"
    ))?;
    Ok(())
}

async fn balance(client: &Client) -> Result<Decimal, Failure> {
    let balance = client.billing().prepay_remaining(Module::Vps).await?;
    expect(balance.amount, "balance of the prepay")
}

/// The reason for this client: a purchase whose answer is lost is not sent again.
pub(super) async fn lose_the_line(
    screen: &Screen,
    client: &Client,
    sandbox: &Sandbox,
    order: &VpsOrder,
) -> Result<(), Failure> {
    screen.station(
        "Lose the line in the middle of a purchase, and find out what became of it",
        "error.outcome() == Outcome::Unknown, client.vps().find_order(&order, mark)",
    )?;
    let order = VpsOrder {
        hostname: "second.example.com".into(),
        ..order.clone()
    };
    let mark = client.vps().order_mark().await?;
    let sent = sandbox.count("vps.buy");
    sandbox.fail("vps.buy", Fault::ResetAfterEffect, 1);
    let Err(error) = client.vps().buy(&order).await else {
        return Err(Failure::Broken("the connection did not break".into()));
    };
    ensure(
        error.outcome() == Outcome::Unknown,
        format!("the outcome is {:?}: {error}", error.outcome()),
    )?;
    ensure(
        sandbox.count("vps.buy") == sent + 1,
        "the order was sent more than once",
    )?;
    screen.refused(&error)?;
    let found = expect(
        client.vps().find_order(&order, mark).await?,
        "VPS of the order",
    )?;
    ensure(
        found.vps.status == Some(ServiceStatus::Pending),
        "the VPS is not pending",
    )?;
    screen.good(format_args!(
        "it was sent once, and it arrived: VPS {}",
        found.vps.id
    ))?;
    Ok(())
}
