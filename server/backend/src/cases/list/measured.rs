//! The cases that a number counts: one set for the number and for its list.

use super::day::{Days, end_of, start_of, submitted};
use super::stood::{ENDS, FINISHED, open_at, overdue};
use chrono::NaiveDate;
use domain::indicator::{Measure, Metric, Stage};
use entity::{case_event, case_file};
use sea_orm::{
    ColumnTrait as _, Condition, ExprTrait as _,
    sea_query::{Expr, Query},
};

/// What a number of the figures counts.
pub(super) fn counted(measure: Measure, days: Days, today: NaiveDate) -> Condition {
    match measure {
        Measure::Open => open_at(days.1.unwrap_or(today), today),
        Measure::OverdueOpen => overdue(today),
        Measure::Decided => on(case_file::Column::DecidedOn, days),
        Measure::Received
        | Measure::Accepted
        | Measure::Closed
        | Measure::OnTime
        | Measure::Early
        | Measure::Late
        | Measure::Corrected
        | Measure::CorrectedOnce
        | Measure::NotAccepted
        | Measure::Granted
        | Measure::Refused
        | Measure::Withdrawn
        | Measure::Opinions
        | Measure::Returned
        | Measure::Reopened
        | Measure::Automatic
        | Measure::Deemed
        | Measure::Deferred => in_period(measure.metric(), days),
    }
}

/// A stage ended on these days.
pub(super) fn passed(stage: &Stage, days: Days) -> Condition {
    let ends = ended(stage.ends(), days);
    let which = match stage {
        // Both databases read a field of an event so.
        Stage::Step(key) => ends.add(Expr::cust("payload ->> 'step'").eq(key)),
        Stage::Receipt | Stage::Correction | Stage::Decision | Stage::Special | Stage::Delivery => ends,
    };
    those(which)
}

/// What a counter counts.
pub(super) fn in_period(measure: Option<Metric>, days: Days) -> Condition {
    let file = case_file::COLUMN;
    match measure {
        None | Some(Metric::Received) => submitted(days),
        Some(Metric::Accepted) => on(case_file::Column::AcceptedOn, days),
        Some(Metric::Ended) => happened(&ENDS, days),
        Some(Metric::Corrections) => happened(&["correction_asked", "correction_repeated"], days),
        Some(Metric::RepeatedCorrections) => happened(&["correction_repeated"], days),
        Some(Metric::Corrected) => submitted(days).add(file.corrections.gte(1)),
        Some(Metric::CorrectedOnce) => submitted(days).add(file.corrections.eq(1)),
        Some(Metric::Resulted) => submitted(days).add(file.status.is_in(FINISHED)),
        Some(Metric::Passed) => {
            let ends: Vec<_> = Stage::COMMON.iter().flat_map(Stage::ends).copied().collect();
            happened(&[ends, vec!["opinion_given"]].concat(), days)
        }
        Some(Metric::Opinions) => happened(&["opinion_given"], days),
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
        Some(Metric::Granted) => on(case_file::Column::DecidedOn, days).add(file.outcome.eq("granted")),
        Some(Metric::Refused) => on(case_file::Column::DecidedOn, days).add(file.outcome.eq("refused")),
        Some(Metric::Due) => Condition::all()
            .add(file.status.is_in(["accepted", "review"]))
            .add_option(days.0.map(|from| file.next_due.gte(from)))
            .add_option(days.1.map(|to| file.next_due.lte(to))),
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

/// Something of these kinds happened on these days.
fn happened(kinds: &[&'static str], days: Days) -> Condition {
    those(ended(kinds, days))
}

/// Events of these kinds on these days.
fn ended(kinds: &[&'static str], (from, to): Days) -> Condition {
    Condition::all()
        .add(case_event::COLUMN.kind.is_in(kinds.iter().copied()))
        .add_option(from.map(|from| case_event::COLUMN.at.gte(start_of(from))))
        .add_option(to.map(|to| case_event::COLUMN.at.lt(end_of(to))))
}

/// The cases of such events.
fn those(events: Condition) -> Condition {
    let cases = Query::select()
        .column(case_event::Column::CaseId)
        .from(case_event::Entity)
        .cond_where(events)
        .to_owned();
    Condition::all().add(case_file::COLUMN.id.in_subquery(cases))
}
