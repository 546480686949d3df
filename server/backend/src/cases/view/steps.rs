//! The steps of a case: who was asked, until when, and what they said.

use crate::catalogue::Handbook;
use crate::{Result, Services};
use domain::case::{Case, Task};
use domain::permission::Actor;
use domain::process::StepSpec;

/// Where a step stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepState {
    /// Waits for others.
    Waiting,
    /// Somebody is asked.
    Open,
    /// Everybody asked has answered.
    Done,
}

/// A step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepView {
    /// What it is.
    pub spec: StepSpec,
    /// Where it stands.
    pub state: StepState,
    /// Who is asked.
    pub tasks: Vec<TaskView>,
}

/// A department's part of a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaskView {
    /// What is asked.
    pub task: Task,
    /// The department.
    pub department: String,
    /// In English.
    pub department_en: Option<String>,
    /// Past its own limit.
    pub late: bool,
    /// The viewer's department.
    pub mine: bool,
}

/// The steps, in the order of the process.
pub(super) async fn steps(services: &Services, actor: &Actor, case: &Case) -> Result<Vec<StepView>> {
    if case.process.steps.is_empty() {
        return Ok(Vec::new());
    }
    let today = services.clock.today();
    let view = |book: &Handbook, task: &Task| {
        let department = book.department(task.department)?;
        Some(TaskView {
            department: department.name.clone(),
            department_en: department.name_en.clone(),
            late: task.agrees.is_none() && task.due.is_some_and(|due| due < today),
            mine: actor.department == Some(task.department),
            task: task.clone(),
        })
    };
    let step = |book: &Handbook, spec: &StepSpec| {
        let tasks = case.work.tasks.iter().filter(|task| task.step == spec.key);
        let tasks: Option<Vec<TaskView>> = tasks.map(|task| view(book, task)).collect();
        tasks.map(|tasks| StepView { state: state(&tasks), spec: spec.clone(), tasks })
    };
    services.catalogue.look_up(|book| case.process.steps.iter().map(|spec| step(book, spec)).collect()).await
}

fn state(tasks: &[TaskView]) -> StepState {
    match tasks {
        [] => StepState::Waiting,
        tasks if tasks.iter().all(|one| one.task.agrees.is_some()) => StepState::Done,
        _ => StepState::Open,
    }
}
