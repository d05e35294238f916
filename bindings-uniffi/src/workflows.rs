//! Jobs that take more than one call: waiting, finding an order, tickets, DNS upsert, inventory.

use std::sync::Arc;
use std::time::Duration;

use interserver::{DateTime, Secret};
use tokio::sync::Mutex;

use crate::convert::{Inward, Outward};
use crate::{
    Client, DnsRecordDraft, DnsService, DnsZone, InterServerError, Invoice, Module, ServerStatus,
    ServiceStatus, SupportService, TicketSummary, Vps, VpsOrder, VpsService, VpsTemplate,
};

/// How to wait for a state.
#[derive(Clone, Debug, Default, uniffi::Record)]
pub struct WaitOptions {
    /// How long to wait in all. Default 10 minutes.
    #[uniffi(default = None)]
    pub deadline: Option<Duration>,
    /// The pause before the second look; each pause is half as long again. Default 1 s.
    #[uniffi(default = None)]
    pub pause: Option<Duration>,
    /// The longest pause. Default 15 s.
    #[uniffi(default = None)]
    pub longest_pause: Option<Duration>,
    /// A queued request shows the old state until the host takes it up. So if the first look
    /// finds the state already, it counts only once the VPS has been seen to leave it, or after
    /// this time. Zero takes the first look at its word. Default 60 s.
    #[uniffi(default = None)]
    pub settle: Option<Duration>,
}

/// A moment before an order, in terms that the server shares.
#[derive(Clone, Debug, PartialEq, uniffi::Enum)]
pub enum OrderMark {
    /// The highest order number before the order.
    AfterId {
        /// The number.
        id: i64,
    },
    /// A time by the server's own clock and zone.
    At {
        /// The time.
        time: DateTime,
    },
}

/// An order that did arrive.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
#[uniffi::export(Debug)]
pub struct FoundOrder {
    /// The VPS that came of it.
    pub vps: Vps,
    /// Its invoices.
    pub invoices: Vec<Invoice>,
}

/// What `upsert_record` did.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum Upserted {
    /// There was no such record: one was added.
    Added {
        /// Number of the record.
        id: i64,
    },
    /// The record was changed.
    Updated {
        /// Number of the record.
        id: i64,
    },
    /// The record says so already: nothing was sent.
    Unchanged {
        /// Number of the record.
        id: i64,
    },
}

/// Every service of the account, and the modules that could not be listed.
#[derive(Clone, Debug, uniffi::Record)]
pub struct Inventory {
    /// The services, by module in the order of the manual.
    pub items: Vec<InventoryItem>,
    /// Modules whose list failed. What they hold is missing from `items`.
    pub failures: Vec<InventoryFailure>,
}

/// A service of whatever module, with what all of them have.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct InventoryItem {
    /// The module that it belongs to.
    pub module: Module,
    /// Order number, for the module's own operations.
    pub id: i64,
    /// Host name, else user name, else address: what people know it by.
    pub label: Option<String>,
    /// Where the order stands in billing.
    pub status: Option<ServiceStatus>,
    /// Its own state, where the module has one: `running`, say.
    pub server_status: Option<String>,
    /// Primary IP address.
    pub ip: Option<String>,
    /// Number of the package or type.
    pub service_type: Option<i64>,
    /// When it was ordered, in the server's own time and words.
    pub order_date: Option<String>,
}

/// A module whose list failed.
#[derive(Clone, Debug, uniffi::Record)]
pub struct InventoryFailure {
    /// The module.
    pub module: Module,
    /// Why.
    pub error: InterServerError,
}

#[uniffi::export(async_runtime = "tokio")]
impl Client {
    /// Lists the services of all modules at once.
    ///
    /// A module that fails does not cost the others: it is named in `failures`. Fails as
    /// `Authentication` if no module can be asked at all, and otherwise only if every module
    /// failed.
    pub async fn inventory(&self) -> Result<Inventory, InterServerError> {
        let inventory = self.0.inventory().await?;
        let items = inventory.items.into_iter().map(|item| InventoryItem {
            module: item.module.outward(),
            id: item.id,
            label: item.label,
            status: item.status.outward(),
            server_status: item.server_status,
            ip: item.ip,
            service_type: item.service_type,
            order_date: item.order_date,
        });
        let failures = inventory
            .failures
            .into_iter()
            .map(|failure| InventoryFailure {
                module: failure.module.outward(),
                error: failure.error.into(),
            });
        Ok(Inventory {
            items: items.collect(),
            failures: failures.collect(),
        })
    }
}

#[uniffi::export(async_runtime = "tokio")]
impl VpsService {
    /// Waits until a VPS is in a state, looking again after growing pauses.
    ///
    /// Fails as `Timeout` if the deadline passes first, with the last state seen in the message.
    #[uniffi::method(default(options))]
    pub async fn wait_for(
        &self,
        id: i64,
        state: ServerStatus,
        options: WaitOptions,
    ) -> Result<Vps, InterServerError> {
        let default = interserver::WaitOptions::default();
        let options = interserver::WaitOptions {
            deadline: options.deadline.unwrap_or(default.deadline),
            pause: options.pause.unwrap_or(default.pause),
            longest_pause: options.longest_pause.unwrap_or(default.longest_pause),
            settle: options.settle.unwrap_or(default.settle),
        };
        let vps = self.0.wait_for(id, state.inward(), options).await?;
        Ok(vps.outward())
    }

    /// Marks the moment before an order, for `find_order`: the highest order number so far.
    pub async fn order_mark(&self) -> Result<OrderMark, InterServerError> {
        Ok(match self.0.order_mark().await? {
            interserver::OrderMark::AfterId(id) => OrderMark::AfterId { id },
            interserver::OrderMark::At(time) => OrderMark::At { time },
            mark => unreachable!("a mark that this version does not make: {mark:?}"),
        })
    }

    /// Looks whether an order arrived whose outcome is unknown: a VPS of the ordered host name
    /// that came after `since`, with its invoices. Nothing means that the server has no such VPS.
    ///
    /// Fails as `Decode` if several VPSs match and only a person can tell which is meant.
    pub async fn find_order(
        &self,
        order: VpsOrder,
        since: OrderMark,
    ) -> Result<Option<FoundOrder>, InterServerError> {
        let since = match since {
            OrderMark::AfterId { id } => interserver::OrderMark::AfterId(id),
            OrderMark::At { time } => interserver::OrderMark::At(time),
        };
        let found = self.0.find_order(&order.inward(), since).await?;
        Ok(found.map(|found| FoundOrder {
            vps: found.vps.outward(),
            invoices: found.invoices.outward(),
        }))
    }
}

#[uniffi::export(async_runtime = "tokio")]
impl DnsService {
    /// Makes a zone's record of a name and type say what the draft says: the one there is gets
    /// changed, and if there is none, one is added.
    ///
    /// Fails as `InvalidArgument` if there are several records of that name and type, since then
    /// only a person knows which.
    pub async fn upsert_record(
        &self,
        zone: i64,
        draft: DnsRecordDraft,
    ) -> Result<Upserted, InterServerError> {
        Ok(match self.0.upsert_record(zone, draft.inward()).await? {
            interserver::Upserted::Added(id) => Upserted::Added { id },
            interserver::Upserted::Updated(id) => Upserted::Updated { id },
            interserver::Upserted::Unchanged(id) => Upserted::Unchanged { id },
            done => unreachable!("a result that this version does not know: {done:?}"),
        })
    }

    /// Finds a zone by its name among the numbers of a range, both ends included.
    ///
    /// The API has no list of zones, so each number is asked for; keep the range small. Fails as
    /// `NotFound` if no zone in the range has the name.
    pub async fn find_zone(
        &self,
        name: String,
        first: i64,
        last: i64,
    ) -> Result<DnsZone, InterServerError> {
        Ok(self.0.find_zone(&name, first..=last).await?.outward())
    }
}

/// The tickets of an account, fetched a page at a time.
#[derive(uniffi::Object)]
pub struct Tickets(Mutex<interserver::Tickets>);

#[uniffi::export]
impl SupportService {
    /// Goes through the tickets, perhaps only those of a status such as `Open`. Nothing is fetched
    /// before it is asked for.
    #[uniffi::method(default(status = None))]
    pub fn tickets(&self, status: Option<String>) -> Arc<Tickets> {
        Arc::new(Tickets(Mutex::new(self.0.tickets(status))))
    }
}

#[uniffi::export(async_runtime = "tokio")]
impl Tickets {
    /// The next ticket; nothing after the last. A page that fails can be asked for again.
    pub async fn next_ticket(&self) -> Result<Option<TicketSummary>, InterServerError> {
        Ok(self.0.lock().await.next().await?.outward())
    }
}

#[uniffi::export]
impl VpsTemplate {
    /// An order for a VPS of this template, with the defaults for the rest.
    pub fn order(&self, hostname: String, root_password: Secret) -> VpsOrder {
        VpsOrder {
            template_file: self.file.clone().unwrap_or_default(),
            template_os: self.os.clone().unwrap_or_default(),
            hostname,
            root_password,
            ..interserver::VpsOrder::default().outward()
        }
    }
}
