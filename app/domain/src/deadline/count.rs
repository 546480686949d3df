//! The counting itself, one day after another.

use super::{Deadline, Excluded, ExcludedReason, Limit, Suspension, Unit};
use crate::calendar::{Calendar, Day, DayKind};
use chrono::{Days, Months, NaiveDate};
use std::sync::Arc;

/// When a limit that began on `day_zero` is due. `None` when an open suspension stops the clock
/// before, or when the date lies beyond the end of time.
///
/// A suspension that begins on the due day moves it, one that begins later does not. A month ends
/// on the same day number or the month's last day; a suspended month limit is counted in days.
pub fn due(
    calendar: &Calendar,
    day_zero: NaiveDate,
    limit: Limit,
    suspensions: &[Suspension],
) -> Option<Deadline> {
    let mut walk = Walk::new(calendar, day_zero, suspensions);
    let days = |end: NaiveDate| u32::try_from((end - day_zero).num_days()).ok();
    match limit.unit {
        Unit::Workday => walk.workdays(limit.value)?,
        Unit::Day => walk.days(u32::from(limit.value))?,
        Unit::Month => {
            walk.days(days(day_zero.checked_add_months(Months::new(u32::from(limit.value)))?)?)?;
        }
    }
    if limit.is_immediate() || limit.unit != Unit::Workday {
        walk.settle()?;
    }
    Some(walk.into_deadline())
}

/// Adds working days to a date that is due, counted from it. An extension is given once.
pub fn extend(
    calendar: &Calendar,
    deadline: &Deadline,
    workdays: u16,
    suspensions: &[Suspension],
) -> Option<Deadline> {
    let mut walk = Walk::new(calendar, deadline.due, suspensions);
    walk.workdays(workdays)?;
    let more = walk.into_deadline();
    Some(Deadline {
        due: more.due,
        expected: deadline.expected || more.expected,
        excluded: [deadline.excluded.as_slice(), &more.excluded].concat(),
        working_days: deadline.working_days.saturating_add(more.working_days),
    })
}

/// Where the counting stands.
struct Walk<'a> {
    calendar: &'a Calendar,
    suspensions: &'a [Suspension],
    start: NaiveDate,
    date: NaiveDate,
    expected: bool,
    excluded: Vec<Excluded>,
    suspended_workdays: u32,
}

impl<'a> Walk<'a> {
    const fn new(calendar: &'a Calendar, start: NaiveDate, suspensions: &'a [Suspension]) -> Self {
        Self {
            calendar,
            suspensions,
            start,
            date: start,
            expected: false,
            excluded: Vec::new(),
            suspended_workdays: 0,
        }
    }

    fn step(&mut self) -> Option<()> {
        self.date = self.date.succ_opt()?;
        Some(())
    }

    /// Counts working days.
    fn workdays(&mut self, mut left: u16) -> Option<()> {
        while left > 0 {
            self.step()?;
            if self.is_working_day()? {
                left -= 1;
            }
        }
        Some(())
    }

    /// Counts days of the calendar.
    fn days(&mut self, mut left: u32) -> Option<()> {
        if self.suspensions.is_empty() {
            self.date = self.date.checked_add_days(Days::new(u64::from(left)))?;
            return Some(());
        }
        while left > 0 {
            self.step()?;
            if !self.is_suspended()? {
                left -= 1;
            }
        }
        Some(())
    }

    /// Moves on to a day that is worked, if this one is not.
    fn settle(&mut self) -> Option<()> {
        while !self.is_working_day()? {
            self.step()?;
        }
        Some(())
    }

    fn is_working_day(&mut self) -> Option<bool> {
        if self.is_suspended()? {
            return Some(false);
        }
        let day = self.calendar.day(self.date);
        self.expected |= !day.known;
        if let Some(reason) = reason(day) {
            self.excluded.push(Excluded { date: self.date, reason });
        }
        Some(day.kind.is_workday())
    }

    /// `None` when the suspension has no end.
    fn is_suspended(&mut self) -> Option<bool> {
        let covering = |suspension: &&Suspension| suspension.covers(self.date);
        let Some(suspension) = self.suspensions.iter().find(covering) else {
            return Some(false);
        };
        suspension.until?;
        // Day 0 is looked at by a limit on the spot, but is no day of the limit.
        let is_lost = self.date > self.start && self.calendar.day(self.date).kind.is_workday();
        self.suspended_workdays += u32::from(is_lost);
        self.excluded.push(Excluded { date: self.date, reason: ExcludedReason::Suspended });
        Some(true)
    }

    fn into_deadline(self) -> Deadline {
        let all = self.calendar.workdays_between(self.start, self.date);
        Deadline {
            due: self.date,
            expected: self.expected,
            excluded: self.excluded,
            working_days: all.saturating_sub(self.suspended_workdays),
        }
    }
}

/// Why a day does not count by the calendar; `None` for a working day.
pub(super) fn reason(day: Day<'_>) -> Option<ExcludedReason> {
    match day.kind {
        DayKind::Workday | DayKind::MakeUp => None,
        DayKind::Weekend => Some(ExcludedReason::Weekend),
        DayKind::Holiday => {
            Some(day.name.map_or(ExcludedReason::Weekend, |name| ExcludedReason::Holiday(Arc::clone(name))))
        }
    }
}
