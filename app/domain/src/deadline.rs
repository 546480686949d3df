//! When something is due: limits in working days, days and months, what does not count, and why.
//!
//! The day of the event is day 0. A limit in working days ends on the n-th working day after it
//! (行政许可法 82); one in days or months is counted through and then moved off a day off
//! (民法典 202, 203). Days of a suspension do not count (行政许可法 45).

mod clock;
mod count;
mod excluded;
mod light;
mod strip;

pub use clock::{Clock, Extension};
pub use count::{due, extend};
pub use excluded::{Excluded, ExcludedReason};
pub use light::{Light, Target, days_left, light, yellow_from};
pub use strip::{CellKind, DayCell, LONGEST_STRIP, strip};

use chrono::NaiveDate;
use core::str::FromStr;
use serde::{Deserialize, Serialize};

/// What a limit is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Working days.
    Workday,
    /// Days of the calendar.
    Day,
    /// Months.
    Month,
}

impl Unit {
    /// `workday`, `day` or `month`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Workday => "workday",
            Self::Day => "day",
            Self::Month => "month",
        }
    }
}

/// The text is no unit of a limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a limit is counted in workday, day or month")]
pub struct NotAUnit;

impl FromStr for Unit {
    type Err = NotAUnit;

    fn from_str(text: &str) -> Result<Self, NotAUnit> {
        match text {
            "workday" => Ok(Self::Workday),
            "day" => Ok(Self::Day),
            "month" => Ok(Self::Month),
            _ => Err(NotAUnit),
        }
    }
}

/// A limit and its unit. A value of 0 is 即办: on the spot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Limit {
    /// How many.
    pub value: u16,
    /// Of what.
    pub unit: Unit,
}

impl Limit {
    /// 即办: on the spot.
    pub const IMMEDIATE: Self = Self::workdays(0);

    /// A limit in working days.
    pub const fn workdays(value: u16) -> Self {
        Self { value, unit: Unit::Workday }
    }

    /// Whether it is 即办.
    pub const fn is_immediate(self) -> bool {
        self.value == 0
    }
}

/// A time that does not count: from a day, included, until a day, excluded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Suspension {
    /// First day that does not count.
    pub from: NaiveDate,
    /// First day that counts again; none while the suspension lasts.
    pub until: Option<NaiveDate>,
}

impl Suspension {
    /// Whether a day does not count for it. Begun and ended on one day, it covers nothing.
    pub fn covers(&self, date: NaiveDate) -> bool {
        self.from <= date && self.until.is_none_or(|until| date < until)
    }
}

/// The answer, with what was left out on the way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Deadline {
    /// The last day in time, until the offices close.
    pub due: NaiveDate,
    /// Whether a day needed lies beyond the announced calendar, so that the date may still move.
    pub expected: bool,
    /// The days that did not count, in order.
    pub excluded: Vec<Excluded>,
    /// Working days the limit gives, from day 0 to the due day, without suspended ones.
    #[serde(skip)]
    pub working_days: u32,
}
