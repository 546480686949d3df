//! What somebody may be entitled to, over all items.

use domain::eligibility::{Question, questions};
use domain::item::Subject;
use domain::rule::{Facts, Rule, Truth, Value};
use sea_orm::ConnectionTrait;

use super::item::{Reason, reasons};
use crate::catalogue::{Handbook, ItemCard, ItemState, Query};
use crate::known::{self, Known};
use crate::{Holder, Result, Services};

/// 行政给付: what is given to those entitled; told first.
const BENEFIT: &str = "05";

/// Facts that say nothing of what somebody is entitled to: everybody who is known here has them.
const PLAIN: [&str; 7] = [
    "LOCAL",
    "person.real_name",
    "person.citizen",
    "applicant.real_name",
    "applicant.contact",
    "applicant.is_self_or_authorised",
    "applicant.is_agent_of_org",
];

/// An item that somebody meets every condition of, or all but one fact that is not known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entitlement {
    /// `MZ-001`.
    pub item: String,
    /// Its name.
    pub name: String,
    /// In English.
    pub name_en: Option<String>,
    /// Whether it is something given: 行政给付.
    pub benefit: bool,
    /// Each condition and whether it is met; never the facts behind it.
    pub reasons: Vec<Reason>,
    /// The one fact that is not known, as a question; none where every condition is met.
    pub lacking: Option<Question>,
}

/// What a holder may be entitled to: first where every condition is met, then where one fact is not
/// known; benefits before the rest. Nothing of which they hold the result already, and nothing for
/// the dead.
///
/// # Errors
/// Storage errors.
pub async fn entitled<C: ConnectionTrait>(
    db: &C,
    services: &Services,
    holder: Holder,
    limit: usize,
) -> Result<Vec<Entitlement>> {
    let known = known::of(db, services, holder, services.clock.today()).await?;
    let facts = known.facts();
    if facts.get("person.died") == Some(&Value::Bool(true)) {
        return Ok(Vec::new());
    }
    let cards = services.catalogue.search(&Query { limit: usize::MAX, ..Query::default() }).items;
    let all = |book: &Handbook| {
        let of_holder = cards.iter().filter(|card| card.state == ItemState::Active && is_for(card, holder));
        Some(of_holder.filter_map(|card| one(book, card, &known, &facts)).collect::<Vec<_>>())
    };
    let mut found = services.catalogue.look_up(all).await?;
    found.sort_by_key(|(weight, one)| (one.lacking.is_some(), !one.benefit, core::cmp::Reverse(*weight)));
    Ok(found.into_iter().map(|(_, one)| one).take(limit).collect())
}

fn is_for(card: &ItemCard, holder: Holder) -> bool {
    let person = |subject: &Subject| matches!(subject, Subject::Person);
    match holder {
        Holder::Person(_) => card.subjects.iter().any(person),
        Holder::Entity(_) => !card.subjects.iter().all(person),
    }
}

/// An item, and of how many facts its rule is: the more, the more it is about this holder.
fn one(book: &Handbook, card: &ItemCard, known: &Known, facts: &Facts) -> Option<(usize, Entitlement)> {
    let conditions = book.conditions(&card.id)?;
    let rule = conditions.rule.as_ref();
    let weight = rule.fields().into_iter().filter(|field| !PLAIN.contains(field)).count();
    let held = |code: &String| facts.get(&format!("cert.{code}")) == Some(&Value::Bool(true));
    if weight == 0 || conditions.result.as_ref().is_some_and(held) {
        return None;
    }
    let lacking = match rule.truth(facts) {
        Truth::Met => None,
        Truth::NotMet => return None,
        Truth::Unknown => Some(lacking(book, rule, facts)?),
    };
    let (item, name, name_en) = (card.id.clone(), card.name.clone(), card.name_en.clone());
    let benefit = card.type_code == BENEFIT;
    Some((
        weight,
        Entitlement { item, name, name_en, benefit, reasons: reasons(book, rule, known, facts), lacking },
    ))
}

/// The one question that is open, where something else is met already.
fn lacking(book: &Handbook, rule: &Rule, facts: &Facts) -> Option<Question> {
    let open = rule.undecided(facts);
    let mut open = open.into_iter();
    let (field, others) = (open.next()?, open.next());
    let met = rule.parts().iter().any(|part| part.truth(facts) == Truth::Met);
    let asked = questions(rule, &|code| book.certificate(code).cloned());
    asked.into_iter().find(|one| one.field == field).filter(|_| others.is_none() && met)
}
