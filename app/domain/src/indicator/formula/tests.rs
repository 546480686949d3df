use super::super::catalogue::{Fact, find};
use super::*;
use std::cmp::Ordering;

fn facts(known: &[(Fact, i64)]) -> Facts {
    known.iter().copied().collect()
}

fn read(key: &str, known: &[(Fact, i64)]) -> Reading {
    find(key).unwrap().reading(&facts(known), None)
}

/// Key of the indicator, plain numbers, what it reads.
type Row = (&'static str, &'static [(Fact, i64)], Reading);

#[test]
fn each_kind_of_formula_reads_both_its_sides() {
    let table: &[Row] = &[
        ("on_time", &[(Fact::ClosedOnTime, 9), (Fact::Closed, 12)], Reading::of(9, 12)),
        // Late and past due ÷ closed and open.
        (
            "overdue",
            &[(Fact::ClosedLate, 1), (Fact::PastDue, 2), (Fact::Closed, 6), (Fact::Open, 4)],
            Reading::of(3, 10),
        ),
        // 1 − 30 ÷ 80: fifty working days saved of eighty.
        ("faster_than_law", &[(Fact::LimitedDays, 30), (Fact::StatutoryDays, 80)], Reading::of(50, 80)),
        ("mean_days", &[(Fact::TimedDays, 25), (Fact::Timed, 10)], Reading::of(25, 10)),
        ("certificate_calls", &[(Fact::Calls, 31)], Reading::number(31)),
        // Slower than the law asks: negative, and said so.
        ("limits_cut", &[(Fact::ItemsPromised, 30), (Fact::ItemsStatutory, 20)], Reading::of(-10, 20)),
    ];
    for (key, known, expected) in table {
        assert_eq!(read(key, known), *expected, "{key}");
    }
}

#[test]
fn nothing_to_divide_by_has_no_value_and_what_is_unknown_has_no_sides() {
    let empty = read("on_time", &[(Fact::ClosedOnTime, 0), (Fact::Closed, 0)]);
    assert_eq!((empty.numerator, empty.denominator, empty.value), (Some(0), Some(0), None));
    assert_eq!(read("on_time", &[(Fact::Closed, 4)]), Reading::default());
    assert_eq!(read("good_ratings", &[(Fact::Closed, 4)]), Reading::default());
}

#[test]
fn a_gain_compares_two_means() {
    // Mean 2 now, mean 4 before: half the time.
    let now = facts(&[(Fact::OneWindowDays, 6), (Fact::OneWindowTimed, 3)]);
    let before = facts(&[(Fact::OneWindowDays, 8), (Fact::OneWindowTimed, 2)]);
    let gain = find("one_window_gain").unwrap();
    let value = gain.reading(&now, Some(&before)).value.unwrap();
    assert_eq!(value.compare(Fraction { over: 1, under: 2 }), Ordering::Equal);
    assert_eq!(gain.reading(&now, None), Reading::default());
    assert_eq!(gain.reading(&now, Some(&Facts::default())), Reading::default());
}

#[test]
fn values_are_said_without_rounding_to_all_or_nothing() {
    let said = |over, under, unit| Fraction { over, under }.text(unit);
    assert_eq!(said(1, 3, Unit::Percent), "33.3");
    assert_eq!(said(9_999, 10_000, Unit::Percent), "99.9");
    assert_eq!(said(1, 10_000, Unit::Percent), "0.1");
    assert_eq!(said(10, 10, Unit::Percent), "100.0");
    assert_eq!(said(-10, 20, Unit::Percent), "−50.0");
    assert_eq!(said(5, 4, Unit::Workdays), "1.3");
    assert_eq!(said(12_345, 1, Unit::Number), "12,345");
    assert_eq!(said(0, 7, Unit::Percent), "0.0");
}
