//! Writes the Kotlin and the Swift of the client from a built `interserver_uniffi` library.
//!
//! UniFFI's own generator does nearly all of it. What it cannot say is put in afterwards, from the
//! core's metadata: defaults that are words of an enum, shared fields of the error, deprecations,
//! and names in documentation as the language writes them. Each of these steps knows the text that
//! it replaces and fails where that text is not there, so a newer UniFFI cannot go by unnoticed.

mod docs;
mod edit;
mod futures;
mod interface;
pub mod kotlin;
pub mod swift;
