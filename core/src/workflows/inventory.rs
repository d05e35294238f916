//! [`Client::inventory`]: every service of the account, all modules at once.

use std::future::poll_fn;
use std::task::Poll;

use futures_util::future::{MaybeDone, maybe_done};

use crate::error::{Error, ErrorKind, Result};
use crate::meta::{self, Kind, RecordMeta, Service};
use crate::records::Module;
use crate::transport::BoxFuture;
use crate::value::Value;
use crate::{Client, ServiceStatus};

/// Every service of the account, and the modules that could not be listed.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Inventory {
    /// The services, by module in the order of the manual.
    pub items: Vec<InventoryItem>,
    /// Modules whose list failed. What they hold is missing from `items`.
    pub failures: Vec<InventoryFailure>,
}

/// A service of whatever module, with what all of them have.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "deserialize", derive(serde::Deserialize))]
#[non_exhaustive]
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
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct InventoryFailure {
    /// The module.
    pub module: Module,
    /// Why.
    pub error: Error,
}

impl Client {
    /// Lists the services of all modules at once.
    ///
    /// A module that fails does not cost the others: it is named in
    /// [`failures`](Inventory::failures).
    ///
    /// ```no_run
    /// # async fn demo(client: interserver::Client) -> Result<(), interserver::Error> {
    /// let inventory = client.inventory().await?;
    /// for item in &inventory.items {
    ///     println!("{} {} {}", item.module, item.id, item.label.as_deref().unwrap_or("-"));
    /// }
    /// for failure in &inventory.failures {
    ///     eprintln!("{} is missing: {}", failure.module, failure.error);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// `Authentication` if no module can be asked at all, and any other error if every module
    /// failed.
    pub async fn inventory(&self) -> Result<Inventory> {
        self.inventory_watched(|_| {}).await
    }

    /// The same, telling `listed` of each module as soon as its list has come or failed.
    ///
    /// # Errors
    /// As [`inventory`](Self::inventory).
    pub async fn inventory_watched(&self, listed: impl Fn(&Module)) -> Result<Inventory> {
        let lists = all(
            meta::modules().map(|service| {
                let list: BoxFuture<'_, _> = Box::pin(self.module_items(service));
                list
            }),
            &listed,
        )
        .await;
        let mut inventory = Inventory {
            items: Vec::new(),
            failures: Vec::new(),
        };
        for (module, list) in lists {
            match list {
                Ok(items) => inventory.items.extend(items),
                Err(error) => inventory.failures.push(InventoryFailure { module, error }),
            }
        }
        let all_failed = inventory.failures.len() == meta::modules().count();
        let fatal = inventory
            .failures
            .iter()
            .find(|failure| all_failed || failure.error.kind() == ErrorKind::Authentication);
        match fatal {
            Some(failure) => Err(failure.error.clone()),
            None => Ok(inventory),
        }
    }

    async fn module_items(
        &self,
        service: &'static Service,
    ) -> (Module, Result<Vec<InventoryItem>>) {
        let module = Module::from(service.name);
        let (Some(record), Some(list)) = (
            service.module,
            service
                .operations
                .iter()
                .find(|operation| operation.name == "list"),
        ) else {
            return (module, Ok(Vec::new()));
        };
        let rows = self.call(list.wire, [] as [(&str, Value); 0]).await;
        let items = rows.map(|rows| {
            let rows = rows.as_list().unwrap_or_default();
            rows.iter()
                .filter_map(|row| item(&module, record, row))
                .collect()
        });
        (module, items)
    }
}

/// Waits for all lists at once. There are ten: asking each again whenever one moves on costs
/// nothing, and `join_all` would bring its queue of wakers along.
async fn all<T>(
    lists: impl Iterator<Item = BoxFuture<'_, (Module, T)>>,
    listed: &impl Fn(&Module),
) -> Vec<(Module, T)> {
    let mut lists: Vec<_> = lists.map(maybe_done).collect();
    poll_fn(|context| {
        let mut pending = false;
        for list in &mut lists {
            if let MaybeDone::Future(future) = list {
                match future.as_mut().poll(context) {
                    Poll::Ready(done) => {
                        listed(&done.0);
                        *list = MaybeDone::Done(done);
                    }
                    Poll::Pending => pending = true,
                }
            }
        }
        if pending {
            Poll::Pending
        } else {
            Poll::Ready(())
        }
    })
    .await;
    lists
        .into_iter()
        .filter_map(|list| match list {
            MaybeDone::Done(done) => Some(done),
            _ => None,
        })
        .collect()
}

/// What a row has in common with those of other modules, by the names in code.
fn item(module: &Module, record: &RecordMeta, row: &Value) -> Option<InventoryItem> {
    let value = |name: &str| {
        let field = record.fields.iter().find(|field| field.name == name)?;
        // A secret is no part of a summary, whatever its name.
        (!matches!(field.kind, Kind::Secret)).then(|| row.get(field.wire))?
    };
    let text = |name: &str| {
        value(name)?
            .as_str()
            .filter(|text| !text.is_empty())
            .map(str::to_owned)
    };
    Some(InventoryItem {
        module: module.clone(),
        id: value("id")?.as_i64().filter(|id| *id != 0)?,
        label: text("hostname")
            .or_else(|| text("username"))
            .or_else(|| text("ip")),
        status: text("status").map(ServiceStatus::from),
        server_status: text("server_status"),
        ip: text("ip"),
        service_type: value("service_type").and_then(Value::as_i64),
        order_date: text("order_date"),
    })
}
