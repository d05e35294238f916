//! [`State`]: the account and all that happens to it. Answers come from here, and calls change it.

pub(crate) mod billing;
pub(crate) mod dice;
pub(crate) mod modules;
mod seed;
pub(crate) mod sessions;
pub(crate) mod tickets;
pub(crate) mod time;

use std::collections::BTreeMap;
use std::time::Duration;

use serde_json::{Map, Value as Json, json};

use crate::catalogue::Catalogue;
use crate::value::Row;
use billing::Billing;
use dice::Dice;
use modules::Modules;
use sessions::Sessions;
use tickets::Ticket;
use time::{Clock, Event, Queue};

/// Number of the account's customer.
pub(crate) const CUSTOMER: i64 = 20_001;
/// Name of the account's owner.
pub(crate) const FULL_NAME: &str = "José Müller";

/// Everything there is.
#[derive(Clone, Debug)]
pub(crate) struct State {
    pub(crate) clock: Clock,
    pub(crate) dice: Dice,
    pub(crate) queue: Queue,
    pub(crate) sessions: Sessions,
    pub(crate) catalogue: &'static Catalogue,
    /// The services of each module.
    pub(crate) modules: Modules,
    pub(crate) billing: Billing,
    pub(crate) tickets: Vec<Ticket>,
    pub(crate) zones: Vec<Row>,
    pub(crate) records: Vec<Row>,
    /// Stored backups of VPSs.
    pub(crate) backups: Vec<Row>,
    /// Names of the hosts that VPSs run on.
    pub(crate) hosts: BTreeMap<i64, String>,
    pub(crate) mails: Vec<Mail>,
    /// The last numbers given to zones and records: numbers are not used twice.
    pub(crate) last_zone: i64,
    pub(crate) last_record: i64,
}

/// A mail that was handed over to be sent.
#[derive(Clone, Debug)]
pub(crate) struct Mail {
    pub(crate) subject: String,
    pub(crate) body: String,
    pub(crate) to: String,
    pub(crate) from: String,
    pub(crate) date: String,
}

impl State {
    /// The state in which every sandbox of a seed begins.
    pub(crate) fn new(seed: u64) -> Self {
        seed::state(seed)
    }

    /// Moves the time, and lets happen what is due.
    pub(crate) fn advance(&mut self, time: Duration) {
        let now = self.clock.0.saturating_add(time);
        while let Some((at, event)) = self.queue.pop(now) {
            self.clock.0 = at;
            self.happen(event);
        }
        self.clock.0 = now;
    }

    /// Lets something happen after a while.
    pub(crate) fn after(&mut self, delay: Duration, event: Event) {
        self.queue.push(self.clock.0.saturating_add(delay), event);
    }

    fn happen(&mut self, event: Event) {
        match event {
            Event::ServerStatus { vps, status } => {
                if let Some(row) = self.modules.find_mut("vps", vps) {
                    row.set("vps_server_status", status);
                }
            }
            Event::Backup { vps, name } => {
                let size = 2_147_483_648 + i64::try_from(self.dice.below(1 << 32)).unwrap_or(0);
                let url = format!("https://backups.example.com/{vps}/{}", self.dice.hex(16));
                let row = Row::blank(crate::catalogue::record("idNameSizeUrlArray"))
                    .with("id", vps)
                    .with("name", name)
                    .with("size", size)
                    .with("url", url);
                self.backups.push(row);
            }
        }
    }

    /// The zone of a number.
    pub(crate) fn zone(&self, id: i64) -> Option<&Row> {
        self.zones.iter().find(|zone| zone.int("id") == id)
    }

    /// Everything as JSON, for tests to look at. Session ids are left out.
    pub(crate) fn json(&self) -> Json {
        let list = |rows: &[Row]| Json::from(rows.iter().map(Row::json).collect::<Vec<_>>());
        let modules: Map<String, Json> = self
            .modules
            .iter()
            .map(|module| (module.name.to_owned(), list(&module.rows)))
            .collect();
        let mails: Vec<Json> = self
            .mails
            .iter()
            .map(|mail| {
                json!({
                    "subject": mail.subject,
                    "body": mail.body,
                    "to": mail.to,
                    "from": mail.from,
                    "date": mail.date,
                })
            })
            .collect();
        json!({
            "now": self.clock.date(),
            "epoch_seconds": self.clock.seconds(),
            "sessions": self.sessions.alive(self.clock),
            "queued": self.queue.len(),
            "modules": modules,
            "invoices": list(&self.billing.invoices),
            "prepays": list(&self.billing.prepays),
            "tickets": self.tickets.iter().map(Ticket::json).collect::<Vec<_>>(),
            "zones": list(&self.zones),
            "records": list(&self.records),
            "backups": list(&self.backups),
            "hosts": self.hosts,
            "mails": mails,
        })
    }
}
