//! Values, and what is known of an applicant.

use super::{Decimal, Truth};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A value of a rule or of a fact.
///
/// In a rule a text can stand for a fact: `LOCAL`, the code of this city, and `PARAM.x`, a figure
/// the department sets.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Value {
    /// Yes or no.
    Bool(bool),
    /// A number.
    Number(Decimal),
    /// A text, or the name of a fact.
    Text(String),
    /// Several of them, for [`super::Op::In`].
    List(Vec<Value>),
}

impl Value {
    /// The fact this value stands for, if it is the name of one.
    pub fn named(&self) -> Option<&str> {
        self.text().filter(|text| *text == "LOCAL" || text.starts_with("PARAM."))
    }

    /// Each of a list, or the value itself.
    pub(crate) fn each(&self) -> &[Self] {
        match self {
            Self::List(values) => values,
            Self::Bool(_) | Self::Number(_) | Self::Text(_) => core::slice::from_ref(self),
        }
    }

    pub(crate) fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            Self::Bool(_) | Self::Number(_) | Self::List(_) => None,
        }
    }

    /// Whether both are the same; unknown for values of two kinds, which nobody can compare.
    pub(super) fn same(&self, other: &Self) -> Truth {
        match (self, other) {
            (Self::Bool(a), Self::Bool(b)) => (a == b).into(),
            (Self::Number(a), Self::Number(b)) => (a == b).into(),
            (Self::Text(a), Self::Text(b)) => (a == b).into(),
            (Self::Bool(_) | Self::Number(_) | Self::Text(_) | Self::List(_), _) => Truth::Unknown,
        }
    }

    /// Whether a fact of this value is there: `false` and nothing at all are not.
    pub(super) fn is_there(&self) -> bool {
        match self {
            Self::Bool(there) => *there,
            Self::Number(_) => true,
            Self::Text(text) => !text.is_empty(),
            Self::List(values) => !values.is_empty(),
        }
    }
}

impl From<bool> for Value {
    fn from(value: bool) -> Self {
        Self::Bool(value)
    }
}

impl From<i64> for Value {
    fn from(value: i64) -> Self {
        Self::Number(value.into())
    }
}

impl From<Decimal> for Value {
    fn from(value: Decimal) -> Self {
        Self::Number(value)
    }
}

impl From<&str> for Value {
    fn from(value: &str) -> Self {
        Self::Text(value.to_owned())
    }
}

impl From<String> for Value {
    fn from(value: String) -> Self {
        Self::Text(value)
    }
}

/// What is known, by field: `person.age` is 63, `cert.EC_SSCARD` is held (`true`) or not (`false`),
/// `person.hukou_city` is a code, and `LOCAL` is the code of this city. A field that is not here is
/// not known.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Facts(BTreeMap<String, Value>);

impl Facts {
    /// Nothing known.
    pub const fn none() -> Self {
        Self(BTreeMap::new())
    }

    /// These facts and one more; the later of two on the same field holds.
    #[must_use]
    pub fn with(mut self, field: impl Into<String>, value: impl Into<Value>) -> Self {
        self.0.insert(field.into(), value.into());
        self
    }

    /// What is known of a field.
    pub fn get(&self, field: &str) -> Option<&Value> {
        self.0.get(field)
    }

    /// Every fact, by field.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.0.iter().map(|(field, value)| (field.as_str(), value))
    }

    /// These facts, and of the others those on fields of which nothing is known here.
    #[must_use]
    pub fn or(mut self, others: &Self) -> Self {
        for (field, value) in &others.0 {
            self.0.entry(field.clone()).or_insert_with(|| value.clone());
        }
        self
    }
}
