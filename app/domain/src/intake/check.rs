//! What is wrong with answers, field by field.

use super::{Answers, FieldKind, FieldSpec, FormSpec};
use crate::credit_code::CreditCode;
use crate::division::DivisionCode;
use crate::field_error::{FieldCode, FieldError};
use crate::money::Fen;
use crate::resident_id::ResidentId;
use chrono::NaiveDate;

/// Most characters of an answer that names no limit of its own.
const LONGEST: u16 = 200;

/// The answers in their normal form, or everything that is wrong with them, in the form's order.
/// Answers to questions that the form does not ask, or not of those who answer so, are dropped.
///
/// # Errors
/// One [`FieldError`] for each wrong or missing answer.
pub fn check(form: &FormSpec, answers: &Answers, today: NaiveDate) -> Result<Answers, Vec<FieldError>> {
    let mut good = Answers::new();
    let mut errors = Vec::new();
    for field in form.asked(answers) {
        let raw = answers.get(&field.key).map(String::as_str).unwrap_or_default();
        match check_field(field, raw, today) {
            Ok(value) if value.is_empty() => {}
            Ok(value) => {
                good.insert(field.key.clone(), value);
            }
            Err(code) => errors.push(FieldError { field: field.key.clone(), code }),
        }
    }
    if errors.is_empty() { Ok(good) } else { Err(errors) }
}

/// One answer in its normal form; empty where nothing was asked for and nothing was said.
///
/// # Errors
/// What is wrong with it.
pub fn check_field(field: &FieldSpec, raw: &str, today: NaiveDate) -> Result<String, FieldCode> {
    let text = raw.trim();
    if text.is_empty() {
        return if field.required { Err(FieldCode::Missing) } else { Ok(String::new()) };
    }
    let max = field.max.unwrap_or(LONGEST).into();
    if length(field, text) > max {
        return Err(FieldCode::TooLong { max });
    }
    normal(field, text, today)
}

/// Characters that count: in a number, spaces and hyphens between its groups do not.
fn length(field: &FieldSpec, text: &str) -> usize {
    match field.kind {
        FieldKind::Phone | FieldKind::BankAccount | FieldKind::IdNumber | FieldKind::CreditCode => {
            digits(text).chars().count()
        }
        FieldKind::Text
        | FieldKind::Multiline
        | FieldKind::Date
        | FieldKind::Choice
        | FieldKind::Yesno
        | FieldKind::Number
        | FieldKind::Division
        | FieldKind::Money => text.chars().count(),
    }
}

fn normal(field: &FieldSpec, text: &str, today: NaiveDate) -> Result<String, FieldCode> {
    match field.kind {
        FieldKind::Text | FieldKind::Multiline => Ok(text.to_owned()),
        FieldKind::Phone => phone(text),
        FieldKind::Date => date(text).map(|date| date.to_string()),
        FieldKind::Choice | FieldKind::Yesno => chosen(field, text),
        FieldKind::Number => {
            let digits = digits(text);
            digits.parse::<u32>().map(|n| n.to_string()).map_err(|_| FieldCode::Number)
        }
        FieldKind::BankAccount => bank_account(text),
        FieldKind::Division => {
            DivisionCode::parse(text).map(|code| code.to_string()).map_err(|_| FieldCode::Choice)
        }
        FieldKind::IdNumber => {
            let number = ResidentId::parse(text, today)?;
            Ok(number.reveal().to_owned())
        }
        FieldKind::CreditCode => Ok(CreditCode::parse(text)?.as_str().to_owned()),
        FieldKind::Money => {
            let amount: Fen = text.parse().map_err(|_| FieldCode::Number)?;
            if amount.0 < 0 { Err(FieldCode::Number) } else { Ok(amount.to_string()) }
        }
    }
}

fn chosen(field: &FieldSpec, text: &str) -> Result<String, FieldCode> {
    field.offers(text).then(|| text.to_owned()).ok_or(FieldCode::Choice)
}

/// A mobile number (11 digits from 13 to 19) or a fixed line with its area code.
fn phone(text: &str) -> Result<String, FieldCode> {
    let digits = digits(text);
    let digits = digits.strip_prefix("86").filter(|rest| rest.len() == 11).unwrap_or(&digits);
    let mobile = digits.len() == 11 && digits.starts_with('1') && !digits.starts_with("10");
    let fixed = matches!(digits.len(), 10..=12) && digits.starts_with('0');
    let numeric = digits.bytes().all(|byte| byte.is_ascii_digit());
    if numeric && (mobile || fixed) { Ok(digits.to_owned()) } else { Err(FieldCode::Phone) }
}

/// Cards have 16 to 19 digits (GB/T 14504), passbooks down to 8.
fn bank_account(text: &str) -> Result<String, FieldCode> {
    let digits = digits(text);
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(FieldCode::Number);
    }
    match digits.len() {
        0..8 => Err(FieldCode::TooShort { min: 8 }),
        8..=30 => Ok(digits),
        _ => Err(FieldCode::TooLong { max: 30 }),
    }
}

/// `2026-02-13`, `2026/2/13`, `2026年2月13日` or `20260213`, in full-width digits too.
fn date(text: &str) -> Result<NaiveDate, FieldCode> {
    let plain: String = text
        .chars()
        .map(narrow)
        .map(|c| if matches!(c, '/' | '.' | '年' | '月') { '-' } else { c })
        .filter(|c| !c.is_whitespace() && *c != '日')
        .collect();
    NaiveDate::parse_from_str(&plain, "%Y-%m-%d")
        .or_else(|_| NaiveDate::parse_from_str(&plain, "%Y%m%d"))
        .map_err(|_| FieldCode::Date)
}

/// The text without spaces and hyphens, full-width digits made narrow.
pub fn digits(text: &str) -> String {
    text.chars().map(narrow).filter(|c| !c.is_whitespace() && !matches!(c, '-' | '—' | '+')).collect()
}

/// The narrow form of a full-width ASCII character.
fn narrow(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => u32::from(c).checked_sub(0xfee0).and_then(char::from_u32).unwrap_or(c),
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field(kind: FieldKind, required: bool) -> FieldSpec {
        FieldSpec {
            label: "x".into(),
            required,
            max: Some(40),
            options: vec![super::super::Choice { value: "a".into(), label: "甲".into(), label_en: None }],
            ..FieldSpec::new("x", kind)
        }
    }

    #[test]
    fn a_number_may_be_typed_in_groups() {
        let field = FieldSpec { max: Some(18), ..field(FieldKind::CreditCode, true) };
        let grouped = "1122 9900 MB90 0001 5W";
        assert_eq!(check_field(&field, grouped, NaiveDate::default()), Ok("11229900MB9000015W".into()));
    }

    fn answer(kind: FieldKind, raw: &str) -> Result<String, FieldCode> {
        let today = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
        check_field(&field(kind, true), raw, today)
    }

    #[test]
    fn answers_come_out_in_one_form() {
        use FieldKind as K;
        for (kind, raw, normal) in [
            (K::Text, "  王秀英 ", "王秀英"),
            (K::Phone, "138 0013 8000", "13800138000"),
            (K::Phone, "＋８６ １３８００１３８０００", "13800138000"),
            (K::Phone, "0499-6123456", "04996123456"),
            (K::Date, "2026年2月13日", "2026-02-13"),
            (K::Date, "２０２６/２/１３", "2026-02-13"),
            (K::Choice, "a", "a"),
            (K::Yesno, "yes", "yes"),
            (K::Number, "０42", "42"),
            (K::Money, "1,234.5元", "¥1234.50"),
            (K::BankAccount, "6222 0202 0000 1234 567", "6222020200001234567"),
            (K::Division, "229902001000", "229902001"),
        ] {
            assert_eq!(answer(kind, raw), Ok(normal.to_owned()), "{raw}");
        }
    }

    #[test]
    fn wrong_answers_say_what_is_wrong() {
        use FieldKind as K;
        for (kind, raw, code) in [
            (K::Text, "  ", FieldCode::Missing),
            (K::Phone, "12345", FieldCode::Phone),
            (K::Phone, "10000000000", FieldCode::Phone),
            (K::Date, "2026-02-30", FieldCode::Date),
            (K::Choice, "b", FieldCode::Choice),
            (K::Yesno, "是", FieldCode::Choice),
            (K::Number, "-3x", FieldCode::Number),
            (K::Money, "-5", FieldCode::Number),
            (K::BankAccount, "1234", FieldCode::TooShort { min: 8 }),
            (K::Division, "22", FieldCode::Choice),
            (K::IdNumber, "110105194912310021", FieldCode::Checksum),
        ] {
            assert_eq!(answer(kind, raw), Err(code), "{raw}");
        }
    }

    #[test]
    fn what_is_not_asked_for_may_stay_empty_and_unknown_answers_are_dropped() {
        let form = FormSpec { fields: vec![field(FieldKind::Text, false)] };
        let answers = Answers::from([("x".into(), " ".into()), ("other".into(), "1".into())]);
        assert_eq!(check(&form, &answers, NaiveDate::MIN), Ok(Answers::new()));
    }

    /// `self` (是否本人) → `name` (if not) → `why` (if the name is 王).
    fn branching() -> FormSpec {
        let asked_if = |key: &str, is: &str| {
            Some(super::super::Condition { field: key.to_owned(), is: vec![is.to_owned()] })
        };
        let named = |key: &str, kind| FieldSpec { key: key.to_owned(), ..field(kind, true) };
        let name = FieldSpec { asked_if: asked_if("self", "no"), ..named("name", FieldKind::Text) };
        let why = FieldSpec { asked_if: asked_if("name", "王"), ..named("why", FieldKind::Text) };
        FormSpec { fields: vec![named("self", FieldKind::Yesno), name, why] }
    }

    fn given(answers: &[(&str, &str)]) -> Answers {
        answers.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn a_question_is_asked_only_where_its_condition_holds() {
        for (answers, asked) in [
            (vec![], vec!["self"]),
            (vec![("self", "yes"), ("name", "王")], vec!["self"]),
            (vec![("self", " no ")], vec!["self", "name"]),
            (vec![("self", "no"), ("name", "王")], vec!["self", "name", "why"]),
        ] {
            let form = branching();
            let keys: Vec<_> = form.asked(&given(&answers)).map(|field| field.key.clone()).collect();
            assert_eq!(keys, asked, "{answers:?}");
        }
    }

    #[test]
    fn what_is_not_asked_is_neither_missing_nor_kept() {
        let today = NaiveDate::MIN;
        let itself = check(&branching(), &given(&[("self", "yes"), ("name", "王")]), today);
        assert_eq!(itself, Ok(given(&[("self", "yes")])));
        let missing = check(&branching(), &given(&[("self", "no")]), today).unwrap_err();
        assert_eq!(missing, vec![FieldError::new("name", FieldCode::Missing)]);
    }

    #[test]
    fn questions_that_wait_for_each_other_are_never_asked() {
        let mut form = branching();
        form.fields.rotate_left(1);
        let answers = given(&[("self", "no")]);
        let keys: Vec<_> = form.asked(&answers).map(|field| field.key.as_str()).collect();
        assert_eq!(keys, ["self"], "a condition looks back, never ahead");
    }
}
