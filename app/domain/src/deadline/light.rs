//! The lights of supervision: how a running case stands on a day.

use super::Deadline;
use crate::calendar::Calendar;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Yellow when at most this share of the limit is left, as one in so many.
const LAST_SHARE: u32 = 5;
/// Yellow when at most this many working days are left.
const LAST_DAYS: u32 = 2;

/// How a running case stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Light {
    /// In time.
    Green,
    /// Two working days or a fifth of the limit left.
    Yellow,
    /// Past the promise.
    Red,
    /// Past the statute.
    Black,
}

/// A date that is due, and how many working days its limit gives in all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Target {
    /// The last day in time.
    pub due: NaiveDate,
    /// Working days from day 0 to it, with an extension, without suspended ones.
    pub working_days: u32,
}

impl From<&Deadline> for Target {
    fn from(deadline: &Deadline) -> Self {
        Self { due: deadline.due, working_days: deadline.working_days }
    }
}

/// Working days after today up to the due day: 0 on it and past it.
pub fn days_left(calendar: &Calendar, today: NaiveDate, due: NaiveDate) -> u32 {
    calendar.workdays_between(today, due)
}

/// The first day whose light is yellow if nothing moves the date; none at the beginning of time.
pub fn yellow_from(calendar: &Calendar, target: Target) -> Option<NaiveDate> {
    let share = target.working_days.checked_div(LAST_SHARE).unwrap_or_default();
    let mut left = share.max(LAST_DAYS);
    let mut day = target.due;
    // Back over the working days that may be left, and over the days off before them.
    loop {
        if calendar.day(day).kind.is_workday() {
            if left == 0 {
                return Some(day);
            }
            left -= 1;
        }
        day = day.pred_opt()?;
    }
}

/// The light at the end of a day: black the day after the statute, red the day after the promise,
/// yellow near the promise (near the statute where nothing is promised).
pub fn light(
    calendar: &Calendar,
    today: NaiveDate,
    promised: Option<Target>,
    statutory: Option<Target>,
) -> Light {
    let past = |target: Option<Target>| target.is_some_and(|target| today > target.due);
    let near = |target: Target| {
        let left = days_left(calendar, today, target.due);
        left <= LAST_DAYS || left.saturating_mul(LAST_SHARE) <= target.working_days
    };
    match promised.or(statutory) {
        _ if past(statutory) => Light::Black,
        _ if past(promised) => Light::Red,
        Some(target) if near(target) => Light::Yellow,
        Some(_) | None => Light::Green,
    }
}
