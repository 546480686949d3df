//! What each day is, and how many working days lie between.

mod announced;

use announced::{calendar, day};
use chrono::{Datelike, NaiveDate};
use domain::calendar::{Calendar, CalendarError, DayKind, SpecialDay, SpecialKind};

fn special(date: &str, kind: SpecialKind) -> SpecialDay {
    SpecialDay { date: day(date), kind, name: "春节".into(), name_en: "Spring Festival".into() }
}

#[test]
fn knows_what_a_day_is() {
    let calendar = calendar();
    for (date, kind, name) in [
        ("2026-02-13", DayKind::Workday, None),
        ("2026-02-14", DayKind::MakeUp, Some("春节调休")),
        ("2026-02-15", DayKind::Holiday, Some("春节")),
        ("2026-02-28", DayKind::MakeUp, Some("春节调休")),
        ("2026-03-01", DayKind::Weekend, None),
    ] {
        let found = calendar.day(day(date));
        assert_eq!(found.kind, kind, "{date}");
        assert_eq!(found.name.map(|name| name.zh.as_str()), name, "{date}");
        assert_eq!(calendar.is_workday(day(date)), Some(kind.is_workday()));
    }
}

#[test]
fn does_not_know_days_beyond_what_was_announced() {
    let calendar = calendar();
    assert_eq!(calendar.coverage(), Some((day("2004-01-01"), day("2026-12-31"))));
    for date in ["2003-12-31", "2027-01-01", "2027-01-04"] {
        assert_eq!(calendar.is_workday(day(date)), None, "{date}");
    }
    assert_eq!(calendar.day(day("2027-01-04")).kind, DayKind::Workday);
    assert_eq!(Calendar::plain().is_workday(day("2026-11-20")), None);
    assert!(!Calendar::plain().covers(day("2026-11-20")));
}

#[test]
fn counts_the_working_days_of_a_year() {
    let calendar = calendar();
    for (year, count) in [(2024, 251), (2025, 248), (2026, 248)] {
        let end = |year| NaiveDate::from_ymd_opt(year, 12, 31).unwrap();
        assert_eq!(calendar.workdays_between(end(year - 1), end(year)), count, "{year}");
    }
    assert_eq!(calendar.workdays_between(day("2026-02-13"), day("2026-02-13")), 0);
    assert_eq!(calendar.workdays_between(day("2026-02-14"), day("2026-02-13")), 0);
}

#[test]
fn counting_is_the_same_as_going_day_by_day() {
    for calendar in [calendar(), Calendar::plain()] {
        for start in ["2003-11-28", "2004-01-01", "2008-05-03", "2026-02-14", "2026-12-20"] {
            let start = day(start);
            let mut walked = 0;
            for date in start.succ_opt().unwrap().iter_days().take(800) {
                walked += u32::from(calendar.day(date).kind.is_workday());
                assert_eq!(calendar.workdays_between(start, date), walked, "{start} {date}");
            }
        }
    }
}

#[test]
fn finds_the_next_working_day() {
    let calendar = calendar();
    assert_eq!(calendar.next_workday(day("2026-02-13")), Some(day("2026-02-14")));
    assert_eq!(calendar.next_workday(day("2026-02-14")), Some(day("2026-02-24")));
    assert_eq!(calendar.workday_from(day("2026-02-14")), Some(day("2026-02-14")));
    assert_eq!(calendar.next_workday(NaiveDate::MAX), None);
    assert_eq!(Calendar::plain().next_workday(day("2026-02-13")), Some(day("2026-02-16")));
}

#[test]
fn the_end_of_time_is_no_panic() {
    for calendar in [calendar(), Calendar::plain()] {
        for date in [NaiveDate::MIN, NaiveDate::MAX] {
            assert_eq!(calendar.is_workday(date), None);
            assert!(calendar.workdays_between(date, day("2026-01-01")) < 200_000_000);
        }
        assert!(calendar.workdays_between(NaiveDate::MIN, NaiveDate::MAX) > 100_000_000);
    }
}

#[test]
fn refuses_days_that_do_not_fit_together() {
    let build = |days: Vec<SpecialDay>| Calendar::new(day("2026-01-01"), day("2026-12-31"), days).err();
    let holiday = special("2026-02-17", SpecialKind::Holiday);
    assert_eq!(build(vec![holiday.clone()]), None);
    assert_eq!(build(vec![holiday.clone(), holiday]), Some(CalendarError::Twice(day("2026-02-17"))));
    let outside = special("2027-02-06", SpecialKind::Holiday);
    assert_eq!(build(vec![outside]), Some(CalendarError::Outside(day("2027-02-06"))));
    let before = special("2025-02-06", SpecialKind::Holiday);
    assert_eq!(build(vec![before]), Some(CalendarError::Outside(day("2025-02-06"))));
    let monday = special("2026-02-09", SpecialKind::Workday);
    assert_eq!(build(vec![monday]), Some(CalendarError::NotAWeekend(day("2026-02-09"))));
    let backwards = Calendar::new(day("2026-01-02"), day("2026-01-01"), []).err();
    assert_eq!(backwards, Some(CalendarError::Coverage));
    assert_eq!(Calendar::new(NaiveDate::MIN, NaiveDate::MAX, []).err(), Some(CalendarError::Coverage));
}

#[test]
fn a_weekend_is_one_by_its_weekday() {
    for date in day("1999-12-25").iter_days().take(14) {
        let weekend = date.weekday().number_from_monday() > 5;
        assert_eq!(Calendar::plain().day(date).kind == DayKind::Weekend, weekend);
    }
}

#[test]
fn the_make_up_days_of_2026_are_the_announced_ones() {
    let calendar = calendar();
    let year = day("2026-01-01").iter_days().take(365);
    let made_up: Vec<NaiveDate> = year.filter(|&date| calendar.day(date).kind == DayKind::MakeUp).collect();
    let announced = ["2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"];
    assert_eq!(made_up, announced.map(day));
}
