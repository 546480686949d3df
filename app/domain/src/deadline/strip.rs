//! The days from the start to the due day, one cell each, to show people why it is that day.

use super::{Deadline, ExcludedReason};
use crate::calendar::{Calendar, DayKind, DayName};
use chrono::NaiveDate;
use std::sync::Arc;

/// Most cells of a strip; a longer one breaks off.
pub const LONGEST_STRIP: usize = 400;

/// One day of a strip.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayCell {
    /// The day.
    pub date: NaiveDate,
    /// What it does to the count.
    pub kind: CellKind,
    /// Whether it is the day that is due.
    pub due: bool,
    /// Whether the announced calendar covers it.
    pub known: bool,
}

/// What a day does to the count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CellKind {
    /// Day 0.
    Start,
    /// The n-th day that counts.
    Counted(u32),
    /// The n-th day that counts, a Saturday or Sunday that is worked.
    MakeUp(u32, Arc<DayName>),
    /// Does not count.
    Weekend,
    /// Does not count.
    Holiday(Arc<DayName>),
    /// Does not count: the clock stands still.
    Suspended,
}

impl From<ExcludedReason> for CellKind {
    fn from(reason: ExcludedReason) -> Self {
        match reason {
            ExcludedReason::Weekend => Self::Weekend,
            ExcludedReason::Holiday(name) => Self::Holiday(name),
            ExcludedReason::Suspended => Self::Suspended,
        }
    }
}

/// The cells from day 0 to the due day. What a deadline excludes does not count, all else does:
/// in a limit of days or months that is every day but the last ones off.
pub fn strip(calendar: &Calendar, day_zero: NaiveDate, deadline: &Deadline) -> Vec<DayCell> {
    let mut excluded = deadline.excluded.iter().peekable();
    let mut counted = 0;
    let mut kind = |date: NaiveDate| {
        let reason =
            excluded.next_if(|excluded| excluded.date == date).map(|excluded| excluded.reason.clone());
        match reason {
            _ if date == day_zero => CellKind::Start,
            Some(reason) => reason.into(),
            None => {
                counted += 1;
                counted_cell(calendar, date, counted)
            }
        }
    };
    let days = day_zero.iter_days().take_while(|&date| date <= deadline.due).take(LONGEST_STRIP);
    days.map(|date| DayCell {
        date,
        kind: kind(date),
        due: date == deadline.due,
        known: calendar.covers(date),
    })
    .collect()
}

fn counted_cell(calendar: &Calendar, date: NaiveDate, counted: u32) -> CellKind {
    let day = calendar.day(date);
    match (day.kind, day.name) {
        (DayKind::MakeUp, Some(name)) => CellKind::MakeUp(counted, Arc::clone(name)),
        _ => CellKind::Counted(counted),
    }
}
