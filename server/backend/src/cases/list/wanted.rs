//! Which cases a query means, as conditions of the database.

use super::{AssigneeFilter, CaseQuery};
use crate::{Error, Result, Services};
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use domain::indicator::Metric;
use domain::permission::{Actor, Role};
use entity::{case_event, case_file, person};
use sea_orm::{
    Condition, ExprTrait as _,
    sea_query::{Expr, Query},
};

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
            Condition::all().add(file.department_id.eq(actor.department.ok_or_else(Error::denied)?))
        }
        Some(Role::Admin | Role::Auditor) => return Err(Error::denied()),
    })
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
        .add_option(query.clerk_id.map(|id| file.clerk_id.eq(id)));
    all = match query.window_id {
        Some(Some(id)) => all.add(file.window_id.eq(id)),
        Some(None) => all.add(file.window_id.is_null()),
        None => all,
    };
    all = match query.assignee {
        AssigneeFilter::Any => all,
        AssigneeFilter::Mine => all.add(file.assignee_id.eq(actor.account.ok_or_else(Error::denied)?)),
        AssigneeFilter::Nobody => all.add(file.assignee_id.is_null()),
    };
    if query.overdue {
        all = all.add(overdue(today));
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
        .cond_where(Condition::all().add(ends()).add(case_event::COLUMN.at.lt(end_of(day))))
        .to_owned();
    let file = case_file::COLUMN;
    Condition::all().add(file.submitted_at.lt(end_of(day))).add(file.id.not_in_subquery(gone))
}

/// The events after which nothing more happens.
fn ends() -> Condition {
    Condition::all().add(case_event::COLUMN.kind.is_in(["closed", "not_accepted", "withdrawn"]))
}

fn in_period(query: &CaseQuery) -> Condition {
    let days = (query.from, query.to);
    match query.measure {
        None | Some(Metric::Received) => submitted(days),
        Some(Metric::Accepted) => happened(&["accepted"], days),
        Some(Metric::Ended) => happened(&["closed", "not_accepted", "withdrawn"], days),
        Some(Metric::Corrections) => happened(&["correction_asked"], days),
        Some(Metric::NotAccepted) => happened(&["not_accepted"], days),
        Some(Metric::Withdrawn) => happened(&["withdrawn"], days),
        Some(Metric::Closed | Metric::HandlingDays) => closed(days),
        Some(Metric::OnTime) => closed(days).add(timing(|decided, given| decided.lte(given)).add(no_date())),
        Some(Metric::Early) => closed(days).add(timing(|decided, given| decided.lt(given))),
        Some(Metric::Late) => closed(days).add(timing(|decided, given| decided.gt(given))),
        Some(Metric::Granted) => happened(&["decided"], days).add(case_file::COLUMN.outcome.eq("granted")),
        Some(Metric::Refused) => happened(&["decided"], days).add(case_file::COLUMN.outcome.eq("refused")),
        Some(Metric::Due) => Condition::all()
            .add(case_file::COLUMN.status.is_in(["accepted", "review"]))
            .add_option(days.0.map(|from| case_file::COLUMN.next_due.gte(from)))
            .add_option(days.1.map(|to| case_file::COLUMN.next_due.lte(to))),
    }
}

fn closed((from, to): (Option<NaiveDate>, Option<NaiveDate>)) -> Condition {
    let file = case_file::COLUMN;
    Condition::all()
        .add(file.closed_on.is_not_null())
        .add_option(from.map(|from| file.closed_on.gte(from)))
        .add_option(to.map(|to| file.closed_on.lte(to)))
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
