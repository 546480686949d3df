//! 受理: as it should be, by silence, with something to follow, or not at all.

use super::steps::opened;
use super::{Context, required};
use crate::case::dates::{due, handling_dates};
use crate::case::{Case, Deferral, Event, Manner, Refusal, Status, evolve};
use crate::deadline::Limit;
use crate::permission::Standing;
use chrono::NaiveDate;
use uuid::Uuid;

pub(super) fn accept(case: &Case, context: &Context<'_>) -> Result<Vec<Event>, Refusal> {
    accepted(case, context.today, Manner::Normal, context)
}

/// 容缺受理: all that is missing may follow, the applicant has promised it in writing, and has not
/// broken a promise before.
pub(super) fn accept_deferred(
    case: &Case,
    materials: Vec<Uuid>,
    signed: bool,
    context: &Context<'_>,
) -> Result<Vec<Event>, Refusal> {
    let days = case.process.deferral.ok_or(Refusal::NotDeferrable)?;
    if !deferrable(context) || materials.is_empty() {
        return Err(Refusal::NotDeferrable);
    }
    let promised = |id: &Uuid| context.file.missing.contains(id) && context.file.deferrable.contains(id);
    if !materials.iter().all(promised) || !context.file.missing.iter().all(|id| materials.contains(id)) {
        return Err(Refusal::NotDeferrable);
    }
    if context.file.barred {
        return Err(Refusal::Barred);
    }
    if !signed {
        return Err(Refusal::Missing("signed"));
    }
    let due = due(context.calendar, context.today, Limit::workdays(days))?;
    let manner = Manner::Deferred(Deferral { materials, due, supplied: None });
    accepted(case, context.today, manner, context)
}

/// Whether something is missing, and all of it may follow.
pub(in crate::case) fn deferrable(context: &Context<'_>) -> bool {
    let missing = &context.file.missing;
    !missing.is_empty() && missing.iter().all(|id| context.file.deferrable.contains(id))
}

/// 容缺补交.
pub(super) fn supplement(
    case: &Case,
    files: usize,
    papers: bool,
    context: &Context<'_>,
) -> Result<Vec<Event>, Refusal> {
    if case.work.deferral.as_ref().is_none_or(|deferral| deferral.supplied.is_some()) {
        return Err(Refusal::NothingPromised);
    }
    // Only who stands at the counter sees papers.
    let papers = papers && case.standing_of(context.actor) == Standing::Counter;
    if files == 0 && !papers {
        return Err(Refusal::Missing("file"));
    }
    Ok(vec![Event::Supplemented { day: context.today }])
}

/// 视为受理: known the day after the receipt clock's last day, and true from the day of receipt, or of
/// the full answer to corrections (行政许可法 art. 32).
pub(super) fn deem(case: &Case, context: &Context<'_>) -> Result<Vec<Event>, Refusal> {
    if case.receipt_due.is_none_or(|due| context.today <= due) {
        return Err(Refusal::TooEarly);
    }
    let day = case.work.answered_on.or(case.receipt_day).ok_or(Refusal::NoDate)?;
    accepted(case, day, Manner::Deemed { known: context.today }, context)
}

fn accepted(
    case: &Case,
    day: NaiveDate,
    manner: Manner,
    context: &Context<'_>,
) -> Result<Vec<Event>, Refusal> {
    let (promised_due, statutory_due) = handling_dates(case.limits, day, context.calendar)?;
    let accepted = Event::Accepted { day, promised_due, statutory_due, manner };
    // What came online is received by being accepted; its own step would say nothing more.
    let mut events =
        if case.status == Status::Submitted { vec![Event::Received, accepted] } else { vec![accepted] };
    let after = events.iter().fold(case.clone(), evolve);
    events.extend(opened(&after, context)?);
    Ok(events)
}

pub(super) fn not_accept(
    reason: String,
    competent_body: String,
    remedies: String,
) -> Result<Vec<Event>, Refusal> {
    Ok(vec![Event::NotAccepted {
        reason: required(reason, "reason")?,
        competent_body: competent_body.trim().to_owned(),
        remedies: required(remedies, "remedies")?,
    }])
}
