//! The account: whose credentials are used, where they are kept, and the session that commands
//! share.
//!
//! [`connect`] makes the client; [`profiles`] are the accounts that `login` keeps, [`vault`] their
//! passwords; [`session`] is the cache of sessions, [`private`] how files are written that only
//! their owner may read.

pub(crate) mod connect;
pub(crate) mod private;
pub(crate) mod profiles;
mod session;
pub(crate) mod vault;
