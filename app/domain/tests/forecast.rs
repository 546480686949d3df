//! The forecast: by hand on one department, and against a department that really works day by day.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::as_conversions,
    reason = "a test tells of its failure by panicking"
)]

use chrono::{DateTime, Days, NaiveDate, Utc};
use domain::calendar::{Calendar, SpecialDay, SpecialKind};
use domain::forecast::{
    DAYS, Done, Expected, Lateness, Outlook, Pace, Waiting, Which, days_behind, outlook, sum,
};
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn since() -> DateTime<Utc> {
    "2026-11-01T01:00:00Z".parse().unwrap()
}

/// A holiday on Wednesday 2 December and a Saturday worked on the fifth.
fn calendar() -> Calendar {
    let special = |date: &str, kind| SpecialDay {
        date: day(date),
        kind,
        name: "调休".to_owned(),
        name_en: "moved".to_owned(),
    };
    let days = [special("2026-12-02", SpecialKind::Holiday), special("2026-12-05", SpecialKind::Workday)];
    Calendar::new(day("2026-01-01"), day("2026-12-31"), days).unwrap()
}

fn waiting(due: &[&str]) -> Vec<Waiting<usize>> {
    let one = |(key, due): (usize, &&str)| Waiting { key, due: due.parse().ok(), since: since() };
    due.iter().enumerate().map(one).collect()
}

fn at(decisions: u32, today: u32) -> Done {
    Done { pace: Pace { decisions, days: DAYS }, today }
}

fn on(outlook: &Outlook<usize>) -> Vec<String> {
    let told = |expected: Expected| match expected {
        Expected::On(day) => day.format("%m-%d").to_string(),
        Expected::Beyond => "beyond".to_owned(),
        Expected::Never => "never".to_owned(),
    };
    outlook.queue.iter().map(|one| told(one.expected)).collect()
}

#[test]
fn a_department_by_hand() {
    // Monday 30 November; ten decisions in twenty working days: one every other day.
    let due = ["2026-12-03", "", "2026-11-27", "2026-12-01", "2026-12-07"];
    let found = outlook(&calendar(), day("2026-11-30"), at(10, 0), waiting(&due));
    let keys: Vec<usize> = found.queue.iter().map(|one| one.case.key).collect();
    assert_eq!(keys, [2, 3, 0, 4, 1], "by due date, those without one last");
    // Working days: 11-30, 12-01, 12-03, 12-04, 12-05 (Saturday), 12-07, 12-08, 12-09, 12-10, 12-11.
    assert_eq!(on(&found), ["12-01", "12-04", "12-07", "12-09", "12-11"]);
    let late: Vec<Option<Lateness>> = found.queue.iter().map(|one| one.lateness).collect();
    let ahead = |days| Some(Lateness::Ahead(Some(days)));
    assert_eq!(late, [Some(Lateness::Already(Some(2))), ahead(2), ahead(3), ahead(2), None]);
    assert_eq!((found.count(Which::Late(None)), found.count(Which::Past)), (3, 1));
    let days: Vec<_> = found.days.iter().map(|d| (d.due, d.late, d.due_by, d.done_by, d.backlog)).collect();
    assert_eq!(days.len(), 20);
    assert_eq!(
        days[..6],
        [
            (0, 0, 1, 0, 1),
            (1, 1, 2, 1, 1),
            (1, 1, 3, 1, 2),
            (0, 0, 3, 2, 1),
            (0, 0, 3, 2, 1),
            (1, 1, 4, 3, 1)
        ]
    );
    assert_eq!((days[19].3, days[19].4), (5, 0), "no more is decided than waits");
}

#[test]
fn without_a_decision_nothing_is_ever_decided() {
    let found = outlook(&calendar(), day("2026-11-30"), at(0, 0), waiting(&["2026-12-31", ""]));
    assert_eq!(on(&found), ["never", "never"]);
    assert_eq!(found.queue[0].lateness, Some(Lateness::Ahead(None)));
    assert_eq!(found.queue[1].lateness, None, "nothing can make it late");
    assert_eq!(found.days[19].backlog, 0, "due after the twentieth day, so not yet backlog");
}

#[test]
fn what_was_decided_today_is_not_counted_on_again() {
    // Two a day: today's share is used up, and no more than that.
    let due = ["2026-12-31"; 4];
    let none = outlook(&calendar(), day("2026-11-30"), at(40, 0), waiting(&due));
    let some = outlook(&calendar(), day("2026-11-30"), at(40, 1), waiting(&due));
    let many = outlook(&calendar(), day("2026-11-30"), at(40, 9), waiting(&due));
    assert_eq!(on(&none), ["11-30", "11-30", "12-01", "12-01"]);
    assert_eq!(on(&some), ["11-30", "12-01", "12-01", "12-03"]);
    assert_eq!(on(&many), ["12-01", "12-01", "12-03", "12-03"]);
}

#[test]
fn a_day_off_begins_with_the_next_working_day() {
    let found = outlook(&calendar(), day("2026-12-02"), at(20, 7), waiting(&["2026-12-02", "2026-12-03"]));
    assert_eq!(on(&found), ["12-03", "12-04"]);
    assert_eq!((found.days[0].date, found.days[0].due), (day("2026-12-03"), 2));
}

#[test]
fn a_very_long_queue_is_beyond_telling() {
    let found = outlook(&calendar(), day("2026-11-30"), at(1, 0), waiting(&["2026-12-03"; 126]));
    assert!(matches!(found.queue[124].expected, Expected::On(_)));
    assert_eq!(found.queue[125].expected, Expected::Beyond);
}

#[test]
fn the_pace_looks_back_over_working_days() {
    let days = days_behind(&calendar(), day("2026-12-08"), 5);
    assert_eq!(days, ["2026-12-01", "2026-12-03", "2026-12-04", "2026-12-05", "2026-12-07"].map(day));
}

#[test]
fn one_departments_leisure_is_not_anothers_help() {
    let idle = outlook(&calendar(), day("2026-11-30"), at(200, 0), waiting(&["2026-12-03"]));
    let busy = outlook(&calendar(), day("2026-11-30"), at(0, 0), waiting(&["2026-12-03"; 3]));
    let both = sum([idle.days.as_slice(), busy.days.as_slice()]);
    assert_eq!((both[2].due, both[2].late, both[2].backlog), (4, 3, 3));
}

/// A department that works: each working day its share grows by the pace, and whole cases are
/// decided, the earliest due first.
fn simulated(today: NaiveDate, done: Done, queue: &[Waiting<usize>]) -> Vec<Option<NaiveDate>> {
    let mut open: Vec<&Waiting<usize>> = queue.iter().collect();
    open.sort_by_key(|one| (one.due.unwrap_or(NaiveDate::MAX), one.since, one.key));
    let mut decided = vec![None; queue.len()];
    let (mut share, mut date, calendar) = (0_u32, today, calendar());
    for _ in 0..3_000 {
        if calendar.day(date).kind.is_workday() {
            share += done.pace.decisions;
            if date == today {
                share -= (done.today * DAYS).min(share / DAYS * DAYS);
            }
            while share >= DAYS && !open.is_empty() {
                decided[open.remove(0).key] = Some(date);
                share -= DAYS;
            }
        }
        date = date + Days::new(1);
    }
    decided
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn a_department_that_works_day_by_day_does_the_same(
        today in 0_u64..20,
        decisions in 0_u32..70,
        of_today in 0_u32..5,
        dues in proptest::collection::vec((-10_i64..50, 0_i64..3), 0..60),
    ) {
        let today = day("2026-11-25") + Days::new(today);
        let waiting = |(key, &(due, since)): (usize, &(i64, i64))| Waiting {
            key,
            due: (due < 40).then(|| today + chrono::Duration::days(due)),
            since: came(since),
        };
        let queue: Vec<Waiting<usize>> = dues.iter().enumerate().map(waiting).collect();
        let found = outlook(&calendar(), today, at(decisions, of_today), queue.clone());
        let decided = simulated(today, at(decisions, of_today), &queue);
        for one in &found.queue {
            let expected = match one.expected {
                Expected::On(day) => Some(day),
                Expected::Beyond | Expected::Never => None,
            };
            prop_assert_eq!(expected, decided[one.case.key]);
            let late = one.case.due.is_some_and(|due| expected.is_none_or(|day| day > due));
            prop_assert_eq!(one.lateness.is_some(), late);
        }
        for day in &found.days {
            let due = |one: &&Waiting<usize>| one.due.is_some_and(|due| due <= day.date);
            let done = |one: &&Waiting<usize>| decided[one.key].is_some_and(|on| on <= day.date);
            let date = Some(day.date);
            prop_assert_eq!(day.due, found.count(Which::Due(date)));
            prop_assert_eq!(day.late, found.count(Which::Late(date)));
            prop_assert_eq!(day.done_by, found.count(Which::Done(date)));
            prop_assert_eq!(day.backlog, found.count(Which::Backlog(date)));
            prop_assert_eq!(day.due_by, queue.iter().filter(due).count() as u64);
            prop_assert_eq!(day.done_by, queue.iter().filter(done).count() as u64);
            prop_assert_eq!(day.backlog, queue.iter().filter(due).filter(|one| !done(one)).count() as u64);
        }
        prop_assert_eq!(found.days.iter().map(|day| day.due).sum::<u64>(), found.count(Which::Due(None)));
    }
}

fn came(hours: i64) -> DateTime<Utc> {
    since() + chrono::Duration::hours(hours)
}
