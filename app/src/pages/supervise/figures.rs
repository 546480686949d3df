//! The figures of a period: all together, by group, by month, and the cases that hurt most.

use super::address::Query;
use super::heads::By;
use super::period::Preset;
use crate::lang::Lang;
use crate::ui::light::Lamp;
use chrono::{DateTime, NaiveDate, Utc};
use domain::indicator::{Distribution, Figures, Stage};

/// The figures of one group.
#[derive(Clone, Debug)]
pub struct Group {
    /// Its key in addresses.
    pub key: String,
    /// Its name.
    pub name: String,
    /// Its name in English.
    pub name_en: Option<String>,
    /// The figures.
    pub figures: Figures,
}

/// An open case far past its date.
#[derive(Clone, Debug)]
pub struct Worst {
    /// 办件编号.
    pub number: String,
    /// The item.
    pub item: String,
    /// The department.
    pub department: String,
    /// Its light.
    pub lamp: Lamp,
    /// Who has it in hand; empty when nobody has.
    pub holder: String,
}

/// Today, this month or this year, with what it is compared with.
#[derive(Clone, Debug)]
pub struct SpanLine {
    /// Which.
    pub preset: Preset,
    /// Its figures.
    pub now: Figures,
    /// 上期.
    pub before: Figures,
    /// 去年同期.
    pub year_before: Figures,
}

/// Open cases of an age.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgeBand {
    /// Working days since they were received, at least.
    pub from: u32,
    /// At most; none without an end.
    pub to: Option<u32>,
    /// First day of receipt; none for the oldest.
    pub received_from: Option<NaiveDate>,
    /// Last day of receipt.
    pub received_to: NaiveDate,
    /// How many.
    pub n: i64,
}

/// How long a stage took.
#[derive(Clone, Debug, PartialEq)]
pub struct Dwell {
    /// Which.
    pub stage: Stage,
    /// Its name; of a step with that of its item.
    pub name: String,
    /// The item whose step it is.
    pub item: Option<String>,
    /// Working days, each time it was passed in the period.
    pub days: Distribution,
}

/// The page.
#[derive(Clone, Debug)]
pub struct CompletionPage {
    /// The language.
    pub lang: Lang,
    /// What was asked for.
    pub query: Query,
    /// Names of the heads in the query.
    pub heads: Vec<(By, String)>,
    /// Today in the city.
    pub today: NaiveDate,
    /// When the figures were read.
    pub read_at: DateTime<Utc>,
    /// All together.
    pub total: Figures,
    /// All together, in the period before.
    pub before: Figures,
    /// All together, in the same days a year before.
    pub year_before: Figures,
    /// Today, this month, this year.
    pub spans: Vec<SpanLine>,
    /// Open at the end of the period, by age.
    pub ages: Vec<AgeBand>,
    /// What passed a stage in the period.
    pub dwell: Vec<Dwell>,
    /// By group.
    pub groups: Vec<Group>,
    /// By department, whatever the table is grouped by.
    pub departments: Vec<Group>,
    /// By month, oldest first.
    pub months: Vec<(NaiveDate, Figures)>,
    /// Closed late by month, oldest first, of the departments where it hurts most; by their keys.
    pub courses: Vec<(String, Vec<i64>)>,
    /// Open cases longest past their date.
    pub worst: Vec<Worst>,
}

impl CompletionPage {
    /// Whether there is anything to show.
    pub(super) fn is_empty(&self) -> bool {
        let Figures { received, accepted, closed, open, .. } = self.total;
        received == 0 && accepted == 0 && closed == 0 && open == 0
    }
}
