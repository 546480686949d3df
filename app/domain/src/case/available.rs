//! Which actions a page may offer. The same table that [`super::decide()`] obeys.

use super::{ActionKind, Case, table};
use crate::item::CaseKind;
use crate::permission::{Actor, standing};

/// The actions that `actor` could take now, in the order in which a page offers them.
pub fn available(case: &Case, actor: &Actor) -> Vec<ActionKind> {
    ActionKind::ALL.into_iter().filter(|&action| is_open_to(case, actor, action)).collect()
}

fn is_open_to(case: &Case, actor: &Actor, action: ActionKind) -> bool {
    let standing = standing(actor, case.applicant, case.agent, case.department);
    table::starts_from(case.status, action)
        && table::belongs_to(action, standing)
        && !is_pointless(case, actor, action)
}

/// Allowed in general, but of no use in this very case.
fn is_pointless(case: &Case, actor: &Actor, action: ActionKind) -> bool {
    let held_by = case.assignee.as_ref().map(|holder| holder.account);
    match action {
        ActionKind::Take => held_by.is_some(),
        ActionKind::Release => held_by.is_none() || held_by != actor.account,
        ActionKind::DecideNow => {
            case.kind != CaseKind::Instant || held_by.is_some_and(|by| Some(by) != actor.account)
        }
        ActionKind::AskCorrection => {
            case.corrections > 0 || held_by.is_some_and(|by| Some(by) != actor.account)
        }
        ActionKind::Receive
        | ActionKind::Accept
        | ActionKind::NotAccept
        | ActionKind::Decide
        | ActionKind::Close => held_by.is_some_and(|by| Some(by) != actor.account),
        ActionKind::Submit | ActionKind::AnswerCorrection | ActionKind::Withdraw => false,
    }
}
