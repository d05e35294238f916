//! [`Sessions`]: who is logged in, and until when.

use std::collections::BTreeMap;
use std::time::Duration;

use super::dice::Dice;
use super::time::Clock;

/// How long a session lives.
const LIFE: Duration = Duration::from_secs(2 * 60 * 60);

/// Session ids and when each ends.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sessions(BTreeMap<String, Duration>);

impl Sessions {
    /// Begins a session and gives its id.
    pub(crate) fn begin(&mut self, clock: Clock, dice: &mut Dice) -> String {
        self.0.retain(|_, end| *end > clock.0);
        let id = dice.hex(32);
        self.0.insert(id.clone(), clock.0.saturating_add(LIFE));
        id
    }

    pub(crate) fn is_alive(&self, id: &str, clock: Clock) -> bool {
        self.0.get(id).is_some_and(|end| *end > clock.0)
    }

    /// Ends one session.
    pub(crate) fn end(&mut self, id: &str) {
        self.0.remove(id);
    }

    /// Ends all sessions.
    pub(crate) fn end_all(&mut self) {
        self.0.clear();
    }

    /// How many are alive.
    pub(crate) fn alive(&self, clock: Clock) -> usize {
        self.0.values().filter(|end| **end > clock.0).count()
    }
}
