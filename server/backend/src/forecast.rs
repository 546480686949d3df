//! 预测: each department's queue against its pace, from the cases as they stand.
//!
//! The pace counts the decisions of cases that had waited at least a night: what is decided on the day
//! on which it is accepted (即办, 秒批) never stands in the queue, and would make it look shorter than
//! it is.

mod read;

pub use read::{Decided, DecidedPage, PAGE, decided};

use crate::{Error, Result, Services};
use chrono::NaiveDate;
use domain::forecast::{DAYS, Done, Outlook, Pace, Waiting, days_behind, outlook};
use domain::permission::{Actor, Role};
use std::collections::BTreeMap;
use uuid::Uuid;

/// A case of a queue.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CaseKey {
    /// 办件编号.
    pub case_no: String,
    /// The item.
    pub item_id: String,
}

/// The forecast of one department.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DepartmentForecast {
    /// The department.
    pub department_id: Uuid,
    /// Its name.
    pub name: String,
    /// In English.
    pub name_en: Option<String>,
    /// Its queue, and the coming days.
    pub outlook: Outlook<CaseKey>,
    /// Decided on the day of acceptance within the days of the pace, and so no part of it.
    pub at_once: u32,
    /// 特别程序: their clock stands still, so they are not in the queue.
    pub suspended: Vec<CaseKey>,
    /// Not accepted yet: they have no date to be decided by, so they are not in the queue.
    pub unaccepted: Vec<CaseKey>,
}

/// The forecast.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Forecast {
    /// The day it was made.
    pub today: NaiveDate,
    /// First day of those that the pace is taken from.
    pub since: NaiveDate,
    /// Their last day: the working day before today.
    pub until: NaiveDate,
    /// Departments with something waiting or decided, by name.
    pub departments: Vec<DepartmentForecast>,
}

/// The forecast of all departments, or of one. Two statements.
///
/// # Errors
/// [`crate::Kind::Denied`] to everybody but supervisors; storage errors.
pub async fn forecast(services: &Services, actor: &Actor, department: Option<Uuid>) -> Result<Forecast> {
    allow(actor)?;
    let today = services.clock.today();
    let (since, until) = window(services, today);
    let snapshot = services.db.snapshot().await?;
    let queues = read::queues(&snapshot, department).await?;
    let paces = read::paces(&snapshot, department, since, today).await?;
    snapshot.commit().await?;
    let mut parts: BTreeMap<Uuid, Part> = BTreeMap::new();
    queues.into_iter().for_each(|row| parts.entry(row.department_id).or_default().wait(row));
    for row in &paces {
        parts.entry(row.department_id).or_default().decide(row, today)?;
    }
    let departments = named(services, today, parts).await?;
    Ok(Forecast { today, since, until, departments })
}

/// First and last day of those that the pace is taken from.
pub(crate) fn window(services: &Services, today: NaiveDate) -> (NaiveDate, NaiveDate) {
    let days = days_behind(&services.reference.calendar(), today, DAYS);
    let first = days.first().copied().unwrap_or(today);
    (first, days.last().copied().unwrap_or(first))
}

/// What was read of one department.
#[derive(Default)]
struct Part {
    queue: Vec<Waiting<CaseKey>>,
    suspended: Vec<CaseKey>,
    unaccepted: Vec<CaseKey>,
    decisions: u32,
    today: u32,
    at_once: u32,
}

impl Part {
    fn wait(&mut self, row: read::Open) {
        let key = CaseKey { case_no: row.case_no, item_id: row.item_id };
        match row.clock {
            read::ClockState::Runs => self.queue.push(Waiting { key, due: row.due, since: row.since }),
            read::ClockState::Suspended => self.suspended.push(key),
            read::ClockState::NotBegun => self.unaccepted.push(key),
        }
    }

    fn decide(&mut self, row: &read::DayOfDecisions, today: NaiveDate) -> Result<()> {
        let waited = u32::try_from(row.waited).map_err(Error::internal)?;
        if row.decided_on == today {
            self.today += waited;
        } else {
            self.decisions += waited;
            self.at_once += u32::try_from(row.decided - row.waited).map_err(Error::internal)?;
        }
        Ok(())
    }
}

/// The outlook of each, with its name.
async fn named(
    services: &Services,
    today: NaiveDate,
    parts: BTreeMap<Uuid, Part>,
) -> Result<Vec<DepartmentForecast>> {
    let calendar = services.reference.calendar();
    let names = services.catalogue.look_up(|book| {
        let name =
            |id: &Uuid| Some((book.department(*id)?.name.clone(), book.department(*id)?.name_en.clone()));
        parts.keys().map(name).collect::<Option<Vec<_>>>()
    });
    let told = names.await?.into_iter().zip(parts).map(|((name, name_en), (department_id, part))| {
        let done = Done { pace: Pace { decisions: part.decisions, days: DAYS }, today: part.today };
        DepartmentForecast {
            department_id,
            name,
            name_en,
            outlook: outlook(&calendar, today, done, part.queue),
            at_once: part.at_once,
            suspended: part.suspended,
            unaccepted: part.unaccepted,
        }
    });
    let mut departments: Vec<DepartmentForecast> = told.collect();
    departments.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(departments)
}

fn allow(actor: &Actor) -> Result<()> {
    match actor.role {
        None | Some(Role::Supervisor) => Ok(()),
        Some(Role::Citizen | Role::Clerk | Role::Reviewer | Role::Admin | Role::Auditor) => {
            Err(Error::denied())
        }
    }
}

#[cfg(test)]
mod tests;
