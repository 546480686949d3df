//! The columns of the completion figures: on the page, where they also sort, and in the file.

use super::heads::{By, Head as _};
use super::measure::{Measure, Told as _};
use super::rate::Rate;
use crate::lang::Lang;
use domain::indicator::{Figures, Ratio};

/// A column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// The group's name.
    Name,
    /// A number of cases.
    Cases(Measure),
    /// One number of cases among another.
    Share(Rate),
    /// 办理用时中位数, working days.
    Median,
}

impl Default for Column {
    fn default() -> Self {
        Self::Cases(Measure::OverdueOpen)
    }
}

impl Column {
    /// Every column, from left to right. The rates that say how well stand beside the completion rate.
    pub const ALL: [Self; 18] = [
        Self::Name,
        Self::Cases(Measure::Received),
        Self::Cases(Measure::Accepted),
        Self::Cases(Measure::Closed),
        Self::Cases(Measure::OnTime),
        Self::Cases(Measure::Early),
        Self::Cases(Measure::Late),
        Self::Cases(Measure::Open),
        Self::Cases(Measure::OverdueOpen),
        Self::Share(Rate::Completion),
        Self::Share(Rate::Overdue),
        Self::Share(Rate::Late),
        Self::Share(Rate::Reopened),
        Self::Share(Rate::OnTime),
        Self::Share(Rate::Correction),
        Self::Share(Rate::Refusal),
        Self::Share(Rate::Returned),
        Self::Median,
    ];

    /// The value in the address.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Cases(measure) => measure.as_str(),
            Self::Share(rate) => rate.as_str(),
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
            Self::Share(Rate::Returned) => lang.t("退回率", "Sent back"),
            Self::Share(Rate::OnTime) => lang.t("按时率", "On-time rate"),
            Self::Share(Rate::Completion) => lang.t("办结率", "Completion"),
            Self::Share(Rate::Refusal) => lang.t("不予率", "Refusal"),
            Self::Share(Rate::Correction) => lang.t("补正率", "Correction"),
            Self::Share(rate) => rate.name(lang),
            Self::Median => lang.t("中位（工作日）", "Median (wd)"),
        }
    }

    /// Its name in a file, where nothing else explains it.
    pub fn whole_name(self, lang: Lang, by: By) -> String {
        match self {
            Self::Name => by.name(lang).to_owned(),
            Self::Cases(Measure::Open) => lang.t("期末在办", "Open at the end").to_owned(),
            Self::Cases(measure) => measure.name(lang).to_owned(),
            Self::Share(rate) => {
                let (name, (over, under)) = (rate.name(lang), rate.sides(lang));
                lang.t(format!("{name}%（{over}÷{under}）"), format!("{name} % ({over} ÷ {under})"))
            }
            Self::Median => lang.t("办理用时中位数（工作日）", "Median working days").to_owned(),
        }
    }

    /// What it is sorted by; nothing where there is nothing to divide by.
    pub(super) fn weight(self, figures: &Figures) -> Option<f64> {
        match self {
            Self::Name => None,
            Self::Cases(measure) => Ratio { numerator: measure.of(figures), denominator: 1 }.value(),
            Self::Share(rate) => rate.of(figures).value(),
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
    fn beside_the_completion_rate_stand_those_that_say_how_well() {
        let at = |rate| Column::ALL.iter().position(|column| *column == Column::Share(rate)).unwrap();
        let completion = at(Rate::Completion);
        assert_eq!(
            [at(Rate::Overdue), at(Rate::Late), at(Rate::Reopened)],
            [1, 2, 3].map(|n| completion + n)
        );
    }
}
