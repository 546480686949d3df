//! Which cases a query means, as conditions of the database.

use super::day::{clock, submitted};
use super::heads::Cases;
use super::measured::{counted, in_period, passed};
use super::stood::{come_to, open_at, overdue};
use super::whose::{consulted, extension_waits, in_hands_of};
use super::{AssigneeFilter, CaseQuery};
use crate::supervision::narrowed;
use crate::{Error, Result, Services};
use chrono::NaiveDate;
use domain::permission::{Actor, Role};
use entity::{case_file, case_task, person};
use sea_orm::{
    Condition,
    sea_query::{Query, SelectStatement},
};
use uuid::Uuid;

/// What an actor may see of what they ask for.
pub(super) fn scope(actor: &Actor, query: &CaseQuery) -> Result<Condition> {
    let file = case_file::COLUMN;
    Ok(match actor.role {
        None | Some(Role::Clerk | Role::Supervisor) => Condition::all(),
        Some(Role::Citizen) => {
            let person = actor.person.ok_or_else(Error::denied)?;
            Condition::any().add(file.person_id.eq(person)).add(file.agent_person_id.eq(person))
        }
        Some(Role::Reviewer) => {
            let department = actor.department.ok_or_else(Error::denied)?;
            // Who asks for their own department's only is asked for nothing more, and one index answers.
            if query.department_id == Some(department) {
                return Ok(Condition::all());
            }
            Condition::any().add(file.department_id.eq(department)).add(file.id.in_subquery(asks(department)))
        }
        Some(Role::Admin | Role::Auditor) => return Err(Error::denied()),
    })
}

/// The cases in which a department was asked for its opinion.
fn asks(department: Uuid) -> SelectStatement {
    Query::select()
        .column(case_task::Column::CaseId)
        .from(case_task::Entity)
        .cond_where(case_task::COLUMN.department_id.eq(department))
        .to_owned()
}

pub(super) fn wanted(services: &Services, actor: &Actor, query: &CaseQuery) -> Result<Condition> {
    let file = case_file::COLUMN;
    let today = services.clock.today();
    let mut all = Condition::all();
    if !query.status.is_empty() {
        all = all.add(file.status.is_in(query.status.iter().map(|status| status.as_str())));
    }
    all = all
        .add_option(query.item_id.as_ref().map(|id| file.item_id.eq(id)))
        .add_option(query.department_id.map(|id| file.department_id.eq(id)))
        .add_option(query.division.as_ref().map(|code| file.division_code.eq(code)))
        .add_option(query.channel.map(|channel| file.channel.eq(channel.as_str())))
        .add_option(query.person_id.map(|id| file.person_id.eq(id)))
        .add_option(query.entity_id.map(|id| file.entity_id.eq(id)))
        .add_option(query.clerk_id.map(|id| file.clerk_id.eq(id)));
    all = match query.window_id {
        Some(Some(id)) => all.add(file.window_id.eq(id)),
        Some(None) => all.add(file.window_id.is_null()),
        None => all,
    };
    all = match query.assignee {
        AssigneeFilter::Any => all,
        AssigneeFilter::Mine => all.add(in_hands_of(actor)?),
        AssigneeFilter::Nobody => all.add(file.assignee_id.is_null()),
    };
    if query.overdue {
        all = all.add(overdue(today));
    }
    if query.consulted {
        all = all.add(consulted(actor.department.ok_or_else(Error::denied)?));
    }
    if query.extension {
        all = all.add(extension_waits());
    }
    all = all
        .add(narrowed::<Cases>(&query.heads, &[]))
        .add(submitted((query.received_from, query.received_to)))
        .add(clock(services.db.is_sqlite(), query.weekday, query.hour))
        .add_option(query.fate.map(come_to))
        .add_option(query.among.as_ref().map(|ids| file.id.is_in(ids.iter().copied())))
        .add(asked_for(query, today));
    Ok(all.add_option(query.text.as_deref().filter(|text| !text.trim().is_empty()).map(named)))
}

/// What happened from the first to the last day.
fn asked_for(query: &CaseQuery, today: NaiveDate) -> Condition {
    let days = (query.from, query.to);
    match (&query.passed, query.counted) {
        (Some(stage), None) => passed(stage, days),
        (Some(stage), Some(measure)) => passed(stage, days).add(counted(measure, days, today)),
        (None, Some(measure)) => counted(measure, days, today),
        (None, None) if query.open => open_at(query.to.unwrap_or(today), today),
        (None, None) => in_period(query.measure, days),
    }
}

fn named(text: &str) -> Condition {
    let digits = domain::intake::digits(text);
    let people = Query::select()
        .column(person::Column::Id)
        .from(person::Entity)
        .cond_where(person::COLUMN.name.contains(text.trim()))
        .to_owned();
    Condition::any()
        .add(case_file::COLUMN.case_no.eq(digits))
        .add(case_file::COLUMN.person_id.in_subquery(people))
}
