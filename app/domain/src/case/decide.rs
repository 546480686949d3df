//! The only author of events: what an action makes happen, or why it cannot.

use super::{
    Action, ActionKind, Assignee, Case, Enclosed, Event, Limits, Outcome, Refusal, Status, Submission,
    answer, evolve, table,
};
use crate::calendar::Calendar;
use crate::deadline::{self, Limit, Unit};
use crate::item::CaseKind;
use crate::permission::{Actor, Standing, standing};
use chrono::NaiveDate;

/// 当场或 5 日内: the receipt clock (行政许可法 art. 32, in working days by art. 82).
pub const RECEIPT_LIMIT: Limit = Limit { value: 5, unit: Unit::Workday };
/// How long an applicant has to answer a correction: local practice, 10 to 15 working days.
pub const CORRECTION_LIMIT: Limit = Limit { value: 15, unit: Unit::Workday };

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
}

/// What `action` makes happen to `case`, in order.
///
/// # Errors
/// A [`Refusal`] when the actor, the status or what the action carries does not allow it.
pub fn decide(case: &Case, action: Action, context: &Context<'_>) -> Result<Vec<Event>, Refusal> {
    admit(case, action.kind(), context.actor)?;
    match action {
        Action::Submit(submission) => submit(case, submission, context),
        Action::Receive => Ok(vec![Event::Received]),
        Action::Take => take(context.actor),
        Action::Release => Ok(vec![Event::Released]),
        Action::AskCorrection { list } => ask_correction(case, list, context),
        Action::AnswerCorrection { note, enclosed } => answer_correction(case, &note, enclosed, context),
        Action::Accept => accept(case, context),
        Action::NotAccept { reason, competent_body, remedies } => {
            not_accept(reason, competent_body, remedies)
        }
        Action::Decide { outcome, reason } => {
            Ok(vec![decided(case, outcome, required(reason, "opinion")?, context)?])
        }
        Action::DecideNow { outcome, reason } => decide_now(case, outcome, reason, context),
        Action::Close => Ok(vec![Event::Closed { day: context.today }]),
        Action::Withdraw { reason } => Ok(vec![Event::Withdrawn { reason: reason.trim().to_owned() }]),
    }
}

/// Whether the action may start here, and by this person.
pub(super) fn admit(case: &Case, action: ActionKind, actor: &Actor) -> Result<(), Refusal> {
    let standing = standing(actor, case.applicant, case.agent, case.department);
    if !table::belongs_to(action, standing) {
        return Err(Refusal::NotYours(action));
    }
    if !table::starts_from(case.status, action) {
        return Err(Refusal::WrongStatus { action, status: case.status });
    }
    match &case.assignee {
        Some(holder) if standing == Standing::Competent && Some(holder.account) != actor.account => {
            Err(Refusal::HeldBy(holder.name.clone()))
        }
        Some(_) if action == ActionKind::Take => Err(Refusal::HeldBy(actor.name.clone())),
        None if action == ActionKind::Release => Err(Refusal::WrongStatus { action, status: case.status }),
        Some(_) | None => Ok(()),
    }
}

fn submit(case: &Case, submission: Submission, context: &Context<'_>) -> Result<Vec<Event>, Refusal> {
    let Submission { channel, receipt_day, at_counter } = submission;
    let (promised_due, statutory_due) = handling_dates(case.limits, receipt_day, context.calendar)?;
    let receipt_due = due(context.calendar, receipt_day, RECEIPT_LIMIT)?;
    let mut events =
        vec![Event::Submitted { channel, receipt_day, receipt_due, promised_due, statutory_due }];
    if at_counter {
        events.push(Event::Received);
    }
    Ok(events)
}

fn take(actor: &Actor) -> Result<Vec<Event>, Refusal> {
    let account = actor.account.ok_or(Refusal::NotYours(ActionKind::Take))?;
    Ok(vec![Event::Taken { by: Assignee { account, name: actor.name.clone() } }])
}

fn ask_correction(case: &Case, list: Vec<String>, context: &Context<'_>) -> Result<Vec<Event>, Refusal> {
    if case.corrections > 0 {
        return Err(Refusal::CorrectionOnce);
    }
    let list: Vec<String> =
        list.iter().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect();
    if list.is_empty() {
        return Err(Refusal::Missing("list"));
    }
    let reply_by = due(context.calendar, context.today, CORRECTION_LIMIT)?;
    Ok(vec![Event::CorrectionAsked { list, reply_by }])
}

/// The clock restarts: five new working days from the full answer (the product's default ruling).
fn answer_correction(
    case: &Case,
    note: &str,
    enclosed: Enclosed,
    context: &Context<'_>,
) -> Result<Vec<Event>, Refusal> {
    let standing = standing(context.actor, case.applicant, case.agent, case.department);
    // Only who stands at the counter sees papers.
    let papers = enclosed.papers && standing == Standing::Counter;
    let note = answer::said(note, papers || enclosed.files > 0)?;
    let receipt_day = context.receipt_day;
    let receipt_due = due(context.calendar, receipt_day, RECEIPT_LIMIT)?;
    Ok(vec![Event::CorrectionAnswered { receipt_day, receipt_due, note, papers }])
}

fn accept(case: &Case, context: &Context<'_>) -> Result<Vec<Event>, Refusal> {
    let day = context.today;
    let (promised_due, statutory_due) = handling_dates(case.limits, day, context.calendar)?;
    let accepted = Event::Accepted { day, promised_due, statutory_due };
    // What came online is received by being accepted; its own step would say nothing more.
    Ok(if case.status == Status::Submitted { vec![Event::Received, accepted] } else { vec![accepted] })
}

fn not_accept(reason: String, competent_body: String, remedies: String) -> Result<Vec<Event>, Refusal> {
    Ok(vec![Event::NotAccepted {
        reason: required(reason, "reason")?,
        competent_body: competent_body.trim().to_owned(),
        remedies: required(remedies, "remedies")?,
    }])
}

fn decide_now(
    case: &Case,
    outcome: Outcome,
    reason: String,
    context: &Context<'_>,
) -> Result<Vec<Event>, Refusal> {
    if case.kind != CaseKind::Instant {
        return Err(Refusal::NotImmediate);
    }
    let reason = required(reason, "opinion")?;
    let mut events = accept(case, context)?;
    let accepted = events.iter().fold(case.clone(), evolve);
    events.push(decided(&accepted, outcome, reason, context)?);
    events.push(Event::Closed { day: context.today });
    Ok(events)
}

fn decided(case: &Case, outcome: Outcome, reason: String, context: &Context<'_>) -> Result<Event, Refusal> {
    let day = context.today;
    let accepted_on = case.accepted_on.unwrap_or(day);
    let handling_days = context.calendar.workdays_between(accepted_on, day);
    Ok(Event::Decided { outcome, reason, day, handling_days })
}

/// The promised and the statutory date of limits that start to run after `day_zero`.
///
/// # Errors
/// [`Refusal::NoDate`] where a date cannot be written.
pub fn handling_dates(
    limits: Limits,
    day_zero: NaiveDate,
    calendar: &Calendar,
) -> Result<(Option<NaiveDate>, Option<NaiveDate>), Refusal> {
    let date = |limit: Option<Limit>| limit.map(|limit| due(calendar, day_zero, limit)).transpose();
    Ok((date(limits.promised)?, date(limits.statutory)?))
}

fn due(calendar: &Calendar, day_zero: NaiveDate, limit: Limit) -> Result<NaiveDate, Refusal> {
    deadline::due(calendar, day_zero, limit, &[]).map(|deadline| deadline.due).ok_or(Refusal::NoDate)
}

fn required(text: String, name: &'static str) -> Result<String, Refusal> {
    let text = text.trim().to_owned();
    if text.is_empty() { Err(Refusal::Missing(name)) } else { Ok(text) }
}
