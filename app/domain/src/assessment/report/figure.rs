//! What is reported: a number, or a part of a whole, and words. Exact: nothing is rounded, nothing
//! passes through a floating point.

use crate::field_error::{FieldCode, FieldError};
use serde::{Deserialize, Serialize};
use std::fmt;

/// Most characters of the words.
pub const TEXT_MAX: usize = 2000;
/// Ten-thousandths in one.
const SCALE: i64 = 10_000;
/// Digits after the point.
const PLACES: usize = 4;
/// The largest whole number taken: a trillion, more than any city counts.
const MOST: i64 = 1_000_000_000_000;

/// A number that is not negative, with at most four places after the point.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Amount(i64);

impl Amount {
    /// So many ten-thousandths; none below nothing.
    pub fn from_ten_thousandths(count: i64) -> Option<Self> {
        (count >= 0).then_some(Self(count))
    }

    /// A whole number; none where it is too large.
    pub fn whole(count: u32) -> Self {
        Self(i64::from(count) * SCALE)
    }

    /// How many ten-thousandths it is: exact, for reckoning.
    pub fn ten_thousandths(self) -> i64 {
        self.0
    }

    /// Reads what people type: `1,234.5`, `１２３４`, `95.50`.
    ///
    /// # Errors
    /// [`FieldCode::Number`], [`FieldCode::Negative`], [`FieldCode::Range`].
    pub fn parse(text: &str) -> Result<Self, FieldCode> {
        let plain = text.chars().filter(|c| !matches!(c, ',' | '，' | '_') && !c.is_whitespace());
        let plain: String = plain.map(narrow).collect();
        if let Some(rest) = plain.strip_prefix(['-', '−', '－']) {
            return Err(Self::parse(rest).map_or(FieldCode::Number, |_| FieldCode::Negative));
        }
        let (whole, part) = plain.split_once('.').unwrap_or((&plain, ""));
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let point_without_part = plain.contains('.') && part.is_empty();
        if whole.is_empty() || point_without_part || part.len() > PLACES || !digits(whole) || !digits(part) {
            return Err(FieldCode::Number);
        }
        let range = FieldCode::Range { min: 0, max: MOST };
        let whole: i64 = whole.parse().ok().filter(|whole| *whole <= MOST).ok_or(range)?;
        let part: i64 = format!("{part:0<PLACES$}").parse().map_err(|_| FieldCode::Number)?;
        Ok(Self(whole * SCALE + part))
    }
}

/// Full-width digits and the full-width point, as Chinese keyboards write them.
fn narrow(c: char) -> char {
    match c {
        '．' | '。' => '.',
        '０'..='９' => u32::from(c)
            .checked_sub(u32::from('０'))
            .and_then(|digit| char::from_digit(digit, 10))
            .unwrap_or(c),
        _ => c,
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, part) = (self.0 / SCALE, self.0 % SCALE);
        if part == 0 {
            return write!(f, "{whole}");
        }
        let part = format!("{part:0PLACES$}");
        write!(f, "{whole}.{}", part.trim_end_matches('0'))
    }
}

/// What a department says of an indicator.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figure {
    /// A number; above a denominator the part of the whole.
    pub numerator: Option<Amount>,
    /// The whole; never 0.
    pub denominator: Option<Amount>,
    /// In words.
    pub text: String,
}

impl Figure {
    /// Reads three fields of a form, `numerator`, `denominator` and `text`; each may be left empty.
    ///
    /// # Errors
    /// Everything that is wrong, by field.
    pub fn read(numerator: &str, denominator: &str, text: &str) -> Result<Self, Vec<FieldError>> {
        let mut errors = Vec::new();
        let mut amount = |name: &str, typed: &str| match typed.trim() {
            "" => None,
            typed => Amount::parse(typed).map_err(|code| errors.push(FieldError::new(name, code))).ok(),
        };
        let figure = Self {
            numerator: amount("numerator", numerator),
            denominator: amount("denominator", denominator),
            text: text.trim().replace("\r\n", "\n"),
        };
        errors.extend(figure.wrong(numerator.trim().is_empty()));
        if errors.is_empty() { Ok(figure) } else { Err(errors) }
    }

    /// What is wrong with numbers that can be read.
    fn wrong(&self, no_numerator: bool) -> Vec<FieldError> {
        let mut errors = Vec::new();
        match (self.numerator, self.denominator) {
            (_, Some(Amount(0))) => errors.push(FieldError::new("denominator", FieldCode::DividesByZero)),
            (None, Some(_)) if no_numerator => {
                errors.push(FieldError::new("numerator", FieldCode::Missing));
            }
            (Some(part), Some(whole)) if part > whole => {
                errors.push(FieldError::new("numerator", FieldCode::AboveWhole));
            }
            (_, _) => {}
        }
        if self.text.chars().count() > TEXT_MAX {
            errors.push(FieldError::new("text", FieldCode::TooLong { max: TEXT_MAX }));
        }
        errors
    }

    /// Whether it says nothing at all.
    pub fn is_empty(&self) -> bool {
        self.numerator.is_none() && self.text.is_empty()
    }

    /// The part as hundredths of a per cent of the whole, halves rounded up; none without a whole.
    pub fn basis_points(&self) -> Option<i64> {
        let (part, whole) = (self.numerator?.0, self.denominator?.0);
        let exact = i128::from(part) * 20_000 + i128::from(whole);
        i64::try_from(exact.checked_div(i128::from(whole) * 2)?).ok()
    }
}

#[cfg(test)]
mod tests;
