//! The values that calls take and give: plain data, secrets, open enums, PHP data.

#[cfg(feature = "deserialize")]
mod deserialize;
mod extra;
mod open_enum;
pub(crate) mod php;
mod plain;
mod secret;

pub use extra::{Extra, Other};
pub use php::PhpError;
pub use plain::Value;
pub use secret::Secret;

pub(crate) use open_enum::open_enum;
pub(crate) use secret::MASK;
