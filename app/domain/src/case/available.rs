//! Which actions a page may offer: those that [`super::decide()`] admits, by the very same checks.

use super::decide::{
    admit, approvable, deferrable, extensible, may_ask_person, open_steps, returnable, unfinished,
};
use super::{ActionKind, Case, Context, Outcome};
use crate::item::CaseKind;
use crate::permission::Standing;

/// The actions that the actor could take now, in the order in which a page offers them.
pub fn available(case: &Case, context: &Context<'_>) -> Vec<ActionKind> {
    let offered =
        |action: &ActionKind| admit(case, *action, context.actor).is_ok() && fits(case, *action, context);
    ActionKind::ALL.iter().copied().filter(offered).collect()
}

/// Whether this very case can still have the action, whatever it carries.
fn fits(case: &Case, action: ActionKind, context: &Context<'_>) -> bool {
    let actor = context.actor;
    let work = &case.work;
    match action {
        ActionKind::DecideNow => case.kind == CaseKind::Instant && case.process.steps.is_empty(),
        ActionKind::PreReview => !work.pre_reviewed,
        ActionKind::AcceptDeferred => {
            case.process.deferral.is_some() && deferrable(context) && !context.file.barred
        }
        ActionKind::Supplement => case.supplement_owed(),
        ActionKind::TakeStep => case.tasks_of(actor).any(|task| {
            let mine = |holder: &super::Assignee| actor.account == Some(holder.account);
            task.holder
                .as_ref()
                .is_none_or(|holder| !mine(holder) && (actor.head || actor.answers_for(holder.account)))
        }),
        ActionKind::GiveOpinion => open_steps(case, actor),
        ActionKind::ReturnStep => returnable(case, actor).next().is_some(),
        ActionKind::Decide => unfinished(case).is_empty(),
        ActionKind::AskExtension => extensible(case),
        ActionKind::ApproveExtension => approvable(case, actor, context.today),
        ActionKind::RefuseExtension => {
            work.extension_request.as_ref().is_some_and(|asked| asked.by != actor.account)
        }
        ActionKind::MakeCertificate => case.process.certificate && case.outcome == Some(Outcome::Granted),
        ActionKind::VerifyCommitment => {
            work.committed && work.kept.is_none() && case.outcome == Some(Outcome::Granted)
        }
        ActionKind::AskPerson => may_ask_person(case, context.today),
        // What only the clock does is never offered to people.
        ActionKind::DeemAccept | ActionKind::Abandon | ActionKind::DecideByRule | ActionKind::MoveDates => {
            case.standing_of(actor) == Standing::Portal
        }
        // Offered beside each consent, not among the buttons of the case.
        ActionKind::WithdrawConsent => false,
        ActionKind::Submit
        | ActionKind::Receive
        | ActionKind::Take
        | ActionKind::Release
        | ActionKind::Assign
        | ActionKind::HandOver
        | ActionKind::AskCorrection
        | ActionKind::AnswerCorrection
        | ActionKind::Accept
        | ActionKind::NotAccept
        | ActionKind::Suspend
        | ActionKind::Resume
        | ActionKind::Deliver
        | ActionKind::Close
        | ActionKind::Withdraw
        | ActionKind::Terminate
        | ActionKind::Void => true,
    }
}
