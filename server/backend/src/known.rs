//! What is known of a person or an organisation, each fact with its source: what the portal recorded
//! itself, what the certificates say, what registries say.
//!
//! Facts are of the holder. For somebody else nothing may be assumed from them.

mod certificates;
mod organisation;
mod parameters;
mod person;

use chrono::NaiveDate;
use domain::rule::{Facts, Value};
use sea_orm::ConnectionTrait;
use std::collections::BTreeMap;

use crate::{Holder, Result, Services, extracts};

pub use parameters::{parameters, set_parameter};

/// Where a fact or a value comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// The identity number and what was recorded with it.
    Identity,
    /// A certificate of this type.
    Certificate(String),
    /// A registry, by its name in the catalogue.
    Registry(String),
    /// An earlier case, by its number.
    Case(String),
    /// What the person said in this application.
    Said,
    /// A figure that a department has set.
    Parameter,
}

/// A fact, where it comes from, and the day on which it was so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// The fact.
    pub value: Value,
    /// Where it comes from.
    pub source: Source,
    /// The day on which it was so.
    pub as_of: NaiveDate,
}

/// Facts by field (`person.age`, `cert.EC_SSCARD`), as rules name them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Known {
    facts: BTreeMap<String, Fact>,
}

impl Known {
    /// Adds a fact; the later of two on the same field holds.
    pub fn add(&mut self, field: impl Into<String>, fact: Fact) {
        self.facts.insert(field.into(), fact);
    }

    /// Adds what somebody says; it never overturns what is known.
    pub fn say(&mut self, field: impl Into<String>, value: impl Into<Value>, today: NaiveDate) {
        let fact = Fact { value: value.into(), source: Source::Said, as_of: today };
        self.facts.entry(field.into()).or_insert(fact);
    }

    fn put(&mut self, field: &str, value: impl Into<Value>, source: &Source, as_of: NaiveDate) {
        self.add(field, Fact { value: value.into(), source: source.clone(), as_of });
    }

    /// The fact on a field.
    pub fn get(&self, field: &str) -> Option<&Fact> {
        self.facts.get(field)
    }

    /// Every fact, by field.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Fact)> {
        self.facts.iter().map(|(field, fact)| (field.as_str(), fact))
    }

    /// As rules want them.
    pub fn facts(&self) -> Facts {
        self.facts.iter().fold(Facts::none(), |facts, (field, fact)| facts.with(field, fact.value.clone()))
    }
}

/// All that is known of a holder on a day: identity, certificates, registries, figures of the city.
/// Four or five short statements, however many rules are judged on it.
///
/// # Errors
/// Storage errors; [`crate::Kind::NotFound`] when there is no such holder.
pub async fn of<C: ConnectionTrait>(
    db: &C,
    services: &Services,
    holder: Holder,
    today: NaiveDate,
) -> Result<Known> {
    let mut known = of_city(db, services, today).await?;
    match holder {
        Holder::Person(id) => person::add(db, &mut known, id, today).await?,
        Holder::Entity(id) => organisation::add(db, &mut known, id, today).await?,
    }
    certificates::add(db, services, &mut known, holder, today).await?;
    for extract in extracts::fresh(db, &services.keys, holder, today).await? {
        let source = Source::Registry(extract.source);
        for (field, value) in extract.facts.iter() {
            known.put(field, value.clone(), &source, extract.as_of);
        }
    }
    Ok(known)
}

/// What is known of nobody in particular: the city, and the figures its departments have set.
///
/// # Errors
/// Storage errors.
pub async fn of_city<C: ConnectionTrait>(db: &C, services: &Services, today: NaiveDate) -> Result<Known> {
    let mut known = Known::default();
    if let Some(city) = services.reference.city() {
        known.put("LOCAL", person::city_of(city), &Source::Parameter, today);
    }
    for (name, value) in parameters(db).await? {
        known.put(&format!("PARAM.{name}"), value, &Source::Parameter, today);
    }
    Ok(known)
}

#[cfg(test)]
mod tests;
