//! Where a case belongs, as figures are grouped and narrowed: a division with all below it, or a
//! division's own body alone.

use crate::division::{DivisionCode, DivisionLevel};
use std::fmt;

/// What sets the key of a body apart from the key of everything in its division.
const OWN: &str = "-own";

/// A part of the country.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Area {
    /// The division and all that lies in it.
    Whole(DivisionCode),
    /// 本级: cases of the division's own bodies, not of those below.
    Own(DivisionCode),
}

impl Area {
    /// Where a case of bodies of `code` is counted when figures are grouped down to `level`: what lies
    /// deeper with the division of that level, what lies higher by itself. So groups never overlap.
    pub fn at(code: DivisionCode, level: DivisionLevel) -> Self {
        if code.level() < level {
            return Self::Own(code);
        }
        let above = |code: &DivisionCode| code.parent();
        let found = std::iter::successors(Some(code), above).find(|code| code.level() <= level);
        Self::Whole(found.unwrap_or(code))
    }

    /// Reads a key: `229902`, or `229902-own`.
    pub fn parse(key: &str) -> Option<Self> {
        match key.strip_suffix(OWN) {
            Some(code) => DivisionCode::parse(code).ok().map(Self::Own),
            None => DivisionCode::parse(key).ok().map(Self::Whole),
        }
    }

    /// The division.
    pub fn code(self) -> DivisionCode {
        match self {
            Self::Whole(code) | Self::Own(code) => code,
        }
    }

    /// Whether cases of bodies of `code` belong to it.
    pub fn holds(self, code: DivisionCode) -> bool {
        match self {
            Self::Whole(whole) => code.within(&whole),
            Self::Own(own) => code == own,
        }
    }

    /// How stored codes of the whole begin; codes are stored in their shortest form of 6, 9 or 12 digits.
    pub fn prefix(self) -> String {
        let code = self.code();
        let length = match code.level() {
            DivisionLevel::Province => 2,
            DivisionLevel::Prefecture => 4,
            DivisionLevel::County => 6,
            DivisionLevel::Street => 9,
            DivisionLevel::Village => 12,
        };
        code.twelve_digits().chars().take(length).collect()
    }
}

/// The key, in addresses and in the API.
impl fmt::Display for Area {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Whole(code) => write!(f, "{code}"),
            Self::Own(code) => write!(f, "{code}{OWN}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(text: &str) -> DivisionCode {
        DivisionCode::parse(text).unwrap()
    }

    #[test]
    fn groups_of_a_level_hold_each_code_once() {
        let codes = ["220000", "229900", "229902", "229902001", "229902001003", "229903004"].map(code);
        for level in [DivisionLevel::Province, DivisionLevel::County, DivisionLevel::Village] {
            let groups: std::collections::BTreeSet<Area> = codes.map(|one| Area::at(one, level)).into();
            for one in codes {
                let holding = groups.iter().filter(|group| group.holds(one));
                assert_eq!(holding.collect::<Vec<_>>(), [&Area::at(one, level)], "{one} at {level:?}");
            }
        }
    }

    #[test]
    fn a_key_reads_back_and_begins_the_codes_it_holds() {
        for key in ["220000", "229900", "229902", "229902-own", "229902001", "229902001003"] {
            assert_eq!(Area::parse(key).unwrap().to_string(), key);
        }
        assert_eq!(Area::parse("229900").unwrap().prefix(), "2299");
        assert_eq!(Area::parse("229902001").unwrap().prefix(), "229902001");
        assert_eq!(Area::parse("nowhere-own"), None);
    }
}
