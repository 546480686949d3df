//! The calendar of working days: Monday to Friday, but for the statutory holidays and the
//! make-up days (调休) that the State Council announces each year.

mod days;

pub use days::{CalendarError, SpecialDay, SpecialKind};

use chrono::{Datelike, FixedOffset, NaiveDate};
use days::Table;
use serde::Serialize;
use std::sync::Arc;

/// Seconds of the city's clock ahead of UTC.
const OFFSET_SECONDS: i32 = 8 * 3600;

/// The city's clock, +08:00 all year.
pub const CITY_OFFSET: FixedOffset = match FixedOffset::east_opt(OFFSET_SECONDS) {
    Some(offset) => offset,
    None => panic!("eight hours is an offset"),
};

/// What a day is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DayKind {
    /// Monday to Friday.
    Workday,
    /// A Saturday or Sunday that is worked.
    MakeUp,
    /// Saturday or Sunday.
    Weekend,
    /// A statutory holiday, or a day off moved next to one.
    Holiday,
}

impl DayKind {
    /// Whether offices work.
    pub const fn is_workday(self) -> bool {
        match self {
            Self::Workday | Self::MakeUp => true,
            Self::Weekend | Self::Holiday => false,
        }
    }
}

/// The name of a holiday or make-up day.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct DayName {
    /// In Chinese.
    pub zh: String,
    /// In English.
    pub en: String,
}

/// One day, as far as it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Day<'a> {
    /// What it is, or, beyond the announced calendar, what it is expected to be.
    pub kind: DayKind,
    /// The name of a holiday or make-up day.
    pub name: Option<&'a Arc<DayName>>,
    /// Whether the announced calendar covers it.
    pub known: bool,
}

/// The announced days, from the first to the last day covered.
#[derive(Debug, Clone, Default)]
pub struct Calendar {
    table: Option<Table>,
}

impl Calendar {
    /// A calendar that covers `from` to `to`, both included. Every special day must lie in it,
    /// once, and differ from what the weekday says.
    pub fn new(
        from: NaiveDate,
        to: NaiveDate,
        days: impl IntoIterator<Item = SpecialDay>,
    ) -> Result<Self, CalendarError> {
        Table::new(from, to, days).map(|table| Self { table: Some(table) })
    }

    /// A calendar that covers nothing: Monday to Friday is expected to be worked.
    pub const fn plain() -> Self {
        Self { table: None }
    }

    /// First and last day covered.
    pub fn coverage(&self) -> Option<(NaiveDate, NaiveDate)> {
        self.table.as_ref().map(|table| (table.from, table.to))
    }

    /// Whether the announced calendar covers a day.
    pub fn covers(&self, date: NaiveDate) -> bool {
        self.coverage().is_some_and(|(from, to)| from <= date && date <= to)
    }

    /// What a day is.
    pub fn day(&self, date: NaiveDate) -> Day<'_> {
        let known = self.table.as_ref().and_then(|table| table.day(date));
        let (kind, name) = known.unwrap_or_else(|| (by_weekday(date), None));
        Day { kind, name, known: known.is_some() }
    }

    /// Whether offices work on a day; `None` beyond the announced calendar.
    pub fn is_workday(&self, date: NaiveDate) -> Option<bool> {
        let day = self.day(date);
        day.known.then_some(day.kind.is_workday())
    }

    /// The first working day after a day; expected ones count. `None` at the end of time.
    pub fn next_workday(&self, date: NaiveDate) -> Option<NaiveDate> {
        self.workday_from(date.succ_opt()?)
    }

    /// The day itself if it is worked, else the next that is.
    pub fn workday_from(&self, date: NaiveDate) -> Option<NaiveDate> {
        date.iter_days().find(|&date| self.day(date).kind.is_workday())
    }

    /// Working days after `a`, up to and including `b`; 0 when `b` is not after `a`. Takes the
    /// same time however far apart they lie.
    pub fn workdays_between(&self, a: NaiveDate, b: NaiveDate) -> u32 {
        u32::try_from(self.workdays_up_to(b) - self.workdays_up_to(a)).unwrap_or(0)
    }

    /// Working days from a fixed day long ago.
    fn workdays_up_to(&self, date: NaiveDate) -> i32 {
        let shift = self.table.as_ref().map_or(0, |table| table.shift(date));
        weekdays_up_to(date) + shift
    }
}

/// What a day is by its weekday alone.
fn by_weekday(date: NaiveDate) -> DayKind {
    if date.weekday().num_days_from_monday() < 5 { DayKind::Workday } else { DayKind::Weekend }
}

/// Mondays to Fridays since 1 January of year 1, a Monday.
fn weekdays_up_to(date: NaiveDate) -> i32 {
    let days = date.num_days_from_ce();
    days.div_euclid(7) * 5 + days.rem_euclid(7).min(5)
}
