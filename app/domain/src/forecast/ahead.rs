//! The coming days: what falls due on each, and what will have been decided by its end.

use super::pace::days_ahead;
use super::{DAYS, Expectation, Pace};
use crate::calendar::Calendar;
use chrono::NaiveDate;

/// One coming working day. Numbers are cases.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day {
    /// Which.
    pub date: NaiveDate,
    /// Due on it, or on a day off since the working day before.
    pub due: u64,
    /// Of these, how many will be late.
    pub late: u64,
    /// Due by its end, with all that was past due before.
    pub due_by: u64,
    /// Decided by its end, of those that wait today.
    pub done_by: u64,
    /// Due by its end and not decided by then.
    pub backlog: u64,
}

pub(super) fn days<K>(
    calendar: &Calendar,
    today: NaiveDate,
    pace: Pace,
    used: u64,
    queue: &[Expectation<K>],
) -> Vec<Day> {
    let all = u64::try_from(queue.len()).unwrap_or(u64::MAX);
    // What was due before today is not due on the first day, but is part of what is due by its end.
    let past = queue.partition_point(|one| one.case.due.is_some_and(|due| due < today));
    let (mut place, mut due_by) = (past, u64::try_from(past).unwrap_or(u64::MAX));
    let day = |(at, date): (u32, NaiveDate)| {
        let rest = queue.get(place..).unwrap_or_default();
        let until = rest.partition_point(|one| one.case.due.is_some_and(|due| due <= date));
        let of_day = rest.get(..until).unwrap_or_default();
        let late = of_day.iter().filter(|one| one.lateness.is_some()).count();
        let (due, late) = (whole(of_day.len()), whole(late));
        place += until;
        due_by += due;
        let done_by = pace.by(at).saturating_sub(used).min(all);
        Day { date, due, late, due_by, done_by, backlog: due_by.saturating_sub(done_by) }
    };
    (1..=DAYS).zip(days_ahead(calendar, today)).map(day).collect()
}

fn whole(n: usize) -> u64 {
    u64::try_from(n).unwrap_or(u64::MAX)
}

/// The days of several departments together. Each works on its own queue: one that has nothing left to
/// do does not make up for the backlog of another.
pub fn sum<'a>(all: impl IntoIterator<Item = &'a [Day]>) -> Vec<Day> {
    let mut days: Vec<Day> = Vec::new();
    for one in all {
        if days.is_empty() {
            days = one.to_vec();
            continue;
        }
        for (sum, day) in days.iter_mut().zip(one) {
            sum.due += day.due;
            sum.late += day.late;
            sum.due_by += day.due_by;
            sum.done_by += day.done_by;
            sum.backlog += day.backlog;
        }
    }
    days
}
