//! 可信等级 (国办函〔2016〕108号): how far a material may be trusted.

use serde::{Deserialize, Serialize};

/// How far a material may be trusted, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Grade {
    /// Issued by the organ that answers for it: used directly.
    A,
    /// Compared with its original by staff: used again without the original.
    B,
    /// Uploaded by its owner: staff compare it with the original.
    C,
    /// Made by its owner, who promises that it is true.
    D,
}

impl Grade {
    /// Every grade, best first.
    pub const ALL: [Self; 4] = [Self::A, Self::B, Self::C, Self::D];

    /// The letter, as it is stored.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::A => "A",
            Self::B => "B",
            Self::C => "C",
            Self::D => "D",
        }
    }

    /// Reads a stored letter back.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|grade| grade.as_str() == text)
    }

    /// The letter alone.
    pub fn letter(self) -> char {
        match self {
            Self::A => 'A',
            Self::B => 'B',
            Self::C => 'C',
            Self::D => 'D',
        }
    }

    /// What it becomes when staff compare it with its original: an upload is then as good as seen.
    /// Nothing comes of it where the issuer answers already, where it was compared before, or where
    /// there is no original, only a promise.
    pub fn verified(self) -> Option<Self> {
        match self {
            Self::C => Some(Self::B),
            Self::A | Self::B | Self::D => None,
        }
    }

    /// What it means, in Chinese and English.
    pub fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::A => ("发证机关提供，可以直接用", "from the issuer, used directly"),
            Self::B => ("已与原件核对，可以再用", "compared with the original, may be used again"),
            Self::C => ("本人上传，需与原件核对", "uploaded, to be compared with the original"),
            Self::D => ("本人承诺属实", "its owner promises that it is true"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Grade;

    #[test]
    fn names_are_read_back() {
        for grade in Grade::ALL {
            assert_eq!(Grade::parse(grade.as_str()), Some(grade));
            assert_eq!(grade.as_str(), grade.letter().to_string());
        }
        assert_eq!(Grade::parse("E"), None);
    }

    #[test]
    fn only_an_upload_rises() {
        assert_eq!(Grade::ALL.map(Grade::verified), [None, None, Some(Grade::B), None]);
    }

    #[test]
    fn the_best_comes_first() {
        assert!(Grade::ALL.is_sorted());
    }
}
