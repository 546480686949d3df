//! 特别程序 and 延期: what stops the clock, and what lengthens it.

use super::{Context, required};
use crate::case::{ActionKind, Case, Event, ExtensionRequest, Procedure, Refusal, evolve};
use crate::field_error::{FieldCode, FieldError};
use crate::permission::Actor;
use chrono::NaiveDate;

/// The applicant must be told in writing how long it will take (行政许可法 art. 45).
pub(super) fn suspend(
    procedure: Procedure,
    reason: String,
    expected: NaiveDate,
    context: &Context<'_>,
) -> Result<Vec<Event>, Refusal> {
    let reason = required(reason, "reason")?;
    let from = context.today;
    if expected <= from {
        return Err(Refusal::Field(FieldError::new("expected", FieldCode::Past)));
    }
    Ok(vec![Event::Suspended { procedure, reason, from, expected }])
}

/// From today on days count again.
pub(super) fn resume(case: &Case, reason: String, context: &Context<'_>) -> Result<Vec<Event>, Refusal> {
    let reason = required(reason, "opinion")?;
    let until = context.today;
    let resumed = Event::Resumed { until, reason, promised_due: None, statutory_due: None };
    let after = evolve(case.clone(), &resumed);
    let Event::Resumed { until, reason, .. } = resumed else { return Err(Refusal::NoDate) };
    let (promised_due, statutory_due) = after.handling_dates(context.calendar);
    let mut events = vec![Event::Resumed { until, reason, promised_due, statutory_due }];
    let after = events.iter().fold(case.clone(), evolve);
    events.extend(super::ending::move_dates(&after, context.calendar));
    Ok(events)
}

pub(super) fn ask_extension(
    case: &Case,
    workdays: u16,
    reason: String,
    context: &Context<'_>,
) -> Result<Vec<Event>, Refusal> {
    may_extend(case)?;
    in_time(case, context.today)?;
    let most = case.process.extension;
    if workdays == 0 || workdays > most {
        let range = FieldCode::Range { min: 1, max: most.into() };
        return Err(Refusal::Field(FieldError::new("workdays", range)));
    }
    let reason = required(reason, "reason")?;
    let (by, day) = (context.actor.account, context.today);
    Ok(vec![Event::ExtensionAsked { workdays, reason, by, day }])
}

/// What is past cannot be extended any more.
fn in_time(case: &Case, today: NaiveDate) -> Result<(), Refusal> {
    let past = case.statutory_due.or(case.promised_due).is_some_and(|due| today > due);
    if past { Err(Refusal::TooLate) } else { Ok(()) }
}

/// Whether a request waits that this actor may approve today.
pub(in crate::case) fn approvable(case: &Case, actor: &Actor, today: NaiveDate) -> bool {
    request(case, ActionKind::ApproveExtension, actor).is_ok() && in_time(case, today).is_ok()
}

/// Once, and only where there is a date and the item allows it.
fn may_extend(case: &Case) -> Result<(), Refusal> {
    if case.work.extension.is_some() {
        return Err(Refusal::ExtendedOnce);
    }
    if case.work.extension_request.is_some() {
        let (action, status) = (ActionKind::AskExtension, case.status);
        return Err(Refusal::WrongStatus { action, status });
    }
    let dated = case.limits.statutory.or(case.limits.promised).is_some();
    if case.process.extension == 0 || !dated { Err(Refusal::NoExtension) } else { Ok(()) }
}

/// Whether an extension could be asked for.
pub(in crate::case) fn extensible(case: &Case) -> bool {
    may_extend(case).is_ok()
}

/// The request that waits for a head; nobody approves their own.
fn request<'a>(case: &'a Case, action: ActionKind, actor: &Actor) -> Result<&'a ExtensionRequest, Refusal> {
    let status = case.status;
    let request = case.work.extension_request.as_ref().ok_or(Refusal::WrongStatus { action, status })?;
    if request.by.is_some() && request.by == actor.account {
        return Err(Refusal::OwnRequest);
    }
    Ok(request)
}

pub(super) fn approve(case: &Case, opinion: String, context: &Context<'_>) -> Result<Vec<Event>, Refusal> {
    let request = request(case, ActionKind::ApproveExtension, context.actor)?;
    in_time(case, context.today)?;
    let opinion = required(opinion, "opinion")?;
    let approved = |promised_due, statutory_due| Event::ExtensionApproved {
        workdays: request.workdays,
        day: context.today,
        reason: request.reason.clone(),
        opinion: opinion.clone(),
        promised_due,
        statutory_due,
    };
    let after = evolve(case.clone(), &approved(None, None));
    // While the clock stands still there is no date, even where one had been passed before.
    let running = Some(after).filter(|after| after.status.clock_runs());
    let dates = running.map(|after| after.handling_dates(context.calendar));
    let (promised_due, statutory_due) = dates.unwrap_or_default();
    Ok(vec![approved(promised_due, statutory_due)])
}

pub(super) fn refuse(case: &Case, opinion: String, actor: &Actor) -> Result<Vec<Event>, Refusal> {
    request(case, ActionKind::RefuseExtension, actor)?;
    Ok(vec![Event::ExtensionRefused { opinion: required(opinion, "opinion")? }])
}
