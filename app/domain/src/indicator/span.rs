//! A span of days, and what it is compared with: 上期, 去年同期.

use chrono::{Datelike as _, Days, Months, NaiveDate};

/// From a day to a day, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// First day.
    pub from: NaiveDate,
    /// Last day, never before the first.
    pub to: NaiveDate,
}

impl Span {
    /// A span in the right order, whichever way round it was given.
    pub fn new(a: NaiveDate, b: NaiveDate) -> Self {
        Self { from: a.min(b), to: a.max(b) }
    }

    /// How many days.
    pub fn days(self) -> i64 {
        (self.to - self.from).num_days() + 1
    }

    /// 上期. A year so far is compared with the same dates a year before; months with the same dates as
    /// many months before; spans of up to a week with the same weekdays a week before; others with as
    /// many days directly before.
    pub fn before(self) -> Self {
        let months = self.months();
        let earlier = if self.days() <= 7 && self.from.day() != 1 {
            self.days_back(7)
        } else if self.from.ordinal() == 1 && self.from.year() == self.to.year() && months > 1 {
            self.months_back(12)
        } else if self.from.day() == 1 {
            self.months_back(months)
        } else {
            self.days_back(self.days())
        };
        earlier.unwrap_or(self)
    }

    /// 去年同期: the same dates a year before; the last day of February stays the last.
    pub fn year_before(self) -> Self {
        self.months_back(12).unwrap_or(self)
    }

    /// Calendar months touched.
    fn months(self) -> u32 {
        let count = |day: NaiveDate| i64::from(day.year()) * 12 + i64::from(day.month0());
        u32::try_from(count(self.to) - count(self.from) + 1).unwrap_or(1)
    }

    fn days_back(self, days: i64) -> Option<Self> {
        let days = Days::new(u64::try_from(days).ok()?);
        Some(Self { from: self.from.checked_sub_days(days)?, to: self.to.checked_sub_days(days)? })
    }

    /// The last of a month goes back to the last of a month.
    fn months_back(self, months: u32) -> Option<Self> {
        let months = Months::new(months);
        let after = self.to.succ_opt()?;
        let to = if after.day() == 1 {
            after.checked_sub_months(months)?.pred_opt()?
        } else {
            self.to.checked_sub_months(months)?
        };
        Some(Self { from: self.from.checked_sub_months(months)?, to })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(from: &str, to: &str) -> Span {
        Span { from: from.parse().unwrap(), to: to.parse().unwrap() }
    }

    #[test]
    fn what_comes_before() {
        for (from, to, earlier, until) in [
            ("2026-11-01", "2026-11-21", "2026-10-01", "2026-10-21"),
            ("2026-11-01", "2026-11-30", "2026-10-01", "2026-10-31"),
            ("2026-03-01", "2026-03-30", "2026-02-01", "2026-02-28"),
            ("2026-11-16", "2026-11-18", "2026-11-09", "2026-11-11"),
            ("2026-01-01", "2026-11-21", "2025-01-01", "2025-11-21"),
            ("2026-10-01", "2026-12-31", "2026-07-01", "2026-09-30"),
            ("2026-11-11", "2026-11-20", "2026-11-01", "2026-11-10"),
        ] {
            assert_eq!(span(from, to).before(), span(earlier, until), "{from} to {to}");
        }
    }

    #[test]
    fn the_same_dates_a_year_before() {
        assert_eq!(span("2026-11-01", "2026-11-21").year_before(), span("2025-11-01", "2025-11-21"));
        assert_eq!(span("2024-02-01", "2024-02-29").year_before(), span("2023-02-01", "2023-02-28"));
        assert_eq!(span("2025-02-01", "2025-02-28").year_before(), span("2024-02-01", "2024-02-29"));
    }
}
