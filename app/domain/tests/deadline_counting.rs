//! When a limit is due: the vectors of the calendar, and every ruling where the rules leave room.

mod announced;

use announced::{calendar, day};
use chrono::NaiveDate;
use domain::calendar::Calendar;
use domain::deadline::{Deadline, ExcludedReason, Limit, Suspension, Unit, due, extend};

fn count(from: &str, value: u16, unit: Unit, stops: &[(&str, Option<&str>)]) -> Option<Deadline> {
    let stops: Vec<Suspension> =
        stops.iter().map(|&(from, until)| Suspension { from: day(from), until: until.map(day) }).collect();
    due(&calendar(), day(from), Limit { value, unit }, &stops)
}

fn date(from: &str, value: u16, unit: Unit, stops: &[(&str, Option<&str>)]) -> String {
    count(from, value, unit, stops).map_or("none".to_owned(), |deadline| deadline.due.to_string())
}

#[test]
fn counts_working_days() {
    for (from, value, due) in [
        ("2026-01-30", 5, "2026-02-06"),
        ("2026-02-13", 1, "2026-02-14"),
        ("2026-02-13", 5, "2026-02-27"),
        ("2026-02-14", 1, "2026-02-24"),
        ("2026-04-03", 1, "2026-04-07"),
        ("2026-04-30", 5, "2026-05-11"),
        ("2026-05-08", 1, "2026-05-09"),
        ("2026-06-18", 1, "2026-06-22"),
        ("2026-09-18", 1, "2026-09-20"),
        ("2026-09-24", 5, "2026-10-09"),
        ("2026-09-30", 3, "2026-10-10"),
        ("2026-10-09", 1, "2026-10-10"),
        ("2026-11-20", 20, "2026-12-18"),
        ("2025-01-20", 10, "2025-02-08"),
        ("2025-09-26", 5, "2025-10-10"),
        ("2026-11-21", 1, "2026-11-23"),
    ] {
        let deadline = count(from, value, Unit::Workday, &[]).unwrap();
        assert_eq!(deadline.due, day(due), "{from}+{value}");
        assert_eq!((deadline.expected, deadline.working_days), (false, u32::from(value)));
    }
}

#[test]
fn counts_days_and_months_and_rolls_off_days_off() {
    use Unit::{Day, Month};
    for (from, value, unit, due) in [
        ("2026-11-02", 15, Day, "2026-11-17"),
        ("2026-11-06", 15, Day, "2026-11-23"),
        ("2026-02-10", 5, Day, "2026-02-24"),
        ("2026-02-09", 5, Day, "2026-02-14"),
        ("2026-01-31", 1, Month, "2026-02-28"),
        ("2024-01-31", 1, Month, "2024-02-29"),
        ("2026-03-31", 1, Month, "2026-04-30"),
        ("2026-08-17", 1, Month, "2026-09-17"),
        ("2026-09-01", 1, Month, "2026-10-08"),
        ("2024-02-29", 12, Month, "2025-02-28"),
    ] {
        assert_eq!(date(from, value, unit, &[]), due, "{from} {value} {unit:?}");
    }
}

#[test]
fn on_the_spot_is_today_or_the_next_working_day() {
    for unit in [Unit::Workday, Unit::Day, Unit::Month] {
        assert_eq!(date("2026-11-20", 0, unit, &[]), "2026-11-20");
        assert_eq!(date("2026-11-21", 0, unit, &[]), "2026-11-23");
        assert_eq!(date("2026-02-14", 0, unit, &[]), "2026-02-14");
        assert_eq!(date("2026-02-15", 0, unit, &[]), "2026-02-24");
    }
}

#[test]
fn suspended_days_do_not_count() {
    use Unit::{Day, Month, Workday};
    let stop = |from, until| [(from, Some(until))];
    // Monday 2 November + 5 working days is Monday 9 November.
    assert_eq!(date("2026-11-02", 5, Workday, &stop("2026-11-04", "2026-11-06")), "2026-11-11");
    assert_eq!(date("2026-11-02", 5, Workday, &stop("2026-11-07", "2026-11-09")), "2026-11-09");
    assert_eq!(date("2026-11-02", 15, Day, &stop("2026-11-04", "2026-11-07")), "2026-11-20");
    // A month from 2 November is 30 days; 2 suspended days end it on 4 December.
    assert_eq!(date("2026-11-02", 1, Month, &[]), "2026-12-02");
    assert_eq!(date("2026-11-02", 1, Month, &stop("2026-11-04", "2026-11-06")), "2026-12-04");
    // Stopped on day 0, which is no day of the limit: the one after the gap is.
    let spot = count("2026-11-06", 0, Workday, &stop("2026-11-06", "2026-11-09")).unwrap();
    assert_eq!((spot.due, spot.working_days), (day("2026-11-09"), 1));
    // Two overlapping suspensions are one.
    let two = [("2026-11-04", Some("2026-11-06")), ("2026-11-05", Some("2026-11-07"))];
    assert_eq!(date("2026-11-02", 5, Workday, &two), "2026-11-12");
}

#[test]
fn a_suspension_on_the_due_day_moves_it_and_a_later_one_does_not() {
    let due = |stop| date("2026-11-02", 5, Unit::Workday, &[stop]);
    assert_eq!(due(("2026-11-09", Some("2026-11-10"))), "2026-11-10");
    assert_eq!(due(("2026-11-10", Some("2026-11-20"))), "2026-11-09");
    assert_eq!(due(("2026-11-04", Some("2026-11-04"))), "2026-11-09");
    assert_eq!(due(("2026-11-06", Some("2026-11-04"))), "2026-11-09");
    // Fifteen days end on Saturday 21 November; the Monday it rolls to is suspended.
    let rolled = [("2026-11-22", Some("2026-11-25"))];
    assert_eq!(date("2026-11-06", 15, Unit::Day, &rolled), "2026-11-25");
    assert_eq!(date("2026-11-20", 0, Unit::Workday, &[("2026-11-20", Some("2026-11-24"))]), "2026-11-24");
}

#[test]
fn an_open_suspension_has_no_due_date() {
    for unit in [Unit::Workday, Unit::Day, Unit::Month] {
        assert_eq!(count("2026-11-02", 1, unit, &[("2026-11-03", None)]), None);
        assert_eq!(count("2026-11-02", 0, unit, &[("2026-11-02", None)]), None);
    }
    assert_eq!(date("2026-11-02", 5, Unit::Workday, &[("2026-11-09", None)]), "none");
    assert_eq!(date("2026-11-02", 5, Unit::Workday, &[("2026-11-10", None)]), "2026-11-09");
}

#[test]
fn says_what_was_left_out_and_why() {
    let deadline = count("2026-02-13", 5, Unit::Workday, &[("2026-02-25", Some("2026-02-26"))]).unwrap();
    assert_eq!(deadline.due, day("2026-02-28"));
    let texts: Vec<String> =
        deadline.excluded.iter().map(|out| format!("{} {}", out.date, out.reason.text())).collect();
    assert_eq!(texts.len(), 10);
    assert_eq!((texts[0].as_str(), texts[9].as_str()), ("2026-02-15 春节", "2026-02-25 中止期间"));
    assert_eq!(deadline.working_days, 5);
    let natural = count("2026-11-06", 15, Unit::Day, &[]).unwrap();
    let dates: Vec<NaiveDate> = natural.excluded.iter().map(|out| out.date).collect();
    assert_eq!(dates, [day("2026-11-21"), day("2026-11-22")]);
    assert_eq!(natural.excluded[0].reason, ExcludedReason::Weekend);
    assert_eq!(natural.working_days, 11);
}

#[test]
fn says_when_a_date_is_only_expected() {
    let expected = |from, value, unit| count(from, value, unit, &[]).unwrap().expected;
    assert!(!expected("2026-12-30", 1, Unit::Workday));
    assert!(expected("2026-12-31", 1, Unit::Workday));
    assert!(expected("2026-12-20", 15, Unit::Day));
    assert!(!expected("2026-12-16", 15, Unit::Day));
    assert!(expected("2003-12-29", 5, Unit::Workday));
    assert!(!expected("2003-12-29", 9, Unit::Day));
    let plain = due(&Calendar::plain(), day("2026-02-13"), Limit::workdays(5), &[]).unwrap();
    assert_eq!((plain.due, plain.expected), (day("2026-02-20"), true));
}

#[test]
fn an_extension_adds_working_days_to_the_rolled_day() {
    let base = count("2026-11-06", 15, Unit::Day, &[]).unwrap();
    let more = |workdays, stops: &[Suspension]| extend(&calendar(), &base, workdays, stops);
    let extended = more(10, &[]).unwrap();
    assert_eq!((extended.due, extended.working_days), (day("2026-12-07"), 21));
    assert_eq!(extended.excluded.len(), 6);
    assert_eq!(more(0, &[]).unwrap(), base);
    let stop = Suspension { from: day("2026-12-01"), until: Some(day("2026-12-03")) };
    assert_eq!(more(10, &[stop]).unwrap().due, day("2026-12-09"));
    assert_eq!(more(10, &[Suspension { until: None, ..stop }]), None);
    assert!(more(30, &[]).unwrap().expected);
}

#[test]
fn the_end_of_time_has_no_due_date() {
    for calendar in [calendar(), Calendar::plain()] {
        for unit in [Unit::Workday, Unit::Day, Unit::Month] {
            let limit = Limit { value: u16::MAX, unit };
            assert_eq!(due(&calendar, NaiveDate::MAX, limit, &[]), None);
            assert!(due(&calendar, day("9999-12-31"), limit, &[]).is_some());
            assert!(due(&calendar, NaiveDate::MIN, limit, &[]).is_some());
        }
    }
}
