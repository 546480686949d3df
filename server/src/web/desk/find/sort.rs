//! What typed text looks like: an ID number, a credit code, a case number, or words.

use chrono::NaiveDate;
use domain::case_number::CaseNumber;
use domain::credit_code::CreditCode;
use domain::resident_id::ResidentId;

/// What it looks like.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Sort {
    Nothing,
    IdNumber,
    CreditCode,
    /// Eighteen characters that are valid both ways.
    Either,
    /// Fifteen digits; nothing where the check digit does not fit.
    CaseNumber(Option<CaseNumber>),
    Words,
}

pub(super) fn sort(typed: &str, today: NaiveDate) -> Sort {
    let plain = domain::intake::digits(typed).to_ascii_uppercase();
    let count = plain.chars().count();
    let coded = plain.chars().all(|c| c.is_ascii_alphanumeric());
    let digits = plain.chars().filter(char::is_ascii_digit).count();
    match count {
        0 => Sort::Nothing,
        15 if digits == count => Sort::CaseNumber(CaseNumber::parse(&plain).ok()),
        18 if coded => eighteen(&plain, digits, today),
        17 | 19 if coded && letter_within(&plain) && has_division(&plain) => Sort::CreditCode,
        16..=19 if coded && digits + 2 >= count => Sort::IdNumber,
        9..=14 if digits == count => Sort::IdNumber,
        _ => Sort::Words,
    }
}

/// Both kinds of number have eighteen characters. A letter before the last, or a last one that is not
/// X, is found in credit codes only; where there is none the check characters decide.
fn eighteen(plain: &str, digits: usize, today: NaiveDate) -> Sort {
    let body = plain.chars().take(17).filter(char::is_ascii_digit).count();
    let numeral = body == 17 && (digits == 18 || plain.ends_with('X'));
    // Of digits alone, only under a registry of the standard: chance fits one number in 341.
    let code = CreditCode::parse(plain).is_ok_and(|code| !numeral || code.registry().is_some());
    let number = ResidentId::parse(plain, today).is_ok();
    match (number, code) {
        (true, true) => Sort::Either,
        (true, false) => Sort::IdNumber,
        (false, true) => Sort::CreditCode,
        (false, false) if numeral || !has_division(plain) && digits + 2 >= 18 => Sort::IdNumber,
        (false, false) if has_division(plain) => Sort::CreditCode,
        (false, false) => Sort::Words,
    }
}

/// A letter before the last place, as no ID number has.
fn letter_within(plain: &str) -> bool {
    plain.chars().rev().skip(1).any(|c| c.is_ascii_alphabetic())
}

/// Six digits in the third to the eighth place, as in every credit code.
fn has_division(plain: &str) -> bool {
    plain.get(2..8).is_some_and(|division| division.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(typed: &str) -> Sort {
        sort(typed, NaiveDate::from_ymd_opt(2026, 2, 13).unwrap())
    }

    #[test]
    fn what_is_typed_is_told_apart() {
        assert_eq!(told("  "), Sort::Nothing);
        assert_eq!(told("229902 19440312 002x"), Sort::IdNumber);
        assert_eq!(told("２２９９０２１９４４０３１２００２１"), Sort::IdNumber);
        assert_eq!(told("22990219440312002"), Sort::IdNumber, "one digit short is told as such");
        assert_eq!(told("gljt"), Sort::Words);
        assert_eq!(told("高龄津贴"), Sort::Words);
        assert_eq!(told("261009264918408"), Sort::CaseNumber(CaseNumber::parse("261009264918408").ok()));
        assert_eq!(told("261009264918409"), Sort::CaseNumber(None));
    }

    #[test]
    fn a_credit_code_is_known_by_its_letters_and_its_check() {
        assert_eq!(told("91110000600037341L"), Sort::CreditCode);
        assert_eq!(told("11370800mb28559184"), Sort::CreditCode, "small letters");
        assert_eq!(told("11440232MB2D06811A"), Sort::CreditCode, "a wrong check is told as such");
        assert_eq!(told("91110000600037341"), Sort::IdNumber, "all digits but one short");
        assert_eq!(told("91370800MB2855918"), Sort::CreditCode, "one short");
        assert_eq!(told("229902194403120028"), Sort::IdNumber, "wrong both ways");
    }

    /// All digits, valid as an ID number and as a credit code: found by trying.
    #[test]
    fn what_is_valid_both_ways_is_asked() {
        let twins = (0..20_000_u32).filter_map(|n| {
            let body = format!("12{:06}{:08}", 220_100 + n % 70, 19_500_101 + n / 70);
            let code = CreditCode::compose(body.get(..2)?, body.get(2..8)?, body.get(8..16)?)?;
            ResidentId::parse(code.as_str(), NaiveDate::from_ymd_opt(2026, 2, 13)?).ok().map(|_| code)
        });
        for twin in twins.take(3) {
            assert_eq!(told(twin.as_str()), Sort::Either, "{twin}");
        }
    }
}
