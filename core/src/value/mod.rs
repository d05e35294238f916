//! The values that calls take and give: plain data, secrets, open enums, PHP data.

pub(crate) mod decimal;
#[cfg(feature = "deserialize")]
mod deserialize;
mod extra;
pub(crate) mod float;
mod json;
mod moment;
mod open_enum;
pub(crate) mod php;
mod plain;
mod secret;

pub use extra::{Extra, Other};
pub use moment::{Civil, Moment};
pub use php::PhpError;
pub use plain::Value;
pub use secret::Secret;

pub(crate) use open_enum::open_enum;
pub(crate) use secret::MASK;
