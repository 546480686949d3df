//! The columns of the completion figures: on the page, where they also sort, and in the file.

use super::heads::By;
use super::measure::Measure;
use crate::lang::Lang;
use domain::indicator::{Figures, Ratio};

/// A column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// The group's name.
    Name,
    /// A number of cases.
    Cases(Measure),
    /// 办结率.
    CompletionRate,
    /// 按时办结率.
    OnTimeRate,
    /// 办理用时中位数, working days.
    Median,
}

impl Default for Column {
    fn default() -> Self {
        Self::Cases(Measure::OverdueOpen)
    }
}

impl Column {
    /// Every column, from left to right.
    pub const ALL: [Self; 12] = [
        Self::Name,
        Self::Cases(Measure::Received),
        Self::Cases(Measure::Accepted),
        Self::Cases(Measure::Closed),
        Self::Cases(Measure::OnTime),
        Self::Cases(Measure::Early),
        Self::Cases(Measure::Late),
        Self::Cases(Measure::Open),
        Self::Cases(Measure::OverdueOpen),
        Self::CompletionRate,
        Self::OnTimeRate,
        Self::Median,
    ];

    /// The value in the address.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Cases(measure) => measure.as_str(),
            Self::CompletionRate => "completion_rate",
            Self::OnTimeRate => "on_time_rate",
            Self::Median => "median",
        }
    }

    /// Reads the address.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|column| column.as_str() == text)
    }

    /// Its name on the page, where there is little room and the formulas stand below.
    pub(super) fn short_name(self, lang: Lang, by: By) -> &'static str {
        match self {
            Self::Name => by.name(lang),
            Self::Cases(Measure::OnTime) => lang.t("按时", "On time"),
            Self::Cases(Measure::Early) => lang.t("其中提前", "of it early"),
            Self::Cases(Measure::Late) => lang.t("超期办结", "Late"),
            Self::Cases(measure) => measure.name(lang),
            Self::CompletionRate => lang.t("办结率", "Completion"),
            Self::OnTimeRate => lang.t("按时率", "On-time rate"),
            Self::Median => lang.t("中位（工作日）", "Median (wd)"),
        }
    }

    /// Its name in a file, where nothing else explains it.
    pub fn whole_name(self, lang: Lang, by: By) -> &'static str {
        match self {
            Self::Name => by.name(lang),
            Self::Cases(Measure::Open) => lang.t("期末在办", "Open at the end"),
            Self::Cases(measure) => measure.name(lang),
            Self::CompletionRate => lang.t("办结率%（办结÷受理）", "Completion rate % (closed ÷ accepted)"),
            Self::OnTimeRate => lang.t("按时办结率%（按时÷办结）", "On-time rate % (on time ÷ closed)"),
            Self::Median => lang.t("办理用时中位数（工作日）", "Median working days"),
        }
    }

    /// What it is sorted by; nothing where there is nothing to divide by.
    pub(super) fn weight(self, figures: &Figures) -> Option<f64> {
        match self {
            Self::Name => None,
            Self::Cases(measure) => Ratio { numerator: measure.of(figures), denominator: 1 }.value(),
            Self::CompletionRate => figures.completion_rate().value(),
            Self::OnTimeRate => figures.on_time_rate().value(),
            Self::Median => figures.median_working_days(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_is_found_by_its_address() {
        for column in Column::ALL {
            assert_eq!(Column::parse(column.as_str()), Some(column));
        }
    }

    #[test]
    fn every_measure_has_its_column() {
        assert!(Measure::ALL.map(Column::Cases).iter().all(|column| Column::ALL.contains(column)));
    }
}
