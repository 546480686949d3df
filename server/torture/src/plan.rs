//! How much of everything, and the dice that everything random is thrown with.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::ops::RangeInclusive;
use std::time::Duration;

use rand::rngs::StdRng;
use rand::{RngExt as _, SeedableRng as _};

/// Full or short, and from which seed.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    /// A few rounds of everything, for every change.
    pub short: bool,
    /// The same seed throws the same dice.
    pub seed: u64,
}

impl Plan {
    /// So many rounds in full, so many in short.
    pub fn rounds(self, full: u32, short: u32) -> u32 {
        if self.short { short } else { full }
    }

    /// From so many to so many intakes before the next thing happens.
    pub fn intakes(self, least: u64, most: u64) -> RangeInclusive<u64> {
        if self.short { least / 2..=least.saturating_mul(2) } else { least..=most }
    }

    /// Dice of one scenario's own: what runs before it changes nothing for it.
    pub fn dice(self, scenario: &str) -> Dice {
        let mut hasher = DefaultHasher::new();
        (self.seed, scenario).hash(&mut hasher);
        Dice(StdRng::seed_from_u64(hasher.finish()))
    }
}

/// Dice.
#[derive(Debug)]
pub struct Dice(StdRng);

impl Dice {
    /// One number of a range.
    pub fn number(&mut self, range: RangeInclusive<u64>) -> u64 {
        self.0.random_range(range)
    }

    /// A time of so many milliseconds.
    pub fn millis(&mut self, range: RangeInclusive<u64>) -> Duration {
        Duration::from_millis(self.number(range))
    }

    /// Whether something that happens `times` in a hundred happens now.
    pub fn percent(&mut self, times: u64) -> bool {
        self.number(0..=99) < times
    }

    /// Dice for somebody else, thrown by these.
    pub fn split(&mut self) -> Self {
        Self(StdRng::seed_from_u64(self.0.random()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_throws_the_same_dice() {
        let throw = |seed, name| {
            let mut dice = Plan { short: true, seed }.dice(name);
            (dice.number(0..=u64::MAX), dice.split().number(0..=u64::MAX))
        };
        assert_eq!(throw(7, "a"), throw(7, "a"));
        assert_ne!(throw(7, "a"), throw(8, "a"));
        assert_ne!(throw(7, "a"), throw(7, "b"));
    }
}
