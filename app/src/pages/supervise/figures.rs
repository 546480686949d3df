//! The figures of a period: all together, by group, by month, and the cases that hurt most.

use super::address::Query;
use super::heads::By;
use super::period::Period;
use crate::lang::Lang;
use crate::ui::light::Lamp;
use chrono::{DateTime, NaiveDate, Utc};
use domain::indicator::Figures;

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
    /// By group.
    pub groups: Vec<Group>,
    /// By department, whatever the table is grouped by.
    pub departments: Vec<Group>,
    /// By month, oldest first.
    pub months: Vec<(NaiveDate, Figures)>,
    /// Open cases longest past their date.
    pub worst: Vec<Worst>,
}

impl CompletionPage {
    /// Whether there is anything to show.
    pub(super) fn is_empty(&self) -> bool {
        let Figures { received, accepted, closed, open, .. } = self.total;
        received == 0 && accepted == 0 && closed == 0 && open == 0
    }

    /// The days compared with.
    pub(super) fn before_period(&self) -> Period {
        self.query.period.before()
    }
}
