//! Codes of divisions as text.

use super::{COUNTY, DivisionCode, DivisionLevel, STREET};
use core::fmt;
use core::str::FromStr;

impl fmt::Display for DivisionCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.level() {
            DivisionLevel::Province | DivisionLevel::Prefecture | DivisionLevel::County => {
                write!(f, "{:06}", self.0 / COUNTY)
            }
            DivisionLevel::Street => write!(f, "{:09}", self.0 / STREET),
            DivisionLevel::Village => write!(f, "{:012}", self.0),
        }
    }
}

impl fmt::Debug for DivisionCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "DivisionCode({self})")
    }
}

/// The text is no code of a division.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a division code has 6, 9 or 12 digits and begins with its province")]
pub struct NotADivision;

impl FromStr for DivisionCode {
    type Err = NotADivision;

    fn from_str(text: &str) -> Result<Self, NotADivision> {
        Self::parse(text)
    }
}

impl TryFrom<String> for DivisionCode {
    type Error = NotADivision;

    fn try_from(text: String) -> Result<Self, NotADivision> {
        Self::parse(&text)
    }
}

impl From<DivisionCode> for String {
    fn from(code: DivisionCode) -> Self {
        code.to_string()
    }
}
