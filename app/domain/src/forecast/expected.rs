//! The day on which each case of a queue will be decided, and by how much that is too late.

use super::pace::days_ahead;
use super::{Pace, Waiting};
use crate::calendar::Calendar;
use chrono::NaiveDate;

/// Further ahead no day is told: ten years of working days.
const FURTHEST: u64 = 2_500;

/// When a case will be decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// On this day.
    On(NaiveDate),
    /// Not within ten years.
    Beyond,
    /// Never: of late nothing was decided.
    Never,
}

/// How a case will be late.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lateness {
    /// Past its date already; decided this many working days after it, if ever.
    Already(Option<u32>),
    /// In time today, but will be decided this many working days after its date, if ever.
    Ahead(Option<u32>),
}

impl Lateness {
    /// Whether it can still be prevented.
    pub fn is_ahead(self) -> bool {
        match self {
            Self::Ahead(_) => true,
            Self::Already(_) => false,
        }
    }

    /// Working days between its date and the decision; none where no decision can be foretold.
    pub fn days(self) -> Option<u32> {
        match self {
            Self::Ahead(days) | Self::Already(days) => days,
        }
    }
}

/// What is to be expected of one case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expectation<K> {
    /// The case.
    pub case: Waiting<K>,
    /// How many stand before it in the queue.
    pub before: u64,
    /// When it will be decided.
    pub expected: Expected,
    /// Whether that is late.
    pub lateness: Option<Lateness>,
}

/// The queue in its order, each case with its day.
pub(super) fn expectations<K>(
    calendar: &Calendar,
    today: NaiveDate,
    pace: Pace,
    used: u64,
    queue: Vec<Waiting<K>>,
) -> Vec<Expectation<K>> {
    let mut days = (1..=FURTHEST).zip(days_ahead(calendar, today)).peekable();
    let mut expected = |before: u64| {
        // The place in the queue only grows, so the days are walked once.
        let Some(on) = pace.day_of(before + 1 + used) else { return Expected::Never };
        while days.next_if(|(at, _)| *at < on).is_some() {}
        days.peek().map_or(Expected::Beyond, |&(_, day)| Expected::On(day))
    };
    let told = |(before, case): (u64, Waiting<K>)| {
        let expected = expected(before);
        let lateness = case.due.and_then(|due| lateness(calendar, today, due, expected));
        Expectation { case, before, expected, lateness }
    };
    (0..).zip(queue).map(told).collect()
}

fn lateness(calendar: &Calendar, today: NaiveDate, due: NaiveDate, expected: Expected) -> Option<Lateness> {
    let days = match expected {
        Expected::On(day) if day <= due => return None,
        Expected::On(day) => Some(calendar.workdays_between(due, day)),
        Expected::Beyond | Expected::Never => None,
    };
    Some(if due < today { Lateness::Already(days) } else { Lateness::Ahead(days) })
}
