//! 环节: the steps as the pane shows them, with what was said in each.

use app::lang::Lang;
use app::ui::steps::{Part, Progress, Step};
use backend::cases::{CaseView, StepState, StepView, TaskView};
use domain::case::{Event, Task};
use domain::process::StepSpec;

pub(super) fn steps(lang: Lang, case: &CaseView) -> Vec<Step> {
    let step = |view: &StepView| Step {
        name: name(lang, &view.spec),
        kind: view.spec.kind,
        progress: match view.state {
            StepState::Waiting => Progress::Waiting,
            StepState::Open => Progress::Open,
            StepState::Done => Progress::Done,
        },
        after: others(lang, case, |other| view.spec.after.contains(&other.key)),
        beside: others(lang, case, |other| other.key != view.spec.key && other.after == view.spec.after),
        limit: view.spec.limit,
        parts: view.tasks.iter().map(|task| part(lang, case, task)).collect(),
    };
    case.steps.iter().map(step).collect()
}

pub(super) fn name(lang: Lang, spec: &StepSpec) -> String {
    lang.pick(&spec.name, &spec.name_en).to_owned()
}

fn others(lang: Lang, case: &CaseView, wanted: impl Fn(&StepSpec) -> bool) -> Vec<String> {
    case.steps.iter().filter(|step| wanted(&step.spec)).map(|step| name(lang, &step.spec)).collect()
}

fn part(lang: Lang, case: &CaseView, view: &TaskView) -> Part {
    let (opinion, second) = said(case, &view.task).unwrap_or_default();
    let holder = view.task.holder.as_ref().map(|holder| holder.name.clone());
    Part {
        department: lang.pick(&view.department, &view.department_en).to_owned(),
        holder: holder.or_else(|| who_said(case, &view.task)).unwrap_or_default(),
        due: view.task.due,
        late: view.late,
        agrees: view.task.agrees,
        opinion,
        second,
    }
}

/// Opinion and second officer, once the department has spoken.
fn said(case: &CaseView, task: &Task) -> Option<(String, String)> {
    task.agrees?;
    case.events.iter().rev().find_map(|one| match &one.event {
        Event::OpinionGiven { step, department, opinion, second, .. } if task.is(step, *department) => {
            Some((opinion.clone(), second.clone()))
        }
        _ => None,
    })
}

/// Who answered for a department without having taken the step.
fn who_said(case: &CaseView, task: &Task) -> Option<String> {
    task.agrees?;
    let spoke = |event: &Event| matches!(event, Event::OpinionGiven { step, department, .. } if task.is(step, *department));
    case.events.iter().rev().find(|one| spoke(&one.event)).map(|one| one.actor_name.clone())
}
