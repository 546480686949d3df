//! The citizen's number, which is the key to everything (GB 11643), and the numbers of the same
//! shape: residence permits of Hong Kong, Macao and Taiwan residents (81, 82, 83) and the
//! permanent residence card for foreigners since December 2023 (first digit 9).

mod any;
mod mask;
mod old_foreign;
mod read;

pub use any::AnyId;
pub use old_foreign::OldForeignId;

use crate::number::NumberError;
use crate::number::typed::{exactly, number, text};
use chrono::{Datelike, NaiveDate};
use mask::mask;
use serde::{Deserialize, Serialize};

/// Why a number was not taken; see [`NumberError`].
pub type IdError = NumberError;

/// Whose number it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Resident identity card.
    Resident,
    /// Residence permit of a Hong Kong resident (810000).
    HongKong,
    /// Residence permit of a Macao resident (820000).
    Macao,
    /// Residence permit of a Taiwan resident (830000).
    Taiwan,
    /// Permanent residence card for foreigners, eighteen digits since 2023-12-01.
    #[serde(rename = "foreign")]
    ForeignPermanent,
}

/// Sex by the last digit of the sequence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sex {
    /// Odd sequence.
    Male,
    /// Even sequence.
    Female,
}

/// An eighteen-character number that was checked. Shows itself only to who asks by [`reveal`].
///
/// [`reveal`]: ResidentId::reveal
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct ResidentId {
    digits: [u8; 18],
    birth: NaiveDate,
}

impl ResidentId {
    /// Reads a number as people type it: full-width, with spaces or hyphens, `x` or `X`.
    /// Looks for the first of: length, character, date, future, division, checksum.
    pub fn parse(typed: &str, today: NaiveDate) -> Result<Self, IdError> {
        read::checked(exactly::<18>(typed)?, today)
    }

    /// Reads a fifteen-digit number (before 1999) and makes it one of eighteen. For imports and the
    /// search of old records only. Sequences 996–999 were kept for people of a hundred years and
    /// more: they are read as born in 18xx, unless that would be before 1850.
    pub fn parse_legacy(typed: &str, today: NaiveDate) -> Result<Self, IdError> {
        read::upgraded(exactly::<15>(typed)?, today)
    }

    /// Puts a number together and computes its check character. `division` is six digits (or
    /// `9`, province and country for a foreigner), `sequence` below 1000.
    pub fn compose(division: &str, birth: NaiveDate, sequence: u16) -> Option<Self> {
        read::composed(division, birth, sequence)
    }

    /// The whole number. Only for the officer handling the case, with a logged reason, and for
    /// storage; never for a log, an error, an address or a notice.
    pub fn reveal(&self) -> &str {
        text(&self.digits)
    }

    /// The day of birth.
    pub const fn birth_date(&self) -> NaiveDate {
        self.birth
    }

    /// Sex by the sequence.
    pub fn sex(&self) -> Sex {
        let [.., sequence, _] = self.digits;
        if sequence % 2 == 1 { Sex::Male } else { Sex::Female }
    }

    /// Whose number it is, by its first digits.
    pub fn kind(&self) -> Kind {
        match self.digits {
            [b'9', ..] => Kind::ForeignPermanent,
            [b'8', b'1', ..] => Kind::HongKong,
            [b'8', b'2', ..] => Kind::Macao,
            [b'8', b'3', ..] => Kind::Taiwan,
            _ => Kind::Resident,
        }
    }

    /// The county of first registration, six digits, perhaps abolished since; `None` for a
    /// foreigner, see [`province_of_application`](Self::province_of_application).
    pub fn division(&self) -> Option<&str> {
        (self.kind() != Kind::ForeignPermanent)
            .then(|| text(self.digits.first_chunk::<6>().map_or(&[], |d| d)))
    }

    /// The province where a foreigner applied, two digits.
    pub fn province_of_application(&self) -> Option<&str> {
        match &self.digits {
            [b'9', province @ ..] => province.first_chunk::<2>().map(|d| text(d)),
            _ => None,
        }
    }

    /// Completed years on a day; 0 before birth.
    pub fn age_on(&self, date: NaiveDate) -> u32 {
        date.years_since(self.birth).unwrap_or(0)
    }

    /// For the owner's own screens: `2203**********402X`.
    pub fn masked(&self) -> String {
        mask(self.reveal(), 4)
    }

    /// For notices, queue screens and other staff: `2****************X`.
    pub fn masked_public(&self) -> String {
        mask(self.reveal(), 1)
    }

    /// The sequence of three digits.
    pub fn sequence(&self) -> u32 {
        let [.., a, b, c, _] = self.digits;
        number(&[a, b, c])
    }

    /// The year of birth.
    pub fn birth_year(&self) -> i32 {
        self.birth.year()
    }
}
