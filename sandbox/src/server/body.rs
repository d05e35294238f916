//! [`Paced`]: a body that may trickle and may break off.

use std::collections::VecDeque;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};
use tokio::time::{Sleep, sleep};

use super::Broken;
use crate::http::Drip;

/// A body in pieces.
pub(super) struct Paced {
    pieces: VecDeque<Bytes>,
    /// What is promised, which is more than what comes if it is cut.
    length: u64,
    cut: bool,
    /// Whether what came before the cut has had its chance to be written.
    flushed: bool,
    pause: Duration,
    sleep: Option<Pin<Box<Sleep>>>,
}

impl Paced {
    pub(super) fn new(body: Vec<u8>, drip: Option<Drip>, cut: bool) -> Self {
        let mut body = Bytes::from(body);
        let length = body.len();
        if cut {
            body.truncate(length / 2);
        }
        let size = drip.map_or(body.len(), |drip| drip.bytes).max(1);
        let mut pieces = VecDeque::new();
        while !body.is_empty() {
            pieces.push_back(body.split_to(size.min(body.len())));
        }
        Self {
            pieces,
            length: length as u64,
            cut,
            flushed: false,
            pause: drip.map_or(Duration::ZERO, |drip| drip.pause),
            sleep: None,
        }
    }

    fn left(&self) -> u64 {
        self.pieces.iter().map(|piece| piece.len() as u64).sum()
    }
}

impl Body for Paced {
    type Data = Bytes;
    type Error = Broken;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Broken>>> {
        if self.pieces.is_empty() {
            if self.cut && !std::mem::replace(&mut self.flushed, true) {
                context.waker().wake_by_ref();
                return Poll::Pending;
            }
            let cut = std::mem::take(&mut self.cut);
            return Poll::Ready(cut.then_some(Err(Broken)));
        }
        if !self.pause.is_zero() {
            let pause = self.pause;
            let waiting = self.sleep.get_or_insert_with(|| Box::pin(sleep(pause)));
            ready!(waiting.as_mut().poll(context));
            self.sleep = None;
        }
        let piece = self.pieces.pop_front().map(|piece| Ok(Frame::data(piece)));
        Poll::Ready(piece)
    }

    fn is_end_stream(&self) -> bool {
        self.pieces.is_empty() && !self.cut
    }

    fn size_hint(&self) -> SizeHint {
        // Asked for once, before the first piece, to write Content-Length.
        SizeHint::with_exact(if self.cut { self.length } else { self.left() })
    }
}
