//! Days counted by walking through them, from the calendar's file alone.

use chrono::{Datelike as _, Months, NaiveDate};
use domain::deadline::{Limit, Unit};
use std::collections::BTreeSet;

/// From a day, included, until a day, excluded; without end while it lasts.
pub(super) type Pause = (NaiveDate, Option<NaiveDate>);

/// Which days are worked.
#[derive(Clone, Debug, Default)]
pub(super) struct Days {
    off: BTreeSet<NaiveDate>,
    on: BTreeSet<NaiveDate>,
}

impl Days {
    pub fn read(json: &str) -> Self {
        let file: serde_json::Value = serde_json::from_str(json).unwrap();
        let mut days = Self::default();
        for day in file["days"].as_array().unwrap() {
            let date = day["date"].as_str().unwrap().parse().unwrap();
            if day["kind"] == "holiday" {
                days.off.insert(date)
            } else {
                days.on.insert(date)
            };
        }
        days
    }

    pub fn worked(&self, day: NaiveDate) -> bool {
        self.on.contains(&day) || day.weekday().number_from_monday() < 6 && !self.off.contains(&day)
    }

    pub fn next_worked(&self, day: NaiveDate) -> NaiveDate {
        day.iter_days().skip(1).find(|&day| self.worked(day)).unwrap()
    }

    /// Working days after one day, up to another.
    pub fn between(&self, after: NaiveDate, until: NaiveDate) -> usize {
        after.iter_days().skip(1).take_while(|day| *day <= until).filter(|day| self.worked(*day)).count()
    }

    /// Those that do not fall into a pause.
    pub fn counted(&self, after: NaiveDate, until: NaiveDate, pauses: &[Pause]) -> usize {
        let days = after.iter_days().skip(1).take_while(|day| *day <= until);
        days.filter(|day| self.worked(*day) && paused(*day, pauses) == Some(false)).count()
    }

    /// The n-th working day after a day; none where a pause without end comes before it.
    pub fn nth(&self, day: NaiveDate, n: u16, pauses: &[Pause]) -> Option<NaiveDate> {
        let (mut day, mut left) = (day, n);
        while left > 0 {
            day = day.succ_opt()?;
            if !paused(day, pauses)? && self.worked(day) {
                left -= 1;
            }
        }
        Some(day)
    }

    /// The last day of a limit.
    pub fn last(&self, day: NaiveDate, limit: Limit, pauses: &[Pause]) -> Option<NaiveDate> {
        let days = match limit.unit {
            Unit::Workday if limit.value > 0 => return self.nth(day, limit.value, pauses),
            Unit::Workday => 0,
            Unit::Day => i64::from(limit.value),
            Unit::Month => (day.checked_add_months(Months::new(limit.value.into()))? - day).num_days(),
        };
        let (mut day, mut left) = (day, days);
        while left > 0 {
            day = day.succ_opt()?;
            left -= i64::from(!paused(day, pauses)?);
        }
        while paused(day, pauses)? || !self.worked(day) {
            day = day.succ_opt()?;
        }
        Some(day)
    }
}

/// None where the pause has no end.
fn paused(day: NaiveDate, pauses: &[Pause]) -> Option<bool> {
    let over = pauses.iter().find(|(from, until)| *from <= day && until.is_none_or(|until| day < until));
    match over {
        Some((_, None)) => None,
        other => Some(other.is_some()),
    }
}
