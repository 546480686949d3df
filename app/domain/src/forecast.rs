//! 预测: what falls due in the coming working days, what a department will have decided by then if
//! it goes on at its pace, and which cases will so be late.
//!
//! Nothing is assumed but three things, and every page that shows a forecast says them: the department
//! works by due date, it keeps the pace of its last working days, and no new case jumps the queue.
//! All of it is counted in whole cases and whole days; the pace is a fraction and never rounded.

mod ahead;
mod expected;
mod pace;
mod which;

pub use ahead::{Day, sum};
pub use expected::{Expectation, Expected, Lateness};
pub use pace::{Pace, days_ahead, days_behind};
pub use which::Which;

use crate::calendar::Calendar;
use chrono::{DateTime, NaiveDate, Utc};

/// Working days that are looked ahead, and back for the pace.
pub const DAYS: u32 = 20;

/// A case whose handling clock runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting<K> {
    /// What names it; of two that are due and came at the same moment the smaller is first.
    pub key: K,
    /// The last day in time; none for a case that nothing was promised and no law sets a date for.
    pub due: Option<NaiveDate>,
    /// When it came.
    pub since: DateTime<Utc>,
}

/// What a department has decided of late.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Done {
    /// The pace of the last working days, without today.
    pub pace: Pace,
    /// Decided today already: that much of today's share is used up.
    pub today: u32,
}

/// What comes of a department's queue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outlook<K> {
    /// From which day on.
    pub today: NaiveDate,
    /// The pace it was reckoned with.
    pub pace: Pace,
    /// Every case whose clock runs, in the order of the queue.
    pub queue: Vec<Expectation<K>>,
    /// The coming working days, today first if it is worked.
    pub days: Vec<Day>,
}

impl<K> Outlook<K> {
    /// How many cases a number counts.
    pub fn count(&self, which: Which) -> u64 {
        u64::try_from(self.listed(which).count()).unwrap_or(u64::MAX)
    }
}

/// Looks ahead: who waits, at what pace, from today on.
pub fn outlook<K: Ord>(
    calendar: &Calendar,
    today: NaiveDate,
    done: Done,
    mut queue: Vec<Waiting<K>>,
) -> Outlook<K> {
    // A case without a date comes last: nothing can make it late.
    queue.sort_by(|a, b| {
        let place = |one: &Waiting<K>| (one.due.is_none(), one.due, one.since);
        place(a).cmp(&place(b)).then_with(|| a.key.cmp(&b.key))
    });
    let used =
        if calendar.day(today).kind.is_workday() { u64::from(done.today).min(done.pace.by(1)) } else { 0 };
    let queue = expected::expectations(calendar, today, done.pace, used, queue);
    let days = ahead::days(calendar, today, done.pace, used, &queue);
    Outlook { today, pace: done.pace, queue, days }
}
