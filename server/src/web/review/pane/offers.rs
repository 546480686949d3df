//! What the forms offer to choose from, for the one who looks.

use super::process::name;
use crate::web::error::PageError;
use app::lang::Lang;
use app::pages::review::{Colleague, Offers, OwnStep};
use backend::Services;
use backend::cases::{self, CaseView, StepState, StepView};
use domain::case::ActionKind;
use domain::permission::{Actor, Standing};
use domain::process::{CorrectionClock, StepKind};

pub(super) async fn offers(
    services: &Services,
    lang: Lang,
    actor: &Actor,
    case: &CaseView,
) -> Result<Offers, PageError> {
    let process = &case.case.process;
    Ok(Offers {
        steps: case.steps.iter().filter_map(|step| own_step(lang, actor, step)).collect(),
        returnable: returnable(lang, actor, case),
        colleagues: colleagues(services, actor, case).await?,
        most_workdays: process.extension,
        reply: process.reply,
        pauses: process.correction == CorrectionClock::Pause,
        asked_before: case.case.corrections,
        defer_days: process.deferral.unwrap_or_default(),
    })
}

/// The step, where the actor's own department has not answered in it yet.
fn own_step(lang: Lang, actor: &Actor, step: &StepView) -> Option<OwnStep> {
    let mine = step.tasks.iter().find(|task| task.mine && task.task.agrees.is_none())?;
    let holder = mine.task.holder.as_ref();
    let own = holder.is_some_and(|holder| actor.account == Some(holder.account));
    let answers = holder.is_none_or(|holder| actor.answers_for(holder.account));
    Some(OwnStep {
        key: step.spec.key.clone(),
        name: name(lang, &step.spec),
        site: step.spec.kind == StepKind::Site,
        take: !own && (actor.head || answers),
        speak: answers,
    })
}

/// Steps that are done: to who decides all of them, to who is asked those before their own.
fn returnable(lang: Lang, actor: &Actor, case: &CaseView) -> Vec<(String, String)> {
    let decides = case.case.standing_of(actor) != Standing::Consulted;
    let own: Vec<&str> = case.case.tasks_of(actor).map(|task| task.step.as_str()).collect();
    let before_own = |key: &str| {
        let following = case.case.process.from_step(key);
        own.iter().any(|mine| *mine != key && following.contains(mine))
    };
    let done = case.steps.iter().filter(|step| step.state == StepState::Done);
    let done = done.filter(|step| decides || before_own(&step.spec.key));
    done.map(|step| (step.spec.key.clone(), name(lang, &step.spec))).collect()
}

/// Who could get the case; asked only where it can be given.
async fn colleagues(
    services: &Services,
    actor: &Actor,
    case: &CaseView,
) -> Result<Vec<Colleague>, PageError> {
    let gives = [ActionKind::Assign, ActionKind::HandOver];
    if !gives.iter().any(|kind| case.actions.contains(kind)) {
        return Ok(Vec::new());
    }
    let holder = case.case.assignee.as_ref().map(|holder| holder.account);
    let found = cases::colleagues(services, actor).await?;
    let others = found.into_iter().filter(|one| Some(one.account) != holder);
    let colleague = |one: cases::Colleague| Colleague {
        account: one.account,
        name: one.name,
        open: one.open,
        absent_until: one.absent_until,
        deputy: one.deputy.unwrap_or_default(),
    };
    Ok(others.map(colleague).collect())
}
