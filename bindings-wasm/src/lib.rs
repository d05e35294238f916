//! The Rust half of the npm package `interserver-client`: arguments in, JSON out.
//!
//! JavaScript holds a [`binding::Binding`] and calls operations by their wire names; the classes
//! that people see are written by `cargo xtask npm` from the declaration, whose metadata tells this
//! half what to convert. There is no logic here: what a call does is the core's.

#![cfg_attr(
    target_family = "wasm",
    allow(
        clippy::arc_with_non_send_sync,
        reason = "the core wants an `Arc`, and there are no threads"
    )
)]

pub mod names;

#[cfg(target_family = "wasm")]
mod args;
#[cfg(target_family = "wasm")]
pub mod binding;
#[cfg(target_family = "wasm")]
mod failure;
#[cfg(target_family = "wasm")]
mod host;
#[cfg(target_family = "wasm")]
mod json;
#[cfg(target_family = "wasm")]
mod settings;
