//! A scene: one case played by the usual ways, so that everything about it is as in a real city.

use chrono::NaiveDate;
use domain::intake::Answers;
use domain::item::Channel;
use domain::permission::Actor;

use super::answers::answers;
use super::chance::Chance;
use super::days::Days;
use super::scenes::scenes;
use super::staff::{Cast, Resident};
use crate::cases::{self, CaseView, Deed};
use crate::catalogue::IntakeItem;
use crate::drafts::{Manner, MaterialAnswer};
use crate::intake::{self, Application};
use crate::{Error, Result, Services};

/// Who does something.
#[derive(Clone, Copy, Debug)]
pub(super) enum Who {
    /// The clerk, for the applicant.
    Clerk,
    /// The department's first reviewer.
    Reviewer,
    /// The head of the department.
    Head,
    /// The first reviewer of a department asked, by its key.
    Asked(&'static str),
}

/// What the applicant brings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Brings {
    /// Everything.
    All,
    /// Promises in place of proofs.
    Promises,
    /// All but what may follow.
    Less,
}

/// What is done, seeing the case, on a day.
pub(super) type Does = fn(&CaseView, NaiveDate) -> Deed;

/// One case and what is done to it, each so many working days after the one before.
pub(super) struct Scene {
    pub item: &'static str,
    /// Submitted so many working days ago.
    pub ago: u32,
    pub brings: Brings,
    /// By somebody of sixty or more.
    pub elder: bool,
    /// Not by rule.
    pub person_wanted: bool,
    pub steps: Vec<(Who, u32, Does)>,
}

/// Plays every scene; how many there are.
pub(super) async fn write(services: &Services, days: &Days, cast: &Cast) -> Result<u64> {
    let mut written = 0;
    // Each has an applicant of its own: a broken promise bars from more.
    let mut left: Vec<&Resident> = cast.residents.iter().skip(1).rev().collect();
    for (scene, seed) in scenes().iter().zip(800_001..) {
        let fits = |one: &&Resident| {
            !scene.elder || one.person.household.is_some() && one.person.number.age_on(days.ago(60)) >= 60
        };
        let at = left.iter().position(fits).ok_or_else(Error::not_found)?;
        play(services, days, cast, scene, left.remove(at), seed).await?;
        written += 1;
    }
    Ok(written)
}

async fn play(
    services: &Services,
    days: &Days,
    cast: &Cast,
    scene: &Scene,
    resident: &Resident,
    seed: u64,
) -> Result<()> {
    let mut chance = Chance::new(seed);
    let clerk = cast.clerks.first().ok_or_else(Error::not_found)?;
    let item = services.catalogue.intake_item(scene.item, None).await?;
    let card = services.catalogue.card(scene.item).ok_or_else(Error::not_found)?;
    let mut moment = days.in_office(days.workdays_ago(scene.ago), &mut chance);
    moment = days.past(moment).unwrap_or(days.now);
    let past = services.at(moment);
    let application = Application {
        item_id: item.id.clone(),
        situation: None,
        person_id: resident.id,
        agent_person_id: None,
        entity_id: None,
        answers: for_self(answers(&item.form, &resident.person, past.clock.today(), &mut chance)),
        materials: materials(&item, scene.brings),
        channel: Channel::Window,
        counter: Some(clerk.counter),
        consented: true,
        person_wanted: scene.person_wanted,
    };
    let receipt = intake::submit(&past, &clerk.actor, application, &format!("demo-{seed}")).await?;
    for (who, workdays, does) in &scene.steps {
        moment = days.later(moment, *workdays, &mut chance);
        let Some(then) = days.past(moment) else { break };
        let past = services.at(then);
        let actor = actor(cast, &card.department_key, *who, &clerk.actor).ok_or_else(Error::not_found)?;
        let view = cases::get(&past, &actor, &receipt.case_no).await?;
        let deed = does(&view, past.clock.today());
        cases::act(&past, &actor, &receipt.case_no, view.case.version, deed).await?;
    }
    Ok(())
}

/// Everybody comes for themselves: of others no rule knows anything.
fn for_self(mut answers: Answers) -> Answers {
    if let Some(whom) = answers.get_mut("for_whom") {
        "self".clone_into(whom);
    }
    answers
}

fn actor(cast: &Cast, own: &str, who: Who, clerk: &Actor) -> Option<Actor> {
    let first = |key: &str| cast.reviewers.get(key)?.first().cloned();
    match who {
        Who::Clerk => Some(clerk.clone()),
        Who::Reviewer => first(own),
        Who::Head => cast.heads.get(own).cloned(),
        Who::Asked(key) => first(key),
    }
}

fn materials(item: &IntakeItem, brings: Brings) -> Vec<MaterialAnswer> {
    let manner = |deferrable: bool| match brings {
        Brings::Promises => Manner::Commitment,
        Brings::Less if deferrable => Manner::Missing,
        Brings::All | Brings::Less => Manner::Paper,
    };
    let answer = |material: &crate::catalogue::Material| {
        MaterialAnswer::new(material.id, manner(material.deferrable), Vec::new())
    };
    item.materials.iter().filter(|material| material.required).map(answer).collect()
}
