//! The jobs of more than one call, with answers as data.
//!
//! What they do is decided beside the typed ones; here is only how the records are read.

use std::future::IntoFuture;
use std::ops::RangeInclusive;

use super::dns::{Said, Step, Upserted, Wanted, find, step};
use super::orders::{OrderMark, Ordered, after, the_one};
use super::tickets::{PAGE_SIZE, Page, Walk};
use super::wait::{WaitOptions, wait};
use crate::Client;
use crate::api::{dns, support, vps};
use crate::error::{Error, Result};
use crate::meta::{InputMeta, Operation};
use crate::records::{DnsRecordDraft, ServerStatus, VpsOrder};
use crate::soap::{DataRecord, Datum};
use crate::transport::BoxFuture;
use crate::value::Value;

/// A VPS that came of an order, and its invoices.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct FoundOrderData {
    /// The VPS.
    pub vps: DataRecord,
    /// Its invoices.
    pub invoices: Vec<DataRecord>,
}

/// What [`find_order`] takes as its order.
pub const ORDER: &InputMeta = VpsOrder::META;

/// What [`upsert_record`] takes as its draft.
pub const DRAFT: &InputMeta = DnsRecordDraft::META;

/// [`VpsService::wait_for`](crate::VpsService::wait_for).
///
/// # Errors
/// As that one.
pub async fn wait_for(
    client: &Client,
    id: i64,
    state: &str,
    options: WaitOptions,
) -> Result<Datum> {
    let look = || ask(client, &vps::operation::get, vec![id.into()]);
    let status = |vps: &Datum| match vps {
        Datum::Record(vps) => vps.text("server_status").map(str::to_owned),
        _ => None,
    };
    wait(
        client,
        look,
        status,
        id,
        &ServerStatus::from(state),
        options,
    )
    .await
}

/// [`VpsService::order_mark`](crate::VpsService::order_mark).
///
/// # Errors
/// As that one.
pub async fn order_mark(client: &Client) -> Result<OrderMark> {
    let listed = records(client, &vps::operation::list, Vec::new()).await?;
    Ok(after(listed.iter().map(number)))
}

impl<'a> From<&'a DataRecord> for Ordered<'a> {
    fn from(vps: &'a DataRecord) -> Self {
        Self {
            id: number(vps),
            hostname: vps.text("hostname"),
            order_date: match vps.get("order_date") {
                Some(Datum::DateTime(date)) => Some(*date),
                _ => None,
            },
        }
    }
}

/// [`VpsService::find_order`](crate::VpsService::find_order), its order as the values of [`ORDER`].
///
/// # Errors
/// As that one.
pub async fn find_order(
    client: &Client,
    order: &[Value],
    since: impl Into<OrderMark>,
) -> Result<Option<FoundOrderData>> {
    let listed = records(client, &vps::operation::list, Vec::new()).await?;
    let Some(vps) = the_one(listed, text(ORDER, order, "hostname"), since.into())? else {
        return Ok(None);
    };
    let mut invoices = records(client, &vps::operation::invoices, Vec::new()).await?;
    invoices.retain(|invoice| invoice.int("service") == Some(number(&vps)));
    Ok(Some(FoundOrderData { vps, invoices }))
}

/// [`DnsService::upsert_record`](crate::DnsService::upsert_record), its draft as the values of
/// [`DRAFT`].
///
/// # Errors
/// As that one.
pub async fn upsert_record(client: &Client, zone: i64, draft: Vec<Value>) -> Result<Upserted> {
    let listed = records(client, &dns::operation::records, vec![zone.into()]).await?;
    let said = listed.iter().map(|record| Said {
        id: number(record),
        name: record.text("name"),
        record_type: record.text("record_type"),
        content: record.text("content"),
        ttl: record.int("ttl"),
        priority: record.int("priority"),
    });
    let int = |name| {
        value(DRAFT, &draft, name)
            .and_then(Value::as_i64)
            .unwrap_or(0)
    };
    let wanted = Wanted {
        name: text(DRAFT, &draft, "name"),
        record_type: text(DRAFT, &draft, "record_type"),
        content: text(DRAFT, &draft, "content"),
        ttl: int("ttl"),
        priority: int("priority"),
    };
    let (operation, numbers) = match step(said, &wanted)? {
        Step::Leave(id) => return Ok(Upserted::Unchanged(id)),
        Step::Add => (&dns::operation::add_record, vec![zone]),
        Step::Update(id) => (&dns::operation::update_record, vec![zone, id]),
    };
    let values = numbers
        .iter()
        .map(|number| Value::Int(*number))
        .chain(draft);
    let answer = ask(client, operation, values.collect()).await?;
    Ok(match (numbers.get(1), answer) {
        (Some(id), _) => Upserted::Updated(*id),
        (None, Datum::Int(id)) => Upserted::Added(id),
        (None, _) => unreachable!("adding a record is declared to answer with a number"),
    })
}

/// [`DnsService::find_zone`](crate::DnsService::find_zone).
///
/// # Errors
/// As that one.
pub async fn find_zone(client: &Client, name: &str, numbers: RangeInclusive<i64>) -> Result<Datum> {
    let zone = |number: i64| ask(client, &dns::operation::zone, vec![number.into()]);
    let named = |zone: &Datum| match zone {
        Datum::Record(zone) => zone.text("name").map(str::to_owned),
        _ => None,
    };
    find(zone, named, name, numbers).await
}

/// [`Tickets`](crate::Tickets).
#[derive(Debug)]
pub struct TicketsData {
    client: Client,
    status: Option<String>,
    walk: Walk<DataRecord>,
}

impl TicketsData {
    /// A walk that begins with the first ticket, perhaps only through those of a status.
    #[must_use]
    pub fn new(client: &Client, status: Option<String>) -> Self {
        Self {
            client: client.clone(),
            status,
            walk: Walk::new(),
        }
    }

    /// The next ticket; none after the last.
    ///
    /// # Errors
    /// As [`Tickets::next`](crate::Tickets::next).
    pub async fn next(&mut self) -> Result<Option<DataRecord>> {
        let (client, status) = (&self.client, &self.status);
        let fetch = |page: i64| {
            let arguments = vec![page.into(), PAGE_SIZE.into(), status.clone().into()];
            ask(client, &support::operation::ticket_page, arguments)
        };
        self.walk
            .next(fetch, |page| match page {
                Datum::Record(mut page) => Page {
                    pages: page.int("total_pages"),
                    tickets: page
                        .take_records("tickets")
                        .into_iter()
                        .map(|ticket| (number(&ticket), ticket))
                        .collect(),
                },
                _ => unreachable!("a page of tickets is declared to be a record"),
            })
            .await
    }
}

/// A call under way, compiled once.
#[inline(never)]
fn ask(
    client: &Client,
    operation: &'static Operation,
    arguments: Vec<Value>,
) -> BoxFuture<'static, Result<Datum>> {
    client.invoke(operation, arguments).into_future()
}

async fn records(
    client: &Client,
    operation: &'static Operation,
    arguments: Vec<Value>,
) -> Result<Vec<DataRecord>> {
    match ask(client, operation, arguments).await? {
        Datum::Records(records) => Ok(records),
        _ => Err(Error::new(
            crate::ErrorKind::Decode,
            "the answer is no list of records",
        )),
    }
}

/// The number of a record that is known by one.
fn number(record: &DataRecord) -> i64 {
    record.int("id").unwrap_or(0)
}

fn value<'a>(input: &InputMeta, values: &'a [Value], name: &str) -> Option<&'a Value> {
    let at = input.fields.iter().position(|field| field.name == name)?;
    values.get(at)
}

fn text<'a>(input: &InputMeta, values: &'a [Value], name: &str) -> &'a str {
    value(input, values, name)
        .and_then(Value::as_str)
        .unwrap_or_default()
}
