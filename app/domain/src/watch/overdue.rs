//! Dates that passed: of the whole case, and of one step.

use super::{Around, Evidence, Finding, Rule};
use crate::case::{Case, Task};
use crate::deadline::{self, Limit};
use chrono::NaiveDate;

/// Past a date of the case while its clock runs.
pub(super) fn case(rule: &Rule, case: &Case, due: Option<NaiveDate>, around: &Around<'_>) -> Option<Finding> {
    let due = due.filter(|_| case.status.clock_runs())?;
    let on = first_over(due, rule.limit(), around)?;
    (on <= around.today).then(|| Finding {
        rule: rule.key.clone(),
        department: case.department,
        basis: due,
        step: String::new(),
        on,
        seq: case.version,
        evidence: Evidence { due: Some(due), workdays: Some(over(due, around)), ..seen(rule, around) },
    })
}

/// The first day that is over, when so many working days are let go by.
fn first_over(due: NaiveDate, grace: u16, around: &Around<'_>) -> Option<NaiveDate> {
    let last = match grace {
        0 => due,
        days => deadline::due(around.calendar, due, Limit::workdays(days), &[])?.due,
    };
    last.succ_opt()
}

/// Working days over a date by today; none on days off right after it.
fn over(due: NaiveDate, around: &Around<'_>) -> u32 {
    around.calendar.workdays_between(due, around.today)
}

fn seen(rule: &Rule, around: &Around<'_>) -> Evidence {
    Evidence::of(rule, around.today)
}

/// Departments that were asked and have not answered for too long. A clock that stands still does not
/// count against them.
pub(super) fn steps(rule: &Rule, case: &Case, around: &Around<'_>) -> Vec<Finding> {
    if !case.status.clock_runs() {
        return Vec::new();
    }
    let open = case.work.tasks.iter().filter(|task| task.agrees.is_none());
    open.filter_map(|task| step(rule, case, task, around)).collect()
}

fn step(rule: &Rule, case: &Case, task: &Task, around: &Around<'_>) -> Option<Finding> {
    let spec = case.process.step(&task.step);
    let own = spec.and_then(|spec| spec.limit).or(rule.usual)?;
    let limit = |days| {
        let limit = Limit::workdays(days);
        deadline::due(around.calendar, task.opened, limit, &case.suspensions()).map(|end| end.due)
    };
    let (due, last) = (limit(own)?, limit(own.saturating_add(rule.limit()))?);
    let on = last.succ_opt()?;
    (on <= around.today).then(|| Finding {
        rule: rule.key.clone(),
        department: task.department,
        basis: task.opened,
        step: task.step.clone(),
        on,
        seq: case.version,
        evidence: Evidence {
            due: Some(due),
            since: Some(task.opened),
            workdays: Some(over(due, around)),
            step: spec.map(|spec| spec.name.clone()),
            step_en: spec.and_then(|spec| spec.name_en.clone()),
            ..seen(rule, around)
        },
    })
}
