//! Until acceptance: sending in, receiving, whose it is, corrections.

use super::{Context, required};
use crate::calendar::Calendar;
use crate::case::correction::{said, told};
use crate::case::dates::{RECEIPT_LIMIT, due, handling_dates};
use crate::case::{ActionKind, Assignee, Case, Enclosed, Event, Mark, Refusal, Submission, Target};
use crate::deadline::{self, Limit, Suspension};
use crate::permission::{Actor, Standing};
use crate::process::CorrectionClock;
use chrono::NaiveDate;

pub(super) fn submit(
    case: &Case,
    submission: Submission,
    context: &Context<'_>,
) -> Result<Vec<Event>, Refusal> {
    let Submission { channel, receipt_day, at_counter, person_wanted, committed } = submission;
    // 告知承诺: no promises from who broke one, until it is mended.
    if committed && context.file.barred {
        return Err(Refusal::Barred);
    }
    let (promised_due, statutory_due) = handling_dates(case.limits, receipt_day, context.calendar)?;
    let receipt_due = due(context.calendar, receipt_day, RECEIPT_LIMIT)?;
    let submitted = Event::Submitted {
        channel,
        receipt_day,
        receipt_due,
        promised_due,
        statutory_due,
        person_wanted,
        committed,
    };
    Ok(if at_counter { vec![submitted, Event::Received] } else { vec![submitted] })
}

pub(super) fn pre_review(case: &Case) -> Result<Vec<Event>, Refusal> {
    let (action, status) = (ActionKind::PreReview, case.status);
    if case.work.pre_reviewed {
        return Err(Refusal::WrongStatus { action, status });
    }
    Ok(vec![Event::PreReviewed])
}

pub(super) fn take(actor: &Actor) -> Result<Vec<Event>, Refusal> {
    Ok(vec![Event::Taken { by: holder(actor, ActionKind::Take)? }])
}

/// The actor as one who has something in hand.
pub(super) fn holder(actor: &Actor, action: ActionKind) -> Result<Assignee, Refusal> {
    let account = actor.account.ok_or(Refusal::NotYours(action))?;
    Ok(Assignee { account, name: actor.name.clone() })
}

pub(super) fn assign(case: &Case, to: Assignee) -> Result<Vec<Event>, Refusal> {
    not_held_by(case, &to)?;
    Ok(vec![Event::Assigned { to }])
}

/// Who has it already cannot be given it.
fn not_held_by(case: &Case, to: &Assignee) -> Result<(), Refusal> {
    match &case.assignee {
        Some(holder) if holder.account == to.account => Err(Refusal::HeldBy(to.name.clone())),
        Some(_) | None => Ok(()),
    }
}

pub(super) fn hand_over(case: &Case, to: Assignee, reason: String) -> Result<Vec<Event>, Refusal> {
    not_held_by(case, &to)?;
    Ok(vec![Event::HandedOver { to, reason: required(reason, "reason")? }])
}

pub(super) fn ask_correction(
    case: &Case,
    list: Vec<Mark>,
    context: &Context<'_>,
) -> Result<Vec<Event>, Refusal> {
    let list = told(list)?;
    let reply_by = due(context.calendar, context.today, Limit::workdays(case.process.reply))?;
    let pauses = case.process.correction == CorrectionClock::Pause;
    let repeated = case.corrections > 0 && list.iter().any(|mark| could_be_told(case, mark));
    Ok(vec![Event::CorrectionAsked { list, reply_by, day: Some(context.today), pauses, repeated }])
}

/// Whether it could have been told the time before: all but what the answer itself brought
/// (行政许可法 art. 32 (4): 一次告知申请人需要补正的全部内容).
fn could_be_told(case: &Case, mark: &Mark) -> bool {
    mark.target.as_ref().is_none_or(|target| !case.work.mended.contains(target))
}

pub(super) fn answer_correction(
    case: &Case,
    note: &str,
    enclosed: Enclosed,
    changed: Vec<Target>,
    context: &Context<'_>,
) -> Result<Vec<Event>, Refusal> {
    if changed.iter().any(|target| !case.work.asked.contains(target)) {
        return Err(Refusal::NotAsked);
    }
    // Only who stands at the counter sees papers.
    let papers = enclosed.papers && case.standing_of(context.actor) == Standing::Counter;
    let note = said(note, papers || enclosed.files > 0 || !changed.is_empty())?;
    let (receipt_day, receipt_due) = receipt(case, context)?;
    let day = Some(context.receipt_day);
    Ok(vec![Event::CorrectionAnswered { receipt_day, receipt_due, note, papers, day, changed }])
}

/// The receipt clock after a full answer: five new working days, or what was left of the old ones
/// where the item lets it pause.
fn receipt(case: &Case, context: &Context<'_>) -> Result<(NaiveDate, NaiveDate), Refusal> {
    let (calendar, day) = (context.calendar, context.receipt_day);
    match (case.work.receipt_pauses.last(), case.receipt_day) {
        (Some(pause), Some(receipt_day)) if pause.until.is_none() => {
            let last = receipt_due(calendar, receipt_day, &case.work.receipt_pauses, day);
            Ok((receipt_day, last.ok_or(Refusal::NoDate)?))
        }
        (Some(_) | None, _) => Ok((day, due(calendar, day, RECEIPT_LIMIT)?)),
    }
}

fn receipt_due(
    calendar: &Calendar,
    receipt_day: NaiveDate,
    pauses: &[Suspension],
    ends: NaiveDate,
) -> Option<NaiveDate> {
    let closed = pauses.iter().map(|pause| Suspension { until: pause.until.or(Some(ends)), ..*pause });
    let closed: Vec<Suspension> = closed.collect();
    deadline::due(calendar, receipt_day, RECEIPT_LIMIT, &closed).map(|deadline| deadline.due)
}
