//! 办件编号: short enough to be read over the phone, with a check digit, and not to be guessed.
//!
//! `YYMMDD` of the day, eight random digits, one check digit (ISO 7064 MOD 11,10). Random digits
//! need no shared counter, so that two servers never wait for each other, and a number says
//! nothing of how many cases there were. The long national number is composed from it for exchange.

use chrono::NaiveDate;
use core::fmt;
use thiserror::Error;

/// How many random parts there are: eight digits.
pub const PARTS: u32 = 100_000_000;

/// A case number that passes its check.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CaseNumber(String);

/// The text is no case number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("a case number has 15 digits; one of these is wrong")]
pub struct NotACaseNumber;

impl CaseNumber {
    /// The number for a day and a random part below [`PARTS`].
    pub fn compose(day: NaiveDate, part: u32) -> Self {
        let digits = format!("{}{:08}", day.format("%y%m%d"), part % PARTS);
        let check = check_digit(&digits);
        Self(format!("{digits}{check}"))
    }

    /// Reads a number as typed: with spaces, hyphens, full-width digits.
    ///
    /// # Errors
    /// [`NotACaseNumber`] where length or check digit is wrong.
    pub fn parse(typed: &str) -> Result<Self, NotACaseNumber> {
        let digits = crate::intake::digits(typed);
        if digits.len() != 15 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(NotACaseNumber);
        }
        let (body, check) = digits.split_at(14);
        if check_digit(body).to_string() == check { Ok(Self(digits)) } else { Err(NotACaseNumber) }
    }

    /// The digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for CaseNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// ISO 7064 MOD 11,10: finds every single wrong digit and nearly every exchange of two.
fn check_digit(digits: &str) -> u32 {
    let product = digits.chars().filter_map(|c| c.to_digit(10)).fold(10, |product, digit| {
        let sum = match (product + digit) % 10 {
            0 => 10,
            sum => sum,
        };
        (sum * 2) % 11
    });
    (11 - product) % 10
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_check_digit_is_that_of_iso_7064() {
        // The standard's own example: 0794 has the check digit 5.
        assert_eq!(check_digit("0794"), 5);
    }

    #[test]
    fn a_number_reads_back_as_people_type_it() {
        let number = CaseNumber::compose(NaiveDate::from_ymd_opt(2026, 11, 21).unwrap(), 12_345_678);
        let digits = number.as_str();
        assert!(digits.starts_with("26112112345678"));
        let spaced = format!(" {} {} {} {}", &digits[..4], &digits[4..8], &digits[8..12], &digits[12..]);
        assert_eq!(CaseNumber::parse(&spaced), Ok(number));
    }

    proptest! {
        #[test]
        fn one_wrong_digit_is_found(part in 0..PARTS, at in 0_usize..15, other in 1_u32..10) {
            let number = CaseNumber::compose(NaiveDate::from_ymd_opt(2026, 2, 13).unwrap(), part);
            let mut digits: Vec<u32> = number.as_str().chars().filter_map(|c| c.to_digit(10)).collect();
            digits[at] = (digits[at] + other) % 10;
            let wrong: String = digits.iter().map(ToString::to_string).collect();
            prop_assert_eq!(CaseNumber::parse(&wrong), Err(NotACaseNumber));
        }
    }
}
