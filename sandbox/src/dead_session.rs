//! [`DeadSession`]: what an operation answers to a session that has ended.

use interserver::meta::{Operation, Shape};

use crate::behaviour::{empty, reply};
use crate::value::{Row, Val};

/// What an operation returns when its session has ended or never was one.
///
/// Nobody outside knows which of these the real service does, so a client must live with all of
/// them. Each is what the PHP behind the service would return; what becomes of it depends on the
/// type that the operation declares: [`False`](DeadSession::False) is an empty list where a list is
/// declared, and a fault where a struct is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum DeadSession {
    /// What was recorded: an empty list, a struct without children, `false`, 0, an empty text, or
    /// a status other than ok.
    #[default]
    Recorded,
    /// An empty array: an empty list, a struct without children; elsewhere as recorded.
    EmptyArray,
    /// A struct whose fields are all null; elsewhere as recorded.
    StructOfNulls,
    /// Null: a nil struct, a nil list, a nil text or number.
    Nil,
    /// False: an empty list, `false`, an empty text or number, and for a struct the fault
    /// `unable to serialize result`.
    False,
    /// An empty text: an empty list, `false`, an empty text or number; for a struct that fault.
    EmptyText,
    /// A status with a text and no other field, where a status is declared; elsewhere as recorded.
    StatusError,
    /// A SOAP fault.
    Fault,
}

impl DeadSession {
    /// Every form.
    pub const ALL: &'static [Self] = &[
        Self::Recorded,
        Self::EmptyArray,
        Self::StructOfNulls,
        Self::Nil,
        Self::False,
        Self::EmptyText,
        Self::StatusError,
        Self::Fault,
    ];

    /// Its name in the control API, such as `struct_of_nulls`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Recorded => "recorded",
            Self::EmptyArray => "empty_array",
            Self::StructOfNulls => "struct_of_nulls",
            Self::Nil => "nil",
            Self::False => "false",
            Self::EmptyText => "empty_text",
            Self::StatusError => "status_error",
            Self::Fault => "fault",
        }
    }

    /// The form of a name.
    #[must_use]
    pub fn by_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|form| form.name() == name)
    }

    /// What an operation returns; `None` if it raises a fault.
    pub(crate) fn answer(self, operation: &'static Operation) -> Option<Val> {
        Some(match (self, operation.returns) {
            (Self::Fault, _) => return None,
            (Self::EmptyArray, Shape::Record(_) | Shape::Records(_)) => Val::EMPTY,
            (Self::Nil, _) => Val::Null,
            (Self::False, _) => Val::Bool(false),
            (Self::EmptyText, _) => Val::from(""),
            (Self::StructOfNulls, Shape::Record(record)) => Row::blank(record).into(),
            (Self::StatusError, Shape::Record(record)) if record.is_reply() => {
                let is_status = |wire: &str| matches!(wire, "status" | "status_text");
                Row::only(record, is_status)
                    .with("status", "error")
                    .with(
                        "status_text",
                        "Your session has timed out. Please log in again.",
                    )
                    .into()
            }
            _ => recorded(operation),
        })
    }
}

fn recorded(operation: &'static Operation) -> Val {
    match operation.returns {
        Shape::Done => Val::Bool(false),
        Shape::Int => Val::Int(0),
        Shape::Record(record) if record.is_reply() => reply_of_the_dead(operation)
            .unwrap_or_else(|| reply(record, "error", "Invalid Session ID").into()),
        Shape::Record(_) | Shape::Records(_) | Shape::Texts => Val::EMPTY,
        _ => Val::from(""),
    }
}

/// The operations of the help desk have words of their own.
fn reply_of_the_dead(operation: &'static Operation) -> Option<Val> {
    let Shape::Record(record) = operation.returns else {
        return None;
    };
    let row = match operation.wire {
        "api_viewTicket" | "api_ticketPost" => reply(record, "Failed", "Invalid Session ID"),
        "api_openTicket" => reply(
            record,
            "Failed",
            "Invalid Email Address - Does not match your account email!",
        )
        .with("ticket_reference_id", -1),
        "api_getTicketList" => empty(record)
            .with("status", "error")
            .with("status_text", "Invalid Session ID")
            .with("totalPages", "0"),
        _ => return None,
    };
    Some(row.into())
}
