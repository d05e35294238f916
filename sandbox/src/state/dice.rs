//! [`Dice`]: all the chance that there is, from the seed.

/// SplitMix64: small, and the same everywhere. It makes no secrets.
#[derive(Clone, Debug)]
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`.
    pub(crate) fn below(&mut self, end: u64) -> u64 {
        self.next() % end.max(1)
    }

    /// Hexadecimal digits, up to 32 of them.
    pub(crate) fn hex(&mut self, digits: usize) -> String {
        let mut text = format!("{:016x}{:016x}", self.next(), self.next());
        text.truncate(digits);
        text
    }

    /// A reference such as people give to tickets: `KVO-530-34143`.
    pub(crate) fn reference(&mut self) -> String {
        let letters: String = (0..3)
            .map(|_| char::from(b'A' + u8::try_from(self.below(26)).unwrap_or(0)))
            .collect();
        format!(
            "{letters}-{:03}-{:05}",
            self.below(1000),
            self.below(100_000)
        )
    }

    /// A MAC address of a virtual machine.
    pub(crate) fn mac(&mut self) -> String {
        let digits = self.hex(6);
        format!(
            "52:54:00:{}:{}:{}",
            &digits[..2],
            &digits[2..4],
            &digits[4..]
        )
    }
}
