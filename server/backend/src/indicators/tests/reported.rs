//! What was reported, as a reading.

use crate::indicators::reported::reading;
use domain::assessment::report::{Amount, Figure};
use domain::indicator::catalogue::{Fraction, Reading, Unit};

fn figure(numerator: Option<i64>, denominator: Option<i64>) -> Figure {
    let amount = |n: Option<i64>| n.and_then(Amount::from_ten_thousandths);
    Figure { numerator: amount(numerator), denominator: amount(denominator), text: String::new() }
}

#[test]
fn a_part_of_a_whole_keeps_both_sides() {
    let read = reading(&figure(Some(970_000), Some(1_000_000)), Unit::Percent);
    assert_eq!((read.numerator, read.denominator), (Some(97), Some(100)));
    assert_eq!(read.value.map(|value| value.text(Unit::Percent)).as_deref(), Some("97.0"));
}

#[test]
fn a_share_without_its_whole_is_given_in_per_cent() {
    // 95.5 per cent, of how many nobody said.
    let read = reading(&figure(Some(955_000), None), Unit::Percent);
    assert_eq!((read.numerator, read.denominator), (None, None));
    assert_eq!(read.value.map(|value| value.text(Unit::Percent)).as_deref(), Some("95.5"));
}

#[test]
fn a_number_is_itself_and_words_alone_have_none() {
    let read = reading(&figure(Some(123_450_000), None), Unit::Number);
    assert_eq!(
        (read.numerator, read.value.map(|value| value.text(Unit::Number))),
        (Some(12_345), Some("12,345".to_owned()))
    );
    let half = reading(&figure(Some(15_000), None), Unit::Points);
    assert_eq!((half.numerator, half.value), (None, Fraction::new(15_000, 10_000)));
    assert_eq!(reading(&figure(None, None), Unit::Number), Reading::default());
}
