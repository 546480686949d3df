//! What people come for, and how many for what.

/// What somebody comes for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Home, catalogue, a guide: the same for everybody.
    Kept,
    /// Searching the catalogue by two words, so seldom by the same ones.
    Search,
    /// A guide, signed in.
    Guide,
    /// Tracking a case.
    Tracking,
    /// A list of work, as a member of staff.
    WorkList,
    /// Looking a person up, as a clerk.
    LookUp,
    /// Handing an application in, as a clerk.
    Intake,
}

/// Of a hundred pages.
const SHARES: &[(Kind, f64)] = &[
    (Kind::Kept, 70.0),
    (Kind::Search, 10.0),
    (Kind::Guide, 8.0),
    (Kind::Tracking, 6.0),
    (Kind::WorkList, 4.0),
    (Kind::LookUp, 2.0),
];

/// The fractional part of the golden ratio: its multiples fill the unit interval evenly, whatever
/// the shares are.
const GOLDEN: f64 = 0.618_033_988_749_894_9;

impl Kind {
    /// In a few words.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Kept => "kept pages",
            Self::Search => "searches",
            Self::Guide => "guides signed in",
            Self::Tracking => "tracking",
            Self::WorkList => "work lists",
            Self::LookUp => "look-ups",
            Self::Intake => "intakes",
        }
    }

    /// The status of an answer that is none but the one hoped for.
    pub const fn expected(self) -> u16 {
        match self {
            Self::Intake => 201,
            Self::Kept | Self::Search | Self::Guide | Self::Tracking | Self::WorkList | Self::LookUp => 200,
        }
    }

    /// What the `n`-th comes for, where this share of all hands something in.
    pub fn of(n: usize, intakes: f64) -> Self {
        let place = (f64::from(u32::try_from(n).unwrap_or_default()) * GOLDEN).fract();
        if place < intakes {
            return Self::Intake;
        }
        let mut left = (place - intakes) / (1.0 - intakes) * 100.0;
        for (kind, share) in SHARES {
            if left < *share {
                return *kind;
            }
            left -= share;
        }
        Self::Kept
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shares_are_kept() {
        let all: Vec<Kind> = (0..100_000).map(|n| Kind::of(n, 0.1)).collect();
        let count = |kind| all.iter().filter(|one| **one == kind).count();
        assert!(count(Kind::Intake).abs_diff(10_000) < 20);
        for (kind, share) in SHARES {
            let hoped = share * 900.0;
            let found = f64::from(u32::try_from(count(*kind)).unwrap());
            assert!((found - hoped).abs() < 20.0, "{kind:?}: {found} of {hoped}");
        }
        assert!((0..100).all(|n| Kind::of(n, 1.0) == Kind::Intake));
    }
}
