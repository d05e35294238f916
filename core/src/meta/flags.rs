//! The flags that the tables put behind a field or before an operation's name.
//!
//! Each is a method, so that a flag that a table misspells does not compile.

use super::{Field, Operation, Origin, WireType};

impl Operation {
    pub(crate) const fn newer(mut self) -> Self {
        self.since = 2026;
        self
    }
    pub(crate) const fn public(mut self) -> Self {
        self.session = false;
        self
    }
    pub(crate) const fn creates(mut self) -> Self {
        self.creates = true;
        self
    }
    pub(crate) const fn problems(mut self) -> Self {
        self.problems_are_data = true;
        self
    }
    pub(crate) const fn awaits(mut self, status: &'static str) -> Self {
        self.awaits = Some(status);
        self
    }
    pub(crate) const fn quoted_by(mut self, operation: &'static str) -> Self {
        self.quoted_by = Some(operation);
        self
    }
    pub(crate) const fn wire(mut self, name: &'static str) -> Self {
        self.wire_return = Some(name);
        self
    }
}

impl Field {
    pub(crate) const fn documented(mut self) -> Self {
        self.origin = Origin::Documented;
        self
    }
    pub(crate) const fn live(mut self) -> Self {
        self.origin = Origin::Live;
        self
    }
    pub(crate) const fn float(mut self) -> Self {
        self.wire_type = WireType::Float;
        self
    }
    pub(crate) const fn int(mut self) -> Self {
        self.wire_type = WireType::Int;
        self
    }
    pub(crate) const fn string(mut self) -> Self {
        self.wire_type = WireType::String;
        self
    }
    pub(crate) const fn array(mut self, name: &'static str) -> Self {
        self.wire_type = WireType::Complex(name);
        self
    }
}
