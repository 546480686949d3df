//! Lights and strips: how a running case stands, and the days shown to people.

mod announced;

use announced::{calendar, day};
use domain::deadline::{CellKind, Clock, Extension, Light, Limit, Suspension, Unit, days_left, due, strip};

fn clock() -> Clock {
    Clock {
        day_zero: day("2026-11-02"),
        promised: Some(Limit::workdays(5)),
        statutory: Some(Limit::workdays(10)),
        suspensions: vec![],
        extension: None,
    }
}

fn light(clock: &Clock, today: &str) -> Option<Light> {
    clock.light_on(&calendar(), day(today))
}

#[test]
fn a_light_goes_from_green_to_black() {
    for (today, expected) in [
        ("2026-11-01", None),
        ("2026-11-02", Some(Light::Green)),
        ("2026-11-04", Some(Light::Green)),
        ("2026-11-05", Some(Light::Yellow)),
        ("2026-11-09", Some(Light::Yellow)),
        ("2026-11-10", Some(Light::Red)),
        ("2026-11-16", Some(Light::Red)),
        ("2026-11-17", Some(Light::Black)),
    ] {
        assert_eq!(light(&clock(), today), expected, "{today}");
    }
}

#[test]
fn red_comes_on_the_next_day_though_it_is_a_day_off() {
    let friday = Clock { day_zero: day("2026-10-30"), ..clock() };
    assert_eq!(light(&friday, "2026-11-06"), Some(Light::Yellow));
    assert_eq!(light(&friday, "2026-11-07"), Some(Light::Red));
}

#[test]
fn a_fifth_of_a_long_limit_is_yellow() {
    // Twenty working days from 2 November end on the 30th; 4 are left on the 24th.
    let long = Clock { promised: Some(Limit::workdays(20)), statutory: None, ..clock() };
    assert_eq!(light(&long, "2026-11-23"), Some(Light::Green));
    assert_eq!(light(&long, "2026-11-24"), Some(Light::Yellow));
    assert_eq!(light(&long, "2026-12-31"), Some(Light::Red));
    let statute = Clock { promised: None, statutory: Some(Limit::workdays(20)), ..clock() };
    assert_eq!(light(&statute, "2026-11-24"), Some(Light::Yellow));
    assert_eq!(light(&statute, "2026-12-01"), Some(Light::Black));
    let nothing = Clock { promised: None, statutory: None, ..clock() };
    assert_eq!(light(&nothing, "2027-12-01"), Some(Light::Green));
}

#[test]
fn an_extension_counts_from_the_day_it_was_given() {
    let extension = Some(Extension { on: day("2026-11-09"), workdays: 5 });
    let extended = Clock { extension, ..clock() };
    assert_eq!(extended.promised_due(&calendar()).unwrap().due, day("2026-11-16"));
    assert_eq!(extended.statutory_due(&calendar()).unwrap().due, day("2026-11-23"));
    assert_eq!(light(&extended, "2026-11-06"), Some(Light::Yellow));
    assert_eq!(light(&extended, "2026-11-09"), Some(Light::Green));
    assert_eq!(light(&extended, "2026-11-12"), Some(Light::Yellow));
}

#[test]
fn an_open_suspension_keeps_the_colour() {
    let stop = |from, until: Option<&str>| Suspension { from: day(from), until: until.map(day) };
    let with = |suspensions| Clock { suspensions, ..clock() };
    let open = with(vec![stop("2026-11-06", None)]);
    assert_eq!(open.promised_due(&calendar()), None);
    assert_eq!(light(&open, "2026-12-25"), Some(Light::Yellow));
    let early = with(vec![stop("2026-11-02", None)]);
    assert_eq!(light(&early, "2026-12-25"), Some(Light::Green));
    // What ended later was open on the day, and what began later was unknown.
    let ended = with(vec![stop("2026-11-06", Some("2026-11-20"))]);
    assert_eq!(light(&ended, "2026-11-19"), Some(Light::Yellow));
    assert_eq!(light(&ended, "2026-11-05"), Some(Light::Yellow));
    assert_eq!(light(&ended, "2026-11-20"), Some(Light::Yellow));
    assert_eq!(light(&ended, "2026-11-24"), Some(Light::Red));
    let late = with(vec![stop("2026-11-11", None)]);
    assert_eq!(light(&late, "2026-12-25"), Some(Light::Red));
}

#[test]
fn counts_the_days_left() {
    let left = |today| days_left(&calendar(), day(today), day("2026-11-09"));
    assert_eq!((left("2026-11-02"), left("2026-11-09"), left("2026-11-10")), (5, 0, 0));
}

#[test]
fn a_strip_shows_every_day() {
    let stop = Suspension { from: day("2026-02-25"), until: Some(day("2026-02-26")) };
    let calendar = calendar();
    let deadline = due(&calendar, day("2026-02-13"), Limit::workdays(5), &[stop]).unwrap();
    let cells = strip(&calendar, day("2026-02-13"), &deadline);
    let letters: String = cells
        .iter()
        .map(|cell| match &cell.kind {
            CellKind::Start => '0',
            CellKind::Counted(n) | CellKind::MakeUp(n, _) => char::from_digit(*n, 10).unwrap(),
            CellKind::Weekend => 'w',
            CellKind::Holiday(_) => 'h',
            CellKind::Suspended => 's',
        })
        .collect();
    assert_eq!(letters, "01hhhhhhhhh2s345");
    assert!(matches!(&cells[1].kind, CellKind::MakeUp(1, name) if name.zh == "春节调休"));
    assert_eq!(cells.iter().filter(|cell| cell.due).count(), 1);
    assert!(cells.last().unwrap().due);
}

#[test]
fn a_strip_of_days_counts_weekends_and_breaks_off() {
    let calendar = calendar();
    let limit = Limit { value: 15, unit: Unit::Day };
    let deadline = due(&calendar, day("2026-11-06"), limit, &[]).unwrap();
    let cells = strip(&calendar, day("2026-11-06"), &deadline);
    assert_eq!(cells.len(), 18);
    assert_eq!(cells[14].kind, CellKind::Counted(14));
    assert_eq!((&cells[15].kind, &cells[16].kind), (&CellKind::Weekend, &CellKind::Weekend));
    let long = due(&calendar, day("2026-11-06"), Limit::workdays(u16::MAX), &[]).unwrap();
    assert_eq!(strip(&calendar, day("2026-11-06"), &long).len(), 400);
    let spot = due(&calendar, day("2026-11-06"), Limit::IMMEDIATE, &[]).unwrap();
    assert_eq!(strip(&calendar, day("2026-11-06"), &spot).len(), 1);
}
