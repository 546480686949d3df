//! The base code: which item it is, everywhere.

use crate::division::is_mainland_province;
use crate::number::typed::{check_characters, exactly, number, text};
use crate::number::{NumberCode, NumberError};
use core::fmt;

/// 基本编码: origin, type, guiding department, main item, sub-item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BaseCode([u8; 12]);

impl BaseCode {
    /// Reads twelve digits. Looks for: length, character, division (of the origin; `99` marks an
    /// illustrative entry that no real list holds).
    pub fn parse(typed: &str) -> Result<Self, NumberError> {
        Self::checked(exactly::<12>(typed)?)
    }

    pub(super) fn checked(digits: [u8; 12]) -> Result<Self, NumberError> {
        check_characters(&digits, |_, byte| byte.is_ascii_digit())?;
        let code = Self(digits);
        let origin = number(code.origin().as_bytes());
        let known = matches!(origin, 0 | 99) || is_mainland_province(origin);
        if known { Ok(code) } else { Err(NumberCode::Division.into()) }
    }

    /// Puts a code together: origin (`00` national list, else province), type and department of
    /// two digits each, main item and sub-item of three.
    pub fn compose(origin: &str, kind: &str, department: &str, main: &str, sub: &str) -> Option<Self> {
        let parts = [origin, kind, department, main, sub];
        (parts.map(str::len) == [2, 2, 2, 3, 3])
            .then(|| parts.concat())
            .and_then(|code| Self::parse(&code).ok())
    }

    /// The twelve digits.
    pub fn as_str(&self) -> &str {
        text(&self.0)
    }

    /// `00` for the national list, else the province.
    pub fn origin(&self) -> &str {
        self.as_str().get(..2).unwrap_or_default()
    }

    /// 事项类型, two digits (GB/T 39046 A.1).
    pub fn kind(&self) -> &str {
        self.as_str().get(2..4).unwrap_or_default()
    }

    /// The central department that guides the item, two digits.
    pub fn department(&self) -> &str {
        self.as_str().get(4..6).unwrap_or_default()
    }

    /// Main item, three digits.
    pub fn main_item(&self) -> &str {
        self.as_str().get(6..9).unwrap_or_default()
    }

    /// Sub-item, three digits; `000` for none.
    pub fn sub_item(&self) -> &str {
        self.as_str().get(9..).unwrap_or_default()
    }
}

impl fmt::Display for BaseCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
