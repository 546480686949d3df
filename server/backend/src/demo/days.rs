//! Office days and hours of the demonstration.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Timelike as _, Utc};
use domain::calendar::{CITY_OFFSET, Calendar};

use super::chance::Chance;

/// Opening and closing, in minutes of the day.
const OPEN: u32 = 9 * 60;
const CLOSE: u32 = 16 * 60 + 50;

/// The demonstration's calendar, up to now.
#[derive(Clone, Debug)]
pub(super) struct Days {
    pub calendar: Arc<Calendar>,
    pub today: NaiveDate,
    pub now: DateTime<Utc>,
}

impl Days {
    /// The day so many days ago.
    pub(super) fn ago(&self, days: u32) -> NaiveDate {
        self.today.checked_sub_days(chrono::Days::new(days.into())).unwrap_or(self.today)
    }

    /// The working day so many working days ago; with 0 the last working day up to today.
    pub(super) fn workdays_ago(&self, n: u32) -> NaiveDate {
        let mut left = n;
        let mut day = self.today;
        loop {
            if self.calendar.day(day).kind.is_workday() {
                if left == 0 {
                    return day;
                }
                left -= 1;
            }
            let Some(before) = day.pred_opt() else { return day };
            day = before;
        }
    }

    /// Some minute of office hours of a day, or of the next working day.
    pub(super) fn in_office(&self, day: NaiveDate, chance: &mut Chance) -> DateTime<Utc> {
        let day = self.calendar.workday_from(day).unwrap_or(day);
        at(day, chance.between(OPEN, CLOSE - 30))
    }

    /// Some minute of a day, office open or not.
    pub(super) fn any_time(&self, day: NaiveDate, chance: &mut Chance) -> DateTime<Utc> {
        at(day, chance.between(7 * 60, 22 * 60))
    }

    /// In office hours, so many working days after a moment; with 0 the same day if it is open yet.
    pub(super) fn later(&self, moment: DateTime<Utc>, workdays: u32, chance: &mut Chance) -> DateTime<Utc> {
        let local = moment.with_timezone(&CITY_OFFSET);
        let minute = local.hour() * 60 + local.minute();
        let open = self.calendar.day(local.date_naive()).kind.is_workday() && minute + 20 < CLOSE;
        if workdays == 0 && open {
            return at(local.date_naive(), chance.between(minute.max(OPEN) + 5, CLOSE).max(minute + 5));
        }
        let mut day = local.date_naive();
        for _ in 0..workdays.max(1) {
            day = self.calendar.next_workday(day).unwrap_or(day);
        }
        at(day, chance.between(OPEN, CLOSE))
    }

    /// A moment of today that is still to come is moved to a little before now; of a later day, none.
    pub(super) fn past(&self, moment: DateTime<Utc>) -> Option<DateTime<Utc>> {
        if moment <= self.now {
            return Some(moment);
        }
        let day = moment.with_timezone(&CITY_OFFSET).date_naive();
        (day == self.today).then_some(())?;
        let before = self.now - TimeDelta::minutes(1);
        (before.with_timezone(&CITY_OFFSET).date_naive() == self.today).then_some(before)
    }
}

/// A minute of a day in the city.
pub(super) fn at(day: NaiveDate, minute: u32) -> DateTime<Utc> {
    let time = NaiveTime::from_num_seconds_from_midnight_opt(minute * 60, 0).unwrap_or(NaiveTime::MIN);
    day.and_time(time)
        .and_local_timezone(CITY_OFFSET)
        .single()
        .map(|at| at.with_timezone(&Utc))
        .unwrap_or_default()
}
