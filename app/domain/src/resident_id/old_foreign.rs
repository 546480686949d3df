//! The permanent residence card for foreigners before December 2023: three letters of the
//! country, twelve digits.

use super::IdError;
use super::mask::mask;
use crate::number::typed::{check_characters, exactly, text};
use core::fmt;

/// A fifteen-character number of the right form. Cards of this kind stay valid until they expire.
/// The rule of their last digit was never published, so it is not checked.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct OldForeignId {
    characters: [u8; 15],
}

impl OldForeignId {
    /// Reads a number as people type it. Looks for: length, character.
    pub fn parse(typed: &str) -> Result<Self, IdError> {
        Self::checked(exactly::<15>(typed)?)
    }

    pub(super) fn checked(characters: [u8; 15]) -> Result<Self, IdError> {
        check_characters(&characters, |at, byte| match at {
            1..=3 => byte.is_ascii_uppercase(),
            _ => byte.is_ascii_digit(),
        })?;
        Ok(Self { characters })
    }

    /// The whole number; the same care as for [`ResidentId::reveal`](super::ResidentId::reveal).
    pub fn reveal(&self) -> &str {
        text(&self.characters)
    }

    /// Country of nationality, three letters of ISO 3166-1.
    pub fn country(&self) -> &str {
        text(self.characters.first_chunk::<3>().map_or(&[], |c| c))
    }

    /// For the owner's own screens: the first and last two characters.
    pub fn masked(&self) -> String {
        mask(self.reveal(), 2)
    }

    /// For notices and other staff: the first and last character.
    pub fn masked_public(&self) -> String {
        mask(self.reveal(), 1)
    }
}

impl fmt::Debug for OldForeignId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "OldForeignId({})", self.masked_public())
    }
}
