//! [`Call`]: what a behaviour gets, and the forms of replies.

use interserver::meta::{Kind, Operation, RecordMeta, Shape, WireType};
use rust_decimal::Decimal;

use crate::soap::arg::Arg;
use crate::state::State;
use crate::value::{Row, Val};

/// One call of an operation.
pub(crate) struct Call<'a> {
    pub(crate) state: &'a mut State,
    pub(crate) operation: &'static Operation,
    /// Arguments in wire order, without the session id.
    pub(crate) args: &'a [Arg],
}

impl Call<'_> {
    fn arg(&self, wire: &str) -> &Arg {
        let position = self
            .operation
            .wire_params()
            .position(|(param, _)| param.wire == wire);
        debug_assert!(
            position.is_some(),
            "{} takes no {wire}",
            self.operation.wire
        );
        position
            .and_then(|at| self.args.get(at))
            .unwrap_or(&Arg::Null)
    }

    /// An argument as PHP's `(int)`.
    pub(crate) fn int(&self, wire: &str) -> i64 {
        self.arg(wire).int()
    }

    /// An argument as PHP's `(string)`.
    pub(crate) fn text(&self, wire: &str) -> String {
        self.arg(wire).text()
    }

    /// An argument as PHP's `(bool)`.
    pub(crate) fn truth(&self, wire: &str) -> bool {
        self.arg(wire).truth()
    }

    /// An amount of money, if it is one that can be written down in cents.
    pub(crate) fn amount(&self, wire: &str) -> Option<Decimal> {
        let number = self.arg(wire).float();
        let amount = Decimal::try_from(number).ok()?.round_dp(2);
        (amount > Decimal::ZERO && amount < Decimal::from(1_000_000_000)).then_some(amount)
    }

    /// A reply of the declared struct: a status, its text, and everything else empty.
    pub(crate) fn reply(&self, status: &str, text: impl Into<String>) -> Row {
        match self.operation.returns {
            Shape::Record(record) => reply(record, status, text),
            _ => Row::default(),
        }
    }

    /// A refusal in the form of a reply.
    pub(crate) fn error(&self, text: impl Into<String>) -> Val {
        self.reply("error", text).into()
    }

    /// A success in the form of a reply.
    pub(crate) fn ok(&self, text: impl Into<String>) -> Val {
        self.reply("ok", text).into()
    }
}

/// A struct with a status, its text, and everything else empty.
pub(crate) fn reply(record: &'static RecordMeta, status: &str, text: impl Into<String>) -> Row {
    let mut row = empty(record);
    row.set("status", status).set("status_text", text.into());
    row
}

/// A struct of empty texts, zeros and empty lists.
pub(crate) fn empty(record: &'static RecordMeta) -> Row {
    let mut row = Row::blank(record);
    for field in record.live_fields() {
        let value = match (field.kind, field.wire_type) {
            (Kind::Record(_) | Kind::Records(_), _) => Val::EMPTY,
            (_, WireType::Int) => Val::Int(0),
            (_, WireType::Float) => Val::Float(Decimal::ZERO),
            (_, WireType::Boolean) => Val::Bool(false),
            _ => Val::from(""),
        };
        row.set(field.wire, value);
    }
    row
}
