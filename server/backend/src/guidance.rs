//! 办前引导: question by question to exactly what somebody has to bring, where to go, how long it takes
//! and what it costs. The questions are [`domain::guidance`]'s; what they decide is in [`Outcome`].

mod outcome;

pub use outcome::{Come, Needed, Outcome};

use crate::catalogue::{Guide, GuideQuery, IntakeItem};
use crate::{Holder, Result, Services};
use domain::division::DivisionCode;
use domain::field_error::FieldError;
use domain::guidance::{Guidance, Next, Plan, RESIDENCE, SITUATION};
use domain::intake::{Answers, Choice, FieldSpec};

/// How far somebody has come.
#[derive(Clone, Debug)]
pub struct Guided {
    /// The item, for the place and situation answered so far.
    pub guide: Guide,
    /// The questions that the answers lead to, answered or not.
    pub asked: Vec<FieldSpec>,
    /// Answers that were not offered.
    pub errors: Vec<FieldError>,
    /// What comes now.
    pub now: Now,
    /// The answers that go on into the application: nothing of them is asked twice.
    pub kept: Answers,
}

/// A question, or what all answers lead to.
#[derive(Clone, Debug)]
pub enum Now {
    /// The next question.
    Ask(Box<FieldSpec>),
    /// Exactly what is needed.
    Done(Box<Outcome>),
}

/// The next question about an item, or the outcome. `known`: who asks, where they are known.
///
/// # Errors
/// [`crate::Kind::NotFound`] when there is no such item, or no more.
pub async fn guided(
    services: &Services,
    item: &str,
    answers: &Answers,
    known: Option<Holder>,
) -> Result<Guided> {
    let said = |key: &str| answers.get(key).map(|said| said.trim()).filter(|said| !said.is_empty());
    let situation = said(SITUATION);
    let query = GuideQuery {
        division: said(RESIDENCE).and_then(|code| DivisionCode::parse(code).ok()),
        situation: situation.map(str::to_owned),
    };
    let guide = services.catalogue.guide(item, &query).await?;
    let item = services.catalogue.offer(item, situation).await?;
    let guidance = of(&guide, &item);
    let errors = guidance.check(answers).err().unwrap_or_default();
    let now = match guidance.next(answers) {
        Next::Ask(field) => Now::Ask(Box::new(field.clone())),
        Next::Done => Now::Done(Box::new(outcome::outcome(services, &guide, &item, answers, known).await?)),
    };
    let asked = guidance.asked(answers).cloned().collect();
    let kept = guidance.kept(&item.form, answers);
    Ok(Guided { guide, asked, errors, now, kept })
}

/// The questions of an item.
pub fn of(guide: &Guide, item: &IntakeItem) -> Guidance {
    let situations = item.situations.iter().map(|one| Choice {
        value: one.code.clone(),
        label: one.name.clone(),
        label_en: one.name_en.clone(),
    });
    let materials = item.materials.iter().filter_map(|one| one.needed_if.as_ref());
    let fees = guide.fee.items.iter().filter_map(|one| one.applies_if.as_ref());
    Guidance::of(&Plan {
        situations: situations.collect(),
        form: &item.form,
        conditions: materials.chain(fees).collect(),
        agent: item.flags.agent,
        places: guide.offices.len() > 1,
    })
}

#[cfg(test)]
mod tests;
