//! Unofficial client for the InterServer hosting API.
//!
//! This is the SOAP API at `https://my.interserver.net/api.php`, not the newer REST one. Start
//! with [`Client`]: its services (`client.vps()`, `client.dns()`, …) have a method for each
//! function of the API. [`records`] are what they give, [`inputs`](records) what some of them take.
//!
//! ```no_run
//! # async fn demo() -> Result<(), interserver::Error> {
//! use interserver::Client;
//!
//! let client = Client::builder().credentials("you@example.com", "API key").build()?;
//! for vps in client.vps().list().await? {
//!     println!("{} {:?} {:?}", vps.id, vps.hostname, vps.server_status);
//! }
//! client.vps().restart(1234).await?;
//! # Ok(())
//! # }
//! ```
//!
//! Every failure is an [`Error`] with a [`kind`](Error::kind) and an
//! [`outcome`](Error::outcome). Only reads are ever sent twice; see [`meta::Effect`].
//!
//! The whole API is declared once, in tables; [`meta`] has the declaration as data, and
//! [`for_each_section!`] as tokens.

#![cfg_attr(
    target_family = "wasm",
    allow(
        clippy::arc_with_non_send_sync,
        reason = "there are no threads there, and one code for both"
    )
)]

/// The examples of the README compile.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;

#[macro_use]
mod api;

pub mod check;
mod client;
mod error;
#[cfg(fuzzing)]
#[doc(hidden)]
pub mod fuzzing;
mod limits;
pub mod meta;
mod soap;
pub mod transport;
mod value;
mod workflows;

/// Answers as data instead of as types, for those who handle all operations alike: a binding where
/// every byte counts. [`Client::invoke`](crate::Client::invoke) gives them, and here are the jobs
/// of more than one call.
pub mod data {
    pub use crate::soap::{DataRecord, Datum};
    pub use crate::value::float::text as float_text;
    pub use crate::value::{Civil, Moment};
    pub use crate::workflows::data::*;

    /// The plain digits of a decimal, as `Decimal` would write it; none if it is no decimal.
    #[must_use]
    pub fn decimal(text: &str) -> Option<String> {
        crate::value::decimal::plain(text).map(std::borrow::Cow::into_owned)
    }
}

/// Records, orders, drafts, enums and services of the declaration.
pub mod records {
    pub use crate::api::all::*;
    pub use crate::soap::{Pages, Problems, RoundedUp};
}

pub use client::{Call, Client, ClientBuilder, Erased, RawCall, RetryPolicy};
pub use error::{Error, ErrorKind, Outcome, Result};
pub use jiff::Timestamp;
pub use jiff::civil::DateTime;
pub use limits::{Limit, Limits};
pub use meta::operations;
pub use records::*;
pub use rust_decimal::Decimal;
pub use value::{Extra, Other, PhpError, Secret, Value};
pub use workflows::{
    FoundOrder, Inventory, InventoryFailure, InventoryItem, OrderMark, Tickets, Upserted,
    WaitOptions,
};
