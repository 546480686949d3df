//! 环节: who is asked when, and what they say.

use super::intake::holder;
use super::{Context, required};
use crate::case::dates::due;
use crate::case::{ActionKind, Case, Event, Refusal, Task, evolve};
use crate::deadline::Limit;
use crate::permission::{Actor, Standing};
use crate::process::{StepKind, StepSpec};
use std::collections::BTreeSet;

/// The steps that begin now: all that they wait for is done, and nobody was asked yet.
pub(super) fn opened(case: &Case, context: &Context<'_>) -> Result<Vec<Event>, Refusal> {
    let ready = case.process.steps.iter().filter(|step| !begun(case, &step.key) && may_begin(case, step));
    let mut events = Vec::new();
    for step in ready {
        let limit = step.limit.map(|days| due(context.calendar, context.today, Limit::workdays(days)));
        let (due, opened) = (limit.transpose()?, context.today);
        let departments: BTreeSet<_> =
            step.places.iter().map(|place| place.department(case.department)).collect();
        events.extend(departments.into_iter().map(|department| Event::StepOpened {
            task: Task { step: step.key.clone(), department, opened, due, holder: None, agrees: None },
        }));
    }
    Ok(events)
}

fn begun(case: &Case, step: &str) -> bool {
    case.work.tasks.iter().any(|task| task.step == step)
}

fn may_begin(case: &Case, step: &StepSpec) -> bool {
    step.after.iter().all(|before| done(case, before))
}

/// Every department asked has given its opinion.
fn done(case: &Case, step: &str) -> bool {
    begun(case, step) && case.work.tasks.iter().all(|task| task.step != step || task.agrees.is_some())
}

/// The names of the steps that are not done: the decision has to wait for them.
pub(in crate::case) fn unfinished(case: &Case) -> Vec<String> {
    let open = case.process.steps.iter().filter(|step| !done(case, &step.key));
    open.map(|step| step.name.clone()).collect()
}

/// The actor's department's open part of this step.
fn task<'a>(case: &'a Case, step: &str, actor: &'a Actor) -> Result<&'a Task, Refusal> {
    case.tasks_of(actor).find(|task| task.step == step).ok_or(Refusal::NoStep)
}

/// Whether the actor has an open step to see to.
pub(in crate::case) fn open_steps(case: &Case, actor: &Actor) -> bool {
    case.tasks_of(actor).any(|task| held(task, actor).is_ok())
}

fn held(task: &Task, actor: &Actor) -> Result<(), Refusal> {
    match &task.holder {
        Some(holder) if !actor.answers_for(holder.account) => Err(Refusal::HeldBy(holder.name.clone())),
        Some(_) | None => Ok(()),
    }
}

/// The head of the department asked may take a step out of anybody's hands.
pub(super) fn take(case: &Case, step: String, actor: &Actor) -> Result<Vec<Event>, Refusal> {
    let task = task(case, &step, actor)?;
    if !actor.head {
        held(task, actor)?;
    }
    let by = holder(actor, ActionKind::TakeStep)?;
    if task.holder.as_ref().is_some_and(|holder| holder.account == by.account) {
        return Err(Refusal::HeldBy(by.name));
    }
    let department = task.department;
    Ok(vec![Event::StepTaken { step, department, by }])
}

pub(super) fn opinion(
    case: &Case,
    step: String,
    agrees: bool,
    opinion: String,
    second: String,
    context: &Context<'_>,
) -> Result<Vec<Event>, Refusal> {
    let task = task(case, &step, context.actor)?;
    held(task, context.actor)?;
    let opinion = required(opinion, "opinion")?;
    let site = case.process.step(&step).is_some_and(|step| step.kind == StepKind::Site);
    // 实地核查: at least two (行政许可法 art. 34).
    let second = if site { required(second, "second")? } else { second.trim().to_owned() };
    let (department, day) = (task.department, context.today);
    let given = Event::OpinionGiven { step, department, agrees, opinion, second, day };
    let after = evolve(case.clone(), &given);
    let mut events = vec![given];
    events.extend(opened(&after, context)?);
    Ok(events)
}

/// Back to a step that is done: by who decides, or by a department whose own open step follows it.
pub(super) fn give_back(
    case: &Case,
    step: String,
    reason: String,
    context: &Context<'_>,
) -> Result<Vec<Event>, Refusal> {
    let decides = case.standing_of(context.actor) != Standing::Consulted;
    if !done(case, &step) || !(decides || follows(case, &step, context.actor)) {
        return Err(Refusal::NoStep);
    }
    let returned = Event::StepReturned { step, reason: required(reason, "reason")? };
    let after = evolve(case.clone(), &returned);
    let mut events = vec![returned];
    events.extend(opened(&after, context)?);
    Ok(events)
}

fn follows(case: &Case, step: &str, actor: &Actor) -> bool {
    let after = case.process.from_step(step);
    case.tasks_of(actor)
        .any(|task| task.step != step && after.contains(task.step.as_str()) && held(task, actor).is_ok())
}

/// Steps that are done and that this actor could have done again.
pub(in crate::case) fn returnable<'a>(
    case: &'a Case,
    actor: &'a Actor,
) -> impl Iterator<Item = &'a StepSpec> {
    let decides = case.standing_of(actor) != Standing::Consulted;
    case.process
        .steps
        .iter()
        .filter(move |step| done(case, &step.key) && (decides || follows(case, &step.key, actor)))
}
