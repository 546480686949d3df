//! Which cases a query means, as conditions of the database.

use super::whose::{consulted, extension_waits, in_hands_of};
use super::{AssigneeFilter, CaseQuery};
use crate::{Error, Result, Services};
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use domain::indicator::Metric;
use domain::permission::{Actor, Role};
use entity::{case_event, case_file, case_task, person};
use sea_orm::{
    ColumnTrait as _, Condition, ExprTrait as _,
    sea_query::{Expr, Query, SelectStatement},
};
use uuid::Uuid;

/// From and to, both included.
type Days = (Option<NaiveDate>, Option<NaiveDate>);

/// After these nothing more happens.
const ENDS: [&str; 6] = ["closed", "not_accepted", "withdrawn", "abandoned", "terminated", "voided"];

/// What an actor may see at all.
pub(super) fn scope(actor: &Actor) -> Result<Condition> {
    let file = case_file::COLUMN;
    Ok(match actor.role {
        None | Some(Role::Clerk | Role::Supervisor) => Condition::all(),
        Some(Role::Citizen) => {
            let person = actor.person.ok_or_else(Error::denied)?;
            Condition::any().add(file.person_id.eq(person)).add(file.agent_person_id.eq(person))
        }
        Some(Role::Reviewer) => {
            let department = actor.department.ok_or_else(Error::denied)?;
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
    if query.open {
        all = all.add(open_at(query.to.unwrap_or(today)));
    } else {
        all = all.add(in_period(query));
    }
    Ok(all.add_option(query.text.as_deref().filter(|text| !text.trim().is_empty()).map(named)))
}

/// Clock running, and the date given lies before today.
fn overdue(today: NaiveDate) -> Condition {
    let file = case_file::COLUMN;
    let given = Expr::expr(
        Expr::col(case_file::Column::PromisedDue).if_null(Expr::col(case_file::Column::StatutoryDue)),
    );
    Condition::all().add(file.status.is_in(["accepted", "review"])).add(given.lt(today))
}

/// In the house at the end of a day: come by then, and not gone by then.
fn open_at(day: NaiveDate) -> Condition {
    let gone = Query::select()
        .column(case_event::Column::CaseId)
        .from(case_event::Entity)
        .cond_where(Condition::all().add(ends()).add(case_event::COLUMN.at.lt(end_of(day))).add(for_good()))
        .to_owned();
    let file = case_file::COLUMN;
    Condition::all().add(file.submitted_at.lt(end_of(day))).add(file.id.not_in_subquery(gone))
}

/// The events after which nothing more happens.
fn ends() -> Condition {
    Condition::all().add(case_event::COLUMN.kind.is_in(ENDS))
}

/// And was not opened again since (转人工).
fn for_good() -> Condition {
    let again = Query::select()
        .column(case_event::Column::CaseId)
        .from(case_event::Entity)
        .cond_where(case_event::COLUMN.kind.eq("person_asked"))
        .to_owned();
    let file = case_file::COLUMN;
    let open_or_reopened = Query::select()
        .column(case_file::Column::Id)
        .from(case_file::Entity)
        .cond_where(file.id.in_subquery(again).and(file.closed_on.is_null()))
        .to_owned();
    Condition::all().add(case_event::COLUMN.case_id.not_in_subquery(open_or_reopened))
}

fn in_period(query: &CaseQuery) -> Condition {
    let days = (query.from, query.to);
    match query.measure {
        None | Some(Metric::Received) => submitted(days),
        Some(Metric::Accepted) => on(case_file::Column::AcceptedOn, days),
        Some(Metric::Ended) => happened(&ENDS, days),
        Some(Metric::Corrections) => happened(&["correction_asked", "correction_repeated"], days),
        Some(Metric::RepeatedCorrections) => happened(&["correction_repeated"], days),
        Some(Metric::Deemed) => happened(&["deemed_accepted"], days),
        Some(Metric::Deferred) => happened(&["deferred_accepted"], days),
        Some(Metric::Suspended) => happened(&["suspended"], days),
        Some(Metric::Extended) => happened(&["extension_approved"], days),
        Some(Metric::Returned) => happened(&["step_returned"], days),
        Some(Metric::Automatic) => happened(&["decided_by_rule"], days),
        Some(Metric::Reopened) => happened(&["person_asked"], days),
        Some(Metric::Abandoned) => happened(&["abandoned"], days),
        Some(Metric::Terminated) => happened(&["terminated"], days),
        Some(Metric::Voided) => happened(&["voided"], days),
        Some(Metric::NotAccepted) => happened(&["not_accepted"], days),
        Some(Metric::Withdrawn) => happened(&["withdrawn"], days),
        Some(Metric::Closed | Metric::HandlingDays) => closed(days),
        Some(Metric::OnTime) => closed(days).add(timing(|decided, given| decided.lte(given)).add(no_date())),
        Some(Metric::Early) => closed(days).add(timing(|decided, given| decided.lt(given))),
        Some(Metric::Late) => closed(days).add(timing(|decided, given| decided.gt(given))),
        Some(Metric::Granted) => {
            on(case_file::Column::DecidedOn, days).add(case_file::COLUMN.outcome.eq("granted"))
        }
        Some(Metric::Refused) => {
            on(case_file::Column::DecidedOn, days).add(case_file::COLUMN.outcome.eq("refused"))
        }
        Some(Metric::Due) => Condition::all()
            .add(case_file::COLUMN.status.is_in(["accepted", "review"]))
            .add_option(days.0.map(|from| case_file::COLUMN.next_due.gte(from)))
            .add_option(days.1.map(|to| case_file::COLUMN.next_due.lte(to))),
    }
}

fn closed(days: Days) -> Condition {
    on(case_file::Column::ClosedOn, days)
}

/// Has such a day, and it lies in the period.
fn on(column: case_file::Column, (from, to): Days) -> Condition {
    Condition::all()
        .add(column.is_not_null())
        .add_option(from.map(|from| column.gte(from)))
        .add_option(to.map(|to| column.lte(to)))
}

fn timing(compare: impl Fn(Expr, Expr) -> Expr) -> Condition {
    let given = Expr::expr(
        Expr::col(case_file::Column::PromisedDue).if_null(Expr::col(case_file::Column::StatutoryDue)),
    );
    Condition::any().add(compare(Expr::col(case_file::Column::DecidedOn), given))
}

/// Nothing promised and nothing set by law: it cannot be late.
fn no_date() -> Condition {
    let file = case_file::COLUMN;
    Condition::all().add(file.promised_due.is_null()).add(file.statutory_due.is_null())
}

fn happened(kinds: &[&'static str], (from, to): (Option<NaiveDate>, Option<NaiveDate>)) -> Condition {
    let cases = Query::select()
        .column(case_event::Column::CaseId)
        .from(case_event::Entity)
        .cond_where(
            Condition::all()
                .add(case_event::COLUMN.kind.is_in(kinds.iter().copied()))
                .add_option(from.map(|from| case_event::COLUMN.at.gte(start_of(from))))
                .add_option(to.map(|to| case_event::COLUMN.at.lt(end_of(to)))),
        )
        .to_owned();
    Condition::all().add(case_file::COLUMN.id.in_subquery(cases))
}

fn submitted((from, to): (Option<NaiveDate>, Option<NaiveDate>)) -> Condition {
    let column = case_file::COLUMN.submitted_at;
    Condition::all()
        .add_option(from.map(|from| column.gte(start_of(from))))
        .add_option(to.map(|to| column.lt(end_of(to))))
}

/// The first moment of a day in the city.
fn start_of(day: NaiveDate) -> DateTime<Utc> {
    let midnight = day.and_time(NaiveTime::MIN).and_local_timezone(domain::calendar::CITY_OFFSET);
    midnight.single().map_or(DateTime::<Utc>::MIN_UTC, |at| at.with_timezone(&Utc))
}

/// The first moment after a day in the city.
fn end_of(day: NaiveDate) -> DateTime<Utc> {
    day.succ_opt().map_or(DateTime::<Utc>::MAX_UTC, start_of)
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
