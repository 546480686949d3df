//! What follows from events outside the case's own row: who is asked in a step, and broken promises.

use crate::Result;
use chrono::{DateTime, Utc};
use domain::case::{Case, Event, Task};
use entity::{case_task, credit_mark};
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait as _, QueryFilter as _};
use uuid::Uuid;

/// The open and finished parts of steps, as lists find them.
pub(super) async fn steps<C: ConnectionTrait>(
    tx: &C,
    case_id: Uuid,
    before: &Case,
    after: &Case,
) -> Result<()> {
    // A case that is no longer handled asks nobody any more.
    let asks = |case: &Case| case.status.is_handled();
    if before.work.tasks == after.work.tasks && asks(before) == asks(after) {
        return Ok(());
    }
    case_task::Entity::delete_many().filter(case_task::COLUMN.case_id.eq(case_id)).exec(tx).await?;
    let rows: Vec<_> = after.work.tasks.iter().map(|task| row(case_id, task, asks(after))).collect();
    if !rows.is_empty() {
        case_task::Entity::insert_many(rows).exec_without_returning(tx).await?;
    }
    Ok(())
}

fn row(case_id: Uuid, task: &Task, asked: bool) -> case_task::ActiveModel {
    case_task::ActiveModel {
        case_id: Set(case_id),
        step: Set(task.step.clone()),
        department_id: Set(task.department),
        holder_id: Set(task.holder.as_ref().map(|holder| holder.account)),
        opened_on: Set(task.opened),
        due: Set(task.due),
        done: Set(task.agrees.is_some() || !asked),
    }
}

/// 失信记录: no more on promises until it is mended.
pub(super) async fn promises<C: ConnectionTrait>(
    tx: &C,
    case_id: Uuid,
    case: &Case,
    events: &[Event],
    at: DateTime<Utc>,
) -> Result<()> {
    let kind = events.iter().find_map(|event| match event {
        Event::Terminated { broken_promise: true, .. } => Some("supplement"),
        Event::CommitmentVerified { kept: false, .. } => Some("commitment"),
        _ => None,
    });
    let Some(kind) = kind else { return Ok(()) };
    let mark = credit_mark::ActiveModel {
        id: Set(Uuid::now_v7()),
        person_id: Set(case.applicant),
        case_id: Set(case_id),
        kind: Set(kind.to_owned()),
        marked_at: Set(at),
        lifted_at: Set(None),
        lifted_by: Set(None),
        lifted_why: Set(None),
    };
    credit_mark::Entity::insert(mark).exec_without_returning(tx).await?;
    Ok(())
}
