//! [`Job`]: a call whose arguments are checked, ready to be sent with whatever session.

use std::borrow::Cow;

use crate::meta::{Effect, Operation, WireType};
use crate::soap::request::{self, WireArgument};
use crate::value::{MASK, Secret, Value};

/// One wire argument of a job.
#[derive(Clone, Debug)]
pub(crate) struct Argument {
    pub(crate) name: Cow<'static, str>,
    pub(crate) wire: WireType,
    pub(crate) secret: bool,
    pub(crate) value: Value,
}

#[derive(Clone, Debug)]
pub(crate) struct Job {
    pub(crate) wire: Cow<'static, str>,
    pub(crate) operation: Option<&'static Operation>,
    pub(crate) effect: Effect,
    pub(crate) session: bool,
    pub(crate) arguments: Vec<Argument>,
}

impl Job {
    pub(crate) fn is_read(&self) -> bool {
        self.effect == Effect::Read
    }

    /// The envelope, with the session id in front where the function wants one.
    pub(crate) fn envelope(&self, session: Option<&Secret>) -> String {
        let session = session.map(|id| Value::from(id.expose()));
        let first = session.as_ref().map(session_argument);
        let rest = self
            .arguments
            .iter()
            .map(|argument| argument.on_the_wire(&argument.value));
        request::envelope(&self.wire, first.into_iter().chain(rest))
    }

    /// The envelope as it may be shown: secrets masked.
    pub(crate) fn redacted_envelope(&self) -> String {
        let mask = Value::from(MASK);
        let first = self.session.then(|| session_argument(&mask));
        let rest = self.arguments.iter().map(|argument| {
            argument.on_the_wire(if argument.secret {
                &mask
            } else {
                &argument.value
            })
        });
        request::envelope(&self.wire, first.into_iter().chain(rest))
    }
}

impl Argument {
    fn on_the_wire<'a>(&'a self, value: &'a Value) -> WireArgument<'a> {
        WireArgument {
            name: &self.name,
            wire: self.wire,
            value,
        }
    }
}

fn session_argument(id: &Value) -> WireArgument<'_> {
    WireArgument {
        name: "sid",
        wire: WireType::String,
        value: id,
    }
}
