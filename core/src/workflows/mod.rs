//! Jobs that take more than one call, once for every language.
//!
//! They add methods to the services: [`inventory`](crate::Client::inventory),
//! [`vps().wait_for`](crate::VpsService::wait_for),
//! [`vps().find_order`](crate::VpsService::find_order),
//! [`support().tickets`](crate::SupportService::tickets),
//! [`dns().upsert_record`](crate::DnsService::upsert_record) and
//! [`dns().find_zone`](crate::DnsService::find_zone).

pub(crate) mod data;
mod dns;
mod inventory;
mod orders;
mod tickets;
mod wait;

pub use dns::Upserted;
pub use inventory::{Inventory, InventoryFailure, InventoryItem};
pub use orders::{FoundOrder, OrderMark};
pub use tickets::Tickets;
pub use wait::WaitOptions;
