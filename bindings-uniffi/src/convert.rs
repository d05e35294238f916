//! Conversions between the core's types and their mirrors: [`Outward`] for what answers hold,
//! [`Inward`] for arguments.

use std::collections::HashMap;
use std::time::SystemTime;

use interserver::{DateTime, Decimal, Extra, Other, Secret, Timestamp};

use crate::Value;

/// A type of the core's answers, and what other languages see of it.
pub(crate) trait Outward {
    type Out;

    fn outward(self) -> Self::Out;
}

/// What other languages pass, and the core's type for it.
pub(crate) trait Inward {
    type In;

    fn inward(self) -> Self::In;
}

macro_rules! same_on_both_sides {
    ($($type:ty),*) => {$(
        impl Outward for $type {
            type Out = Self;

            fn outward(self) -> Self {
                self
            }
        }

        impl Inward for $type {
            type In = Self;

            fn inward(self) -> Self {
                self
            }
        }
    )*};
}
same_on_both_sides!((), bool, i64, String, Decimal, DateTime, Secret);

impl<C: Outward> Outward for Option<C> {
    type Out = Option<C::Out>;

    fn outward(self) -> Self::Out {
        self.map(C::outward)
    }
}

impl<C: Outward> Outward for Vec<C> {
    type Out = Vec<C::Out>;

    fn outward(self) -> Self::Out {
        self.into_iter().map(C::outward).collect()
    }
}

impl<M: Inward> Inward for Option<M> {
    type In = Option<M::In>;

    fn inward(self) -> Self::In {
        self.map(M::inward)
    }
}

/// Counts of pages. Java has no unsigned numbers.
impl Outward for u32 {
    type Out = i64;

    fn outward(self) -> i64 {
        self.into()
    }
}

impl Outward for Timestamp {
    type Out = SystemTime;

    fn outward(self) -> SystemTime {
        let since = self.as_duration();
        if since.is_negative() {
            SystemTime::UNIX_EPOCH - since.unsigned_abs()
        } else {
            SystemTime::UNIX_EPOCH + since.unsigned_abs()
        }
    }
}

impl Outward for Extra {
    type Out = Value;

    fn outward(self) -> Value {
        self.value().clone().into()
    }
}

impl Outward for Other {
    type Out = HashMap<String, Value>;

    fn outward(self) -> Self::Out {
        self.iter()
            .map(|(name, value)| (name.to_owned(), value.clone().into()))
            .collect()
    }
}
