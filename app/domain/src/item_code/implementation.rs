//! The implementation code: the item as one body implements it.

use super::BaseCode;
use crate::credit_code::CreditCode;
use crate::number::typed::{check_characters, exactly};
use crate::number::{NumberCode, NumberError};
use core::fmt;

/// 实施编码: credit code of the implementing body, 行使层级 from 1 to 7, base code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ImplementationCode {
    /// The implementing body.
    pub body: CreditCode,
    level: u8,
    /// The item it implements.
    pub base: BaseCode,
}

impl ImplementationCode {
    /// Reads 31 characters. Looks for: length, character, division, checksum (of the body).
    pub fn parse(typed: &str) -> Result<Self, NumberError> {
        Self::checked(&exactly::<31>(typed)?)
    }

    pub(super) fn checked(characters: &[u8; 31]) -> Result<Self, NumberError> {
        check_characters(characters, |at, byte| match at {
            1..=18 => byte.is_ascii_alphanumeric(),
            19 => matches!(byte, b'1'..=b'7'),
            _ => byte.is_ascii_digit(),
        })?;
        let (body, rest) = characters.split_first_chunk().ok_or(NumberCode::Length)?;
        let (&[level], base) = rest.split_first_chunk().ok_or(NumberCode::Length)?;
        let base = *base.first_chunk().ok_or(NumberCode::Length)?;
        Ok(Self { body: CreditCode::checked(*body)?, level: level - b'0', base: BaseCode::checked(base)? })
    }

    /// Puts a code together; `None` for a level outside 1–7.
    pub fn compose(body: CreditCode, level: u8, base: BaseCode) -> Option<Self> {
        matches!(level, 1..=7).then_some(Self { body, level, base })
    }

    /// 行使层级: 1 national, 2 province, 3 city, 4 county, 5 town, 6 village, 7 graded.
    pub const fn level(&self) -> u8 {
        self.level
    }
}

impl fmt::Display for ImplementationCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}{}", self.body, self.level, self.base)
    }
}
