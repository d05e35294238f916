//! [`Clock`]: the sandbox's time, which moves only when it is told to, and [`Queue`]: what will
//! happen as it moves.

use std::time::Duration;

use jiff::Timestamp;
use jiff::tz::Offset;

/// 2026-09-01 12:00:00 UTC, when every sandbox begins.
pub(crate) const START: Duration = Duration::from_secs(1_788_264_000);

/// Time since the epoch.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Clock(pub(crate) Duration);

impl Clock {
    /// Epoch seconds.
    pub(crate) fn seconds(self) -> i64 {
        i64::try_from(self.0.as_secs()).unwrap_or(i64::MAX)
    }

    /// As the API writes dates: `2026-09-01 12:00:00`.
    pub(crate) fn date(self) -> String {
        self.date_in(0)
    }

    /// The date so many days from now.
    pub(crate) fn date_in(self, days: i64) -> String {
        let seconds = self.seconds().saturating_add(days.saturating_mul(86_400));
        Timestamp::from_second(seconds).map_or_else(
            |_| "0000-00-00 00:00:00".to_owned(),
            |at| {
                let date = Offset::UTC.to_datetime(at);
                date.strftime("%Y-%m-%d %H:%M:%S").to_string()
            },
        )
    }
}

/// Something that will happen.
#[derive(Clone, Debug)]
pub(crate) enum Event {
    /// A VPS shows another state.
    ServerStatus { vps: i64, status: &'static str },
    /// A backup is done.
    Backup { vps: i64, name: String },
}

/// What will happen, and when.
#[derive(Clone, Debug, Default)]
pub(crate) struct Queue {
    due: Vec<(Duration, Event)>,
}

impl Queue {
    /// Adds an event. Of two at the same moment, the first added comes first.
    pub(crate) fn push(&mut self, at: Duration, event: Event) {
        let place = self.due.partition_point(|(other, _)| *other <= at);
        self.due.insert(place, (at, event));
    }

    /// Takes out the first event that is due by `now`.
    pub(crate) fn pop(&mut self, now: Duration) -> Option<(Duration, Event)> {
        let (at, _) = self.due.first()?;
        (*at <= now).then(|| self.due.remove(0))
    }

    /// Forgets what would have happened to the state of a VPS: a newer request overrides it.
    pub(crate) fn forget_status(&mut self, id: i64) {
        self.due
            .retain(|(_, event)| !matches!(event, Event::ServerStatus { vps, .. } if *vps == id));
    }

    /// How many events are to come.
    pub(crate) fn len(&self) -> usize {
        self.due.len()
    }
}
