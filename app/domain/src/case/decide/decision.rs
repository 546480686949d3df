//! 决定 and what follows it: by a person, on the spot, or by rule; certificate and delivery.

use super::acceptance::accept;
use super::steps::unfinished;
use super::{Context, required};
use crate::case::{ActionKind, Case, Delivery, Event, Outcome, Refusal, RuleResult, evolve};
use crate::item::CaseKind;

/// Longest number of a certificate.
const NUMBER_MAX: usize = 60;

pub(super) fn decide(
    case: &Case,
    outcome: Outcome,
    reason: String,
    context: &Context<'_>,
) -> Result<Vec<Event>, Refusal> {
    let reason = required(reason, "opinion")?;
    let unfinished = unfinished(case);
    if !unfinished.is_empty() {
        return Err(Refusal::StepsOpen(unfinished));
    }
    // 容缺: the result is issued only after what was missing has come.
    if outcome == Outcome::Granted && case.supplement_owed() {
        return Err(Refusal::SupplementOwed);
    }
    Ok(vec![decided(case, outcome, reason, false, context)])
}

pub(super) fn decide_now(
    case: &Case,
    outcome: Outcome,
    reason: String,
    context: &Context<'_>,
) -> Result<Vec<Event>, Refusal> {
    if case.kind != CaseKind::Instant || !case.process.steps.is_empty() {
        return Err(Refusal::NotImmediate);
    }
    at_once(case, outcome, required(reason, "opinion")?, false, context)
}

/// 秒批: all rules met, or a person does it.
pub(super) fn decide_by_rule(
    case: &Case,
    rules: Vec<RuleResult>,
    context: &Context<'_>,
) -> Result<Vec<Event>, Refusal> {
    if case.process.automatic.is_none() || case.work.person_wanted || case.work.ruled {
        return Err(Refusal::NotByRule);
    }
    let met = !rules.is_empty() && rules.iter().all(|rule| rule.met == Some(true));
    let applied = Event::RulesApplied { rules };
    if !met || !context.file.missing.is_empty() {
        return Ok(vec![applied]);
    }
    let after = evolve(case.clone(), &applied);
    let mut events = vec![applied];
    events.extend(at_once(&after, Outcome::Granted, String::new(), true, context)?);
    Ok(events)
}

/// Accepts, decides and closes in one step.
fn at_once(
    case: &Case,
    outcome: Outcome,
    reason: String,
    automatic: bool,
    context: &Context<'_>,
) -> Result<Vec<Event>, Refusal> {
    let mut events = accept(case, context)?;
    let accepted = events.iter().fold(case.clone(), evolve);
    events.push(decided(&accepted, outcome, reason, automatic, context));
    events.push(Event::Closed { day: context.today });
    Ok(events)
}

fn decided(case: &Case, outcome: Outcome, reason: String, automatic: bool, context: &Context<'_>) -> Event {
    let day = context.today;
    let accepted_on = case.accepted_on.unwrap_or(day);
    let handling_days = case.days_worked(context.calendar, accepted_on, day);
    Event::Decided { outcome, reason, day, handling_days, automatic }
}

pub(super) fn certificate(case: &Case, number: String) -> Result<Vec<Event>, Refusal> {
    let (action, status) = (ActionKind::MakeCertificate, case.status);
    if !case.process.certificate || case.outcome != Some(Outcome::Granted) {
        return Err(Refusal::WrongStatus { action, status });
    }
    let number: String = required(number, "number")?.chars().take(NUMBER_MAX).collect();
    Ok(vec![Event::CertificateMade { number }])
}

/// The portal keeps the record of what is read in it; of all else somebody tells the proof.
pub(super) fn deliver(
    delivery: Delivery,
    proof: String,
    context: &Context<'_>,
) -> Result<Vec<Event>, Refusal> {
    let proof = match delivery {
        Delivery::Electronic => proof.trim().to_owned(),
        Delivery::Window | Delivery::Post => required(proof, "proof")?,
    };
    Ok(vec![Event::Delivered { delivery, proof, day: context.today }])
}
