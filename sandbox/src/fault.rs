//! [`Fault`]: what can be made to go wrong, and the list of what will.

use std::time::Duration;

use interserver::meta::Operation;

/// Something that goes wrong with a request.
///
/// "Executed" means that the operation has its effect: the order is placed, though its answer may
/// never arrive.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Fault {
    /// The answer begins late. Executed.
    Latency(Duration),
    /// The body trickles: so many bytes, a pause, so many bytes. Executed.
    SlowDrip {
        /// Bytes at a time.
        bytes: usize,
        /// Time before each piece.
        pause: Duration,
    },
    /// Nobody listens: no byte of the request leaves. Not executed. Over HTTP, where somebody has
    /// to listen, it is [`Fault::ResetBeforeEffect`].
    ConnectionRefused,
    /// The connection breaks once the request is read. Not executed.
    ResetBeforeEffect,
    /// The connection breaks before the answer. Executed.
    ResetAfterEffect,
    /// The connection breaks in the middle of the answer. Executed.
    Cut,
    /// Another HTTP status, such as 429 or 503, with a line of text. Not executed.
    Status {
        /// The status.
        code: u16,
        /// Seconds for a `Retry-After` header.
        retry_after: Option<u64>,
    },
    /// Status 500 with a web server's own HTML page.
    Html500 {
        /// Whether it is executed first.
        executed: bool,
    },
    /// Status 200 without a body. Executed.
    EmptyBody,
    /// A body that ends too early in an HTTP answer that is whole. Executed.
    Truncated,
    /// A byte order mark before the XML. Executed.
    ByteOrderMark,
    /// Blank lines before the XML. Executed.
    BlankLines,
    /// A PHP warning before the XML. Executed.
    PhpWarning,
    /// The request's session has ended. Not executed; answered as [`DeadSession`] says.
    ///
    /// [`DeadSession`]: crate::DeadSession
    ExpiredSession,
    /// A SOAP fault that the operation raises. Not executed.
    SoapFault {
        /// `Client` or `Server`.
        code: String,
        /// What it says.
        text: String,
    },
    /// The rows of a list, repeated until there are so many. Executed.
    Rows(usize),
    /// A body that is blown up with so many blanks, never compressed. Executed.
    HugeBody(usize),
    /// A body that is blown up with so many blanks, always compressed. Executed.
    GzipBomb(usize),
}

impl Fault {
    /// Whether the operation has its effect all the same.
    pub(crate) fn lets_execute(&self) -> bool {
        !matches!(
            self,
            Self::ConnectionRefused
                | Self::ResetBeforeEffect
                | Self::Status { .. }
                | Self::Html500 { executed: false }
                | Self::SoapFault { .. }
        )
    }
}

/// Faults that are still to come.
#[derive(Clone, Debug, Default)]
pub(crate) struct Faults(Vec<Planned>);

#[derive(Clone, Debug)]
struct Planned {
    operation: String,
    fault: Fault,
    left: usize,
}

impl Faults {
    /// Plans a fault for the next `count` requests of an operation.
    pub(crate) fn plan(&mut self, operation: &str, fault: Fault, count: usize) {
        self.0.push(Planned {
            operation: operation.to_owned(),
            fault,
            left: count,
        });
    }

    /// The fault that a request meets: the first one planned that fits it.
    pub(crate) fn take(&mut self, operation: Option<&Operation>) -> Option<Fault> {
        self.0.retain(|planned| planned.left > 0);
        let planned = self.0.iter_mut().find(|planned| {
            planned.operation == "*"
                || operation.is_some_and(|operation| {
                    planned.operation == operation.wire || planned.operation == operation.path()
                })
        })?;
        planned.left = planned.left.saturating_sub(1);
        Some(planned.fault.clone())
    }

    /// How many requests are still to meet a fault.
    pub(crate) fn left(&self) -> usize {
        self.0
            .iter()
            .fold(0, |sum, planned| sum.saturating_add(planned.left))
    }

    pub(crate) fn clear(&mut self) {
        self.0.clear();
    }
}
