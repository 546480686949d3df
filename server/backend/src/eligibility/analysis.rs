//! What administrators see of a rule: every way through it, what is wrong with it, and who can tell
//! each of its facts. A fact that nobody can tell is a dead end.

use std::sync::Arc;

use domain::eligibility::{Path, faults, paths, questions};
use domain::permission::Actor;
use domain::rule::{Facts, Rule, Test, words};

use super::supply::{Supply, supply};
use crate::catalogue::{Handbook, Query};
use crate::import::may_administer;
use crate::known;
use crate::{Result, Services};

/// A test in Chinese and in English, and how it comes out.
pub type Step = (String, String, bool);

/// A rule, taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Analysis {
    /// The item.
    pub item: String,
    /// Its name.
    pub name: String,
    /// In English.
    pub name_en: Option<String>,
    /// Each condition in words.
    pub conditions: Vec<(String, String)>,
    /// Every way to a yes that somebody can take.
    pub yes: Vec<Vec<Step>>,
    /// Every way to a no.
    pub no: Vec<Vec<Step>>,
    /// There are more ways than are written out.
    pub cut: bool,
    /// Ways that contradict themselves.
    pub contradictions: Vec<Vec<Step>>,
    /// Tests that decide nothing.
    pub idle: Vec<(String, String)>,
    /// Nobody can meet it.
    pub never: bool,
    /// Nobody can fail to meet it.
    pub always: bool,
    /// Each fact, what it is called, and who can tell it.
    pub fields: Vec<FieldSource>,
}

/// A fact of a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldSource {
    /// Its name in the rule.
    pub field: String,
    /// What it is called, where it has words.
    pub words: Option<(String, String)>,
    /// Who can tell it.
    pub supply: Supply,
}

impl Analysis {
    /// Facts that nobody can tell.
    pub fn dead_ends(&self) -> impl Iterator<Item = &FieldSource> {
        self.fields.iter().filter(|one| one.supply.is_dead_end())
    }

    /// Whether there is something to mend.
    pub fn is_sound(&self) -> bool {
        let whole = !self.cut && self.contradictions.is_empty() && self.idle.is_empty();
        whole && !self.never && !self.always && self.dead_ends().next().is_none()
    }
}

/// The rule of one item, taken apart; none where none is written.
///
/// # Errors
/// [`crate::Kind::NotFound`] when there is no such item; [`crate::Kind::Denied`] to all but an
/// administrator; storage errors.
pub async fn analyse(services: &Services, actor: &Actor, item: &str) -> Result<Option<Analysis>> {
    may_administer(actor)?;
    let item = services.catalogue.offer(item, None).await?;
    let city = city(services).await?;
    let one = |book: &Handbook| {
        let rule = book.conditions(&item.id).map(|one| Arc::clone(&one.rule));
        Some(rule.map(|rule| taken_apart(book, (&item.id, &item.name, &item.name_en), &rule, &city)))
    };
    services.catalogue.look_up(one).await
}

/// The rules of all items.
///
/// # Errors
/// [`crate::Kind::Denied`] to all but an administrator; storage errors.
pub async fn analyse_all(services: &Services, actor: &Actor) -> Result<Vec<Analysis>> {
    may_administer(actor)?;
    let city = city(services).await?;
    let cards = services.catalogue.search(&Query { limit: usize::MAX, ..Query::default() }).items;
    let all = |book: &Handbook| {
        let one = |card: &crate::catalogue::ItemCard| {
            let rule = &book.conditions(&card.id)?.rule;
            Some(taken_apart(book, (&card.id, &card.name, &card.name_en), rule, &city))
        };
        Some(cards.iter().filter_map(one).collect::<Vec<_>>())
    };
    let mut all = services.catalogue.look_up(all).await?;
    all.sort_by(|one, other| one.item.cmp(&other.item));
    Ok(all)
}

async fn city(services: &Services) -> Result<Facts> {
    Ok(known::of_city(&services.db.read, services, services.clock.today()).await?.facts())
}

fn taken_apart(
    book: &Handbook,
    (id, name, name_en): (&str, &str, &Option<String>),
    rule: &Rule,
    city: &Facts,
) -> Analysis {
    let named = |code: &str| book.certificate(code).cloned();
    let said = |test: &Test| words(&Rule::Is(test.clone()), &named);
    let steps = |path: &Path<'_>| {
        let step = |(test, met): &(&Test, bool)| {
            let (zh, en) = said(test);
            (zh, en, *met)
        };
        path.tests.iter().map(step).collect::<Vec<Step>>()
    };
    let ways = paths(rule, city);
    let faults = faults(rule, &ways);
    let possible = |all: &[Path<'_>]| all.iter().filter(|path| path.facts.is_some()).map(steps).collect();
    Analysis {
        item: id.to_owned(),
        name: name.to_owned(),
        name_en: name_en.clone(),
        conditions: rule.parts().into_iter().map(|part| words(part, &named)).collect(),
        yes: possible(&ways.yes),
        no: possible(&ways.no),
        cut: ways.cut,
        contradictions: faults.contradictions.iter().map(steps).collect(),
        idle: faults.idle.into_iter().map(said).collect(),
        never: faults.never,
        always: faults.always,
        fields: fields(book, rule, city),
    }
}

fn fields(book: &Handbook, rule: &Rule, city: &Facts) -> Vec<FieldSource> {
    let asked = questions(rule, &|code| book.certificate(code).cloned());
    let one = |field: &str| {
        let question = asked.iter().find(|one| one.field == field);
        let words = question.map(|one| (one.zh.clone(), one.en.clone()));
        let supply = supply(field, question.is_some(), city);
        FieldSource { field: field.to_owned(), words, supply }
    };
    rule.fields().into_iter().map(one).collect()
}
