//! Received, accepted, closed …: read from counters, never by counting cases.

mod names;
mod sums;
mod tally;
mod trend;

pub use trend::trend;

use crate::{Error, Result, Services};
use chrono::NaiveDate;
use domain::indicator::Figures;
use domain::permission::{Actor, Role};
use tally::Tally;
use uuid::Uuid;

/// By what figures are grouped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum GroupBy {
    /// 部门.
    #[default]
    Department,
    /// 事项.
    Item,
    /// 区划.
    Division,
    /// 窗口.
    Window,
    /// 渠道.
    Channel,
}

impl GroupBy {
    /// Every grouping.
    pub const ALL: [Self; 5] = [Self::Department, Self::Item, Self::Division, Self::Window, Self::Channel];

    /// The name in the API.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Department => "department",
            Self::Item => "item",
            Self::Division => "division",
            Self::Window => "window",
            Self::Channel => "channel",
        }
    }

    /// Reads the API's name.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|by| by.as_str() == text)
    }
}

/// Which figures. Conditions left empty do not narrow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompletionQuery {
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
    /// By what.
    pub by: GroupBy,
    /// Of this department only.
    pub department_id: Option<Uuid>,
    /// Of this item only.
    pub item_id: Option<String>,
    /// Of this division only.
    pub division: Option<String>,
    /// Of this channel only.
    pub channel: Option<String>,
}

impl CompletionQuery {
    /// Everything from one day to another.
    pub fn of(from: NaiveDate, to: NaiveDate, by: GroupBy) -> Self {
        Self { from, to, by, department_id: None, item_id: None, division: None, channel: None }
    }
}

/// One group with its figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Department id, item id, division code, window id (empty: none) or channel.
    pub key: String,
    /// Its name.
    pub name: String,
    /// Its name in English.
    pub name_en: Option<String>,
    /// Its figures.
    pub figures: Figures,
}

/// All groups and their sum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// One line each, by name.
    pub groups: Vec<Group>,
    /// Of all of them.
    pub total: Figures,
}

/// The figures of a period.
///
/// # Errors
/// [`crate::Kind::Denied`] to everybody but supervisors; storage errors.
pub async fn completion(services: &Services, actor: &Actor, query: &CompletionQuery) -> Result<Completion> {
    allow(actor)?;
    let sums = sums::sums(services, query).await?;
    let names = names::names(services, query.by).await?;
    let mut total = Tally::default();
    let mut groups: Vec<Group> = Vec::with_capacity(sums.len());
    for (key, tally) in sums {
        total.add(&tally);
        let (name, name_en) = names.get(&key).cloned().unwrap_or_else(|| (key.clone(), None));
        groups.push(Group { key, name, name_en, figures: tally.figures() });
    }
    groups.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(Completion { groups, total: total.figures() })
}

fn allow(actor: &Actor) -> Result<()> {
    match actor.role {
        None | Some(Role::Supervisor) => Ok(()),
        Some(Role::Citizen | Role::Clerk | Role::Reviewer | Role::Admin | Role::Auditor) => {
            Err(Error::denied())
        }
    }
}
