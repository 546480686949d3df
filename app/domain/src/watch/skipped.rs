//! Steps that were left out. `decide` does not let it happen; this reads what did, whoever wrote it.

use super::found::today;
use super::{Around, Finding, Rule};
use crate::case::{Case, Event};
use chrono::NaiveDate;

/// 受理 was left out. No step of a process can have this key.
pub const STEP_ACCEPT: &str = "#accept";
/// 决定 was left out.
pub const STEP_DECIDE: &str = "#decide";

/// The steps that this event leaves behind undone.
pub(super) fn found(rule: &Rule, before: &Case, event: &Event, around: &Around<'_>) -> Vec<Finding> {
    // 秒批 asks no department, and the acceptance stands beside it.
    let left = if let Event::Decided { automatic: false, .. } = event {
        undecided(before)
    } else if let Event::StepOpened { task } = event {
        before_step(before, &task.step)
    } else if matches!(event, Event::Closed { .. }) && before.decided_on.is_none() {
        vec![STEP_DECIDE.to_owned()]
    } else {
        Vec::new()
    };
    // Left out once in each round of the clock, however often something goes on without it.
    let basis = before.accepted_on.unwrap_or(around.today);
    left.into_iter().map(|step| finding(rule, before, step, basis, around)).collect()
}

fn finding(rule: &Rule, case: &Case, step: String, basis: NaiveDate, around: &Around<'_>) -> Finding {
    let mut finding = Finding { basis, ..today(rule, case, around, step) };
    let spec = case.process.step(&finding.step);
    finding.evidence.step = spec.map(|spec| spec.name.clone());
    finding.evidence.step_en = spec.and_then(|spec| spec.name_en.clone());
    finding
}

fn undecided(case: &Case) -> Vec<String> {
    let accepted = case.status.is_handled();
    let steps = case.process.steps.iter().filter(|step| !done(case, &step.key));
    let steps = steps.map(|step| step.key.clone());
    (!accepted).then(|| STEP_ACCEPT.to_owned()).into_iter().chain(steps).collect()
}

/// What the process of its version says must be done before this step.
fn before_step(case: &Case, step: &str) -> Vec<String> {
    let after = case.process.step(step).map(|spec| spec.after.as_slice()).unwrap_or_default();
    after.iter().filter(|key| !done(case, key)).cloned().collect()
}

/// Every department asked has given its opinion.
fn done(case: &Case, step: &str) -> bool {
    let mut tasks = case.work.tasks.iter().filter(|task| task.step == step).peekable();
    tasks.peek().is_some() && tasks.all(|task| task.agrees.is_some())
}
