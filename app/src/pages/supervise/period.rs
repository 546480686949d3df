//! The span of days that figures are about, and the one before it.

use crate::lang::Lang;
use chrono::{Datelike as _, Days, Months, NaiveDate};

/// From a day to a day, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// First day.
    pub from: NaiveDate,
    /// Last day, never before the first.
    pub to: NaiveDate,
}

/// Spans that end today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preset {
    /// Today.
    Day,
    /// Since Monday.
    Week,
    /// Since the first of the month.
    Month,
    /// Since the first of January, April, July or October.
    Quarter,
    /// Since the first of January.
    Year,
}

impl Preset {
    /// Every preset, from short to long.
    pub const ALL: [Self; 5] = [Self::Day, Self::Week, Self::Month, Self::Quarter, Self::Year];

    /// Its name.
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Day => lang.t("今天", "Today"),
            Self::Week => lang.t("本周", "This week"),
            Self::Month => lang.t("本月", "This month"),
            Self::Quarter => lang.t("本季度", "This quarter"),
            Self::Year => lang.t("本年", "This year"),
        }
    }

    /// The span.
    pub fn period(self, today: NaiveDate) -> Period {
        let since_monday = Days::new(u64::from(today.weekday().num_days_from_monday()));
        let from = match self {
            Self::Day => Some(today),
            Self::Week => today.checked_sub_days(since_monday),
            Self::Month => today.with_day(1),
            Self::Quarter => NaiveDate::from_ymd_opt(today.year(), today.month0() / 3 * 3 + 1, 1),
            Self::Year => NaiveDate::from_ymd_opt(today.year(), 1, 1),
        };
        Period { from: from.unwrap_or(today), to: today }
    }
}

impl Period {
    /// A span in the right order, whichever way round it was given.
    pub fn new(a: NaiveDate, b: NaiveDate) -> Self {
        Self { from: a.min(b), to: a.max(b) }
    }

    /// How many days.
    pub fn days(self) -> i64 {
        (self.to - self.from).num_days() + 1
    }

    /// What it is compared with. Spans of up to a week are compared with the same weekdays a week
    /// earlier; spans from the first of January with the same dates a year earlier; spans from the
    /// first of a month with the same dates as many months earlier; others with as many days
    /// directly before.
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

    /// The span in words.
    pub fn words(self, lang: Lang) -> String {
        let (from, to) = (lang.date(self.from), lang.date(self.to));
        if self.from == self.to {
            return from;
        }
        match lang {
            Lang::Zh if self.from.year() == self.to.year() => {
                let year = format!("{}年", self.to.year());
                format!("{from}至{}", to.strip_prefix(&year).unwrap_or(&to))
            }
            Lang::Zh => format!("{from}至{to}"),
            Lang::En => format!("{from} to {to}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn period(from: &str, to: &str) -> Period {
        Period { from: from.parse().unwrap(), to: to.parse().unwrap() }
    }

    #[test]
    fn a_month_so_far_is_compared_with_the_same_days_of_the_month_before() {
        assert_eq!(period("2026-11-01", "2026-11-21").before(), period("2026-10-01", "2026-10-21"));
        assert_eq!(period("2026-11-01", "2026-11-30").before(), period("2026-10-01", "2026-10-31"));
        assert_eq!(period("2026-03-01", "2026-03-30").before(), period("2026-02-01", "2026-02-28"));
    }

    #[test]
    fn a_week_so_far_is_compared_with_the_same_weekdays() {
        assert_eq!(period("2026-11-16", "2026-11-18").before(), period("2026-11-09", "2026-11-11"));
    }

    #[test]
    fn a_year_so_far_is_compared_with_the_year_before() {
        assert_eq!(period("2026-01-01", "2026-11-21").before(), period("2025-01-01", "2025-11-21"));
    }

    #[test]
    fn a_quarter_is_compared_with_the_quarter_before() {
        assert_eq!(period("2026-10-01", "2026-12-31").before(), period("2026-07-01", "2026-09-30"));
    }

    #[test]
    fn any_other_span_is_compared_with_as_many_days_before() {
        assert_eq!(period("2026-11-11", "2026-11-20").before(), period("2026-11-01", "2026-11-10"));
    }

    #[test]
    fn presets_end_today() {
        let today: NaiveDate = "2026-11-21".parse().unwrap();
        let starts = Preset::ALL.map(|preset| preset.period(today).from.to_string());
        assert_eq!(starts, ["2026-11-21", "2026-11-16", "2026-11-01", "2026-10-01", "2026-01-01"]);
    }
}
