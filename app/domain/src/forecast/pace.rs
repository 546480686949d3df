//! How quickly a department decides, and the working days before and after a day.

use crate::calendar::Calendar;
use chrono::NaiveDate;

/// Decisions of a number of working days: an exact fraction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pace {
    /// How many decisions.
    pub decisions: u32,
    /// In how many working days.
    pub days: u32,
}

impl Pace {
    /// Decided by the end of the `day`-th day from now (the first is 1), in whole cases.
    pub fn by(self, day: u32) -> u64 {
        let total = u64::from(self.decisions) * u64::from(day);
        total.checked_div(u64::from(self.days)).unwrap_or(0)
    }

    /// The day (the first is 1) by whose end so many are decided; none for a pace of nothing.
    pub fn day_of(self, cases: u64) -> Option<u64> {
        (self.days > 0 && self.decisions > 0).then_some(())?;
        Some(cases.saturating_mul(u64::from(self.days)).div_ceil(u64::from(self.decisions)))
    }

    /// Tenths of a case a day, rounded down: for words only, never to reckon with.
    pub fn tenths(self) -> u64 {
        (u64::from(self.decisions) * 10).checked_div(u64::from(self.days)).unwrap_or(0)
    }
}

/// The working days from a day on, the day itself first if it is worked.
pub fn days_ahead(calendar: &Calendar, from: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    std::iter::successors(calendar.workday_from(from), |&day| calendar.next_workday(day))
}

/// The `n` working days before a day, the earliest first.
pub fn days_behind(calendar: &Calendar, before: NaiveDate, n: u32) -> Vec<NaiveDate> {
    let back = std::iter::successors(before.pred_opt(), |day| day.pred_opt());
    let worked = back.filter(|&day| calendar.day(day).kind.is_workday());
    let mut days: Vec<NaiveDate> = worked.take(usize::try_from(n).unwrap_or(usize::MAX)).collect();
    days.reverse();
    days
}
