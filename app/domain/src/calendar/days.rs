//! The announced days as a table, so that a day is found without search.

use super::{DayKind, DayName, by_weekday};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::sync::Arc;

/// Longest calendar taken, in days: two hundred years.
const LONGEST: i64 = 73_049;

/// What an announcement makes of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SpecialKind {
    /// Off.
    Holiday,
    /// Worked, though a Saturday or Sunday.
    Workday,
}

/// A day the State Council announced. A holiday may fall on a weekend: it then has a name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpecialDay {
    /// The day.
    pub date: NaiveDate,
    /// Off, or worked.
    pub kind: SpecialKind,
    /// Name in Chinese: 春节, 春节调休.
    pub name: String,
    /// Name in English.
    pub name_en: String,
}

/// The days of a calendar do not fit together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CalendarError {
    /// The last day lies before the first, or more than two hundred years after it.
    #[error("the calendar must end after it begins, within two hundred years")]
    Coverage,
    /// A special day outside the days covered.
    #[error("{0} lies outside the days the calendar covers")]
    Outside(NaiveDate),
    /// A day twice.
    #[error("{0} is given twice")]
    Twice(NaiveDate),
    /// A make-up day that is worked anyway.
    #[error("{0} is no Saturday or Sunday, so it cannot be a make-up day")]
    NotAWeekend(NaiveDate),
}

/// One day of the table: kind, place of its name, and by how many working days the calendar
/// differs from plain weekdays up to and including it.
#[derive(Debug, Clone, Copy)]
struct Entry {
    kind: DayKind,
    name: Option<u16>,
    shift: i32,
}

#[derive(Debug, Clone)]
pub(super) struct Table {
    pub(super) from: NaiveDate,
    pub(super) to: NaiveDate,
    days: Vec<Entry>,
    names: Vec<Arc<DayName>>,
}

impl Table {
    pub(super) fn new(
        from: NaiveDate,
        to: NaiveDate,
        special: impl IntoIterator<Item = SpecialDay>,
    ) -> Result<Self, CalendarError> {
        if !(0..LONGEST).contains(&(to - from).num_days()) {
            return Err(CalendarError::Coverage);
        }
        let plain = |date| Entry { kind: by_weekday(date), name: None, shift: 0 };
        let days = from.iter_days().take_while(|&date| date <= to).map(plain).collect();
        let mut table = Self { from, to, days, names: Vec::new() };
        let mut places = HashMap::new();
        special.into_iter().try_for_each(|day| table.mark(day, &mut places))?;
        table.add_up();
        Ok(table)
    }

    fn mark(&mut self, day: SpecialDay, places: &mut HashMap<DayName, u16>) -> Result<(), CalendarError> {
        let date = day.date;
        let at = self.place(date).ok_or(CalendarError::Outside(date))?;
        let kind = match (day.kind, by_weekday(date).is_workday()) {
            (SpecialKind::Holiday, _) => DayKind::Holiday,
            (SpecialKind::Workday, false) => DayKind::MakeUp,
            (SpecialKind::Workday, true) => return Err(CalendarError::NotAWeekend(date)),
        };
        let name = self.name_at(DayName { zh: day.name, en: day.name_en }, places);
        let entry = self.days.get_mut(at).ok_or(CalendarError::Outside(date))?;
        if entry.name.is_some() {
            return Err(CalendarError::Twice(date));
        }
        *entry = Entry { kind, name: Some(name), shift: 0 };
        Ok(())
    }

    /// The place of a name; past 65 535 different names, the last one.
    fn name_at(&mut self, name: DayName, places: &mut HashMap<DayName, u16>) -> u16 {
        let next = u16::try_from(self.names.len()).unwrap_or(u16::MAX);
        *places.entry(name).or_insert_with_key(|name| {
            self.names.push(Arc::new(name.clone()));
            next
        })
    }

    fn add_up(&mut self) {
        let mut shift = 0;
        for (date, entry) in self.from.iter_days().zip(&mut self.days) {
            shift += i32::from(entry.kind.is_workday()) - i32::from(by_weekday(date).is_workday());
            entry.shift = shift;
        }
    }

    fn place(&self, date: NaiveDate) -> Option<usize> {
        usize::try_from((date - self.from).num_days()).ok().filter(|_| date <= self.to)
    }

    pub(super) fn day(&self, date: NaiveDate) -> Option<(DayKind, Option<&Arc<DayName>>)> {
        let entry = self.days.get(self.place(date)?)?;
        let name = entry.name.and_then(|at| self.names.get(usize::from(at)));
        Some((entry.kind, name))
    }

    /// Working days more than plain weekdays, up to and including a day.
    pub(super) fn shift(&self, date: NaiveDate) -> i32 {
        if date < self.from {
            return 0;
        }
        let entry = self.place(date).and_then(|at| self.days.get(at)).or(self.days.last());
        entry.map_or(0, |entry| entry.shift)
    }
}
