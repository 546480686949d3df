//! The only author of events: what an action makes happen, or why it cannot.

mod acceptance;
mod admit;
mod decision;
mod ending;
mod intake;
mod interruption;
mod steps;

pub(super) use acceptance::deferrable;
pub(super) use admit::admit;
pub(super) use ending::may_ask_person;
pub(super) use interruption::{approvable, extensible};
pub(super) use steps::{open_steps, returnable, unfinished};

use super::{Action, Case, Event, Refusal};
use crate::calendar::Calendar;
use crate::permission::Actor;
use chrono::NaiveDate;
use uuid::Uuid;

/// All that a decision may depend on beside the case and the action.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// Who wants it.
    pub actor: &'a Actor,
    /// The day in the city.
    pub today: NaiveDate,
    /// The day that counts as day of receipt if papers arrive now (after-hours rule).
    pub receipt_day: NaiveDate,
    /// Working days.
    pub calendar: &'a Calendar,
    /// What is known of the application beside its events.
    pub file: &'a Filed,
}

/// What is known of an application beside its events.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filed {
    /// Materials that are needed and not there.
    pub missing: Vec<Uuid>,
    /// Those of the item that may follow (容缺).
    pub deferrable: Vec<Uuid>,
    /// A broken promise stands against the applicant's name.
    pub barred: bool,
}

impl Filed {
    /// Nothing missing, nothing to follow.
    pub const COMPLETE: &'static Self = &Self { missing: Vec::new(), deferrable: Vec::new(), barred: false };
}

/// What `action` makes happen to `case`, in order.
///
/// # Errors
/// A [`Refusal`] when the actor, the status or what the action carries does not allow it.
pub fn decide(case: &Case, action: Action, context: &Context<'_>) -> Result<Vec<Event>, Refusal> {
    admit(case, action.kind(), context.actor)?;
    match action {
        Action::Submit(submission) => intake::submit(case, submission, context),
        Action::PreReview => intake::pre_review(case),
        Action::Receive => Ok(vec![Event::Received]),
        Action::Take => intake::take(context.actor),
        Action::Release => Ok(vec![Event::Released]),
        Action::Assign { to } => intake::assign(case, to),
        Action::HandOver { to, reason } => intake::hand_over(case, to, reason),
        Action::AskCorrection { list } => intake::ask_correction(case, list, context),
        Action::AnswerCorrection { note, enclosed, changed } => {
            intake::answer_correction(case, &note, enclosed, changed, context)
        }
        Action::Accept => acceptance::accept(case, context),
        Action::AcceptDeferred { materials, signed } => {
            acceptance::accept_deferred(case, materials, signed, context)
        }
        Action::Supplement { files, papers } => acceptance::supplement(case, files, papers, context),
        Action::DeemAccept => acceptance::deem(case, context),
        Action::NotAccept { reason, competent_body, remedies } => {
            acceptance::not_accept(reason, competent_body, remedies)
        }
        Action::TakeStep { step } => steps::take(case, step, context.actor),
        Action::GiveOpinion { step, agrees, opinion, second } => {
            steps::opinion(case, step, agrees, opinion, second, context)
        }
        Action::ReturnStep { step, reason } => steps::give_back(case, step, reason, context),
        Action::Suspend { procedure, reason, expected } => {
            interruption::suspend(procedure, reason, expected, context)
        }
        Action::Resume { reason } => interruption::resume(case, reason, context),
        Action::AskExtension { workdays, reason } => {
            interruption::ask_extension(case, workdays, reason, context)
        }
        Action::ApproveExtension { opinion } => interruption::approve(case, opinion, context),
        Action::RefuseExtension { opinion } => interruption::refuse(case, opinion, context.actor),
        Action::Decide { outcome, reason } => decision::decide(case, outcome, reason, context),
        Action::DecideNow { outcome, reason } => decision::decide_now(case, outcome, reason, context),
        Action::DecideByRule { rules } => decision::decide_by_rule(case, rules, context),
        Action::MakeCertificate { number } => decision::certificate(case, number),
        Action::Deliver { delivery, proof } => decision::deliver(delivery, proof, context),
        Action::Close => Ok(vec![Event::Closed { day: context.today }]),
        Action::AskPerson { reason } => ending::ask_person(case, &reason, context),
        Action::VerifyCommitment { kept, opinion } => ending::verify(case, kept, opinion, context),
        Action::Withdraw { reason } => Ok(vec![Event::Withdrawn { reason: reason.trim().to_owned() }]),
        Action::WithdrawConsent { materials } => ending::withdraw_consent(materials, context),
        Action::Abandon => ending::abandon(case, context),
        Action::Terminate { reason } => ending::terminate(case, reason, context),
        Action::Void { reason } => {
            Ok(vec![Event::Voided { reason: required(reason, "reason")?, day: context.today }])
        }
        Action::MoveDates => Ok(ending::move_dates(case, context.calendar)),
    }
}

/// A text that must be there.
fn required(text: String, name: &'static str) -> Result<String, Refusal> {
    let text = text.trim().to_owned();
    if text.is_empty() { Err(Refusal::Missing(name)) } else { Ok(text) }
}
