//! One fact against one value.

use super::{Facts, Truth, Value};
use core::cmp::Ordering;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// How a fact is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Op {
    /// The same.
    Eq,
    /// Another.
    Ne,
    /// Less than.
    Lt,
    /// At most.
    Le,
    /// More than.
    Gt,
    /// At least.
    Ge,
    /// One of a list.
    In,
    /// There is one; the value is `true`.
    Present,
    /// There is none; the value is `true`.
    Absent,
}

impl Op {
    /// Every one.
    pub const ALL: [Self; 9] =
        [Self::Eq, Self::Ne, Self::Lt, Self::Le, Self::Gt, Self::Ge, Self::In, Self::Present, Self::Absent];

    /// The name in the catalogue.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Eq => "eq",
            Self::Ne => "ne",
            Self::Lt => "lt",
            Self::Le => "le",
            Self::Gt => "gt",
            Self::Ge => "ge",
            Self::In => "in",
            Self::Present => "present",
            Self::Absent => "absent",
        }
    }

    /// Whether it asks for an order, which only numbers have.
    pub(super) fn is_order(self) -> bool {
        match self {
            Self::Lt | Self::Le | Self::Gt | Self::Ge => true,
            Self::Eq | Self::Ne | Self::In | Self::Present | Self::Absent => false,
        }
    }
}

/// A field, how it is compared, and with what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Test {
    /// Which fact: `person.age`, `cert.EC_SSCARD`, `cert.EC_DRIVER.days_to_expiry`.
    pub field: String,
    /// How.
    pub op: Op,
    /// With what.
    pub value: Value,
}

impl Test {
    /// Whether the facts meet it.
    pub fn truth(&self, facts: &Facts) -> Truth {
        let Some(fact) = facts.get(&self.field) else { return Truth::Unknown };
        match self.op {
            Op::Eq => same(fact, &self.value, facts),
            Op::Ne => !same(fact, &self.value, facts),
            Op::Lt => self.order(fact, facts, Ordering::is_lt),
            Op::Le => self.order(fact, facts, Ordering::is_le),
            Op::Gt => self.order(fact, facts, Ordering::is_gt),
            Op::Ge => self.order(fact, facts, Ordering::is_ge),
            Op::In => self.one_of(fact, facts),
            Op::Present => self.there(fact),
            Op::Absent => !self.there(fact),
        }
    }

    fn order(&self, fact: &Value, facts: &Facts, holds: fn(Ordering) -> bool) -> Truth {
        // A text has no order, so it is always the name of a figure.
        let limit = match &self.value {
            Value::Text(name) => facts.get(name),
            Value::Bool(_) | Value::Number(_) | Value::List(_) => Some(&self.value),
        };
        match (fact, limit) {
            (Value::Number(fact), Some(Value::Number(limit))) => holds(fact.cmp(limit)).into(),
            (Value::Bool(_) | Value::Number(_) | Value::Text(_) | Value::List(_), _) => Truth::Unknown,
        }
    }

    fn one_of(&self, fact: &Value, facts: &Facts) -> Truth {
        match &self.value {
            Value::List(values) => {
                values.iter().fold(Truth::NotMet, |so_far, value| so_far.or(same(fact, value, facts)))
            }
            Value::Bool(_) | Value::Number(_) | Value::Text(_) => Truth::Unknown,
        }
    }

    fn there(&self, fact: &Value) -> Truth {
        if self.value == Value::Bool(true) { fact.is_there().into() } else { Truth::Unknown }
    }

    /// The facts the value stands for.
    fn named(&self) -> impl Iterator<Item = &str> {
        let values = match &self.value {
            Value::List(values) => values.as_slice(),
            Value::Bool(_) | Value::Number(_) | Value::Text(_) => core::slice::from_ref(&self.value),
        };
        let ordered = self.op.is_order();
        values.iter().filter_map(move |value| if ordered { value.text() } else { value.named() })
    }

    /// The field, and the facts its value stands for.
    pub(crate) fn fields(&self) -> impl Iterator<Item = &str> {
        core::iter::once(self.field.as_str()).chain(self.named())
    }

    /// The facts missing, or, when all are there and still nothing can be said, those that cannot
    /// be read.
    pub(super) fn undecided(&self, facts: &Facts) -> BTreeSet<&str> {
        let missing: BTreeSet<_> = self.fields().filter(|field| facts.get(field).is_none()).collect();
        if missing.is_empty() { self.fields().collect() } else { missing }
    }
}

fn same(fact: &Value, value: &Value, facts: &Facts) -> Truth {
    match value.named() {
        Some(name) => facts.get(name).map_or(Truth::Unknown, |named| fact.same(named)),
        None => fact.same(value),
    }
}
