//! Whether a query is answered at all. Something of it can be found in nearly every text; only what
//! surely occurs in a name or an everyday word makes the rest worth telling.

use super::unit::Unit;

/// Two characters side by side as they are written; or more that sound like it.
const CHARACTERS: f32 = 1.9;
/// Three syllables: many words sound alike.
const SYLLABLES: f32 = 2.8;
/// Shorter queries are certain when so much of them fits: of characters, of syllables, of letters.
const OF_CHARACTERS: f32 = 0.8;
const OF_SYLLABLES: f32 = 0.66;
const OF_LETTERS: f32 = 0.9;
/// So much of its pairs of syllables in one entry makes a query certain, wherever they stand.
const OF_PAIRS: f32 = 0.45;
/// Letters say so little that what fits less of them is no hit beside others either.
const LETTERS: f32 = 0.78;

/// How a query was typed, in one way of reading it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Manner {
    /// Characters, whatever else.
    Written,
    /// Syllables only.
    Spelled,
    /// Letters that are no syllables.
    Lettered,
}

impl Manner {
    pub fn of(way: &[Unit]) -> Self {
        if way.iter().any(|unit| unit.character.is_some_and(|c| !c.is_ascii_alphabetic())) {
            Self::Written
        } else if way.iter().all(|unit| unit.character.is_none() && !unit.is_initial()) {
            Self::Spelled
        } else {
            Self::Lettered
        }
    }

    /// How certain it is that a phrase is meant of which a stretch of this value fits the query:
    /// 1 and more is certain. The share is the stretch's of the whole query.
    pub fn certainty(self, stretch: f32, share: f32) -> f32 {
        match self {
            Self::Written => (stretch / CHARACTERS).max(share / OF_CHARACTERS),
            Self::Spelled => (stretch / SYLLABLES).max(share / OF_SYLLABLES),
            Self::Lettered => share / OF_LETTERS,
        }
    }

    /// The same of the share of a query's pairs that one entry has in any of its texts.
    pub fn certainty_of_pairs(self, share: f32) -> f32 {
        match self {
            Self::Spelled => share / OF_PAIRS,
            // Two characters that only sound right were not meant; letters make no pairs.
            Self::Written | Self::Lettered => 0.0,
        }
    }

    /// Whether a phrase of which so little fits the query is no hit.
    pub fn is_noise(self, share: f32) -> bool {
        match self {
            Self::Written | Self::Spelled => false,
            Self::Lettered => share < LETTERS,
        }
    }
}

/// The value of a stretch that fits the query wholly.
pub(super) fn whole(way: &[Unit]) -> f32 {
    way.iter().map(Unit::fits_itself).sum()
}

#[cfg(test)]
mod tests {
    use super::super::unit::typed;
    use super::*;

    #[test]
    fn a_query_is_written_spelled_or_lettered() {
        let manner = |text| Manner::of(typed(text).first().unwrap());
        for text in ["高龄津贴", "高ling津贴", "12345", "65岁"] {
            assert_eq!(manner(text), Manner::Written, "{text}");
        }
        assert_eq!(manner("gaolingjintie"), Manner::Spelled);
        assert_eq!(manner("gljt"), Manner::Lettered);
        assert_eq!(manner("gaolingjt"), Manner::Lettered);
    }

    #[test]
    fn a_single_character_proves_nothing_and_a_word_does() {
        assert!(Manner::Written.certainty(1.0, 0.25) < 1.0);
        assert!(Manner::Written.certainty(2.0, 0.1) >= 1.0);
        assert!(Manner::Written.certainty(1.75, 0.875) >= 1.0, "two characters, one mistyped");
        assert!(Manner::Lettered.certainty(2.1, 0.75) < 1.0);
        assert!(Manner::Lettered.certainty(2.8, 1.0) >= 1.0);
    }
}
