//! What people type as a figure.

use super::*;

fn codes(numerator: &str, denominator: &str, text: &str) -> Vec<(String, FieldCode)> {
    let errors = Figure::read(numerator, denominator, text).unwrap_err();
    errors.into_iter().map(|error| (error.field, error.code)).collect()
}

#[test]
fn amounts_are_taken_as_people_type_them() {
    for (typed, shown) in [
        ("12", "12"),
        (" 1,234.50 ", "1234.5"),
        ("１２３．５", "123.5"),
        ("0", "0"),
        ("007", "7"),
        ("0.0001", "0.0001"),
        ("1，000", "1000"),
        ("1000000000000", "1000000000000"),
    ] {
        assert_eq!(Amount::parse(typed).unwrap().to_string(), shown, "{typed}");
    }
}

#[test]
fn what_is_no_amount_says_why() {
    for typed in ["abc", "1.2.3", "1.", ".5", "1e3", "12%", "0.00001", "--1", "-x", "٣", "NaN", "１２三"]
    {
        assert_eq!(Amount::parse(typed), Err(FieldCode::Number), "{typed}");
    }
    for typed in ["-1", "−0.5", "－３"] {
        assert_eq!(Amount::parse(typed), Err(FieldCode::Negative), "{typed}");
    }
    for typed in ["1000000000001", "99999999999999999999999"] {
        assert!(matches!(Amount::parse(typed), Err(FieldCode::Range { .. })), "{typed}");
    }
}

#[test]
fn a_part_is_never_above_its_whole_and_the_whole_never_nothing() {
    assert_eq!(codes("5", "0", ""), [("denominator".to_owned(), FieldCode::DividesByZero)]);
    assert_eq!(codes("0", "0", ""), [("denominator".to_owned(), FieldCode::DividesByZero)]);
    assert_eq!(codes("5", "4", ""), [("numerator".to_owned(), FieldCode::AboveWhole)]);
    assert_eq!(codes("", "4", ""), [("numerator".to_owned(), FieldCode::Missing)]);
    assert_eq!(codes("x", "4", ""), [("numerator".to_owned(), FieldCode::Number)]);
    let both = [("numerator".to_owned(), FieldCode::Negative), ("denominator".to_owned(), FieldCode::Number)];
    assert_eq!(codes("-3", "many", ""), both);
    let long = "字".repeat(TEXT_MAX + 1);
    assert_eq!(codes("", "", &long), [("text".to_owned(), FieldCode::TooLong { max: TEXT_MAX })]);
}

#[test]
fn a_share_is_exact_to_the_hundredth_of_a_per_cent() {
    let share = |part: &str, whole: &str| Figure::read(part, whole, "").unwrap().basis_points();
    assert_eq!(share("1", "3"), Some(3333));
    assert_eq!(share("2", "3"), Some(6667));
    assert_eq!(share("4.5", "5"), Some(9000));
    assert_eq!(share("1000000000000", "1000000000000"), Some(10_000));
    assert_eq!(share("7", ""), None);
    assert!(Figure::read("", "", " ").unwrap().is_empty());
    assert!(!Figure::read("0", "", "").unwrap().is_empty());
}
