//! What each operation does to the state, one file a section.
//!
//! [`find`] gives the behaviour of an operation of the declaration. The five operations that all
//! modules have are there once, in `module`.

mod backups;
mod billing;
mod call;
mod dns;
mod floating_ips;
mod general;
mod licenses;
mod mail;
mod module;
mod order;
mod panel;
mod pixels;
mod support;
mod vps;
mod webhosting;

use interserver::meta::{self, Operation};

pub(crate) use call::{Call, empty, reply};

use crate::value::Val;

/// What an operation does, and what it answers.
pub(crate) type Behaviour = fn(&mut Call<'_>) -> Val;

/// Wire names and their behaviours.
type Table = &'static [(&'static str, Behaviour)];

const TABLES: [Table; 10] = [
    backups::TABLE,
    billing::TABLE,
    dns::TABLE,
    floating_ips::TABLE,
    general::TABLE,
    licenses::TABLE,
    mail::TABLE,
    support::TABLE,
    vps::TABLE,
    webhosting::TABLE,
];

/// The behaviour of an operation.
pub(crate) fn find(operation: &'static Operation) -> Option<Behaviour> {
    let is_module = meta::modules().any(|service| service.name == operation.service);
    TABLES
        .iter()
        .copied()
        .flatten()
        .find(|(wire, _)| *wire == operation.wire)
        .or_else(|| {
            module::TABLE
                .iter()
                .find(|(name, _)| is_module && *name == operation.name)
        })
        .map(|(_, behaviour)| *behaviour)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_declared_operation_has_a_behaviour() {
        for operation in meta::operations() {
            assert!(find(operation).is_some(), "{} does nothing", operation.wire);
        }
    }

    #[test]
    fn no_behaviour_is_without_an_operation() {
        let tables = || TABLES.iter().copied().flatten();
        for (wire, _) in tables() {
            assert!(meta::operation(wire).is_some(), "{wire} is not declared");
            let same = tables().filter(|(other, _)| other == wire).count();
            assert_eq!(same, 1, "{wire} is there twice");
        }
        for service in meta::modules() {
            for (name, _) in module::TABLE {
                let has = service
                    .operations
                    .iter()
                    .any(|operation| operation.name == *name);
                assert!(has, "{} has no {name}", service.name);
            }
        }
    }
}
