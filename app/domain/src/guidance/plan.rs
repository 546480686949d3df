//! The questions of one item before applying.

use super::{BY_AGENT, FOR_WHOM, RESIDENCE, SITUATION};
use crate::division::DivisionCode;
use crate::field_error::{FieldCode, FieldError};
use crate::intake::{Answers, Choice, Condition, FieldKind, FieldSpec, FormSpec};

/// What an item's guidance is made of.
#[derive(Clone, Debug)]
pub struct Plan<'a> {
    /// 情形 to choose from; nothing is asked where there is only one.
    pub situations: Vec<Choice>,
    /// The questions of its form.
    pub form: &'a FormSpec,
    /// What its materials and fees depend on.
    pub conditions: Vec<&'a Condition>,
    /// Somebody may apply in another's name.
    pub agent: bool,
    /// Several bodies carry it out: where one lives decides which.
    pub places: bool,
}

/// The questions in the order in which they are asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guidance {
    form: FormSpec,
}

/// What comes after some answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Next<'a> {
    /// This question.
    Ask(&'a FieldSpec),
    /// Everything is known: the outcome can be computed.
    Done,
}

impl Guidance {
    /// The questions of an item: which 情形, for whom, where, then what materials and fees depend on.
    pub fn of(plan: &Plan<'_>) -> Self {
        let mut fields = Vec::new();
        if plan.situations.len() > 1 {
            fields.push(situation(plan.situations.clone()));
        }
        match plan.form.field(FOR_WHOM) {
            Some(asked) => fields.push(asked.clone()),
            None if plan.agent => fields.push(by_agent()),
            None => {}
        }
        if plan.places {
            fields.extend(plan.form.field(RESIDENCE).cloned());
        }
        let wanted = wanted(plan);
        for field in plan.form.fields.iter().filter(|field| wanted.contains(&field.key.as_str())) {
            if !fields.iter().any(|known| known.key == field.key) {
                fields.push(field.clone());
            }
        }
        Self { form: FormSpec { fields } }
    }

    /// All questions, asked or not.
    pub fn questions(&self) -> &[FieldSpec] {
        &self.form.fields
    }

    /// The questions that these answers lead to.
    pub fn asked<'a>(&'a self, answers: &'a Answers) -> impl Iterator<Item = &'a FieldSpec> {
        self.form.asked(answers)
    }

    /// The first question without an answer that counts, or that there is none.
    pub fn next<'a>(&'a self, answers: &'a Answers) -> Next<'a> {
        let open = self.asked(answers).find(|field| !answered(field, answers));
        open.map_or(Next::Done, Next::Ask)
    }

    /// What is wrong with the answers given: one that was not offered.
    ///
    /// # Errors
    /// One for each such answer; nothing for questions that are still open.
    pub fn check(&self, answers: &Answers) -> Result<(), Vec<FieldError>> {
        let given = self.asked(answers).filter(|field| said(field, answers).is_some());
        let wrong = given.filter(|field| !answered(field, answers));
        let wrong: Vec<_> = wrong.map(|field| FieldError::new(&field.key, FieldCode::Choice)).collect();
        if wrong.is_empty() { Ok(()) } else { Err(wrong) }
    }

    /// Of what was answered, that which was asked; without what the form of the item does not know.
    pub fn kept(&self, form: &FormSpec, answers: &Answers) -> Answers {
        let asked = self.asked(answers).filter(|field| answered(field, answers));
        let known = asked.filter(|field| form.field(&field.key).is_some());
        known
            .filter_map(|field| Some((field.key.clone(), answers.get(&field.key)?.trim().to_owned())))
            .collect()
    }
}

fn said<'a>(field: &FieldSpec, answers: &'a Answers) -> Option<&'a str> {
    answers.get(&field.key).map(|said| said.trim()).filter(|said| !said.is_empty())
}

fn answered(field: &FieldSpec, answers: &Answers) -> bool {
    said(field, answers).is_some_and(|said| match field.kind {
        FieldKind::Division => DivisionCode::parse(said).is_ok(),
        FieldKind::Choice | FieldKind::Yesno => field.offers(said),
        FieldKind::Text
        | FieldKind::Multiline
        | FieldKind::Phone
        | FieldKind::Date
        | FieldKind::Number
        | FieldKind::BankAccount
        | FieldKind::IdNumber
        | FieldKind::CreditCode
        | FieldKind::Money => true,
    })
}

/// The questions on which something depends, and those that decide whether these are asked.
fn wanted<'a>(plan: &Plan<'a>) -> Vec<&'a str> {
    let mut wanted: Vec<&str> = plan.conditions.iter().map(|condition| condition.field.as_str()).collect();
    let mut at = 0;
    while let Some(key) = wanted.get(at).copied() {
        let before = plan.form.field(key).and_then(|field| field.asked_if.as_ref());
        if let Some(before) = before.filter(|before| !wanted.contains(&before.field.as_str())) {
            wanted.push(&before.field);
        }
        at += 1;
    }
    wanted
}

fn situation(options: Vec<Choice>) -> FieldSpec {
    let label = ("您属于哪种情况？", "Which is your situation?");
    FieldSpec { options, ..own(SITUATION, label, FieldKind::Choice) }
}

fn by_agent() -> FieldSpec {
    own(BY_AGENT, ("是请别人代您办吗？", "Will somebody else apply for you?"), FieldKind::Yesno)
}

fn own(key: &str, (label, label_en): (&str, &str), kind: FieldKind) -> FieldSpec {
    FieldSpec {
        label: label.to_owned(),
        label_en: Some(label_en.to_owned()),
        required: true,
        ..FieldSpec::new(key, kind)
    }
}
