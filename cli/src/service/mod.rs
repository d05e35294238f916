//! Commands of the services: made from the declaration, one for each operation.
//!
//! [`tree`] is what can be typed, [`texts`] what was typed, [`typed`] the call that comes of it,
//! [`harm`] what is asked before, [`wait`] what is waited for after. No operation is named here;
//! only buying a VPS can do more than its declaration says, because the core can ([`wait`]).

pub(crate) mod example;
mod harm;
mod hosts;
pub(crate) mod names;
mod run;
mod texts;
pub(crate) mod tree;
mod typed;
mod wait;

pub(crate) use run::run;
