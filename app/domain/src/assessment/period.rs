//! The spans over which is reported and scored: years, halves and quarters of the calendar.

use chrono::{Datelike as _, NaiveDate};
use core::fmt;
use serde::{Deserialize, Serialize};

/// How long a period is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PeriodKind {
    /// 季度.
    Quarter,
    /// 半年.
    HalfYear,
    /// 年度.
    Year,
}

impl PeriodKind {
    /// Every kind, the shortest first.
    pub const ALL: [Self; 3] = [Self::Quarter, Self::HalfYear, Self::Year];

    /// The name in files and storage.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Quarter => "quarter",
            Self::HalfYear => "half_year",
            Self::Year => "year",
        }
    }

    /// Reads a stored name back.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text)
    }

    /// Months of one.
    fn months(self) -> u32 {
        match self {
            Self::Quarter => 3,
            Self::HalfYear => 6,
            Self::Year => 12,
        }
    }
}

/// A year, a half or a quarter: `2026`, `2026-H1`, `2026-Q3`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    year: i32,
    kind: PeriodKind,
    /// From 1.
    part: u32,
}

impl Period {
    /// The period of a kind in which a day lies.
    pub fn of(day: NaiveDate, kind: PeriodKind) -> Self {
        Self { year: day.year(), kind, part: day.month0() / kind.months() + 1 }
    }

    /// The `part`th period of a kind in a year, from 1; none where there is no such part.
    pub fn new(year: i32, kind: PeriodKind, part: u32) -> Option<Self> {
        let known = (1900..=2999).contains(&year) && (1..=12 / kind.months()).contains(&part);
        known.then_some(Self { year, kind, part })
    }

    /// Reads `2026`, `2026-H1`, `2026-Q3`.
    pub fn parse(text: &str) -> Option<Self> {
        let (year, part) = text.split_once('-').unwrap_or((text, ""));
        if year.len() != 4 || !year.bytes().all(|digit| digit.is_ascii_digit()) {
            return None;
        }
        let (kind, part) = match part {
            "" if text.len() == 4 => (PeriodKind::Year, "1"),
            _ => match part.split_at_checked(1)? {
                ("H", part) => (PeriodKind::HalfYear, part),
                ("Q", part) => (PeriodKind::Quarter, part),
                _ => return None,
            },
        };
        let part = (part.len() == 1).then(|| part.parse().ok()).flatten()?;
        Self::new(year.parse().ok()?, kind, part)
    }

    /// How long it is.
    pub fn kind(self) -> PeriodKind {
        self.kind
    }

    /// Of which year.
    pub fn year(self) -> i32 {
        self.year
    }

    /// The how manieth of its year, from 1.
    pub fn part(self) -> u32 {
        self.part
    }

    /// First day.
    pub fn from(self) -> NaiveDate {
        let month = (self.part - 1) * self.kind.months() + 1;
        NaiveDate::from_ymd_opt(self.year, month, 1).unwrap_or(NaiveDate::MIN)
    }

    /// Last day.
    pub fn to(self) -> NaiveDate {
        self.next().from().pred_opt().unwrap_or(NaiveDate::MAX)
    }

    /// The one after it, of the same kind.
    #[must_use]
    pub fn next(self) -> Self {
        if self.part < 12 / self.kind.months() {
            Self { part: self.part + 1, ..self }
        } else {
            Self { year: self.year + 1, part: 1, ..self }
        }
    }

    /// The one before it, of the same kind.
    #[must_use]
    pub fn previous(self) -> Self {
        if self.part > 1 {
            Self { part: self.part - 1, ..self }
        } else {
            Self { year: self.year - 1, part: 12 / self.kind.months(), ..self }
        }
    }

    /// The first or second half of its year.
    #[must_use]
    pub fn half(self, part: u32) -> Option<Self> {
        Self::new(self.year, PeriodKind::HalfYear, part)
    }

    /// 2026年上半年.
    pub fn chinese(self) -> String {
        let year = self.year;
        match (self.kind, self.part) {
            (PeriodKind::Year, _) => format!("{year}年"),
            (PeriodKind::HalfYear, 1) => format!("{year}年上半年"),
            (PeriodKind::HalfYear, _) => format!("{year}年下半年"),
            (PeriodKind::Quarter, part) => format!("{year}年第{part}季度"),
        }
    }

    /// First half of 2026.
    pub fn english(self) -> String {
        let year = self.year;
        match (self.kind, self.part) {
            (PeriodKind::Year, _) => format!("{year}"),
            (PeriodKind::HalfYear, 1) => format!("first half of {year}"),
            (PeriodKind::HalfYear, _) => format!("second half of {year}"),
            (PeriodKind::Quarter, part) => format!("quarter {part} of {year}"),
        }
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.kind {
            PeriodKind::Year => write!(f, "{:04}", self.year),
            PeriodKind::HalfYear => write!(f, "{:04}-H{}", self.year, self.part),
            PeriodKind::Quarter => write!(f, "{:04}-Q{}", self.year, self.part),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn every_period_reads_back_and_knows_its_days() {
        for (text, from, to) in [
            ("2026", "2026-01-01", "2026-12-31"),
            ("2026-H1", "2026-01-01", "2026-06-30"),
            ("2026-H2", "2026-07-01", "2026-12-31"),
            ("2024-Q1", "2024-01-01", "2024-03-31"),
            ("2026-Q4", "2026-10-01", "2026-12-31"),
        ] {
            let period = Period::parse(text).unwrap();
            assert_eq!(period.to_string(), text);
            assert_eq!((period.from(), period.to()), (day(from), day(to)), "{text}");
            assert_eq!(Period::of(period.to(), period.kind()), period);
            assert_eq!(period.next().previous(), period);
        }
    }

    #[test]
    fn what_is_no_period_is_none() {
        for text in
            ["", "26", "2026-", "2026-H3", "2026-Q5", "2026-Q0", "2026-h1", "2026-H11", "+026", "2026-度"]
        {
            assert_eq!(Period::parse(text), None, "{text}");
        }
    }
}
