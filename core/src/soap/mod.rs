//! SOAP 1.1 as NuSOAP speaks it: envelopes out, answers in.
//!
//! [`request`] writes the envelope of a call. An answer goes through [`charset`] (bytes to text),
//! [`Scanner`] (text to elements, one pass, within limits), and then either into records
//! ([`Answer`], [`Record`], [`FieldValue`]), into records as data ([`data`]), or into plain values
//! ([`plain`]). [`Finding`] says
//! what the answer amounts to, and [`verdict`] whether that is success.

mod answer;
pub(crate) mod charset;
pub(crate) mod data;
mod envelope;
mod field;
pub(crate) mod plain;
mod record;
mod references;
pub(crate) mod request;
mod scanner;
mod tag;
mod verdict;

pub(crate) use answer::Answer;
pub use data::{DataRecord, Datum};
pub(crate) use envelope::{Fault, Reply, read_reply};
pub(crate) use field::{FieldValue, Fit, read_word};
pub use field::{Pages, Problems, RoundedUp};
pub(crate) use record::{Fields, Record};
pub(crate) use scanner::{Scan, ScanError, Scanner};
pub(crate) use tag::Start;
pub(crate) use verdict::{Finding, verdict};
