//! Any number a person may have had, for imports and the search of old records.

use super::{IdError, OldForeignId, ResidentId};
use crate::number::NumberCode;
use crate::number::typed::{exactly, significant};
use chrono::NaiveDate;

/// A number of today, or one of before.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum AnyId {
    /// Eighteen characters, as they are.
    Current(ResidentId),
    /// Fifteen digits, made eighteen.
    Legacy(ResidentId),
    /// A foreigner's old card.
    ForeignPermanentOld(OldForeignId),
}

impl AnyId {
    /// Reads eighteen characters, fifteen digits, or three letters and twelve digits.
    pub fn parse(typed: &str, today: NaiveDate) -> Result<Self, IdError> {
        match significant(typed).count() {
            18 => ResidentId::parse(typed, today).map(Self::Current),
            15 => Self::parse_old(exactly::<15>(typed)?, today),
            _ => Err(NumberCode::Length.into()),
        }
    }

    fn parse_old(characters: [u8; 15], today: NaiveDate) -> Result<Self, IdError> {
        let [first, ..] = characters;
        if first.is_ascii_alphabetic() {
            OldForeignId::checked(characters).map(Self::ForeignPermanentOld)
        } else {
            super::read::upgraded(characters, today).map(Self::Legacy)
        }
    }

    /// The number of eighteen characters, where there is one.
    pub const fn resident(&self) -> Option<&ResidentId> {
        match self {
            Self::Current(id) | Self::Legacy(id) => Some(id),
            Self::ForeignPermanentOld(_) => None,
        }
    }
}
