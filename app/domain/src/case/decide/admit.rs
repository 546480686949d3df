//! Whether an action may start here, and by this person.

use crate::case::{ActionKind, Case, Refusal, table};
use crate::permission::Actor;

/// Whether the action may start here, and by this person.
pub(in crate::case) fn admit(case: &Case, action: ActionKind, actor: &Actor) -> Result<(), Refusal> {
    let standing = case.standing_of(actor);
    if !table::belongs_to(action, standing) {
        return Err(Refusal::NotYours(action));
    }
    let wrong_status = Err(Refusal::WrongStatus { action, status: case.status });
    if !table::starts_from(case.status, action) {
        return wrong_status;
    }
    match &case.assignee {
        Some(holder) if standing.decides() && bound(action) && !actor.answers_for(holder.account) => {
            Err(Refusal::HeldBy(holder.name.clone()))
        }
        // What somebody has already cannot be taken again; an absent colleague's can.
        Some(holder) if action == ActionKind::Take && actor.account == Some(holder.account) => {
            Err(Refusal::HeldBy(holder.name.clone()))
        }
        None if matches!(action, ActionKind::Release | ActionKind::HandOver) => wrong_status,
        Some(_) | None => Ok(()),
    }
}

/// Whether only the one who has the case in hand may do it. The head assigns and approves whoever has
/// it, a step is its own holder's, and a promise is verified long after.
fn bound(action: ActionKind) -> bool {
    !matches!(
        action,
        ActionKind::Assign
            | ActionKind::ApproveExtension
            | ActionKind::RefuseExtension
            | ActionKind::TakeStep
            | ActionKind::GiveOpinion
            | ActionKind::VerifyCommitment
    )
}
