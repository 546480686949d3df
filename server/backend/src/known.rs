//! What is known of a person or an organisation, each fact with its source: what the portal recorded
//! itself, what the certificates say, what registries say.

use chrono::NaiveDate;
use domain::rule::{Facts, Value};
use std::collections::BTreeMap;

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

    /// The fact on a field.
    pub fn get(&self, field: &str) -> Option<&Fact> {
        self.facts.get(field)
    }

    /// As rules want them.
    pub fn facts(&self) -> Facts {
        self.facts.iter().fold(Facts::none(), |facts, (field, fact)| facts.with(field, fact.value.clone()))
    }
}
