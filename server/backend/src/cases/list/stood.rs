//! Where cases stand now, or stood at the end of a day.

use super::day::end_of;
use chrono::NaiveDate;
use domain::indicator::Fate;
use entity::{case_event, case_file};
use sea_orm::{
    Condition, ExprTrait as _,
    sea_query::{Expr, Query},
};

/// After these nothing more happens.
pub(super) const ENDS: [&str; 6] =
    ["closed", "not_accepted", "withdrawn", "abandoned", "terminated", "voided"];

/// The states of cases that are finished.
pub(super) const FINISHED: [&str; 6] =
    ["closed", "not_accepted", "withdrawn", "abandoned", "terminated", "void"];

/// What has come of a case by now.
pub(super) fn come_to(fate: Fate) -> Condition {
    let file = case_file::COLUMN;
    let is = |status: &str| Condition::all().add(file.status.eq(status));
    match fate {
        Fate::Open => Condition::all().add(file.status.is_not_in(FINISHED)),
        Fate::Granted => {
            is("closed").add(Expr::col(case_file::Column::Outcome).if_null("granted").eq("granted"))
        }
        Fate::Refused => is("closed").add(file.outcome.eq("refused")),
        Fate::NotAccepted => is("not_accepted"),
        Fate::Withdrawn => is("withdrawn"),
        Fate::Abandoned => is("abandoned"),
        Fate::Terminated => is("terminated"),
        Fate::Voided => is("void"),
    }
}

/// Clock running, and the date given lies before today.
pub(super) fn overdue(today: NaiveDate) -> Condition {
    let file = case_file::COLUMN;
    let given = Expr::expr(
        Expr::col(case_file::Column::PromisedDue).if_null(Expr::col(case_file::Column::StatutoryDue)),
    );
    Condition::all().add(file.status.is_in(["accepted", "review"])).add(given.lt(today))
}

/// In the house at the end of a day: come by then, and not gone by then.
pub(super) fn open_at(day: NaiveDate) -> Condition {
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
