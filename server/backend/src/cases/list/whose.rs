//! In whose hands a case is, and who else waits for somebody: steps asked of other departments, and
//! extensions asked of a head.

use crate::{Error, Result};
use domain::permission::Actor;
use entity::{case_file, case_task};
use sea_orm::{
    Condition, ExprTrait as _,
    sea_query::{Expr, Query},
};
use uuid::Uuid;

/// The handling clock runs.
const RUNNING: [&str; 2] = ["accepted", "review"];

/// In one's own hands or in those of an absent colleague: the case, or an open step of it.
pub(super) fn in_hands_of(actor: &Actor) -> Result<Condition> {
    let own = actor.account.ok_or_else(Error::denied)?;
    let mine: Vec<Uuid> = actor.stands_in_for.iter().copied().chain([own]).collect();
    let held = open_steps(Condition::all().add(case_task::COLUMN.holder_id.is_in(mine.clone())));
    Ok(Condition::any().add(case_file::COLUMN.assignee_id.is_in(mine)).add(held))
}

/// 会办: another department decides, and an open step of it is this one's.
pub(super) fn consulted(department: Uuid) -> Condition {
    let asked = Condition::all().add(case_task::COLUMN.department_id.eq(department));
    Condition::all().add(case_file::COLUMN.department_id.ne(department)).add(open_steps(asked))
}

/// The clock runs, and a step of this kind is not answered yet.
fn open_steps(which: Condition) -> Condition {
    let steps = Query::select()
        .column(case_task::Column::CaseId)
        .from(case_task::Entity)
        .cond_where(which.add(case_task::COLUMN.done.eq(false)))
        .to_owned();
    let file = case_file::COLUMN;
    Condition::all().add(file.status.is_in(RUNNING)).add(file.id.in_subquery(steps))
}

/// 待批延期. What nobody asked for is not written into the case's work, and a quotation mark inside
/// somebody's words never stands there without its backslash.
pub(super) fn extension_waits() -> Condition {
    let work = Expr::col(case_file::Column::Work).cast_as("text");
    let handled = ["accepted", "review", "suspended"];
    let asked = work.like(r#"%"extension_request":%"#);
    Condition::all().add(case_file::COLUMN.status.is_in(handled)).add(asked)
}
