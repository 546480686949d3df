//! The span of days that figures are about, and the one before it.

use crate::lang::Lang;
use chrono::{Datelike as _, Days, NaiveDate};
use domain::indicator::Span;

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

impl From<Span> for Period {
    fn from(span: Span) -> Self {
        Self { from: span.from, to: span.to }
    }
}

impl Period {
    /// A span in the right order, whichever way round it was given.
    pub fn new(a: NaiveDate, b: NaiveDate) -> Self {
        Self { from: a.min(b), to: a.max(b) }
    }

    /// 上期: what it is compared with.
    pub fn before(self) -> Self {
        self.span().before().into()
    }

    /// 去年同期: the same dates a year earlier.
    pub fn year_before(self) -> Self {
        self.span().year_before().into()
    }

    fn span(self) -> Span {
        Span::new(self.from, self.to)
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

    #[test]
    fn presets_end_today() {
        let today: NaiveDate = "2026-11-21".parse().unwrap();
        let starts = Preset::ALL.map(|preset| preset.period(today).from.to_string());
        assert_eq!(starts, ["2026-11-21", "2026-11-16", "2026-11-01", "2026-10-01", "2026-01-01"]);
    }
}
