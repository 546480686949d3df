//! What the numbers of people, bodies, items and certificates have in common: how people type
//! them, and how they can be wrong.

pub(crate) mod iso7064;
pub(crate) mod typed;

use serde::{Deserialize, Serialize};

/// The first thing found wrong with a number. Looked for in the order of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NumberCode {
    /// Too many or too few characters.
    Length,
    /// A character that cannot stand where it stands.
    Character,
    /// Not a day of the calendar, or before 1850.
    Date,
    /// A birth after today.
    Future,
    /// The province does not exist. An abolished county is no error.
    Division,
    /// The check character does not fit the rest.
    Checksum,
}

impl NumberCode {
    /// The code as `yihao check` and the API give it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Length => "length",
            Self::Character => "character",
            Self::Date => "date",
            Self::Future => "future",
            Self::Division => "division",
            Self::Checksum => "checksum",
        }
    }
}

/// Why a number was not taken. Never holds the number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
#[error("{}", .code.as_str())]
pub struct NumberError {
    /// What is wrong.
    pub code: NumberCode,
    /// The place of the wrong character, counted from 1 without spaces and hyphens.
    pub at: Option<usize>,
}

impl NumberError {
    /// A wrong character at place `at`, counted from 1.
    pub(crate) const fn character(at: usize) -> Self {
        Self { code: NumberCode::Character, at: Some(at) }
    }
}

impl From<NumberCode> for NumberError {
    fn from(code: NumberCode) -> Self {
        Self { code, at: None }
    }
}
