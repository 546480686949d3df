//! The day counter: written from the rulings, one day after another, on plain sets. It shares
//! nothing with the product but the names of its inputs.

use crate::world::{Sheet, is_weekend};
use chrono::{Datelike, NaiveDate};
use domain::deadline::{Extension, Limit, Suspension, Unit};

/// Longer than any limit tried, with all its suspensions.
const FAR: usize = 1_500;

/// What was counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    pub due: NaiveDate,
    pub expected: bool,
    pub left_out: Vec<NaiveDate>,
    pub working_days: usize,
}

/// One calendar and the times the clock stands still.
#[derive(Clone, Copy)]
pub struct Counter<'a> {
    pub sheet: &'a Sheet,
    pub stops: &'a [Suspension],
}

impl Counter<'_> {
    pub fn is_known(&self, date: NaiveDate) -> bool {
        self.sheet.first <= date && date <= self.sheet.last
    }

    pub fn is_worked(&self, date: NaiveDate) -> bool {
        self.sheet.made_up.contains(&date) || !(self.sheet.off.contains(&date) || is_weekend(date))
    }

    pub fn is_stopped(&self, date: NaiveDate) -> bool {
        self.stops.iter().any(|stop| match stop.until {
            Some(until) => stop.from <= date && date < until,
            None => stop.from <= date,
        })
    }

    /// Whether the clock stands still from this day with no end known.
    fn is_open(&self, date: NaiveDate) -> bool {
        self.stops.iter().any(|stop| stop.until.is_none() && stop.from <= date)
    }

    /// The day counts towards a limit in working days.
    fn counts(&self, date: NaiveDate) -> bool {
        self.is_worked(date) && !self.is_stopped(date)
    }

    /// The days after a day, up to and including another.
    fn days(from: NaiveDate, to: NaiveDate) -> impl Iterator<Item = NaiveDate> {
        from.iter_days().skip(1).take_while(move |&date| date <= to)
    }

    /// Working days after a day, up to and including another.
    pub fn workdays(&self, from: NaiveDate, to: NaiveDate) -> usize {
        Self::days(from, to).filter(|&date| self.is_worked(date)).count()
    }

    /// A limit, and then its extension.
    pub fn due(&self, start: NaiveDate, limit: Limit, extension: Option<Extension>) -> Option<Counted> {
        let (day_zero, first) = (start, self.limit(start, limit)?);
        let Some(extension) = extension else { return Some(first) };
        let more = self.working(first.due, usize::from(extension.workdays))?;
        Some(Counted {
            due: more.due,
            expected: first.expected || more.expected,
            left_out: [first.left_out, more.left_out].concat(),
            working_days: Self::days(day_zero, more.due).filter(|&date| self.counts(date)).count(),
        })
    }

    fn limit(&self, start: NaiveDate, limit: Limit) -> Option<Counted> {
        let value = usize::from(limit.value);
        match limit.unit {
            Unit::Workday if value > 0 => self.working(start, value),
            Unit::Workday => self.natural(start, 0),
            Unit::Day => self.natural(start, value),
            Unit::Month => self.natural(start, Self::days(start, month_end(start, value)).count()),
        }
    }

    /// The n-th working day after a day on which the clock runs.
    fn working(&self, start: NaiveDate, value: usize) -> Option<Counted> {
        let due = match value {
            0 => start,
            _ => start.iter_days().take(FAR).skip(1).filter(|&date| self.counts(date)).nth(value - 1)?,
        };
        let asked = Self::days(start, due).collect::<Vec<_>>();
        self.counted(start, due, &asked, &[])
    }

    /// The n-th day after a day on which the clock runs, or the first one after it that counts.
    fn natural(&self, start: NaiveDate, value: usize) -> Option<Counted> {
        let running = |date: &NaiveDate| !self.is_stopped(*date);
        let end = match value {
            0 => start,
            _ => start.iter_days().take(FAR).skip(1).filter(running).nth(value - 1)?,
        };
        let due = end.iter_days().take(FAR).find(|&date| self.counts(date))?;
        let asked: Vec<_> = end.iter_days().take_while(|&date| date <= due).collect();
        let passed: Vec<_> = Self::days(start, end).filter(|&date| date < end && !running(&date)).collect();
        self.counted(start, due, &asked, &passed)
    }

    /// `asked` are the days whose kind mattered, `passed` the suspended ones before them.
    fn counted(
        &self,
        start: NaiveDate,
        due: NaiveDate,
        asked: &[NaiveDate],
        passed: &[NaiveDate],
    ) -> Option<Counted> {
        let out = asked.iter().filter(|&&date| !self.counts(date));
        let found = Counted {
            due,
            expected: asked.iter().any(|&date| !self.is_stopped(date) && !self.is_known(date)),
            left_out: passed.iter().chain(out).copied().collect(),
            working_days: Self::days(start, due).filter(|&date| self.counts(date)).count(),
        };
        Some(found).filter(|found| !self.is_open(found.due))
    }
}

/// The same number of the n-th month after, or the last day of that month.
fn month_end(start: NaiveDate, months: usize) -> NaiveDate {
    let month = |date: NaiveDate| date.year_ce().1 * 12 + date.month0();
    let wanted = month(start) + u32::try_from(months).unwrap();
    let there = start.iter_days().take(FAR).filter(|&date| month(date) == wanted);
    there.filter(|date| date.day() <= start.day()).max().unwrap()
}
