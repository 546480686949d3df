//! The other ways out: by the clock, by the applicant, by an error; and what may come after the end.

use super::{Context, required};
use crate::calendar::Calendar;
use crate::case::correction::said;
use crate::case::dates::handling_dates;
use crate::case::{Case, Event, Outcome, Refusal};
use crate::permission::Standing;
use chrono::{Days, NaiveDate};

/// Days after a decision by rule within which a person can be asked: as long as 行政复议 (复议法 art. 20).
pub(in crate::case) const PERSON_WITHIN: Days = Days::new(60);

/// 视为放弃: the day after the last day to answer corrections.
pub(super) fn abandon(case: &Case, context: &Context<'_>) -> Result<Vec<Event>, Refusal> {
    if case.work.reply_by.is_none_or(|reply_by| context.today <= reply_by) {
        return Err(Refusal::TooEarly);
    }
    Ok(vec![Event::Abandoned { day: context.today }])
}

/// 撤回同意 (个人信息保护法 art. 15): what it takes away is named, so that the department can ask for it.
pub(super) fn withdraw_consent(materials: Vec<String>, context: &Context<'_>) -> Result<Vec<Event>, Refusal> {
    if materials.is_empty() {
        return Err(Refusal::Missing("materials"));
    }
    Ok(vec![Event::ConsentWithdrawn { materials, day: context.today }])
}

/// The portal terminates only what was promised and never came.
pub(super) fn terminate(case: &Case, reason: String, context: &Context<'_>) -> Result<Vec<Event>, Refusal> {
    let reason = required(reason, "reason")?;
    let broken_promise = case.standing_of(context.actor) == Standing::Portal;
    let owed = case.work.deferral.as_ref().filter(|_| case.supplement_owed());
    if broken_promise && owed.is_none_or(|deferral| context.today <= deferral.due) {
        return Err(Refusal::TooEarly);
    }
    Ok(vec![Event::Terminated { reason, day: context.today, broken_promise }])
}

/// Whether a person can still be asked about what a rule decided.
pub(in crate::case) fn may_ask_person(case: &Case, today: NaiveDate) -> bool {
    let until = case.decided_on.and_then(|day| day.checked_add_days(PERSON_WITHIN));
    case.work.automatic && until.is_some_and(|until| today <= until)
}

/// 转人工: a new handling clock, for a person.
pub(super) fn ask_person(case: &Case, reason: &str, context: &Context<'_>) -> Result<Vec<Event>, Refusal> {
    if !case.work.automatic {
        return Err(Refusal::NotByRule);
    }
    if !may_ask_person(case, context.today) {
        return Err(Refusal::TooLate);
    }
    let reason = said(reason, true)?;
    let day = context.today;
    let (promised_due, statutory_due) = handling_dates(case.limits, day, context.calendar)?;
    Ok(vec![Event::PersonAsked { reason, day, promised_due, statutory_due }])
}

/// 承诺核查: once, of what was granted on a promise.
pub(super) fn verify(
    case: &Case,
    kept: bool,
    opinion: String,
    context: &Context<'_>,
) -> Result<Vec<Event>, Refusal> {
    let granted = case.outcome == Some(Outcome::Granted);
    if !case.work.committed || case.work.kept.is_some() || !granted {
        return Err(Refusal::NothingPromised);
    }
    let opinion = required(opinion, "opinion")?;
    Ok(vec![Event::CommitmentVerified { kept, opinion, day: context.today }])
}

/// What a change of the calendar moves; nothing where every date stays.
pub(super) fn move_dates(case: &Case, calendar: &Calendar) -> Vec<Event> {
    let (before, after) = (case.dates(), case.dates_by(calendar));
    if before == after { Vec::new() } else { vec![Event::DatesMoved { before, after }] }
}
