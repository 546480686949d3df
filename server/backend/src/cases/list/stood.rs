//! Where cases stand now, or stood at the end of a day.

use super::day::end_of;
use chrono::NaiveDate;
use domain::indicator::Fate;
use entity::{case_event, case_file};
use sea_orm::{
    Condition, ExprTrait as _,
    sea_query::{Expr, Query, SelectStatement},
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

/// In the house at the end of a day: come by then, and not gone by then. Of today, and of days to come,
/// the state of a case says so; of a day gone by its events do.
pub(super) fn open_at(day: NaiveDate, today: NaiveDate) -> Condition {
    let file = case_file::COLUMN;
    let come = Condition::all().add(file.submitted_at.lt(end_of(day)));
    if day < today { come.add(file.id.not_in_subquery(gone_by(day))) } else { come.add(come_to(Fate::Open)) }
}

/// The cases that had ended by the end of a day, and were not opened again since (转人工): then the figures
/// take them for open all the while.
fn gone_by(day: NaiveDate) -> SelectStatement {
    let again = Query::select()
        .expr(Expr::cust("1"))
        .from_as(case_event::Entity, "again")
        .and_where(Expr::cust("again.case_id = case_event.case_id"))
        .and_where(Expr::cust("again.kind = 'person_asked'"))
        .and_where(Expr::cust("again.seq > case_event.seq"))
        .to_owned();
    let ended = Condition::all()
        .add(case_event::COLUMN.kind.is_in(ENDS))
        .add(case_event::COLUMN.at.lt(end_of(day)))
        .add(Expr::exists(again).not());
    Query::select().column(case_event::Column::CaseId).from(case_event::Entity).cond_where(ended).to_owned()
}
