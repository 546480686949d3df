//! What is known of somebody before a form is filled in.

use crate::intake::Answers;
use crate::rule::Value;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Everything that may answer a question.
#[derive(Clone, Default, PartialEq)]
pub struct Known {
    /// What was recorded with the identity, by the key of the question.
    pub identity: Answers,
    /// When that was recorded.
    pub recorded_on: NaiveDate,
    /// Valid certificates with what they state.
    pub certificates: Vec<Page>,
    /// Facts of registries, by the field that rules name.
    pub registered: BTreeMap<String, Registered>,
    /// Earlier cases with what was answered.
    pub cases: Vec<Said>,
}

/// What one valid certificate states.
#[derive(Clone, PartialEq, Eq)]
pub struct Page {
    /// Its type: `EC_HUKOU`.
    pub code: String,
    /// The type's name.
    pub name: String,
    /// In English.
    pub name_en: Option<String>,
    /// Who issued it.
    pub issuer: String,
    /// When it was issued.
    pub as_of: NaiveDate,
    /// What it states, by the key of the question.
    pub data: Answers,
}

/// What a registry says.
#[derive(Clone, PartialEq)]
pub struct Registered {
    /// The fact.
    pub value: Value,
    /// Its name.
    pub registry: String,
    /// The day on which it was so.
    pub as_of: NaiveDate,
}

/// What was answered in an earlier case.
#[derive(Clone, PartialEq, Eq)]
pub struct Said {
    /// The case's number.
    pub number: String,
    /// When it was received.
    pub on: NaiveDate,
    /// Its form.
    pub answers: Answers,
}

impl std::fmt::Debug for Known {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Known({} certificates, {} cases, …)", self.certificates.len(), self.cases.len())
    }
}
