//! The codes of a service item (GB/T 39554): base code of 12 digits, implementation code of 31
//! characters, handling code of 33. Each holds the one before.

mod base;
mod implementation;

pub use base::BaseCode;
pub use implementation::ImplementationCode;

use crate::number::typed::{check_characters, exactly, significant};
use crate::number::{NumberCode, NumberError};
use core::fmt;

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
