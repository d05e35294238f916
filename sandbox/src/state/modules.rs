//! [`Modules`]: the services of each module, which all modules keep in the same way.

use interserver::meta::{self, RecordMeta};

use super::CUSTOMER;
use crate::value::{Row, Val};

/// A module with its services.
#[derive(Clone, Debug)]
pub(crate) struct Module {
    /// Name in code and on the wire, such as `floating_ips`.
    pub(crate) name: &'static str,
    /// Name for people.
    pub(crate) title: &'static str,
    pub(crate) record: &'static RecordMeta,
    pub(crate) rows: Vec<Row>,
}

impl Module {
    /// A service with what all services have, to be filled in.
    pub(crate) fn blank(&self) -> Row {
        let mut row = Row::blank(self.record);
        row.set_named("custid", CUSTOMER)
            .set_named("currency", "USD")
            .set_named("coupon", 0)
            .set_named("extra", "");
        if row.has_named("comment") {
            row.set_named("comment", "");
        }
        row
    }

    /// The order number that the next service gets.
    pub(crate) fn next_id(&self) -> i64 {
        1 + self
            .rows
            .iter()
            .map(|row| row.int_named("id"))
            .max()
            .unwrap_or(0)
    }

    /// What a service is called in invoices.
    pub(crate) fn label(row: &Row) -> String {
        ["hostname", "ip", "username"]
            .into_iter()
            .map(|name| row.text_named(name))
            .find(|text| !text.is_empty())
            .map_or_else(|| row.int_named("id").to_string(), str::to_owned)
    }
}

/// All modules of the declaration, in its order.
#[derive(Clone, Debug)]
pub(crate) struct Modules(Vec<Module>);

impl Modules {
    pub(crate) fn new() -> Self {
        Self(
            meta::modules()
                .filter_map(|service| {
                    Some(Module {
                        name: service.name,
                        title: service.title,
                        record: service.module?,
                        rows: Vec::new(),
                    })
                })
                .collect(),
        )
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &Module> {
        self.0.iter()
    }

    pub(crate) fn iter_mut(&mut self) -> impl Iterator<Item = &mut Module> {
        self.0.iter_mut()
    }

    pub(crate) fn get(&self, name: &str) -> Option<&Module> {
        self.0.iter().find(|module| module.name == name)
    }

    pub(crate) fn get_mut(&mut self, name: &str) -> Option<&mut Module> {
        self.0.iter_mut().find(|module| module.name == name)
    }

    /// The services of a module; none if there is no such module.
    pub(crate) fn rows(&self, name: &str) -> &[Row] {
        self.get(name).map_or(&[], |module| &module.rows)
    }

    /// A service by its order number.
    pub(crate) fn find(&self, name: &str, id: i64) -> Option<&Row> {
        self.rows(name).iter().find(|row| row.int_named("id") == id)
    }

    /// A service by its order number, to be changed.
    pub(crate) fn find_mut(&mut self, name: &str, id: i64) -> Option<&mut Row> {
        self.get_mut(name)?
            .rows
            .iter_mut()
            .find(|row| row.int_named("id") == id)
    }

    /// A service that is paid for and in use, to be changed.
    pub(crate) fn active_mut(&mut self, name: &str, id: i64) -> Option<&mut Row> {
        self.find_mut(name, id).filter(|row| is_active(row))
    }

    /// Whether a service is paid for and in use.
    pub(crate) fn is_active(&self, name: &str, id: i64) -> bool {
        self.find(name, id).is_some_and(is_active)
    }
}

/// Whether a service is paid for and in use.
pub(crate) fn is_active(row: &Row) -> bool {
    *row.named("status") == Val::from("active")
}
