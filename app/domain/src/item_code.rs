//! The codes of a service item (GB/T 39554): base code of 12 digits, implementation code of 31
//! characters, handling code of 33. Each holds the one before.

use crate::credit_code::CreditCode;
use crate::division::is_mainland_province;
use crate::number::typed::{check_characters, exactly, number, significant, text};
use crate::number::{NumberCode, NumberError};
use core::fmt;

/// 基本编码: origin, type, guiding department, main item, sub-item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BaseCode([u8; 12]);

impl BaseCode {
    /// Reads twelve digits. Looks for: length, character, division (of the origin).
    pub fn parse(typed: &str) -> Result<Self, NumberError> {
        Self::checked(exactly::<12>(typed)?)
    }

    fn checked(digits: [u8; 12]) -> Result<Self, NumberError> {
        check_characters(&digits, |_, byte| byte.is_ascii_digit())?;
        let code = Self(digits);
        let origin = number(code.origin().as_bytes());
        let known = origin == 0 || is_mainland_province(origin);
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

    fn checked(characters: &[u8; 31]) -> Result<Self, NumberError> {
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

/// 业务办理项编码: implementation code and a situation of two digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HandlingCode {
    /// The item as its body implements it.
    pub implementation: ImplementationCode,
    situation: u8,
}

impl HandlingCode {
    /// Reads 33 characters. Looks for the same as [`ImplementationCode::parse`].
    pub fn parse(typed: &str) -> Result<Self, NumberError> {
        let characters = exactly::<33>(typed)?;
        let [.., tens, units] = characters;
        check_characters(&[tens, units], |_, byte| byte.is_ascii_digit())
            .map_err(|error| NumberError { at: error.at.map(|at| at + 31), ..error })?;
        let front = characters.first_chunk().ok_or(NumberCode::Length)?;
        let situation = (tens - b'0') * 10 + (units - b'0');
        Ok(Self { implementation: ImplementationCode::checked(front)?, situation })
    }

    /// Puts a code together; `None` for a situation above 99.
    pub fn compose(implementation: ImplementationCode, situation: u8) -> Option<Self> {
        (situation < 100).then_some(Self { implementation, situation })
    }

    /// The situation, two digits: 新办, 变更, 延续…
    pub fn situation(&self) -> String {
        format!("{:02}", self.situation)
    }
}

impl fmt::Display for HandlingCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{:02}", self.implementation, self.situation)
    }
}

/// Any of the three codes, told apart by length.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ItemCode {
    /// Twelve digits.
    Base(BaseCode),
    /// 31 characters.
    Implementation(ImplementationCode),
    /// 33 characters.
    Handling(HandlingCode),
}

impl ItemCode {
    /// Reads a code of 12, 31 or 33 characters.
    pub fn parse(typed: &str) -> Result<Self, NumberError> {
        match significant(typed).count() {
            12 => BaseCode::parse(typed).map(Self::Base),
            31 => ImplementationCode::parse(typed).map(Self::Implementation),
            33 => HandlingCode::parse(typed).map(Self::Handling),
            _ => Err(NumberCode::Length.into()),
        }
    }

    /// The base code in it.
    pub const fn base(&self) -> &BaseCode {
        match self {
            Self::Base(base) => base,
            Self::Implementation(code) => &code.base,
            Self::Handling(code) => &code.implementation.base,
        }
    }

    /// The implementation code in it, if it is long enough.
    pub const fn implementation(&self) -> Option<&ImplementationCode> {
        match self {
            Self::Base(_) => None,
            Self::Implementation(code) => Some(code),
            Self::Handling(code) => Some(&code.implementation),
        }
    }
}
