//! The handling clock of one case, as it was known on any day.

use super::{Deadline, Light, Limit, Suspension, Target, due, extend, light};
use crate::calendar::Calendar;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

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
