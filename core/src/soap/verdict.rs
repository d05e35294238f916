//! [`Finding`]: what an answer amounts to. [`verdict`]: whether that is success.

use super::record::{ReplyStatus, Row};
use crate::error::{Error, ErrorKind};
use crate::meta::{Effect, Operation, Shape};

/// What an answer amounts to, before anyone judges it.
#[derive(Debug)]
pub(crate) enum Finding {
    /// It carries something, so the session that it came through lives.
    Something,
    /// Null, an empty struct or list or text, a struct of nulls, `false`, 0.
    Nothing,
    /// The word `Array`: PHP's text for an array, where a text was promised. It is passed on, but
    /// it shows nothing.
    Placeholder,
    /// A reply whose status is other than ok; `empty` if it has no more than that.
    NotOk {
        status: String,
        text: Option<String>,
        empty: bool,
    },
    /// A row that lacks the field it is known by.
    Unusable(&'static str),
}

impl Finding {
    pub(crate) fn of(something: bool) -> Self {
        if something {
            Self::Something
        } else {
            Self::Nothing
        }
    }

    /// What a text amounts to.
    pub(crate) fn of_text(text: &str) -> Self {
        if text == "Array" {
            Self::Placeholder
        } else {
            Self::of(!text.is_empty())
        }
    }

    /// What a struct amounts to.
    pub(crate) fn of_row(row: Row) -> Self {
        let lacks_nested = row.nested == Some(false);
        match row {
            Row {
                says_something: false,
                ..
            } => Self::Nothing,
            Row {
                missing: Some(field),
                ..
            } => Self::Unusable(field),
            Row {
                reply:
                    Some(ReplyStatus {
                        ok: false,
                        status,
                        text,
                    }),
                ..
            } => Self::NotOk {
                status,
                text,
                empty: lacks_nested,
            },
            _ if lacks_nested => Self::Nothing,
            _ => Self::Something,
        }
    }

    pub(crate) fn carries_something(&self) -> bool {
        matches!(self, Self::Something)
    }
}

/// Whether an answer is success, by what the operation promises.
pub(crate) fn verdict(operation: &Operation, finding: &Finding) -> Result<(), Error> {
    match finding {
        Finding::Something | Finding::Placeholder => Ok(()),
        Finding::Nothing => nothing(operation),
        Finding::NotOk { .. } if operation.problems_are_data => Ok(()),
        Finding::NotOk {
            status,
            text,
            empty,
        } => {
            let said = text
                .as_deref()
                .filter(|text| !text.is_empty())
                .unwrap_or(status);
            let kind = if operation.is_get() && *empty {
                ErrorKind::NotFound
            } else {
                ErrorKind::Api
            };
            Err(Error::new(kind, format!("the API says: {said}")).with_status_text(text.clone()))
        }
        Finding::Unusable(field) => Err(Error::new(
            ErrorKind::Decode,
            format!("the answer has no usable `{field}`"),
        )),
    }
}

fn nothing(operation: &Operation) -> Result<(), Error> {
    let (kind, message) = match operation.returns {
        Shape::Records(_) | Shape::Texts => return Ok(()),
        Shape::Int if !operation.creates && operation.effect == Effect::Read => return Ok(()),
        Shape::Secret => (
            ErrorKind::Authentication,
            "the user name, password or API key is wrong",
        ),
        Shape::Done | Shape::Int => (ErrorKind::Refused, "the API answered no, without a reason"),
        _ if operation.is_get() => (ErrorKind::NotFound, "there is no such thing"),
        _ if operation.effect == Effect::Read => (ErrorKind::NotFound, "the API returned nothing"),
        _ => (
            ErrorKind::Decode,
            "the answer is empty where a status belongs",
        ),
    };
    Err(Error::new(kind, message))
}
