//! Chance that falls the same way each time (SplitMix64), whatever the version of a library.

/// A source of numbers from a seed.
#[derive(Clone, Debug)]
pub(crate) struct Chance(u64);

impl Chance {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// From 0 to below `n`; 0 when there is nothing to choose from.
    pub(crate) fn below(&mut self, n: u32) -> u32 {
        let rest = self.next().checked_rem(u64::from(n)).unwrap_or_default();
        u32::try_from(rest).unwrap_or_default()
    }

    /// From `low` to `high`, both included.
    pub(crate) fn between(&mut self, low: u32, high: u32) -> u32 {
        low + self.below(high.saturating_sub(low) + 1)
    }

    /// True so many times in a hundred.
    pub(crate) fn percent(&mut self, percent: u32) -> bool {
        self.below(100) < percent
    }

    /// One of several.
    pub(crate) fn pick<'a, T>(&mut self, from: &'a [T]) -> Option<&'a T> {
        let n = u32::try_from(from.len()).unwrap_or(u32::MAX);
        from.get(usize::try_from(self.below(n)).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::Chance;

    #[test]
    fn the_same_seed_gives_the_same_numbers() {
        // The first number of SplitMix64 for seed 0, as published.
        assert_eq!(Chance::new(0).next(), 0xe220_a839_7b1d_cdaf);
        let mut chance = Chance::new(7);
        assert!((0..1000).all(|_| (3..=5).contains(&chance.between(3, 5))));
    }
}
