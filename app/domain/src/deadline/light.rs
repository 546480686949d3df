//! The lights of supervision: how a running case stands on a day.

use super::{Deadline, Limit, Suspension, due, extend};
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

/// An extension, given once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Extension {
    /// The day it was given.
    pub on: NaiveDate,
    /// Working days added.
    pub workdays: u16,
}

/// The handling clock of one case: all that its dates and its light follow from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clock {
    /// The day of acceptance.
    pub day_zero: NaiveDate,
    /// 承诺时限.
    pub promised: Option<Limit>,
    /// 法定时限.
    pub statutory: Option<Limit>,
    /// 特别程序 and other times that do not count.
    pub suspensions: Vec<Suspension>,
    /// 延期.
    pub extension: Option<Extension>,
}

impl Clock {
    /// When the promise is due; `None` where nothing is promised or the clock stands still.
    pub fn promised_due(&self, calendar: &Calendar) -> Option<Deadline> {
        self.due(calendar, self.promised?)
    }

    /// When the statute is due; `None` where it sets no limit or the clock stands still.
    pub fn statutory_due(&self, calendar: &Calendar) -> Option<Deadline> {
        self.due(calendar, self.statutory?)
    }

    /// The light at the end of a day, on what was known then. An open suspension keeps the colour
    /// of the day before it began. `None` before acceptance; the caller stops it at the decision.
    pub fn light_on(&self, calendar: &Calendar, today: NaiveDate) -> Option<Light> {
        if today < self.day_zero {
            return None;
        }
        let known = self.known_on(today);
        let open = known.suspensions.iter().filter(|suspension| suspension.until.is_none());
        match open.map(|suspension| suspension.from).min() {
            Some(from) => known.light_before(calendar, from),
            None => {
                let [promised, statutory] = [known.promised_due(calendar), known.statutory_due(calendar)]
                    .map(|deadline| deadline.as_ref().map(Target::from));
                Some(light(calendar, today, promised, statutory))
            }
        }
    }

    fn due(&self, calendar: &Calendar, limit: Limit) -> Option<Deadline> {
        let deadline = due(calendar, self.day_zero, limit, &self.suspensions)?;
        match self.extension {
            Some(extension) => extend(calendar, &deadline, extension.workdays, &self.suspensions),
            None => Some(deadline),
        }
    }

    /// The clock as it was known at the end of a day: what began later is unknown, what ended
    /// later is open.
    fn known_on(&self, today: NaiveDate) -> Self {
        let begun = self.suspensions.iter().filter(|suspension| suspension.from <= today);
        let suspensions = begun
            .map(|suspension| Suspension {
                until: suspension.until.filter(|&until| until <= today),
                ..*suspension
            })
            .collect();
        let extension = self.extension.filter(|extension| extension.on <= today);
        Self { suspensions, extension, ..self.clone() }
    }

    /// The colour on the day before a suspension, or at the start if it began with the clock.
    fn light_before(mut self, calendar: &Calendar, from: NaiveDate) -> Option<Light> {
        self.suspensions.retain(|suspension| suspension.from < from);
        let before = from.pred_opt().unwrap_or(from).max(self.day_zero);
        self.light_on(calendar, before)
    }
}
