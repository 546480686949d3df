//! Which actions a page may offer: those that [`super::decide()`] admits, by the very same checks.

use super::decide::admit;
use super::{ActionKind, Case};
use crate::item::CaseKind;
use crate::permission::Actor;

/// The actions that `actor` could take now, in the order in which a page offers them.
pub fn available(case: &Case, actor: &Actor) -> Vec<ActionKind> {
    let offered = |action: &ActionKind| admit(case, *action, actor).is_ok() && fits(case, *action);
    ActionKind::ALL.into_iter().filter(offered).collect()
}

/// Whether this very case can still have the action, whatever it carries.
fn fits(case: &Case, action: ActionKind) -> bool {
    match action {
        ActionKind::DecideNow => case.kind == CaseKind::Instant,
        ActionKind::AskCorrection => case.corrections == 0,
        ActionKind::Submit
        | ActionKind::Receive
        | ActionKind::Take
        | ActionKind::Release
        | ActionKind::AnswerCorrection
        | ActionKind::Accept
        | ActionKind::NotAccept
        | ActionKind::Decide
        | ActionKind::Close
        | ActionKind::Withdraw => true,
    }
}
