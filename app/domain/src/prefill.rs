//! 预填: what is known already is filled in, each answer with where it comes from and since when.
//!
//! Trusted in this order: what a valid certificate states, what the portal recorded with the identity,
//! what a registry says, what the same person answered last time. Nothing is filled in that the
//! question itself would not take.

mod known;
mod mark;

pub use known::{Known, Page, Registered, Said};
pub use mark::{Mark, Origin};

use crate::intake::{FieldKind, FieldSpec, FormSpec, check_field};
use crate::rule::{Decimal, Value};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// An answer that nobody had to type.
#[derive(Clone, PartialEq, Eq)]
pub struct Prefilled {
    /// The answer in its normal form.
    pub value: String,
    /// Where it comes from.
    pub mark: Mark,
}

impl std::fmt::Debug for Prefilled {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Prefilled(…, {:?})", self.mark)
    }
}

/// The questions of a form that what is known answers, by key.
pub fn prefill(form: &FormSpec, known: &Known, today: NaiveDate) -> BTreeMap<String, Prefilled> {
    let answer = |field: &FieldSpec| Some((field.key.clone(), of_field(field, known, today)?));
    form.fields.iter().filter_map(answer).collect()
}

/// The most trusted answer that the question takes.
fn of_field(field: &FieldSpec, known: &Known, today: NaiveDate) -> Option<Prefilled> {
    let taken = |(raw, mark): (String, Mark)| {
        let value = check_field(field, &raw, today).ok().filter(|value| !value.is_empty())?;
        Some(Prefilled { value, mark })
    };
    stated(field, known)
        .into_iter()
        .chain(recorded(field, known))
        .chain(registered(field, known))
        .chain(repeated(field, known))
        .find_map(taken)
}

fn sources<'a>(field: &'a FieldSpec, kind: &'a str) -> impl Iterator<Item = &'a str> {
    let all = field.source.as_deref().unwrap_or_default().split_whitespace();
    all.filter_map(move |source| source.strip_prefix(kind)?.strip_prefix(':'))
}

/// What certificates say. Two that say different things fix nothing: it is not known which is meant.
fn stated(field: &FieldSpec, known: &Known) -> Option<(String, Mark)> {
    let pages: Vec<(&Page, &String)> = sources(field, "certificate")
        .flat_map(|code| known.certificates.iter().filter(move |page| page.code == code))
        .filter_map(|page| Some((page, page.data.get(&field.key)?)))
        .collect();
    let (newest, value) = pages.iter().max_by_key(|(page, _)| page.as_of)?;
    let agreed = pages.iter().all(|(_, other)| other == value);
    let origin = Origin::Certificate {
        code: newest.code.clone(),
        name: newest.name.clone(),
        name_en: newest.name_en.clone(),
        issuer: newest.issuer.clone(),
    };
    let correctable = !(field.fixed && agreed);
    Some(((*value).clone(), Mark { origin, as_of: newest.as_of, correctable }))
}

fn recorded(field: &FieldSpec, known: &Known) -> Option<(String, Mark)> {
    let value = known.identity.get(&field.key)?;
    let mark = Mark { origin: Origin::Identity, as_of: known.recorded_on, correctable: true };
    Some((value.clone(), mark))
}

fn registered(field: &FieldSpec, known: &Known) -> Option<(String, Mark)> {
    let one = sources(field, "registry").find_map(|fact| known.registered.get(fact))?;
    let origin = Origin::Registry { name: one.registry.clone() };
    Some((typed(field, &one.value)?, Mark { origin, as_of: one.as_of, correctable: true }))
}

/// A fact as somebody would have typed it.
fn typed(field: &FieldSpec, value: &Value) -> Option<String> {
    let yes = |yes: bool| Some(if yes { "yes" } else { "no" }.to_owned());
    match (field.kind, value) {
        (FieldKind::Yesno, Value::Bool(is)) => yes(*is),
        (FieldKind::Yesno, Value::Number(n)) => yes(*n > Decimal::from(0)),
        (_, Value::Bool(_) | Value::List(_)) => None,
        (_, Value::Number(n)) => Some(n.to_string()),
        (_, Value::Text(text)) => Some(text.clone()),
    }
}

/// What was answered last time to a question whose answer does not change with the matter.
fn repeated(field: &FieldSpec, known: &Known) -> Option<(String, Mark)> {
    let last =
        known.cases.iter().filter(|_| field.reuse).filter(|said| said.answers.contains_key(&field.key));
    let last = last.max_by_key(|said| said.on)?;
    let origin = Origin::Case { number: last.number.clone() };
    let mark = Mark { origin, as_of: last.on, correctable: true };
    Some((last.answers.get(&field.key)?.clone(), mark))
}

#[cfg(test)]
mod tests;
