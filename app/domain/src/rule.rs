//! 受理条件: who may have an item, as the catalogue writes it, judged on the facts known.
//!
//! What is not known is never taken for granted: an answer is met, not met or unknown (Kleene's
//! three values), and more facts never overturn a decided one. Used for 秒批 and for telling a
//! person which conditions are met and why.

mod decimal;
pub(crate) mod phrases;
mod shape;
mod test;
mod truth;
mod value;
mod words;

pub use decimal::{Decimal, NotDecimal};
pub use shape::BadRule;
pub use test::{Op, Test};
pub use truth::Truth;
pub use value::{Facts, Value};
pub(crate) use words::said;
pub use words::{named, words};

use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A condition of the catalogue: `{"all": […]}`, `{"any": […]}`, `{"not": …}` or
/// `{"field": …, "op": …, "value": …}`.
///
/// Read from JSON it is never without a test: an empty list is refused, for it would be met by anyone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "shape::Shape", into = "shape::Shape")]
pub enum Rule {
    /// Every one must be met.
    All(Vec<Rule>),
    /// One must be met.
    Any(Vec<Rule>),
    /// Must not be met.
    Not(Box<Rule>),
    /// One fact against one value.
    Is(Test),
}

impl Rule {
    /// Whether the facts meet the rule.
    pub fn truth(&self, facts: &Facts) -> Truth {
        match self {
            Self::All(rules) => rules.iter().fold(Truth::Met, |so_far, rule| so_far.and(rule.truth(facts))),
            Self::Any(rules) => rules.iter().fold(Truth::NotMet, |so_far, rule| so_far.or(rule.truth(facts))),
            Self::Not(rule) => !rule.truth(facts),
            Self::Is(test) => test.truth(facts),
        }
    }

    /// The conditions to tell a person, one a line: those of a top-level `All`, else the rule itself.
    pub fn parts(&self) -> Vec<&Self> {
        match self {
            Self::All(rules) => rules.iter().collect(),
            Self::Any(_) | Self::Not(_) | Self::Is(_) => vec![self],
        }
    }

    /// Every test in it, in its order.
    pub fn tests(&self) -> Vec<&Test> {
        match self {
            Self::All(rules) | Self::Any(rules) => rules.iter().flat_map(Self::tests).collect(),
            Self::Not(rule) => rule.tests(),
            Self::Is(test) => vec![test],
        }
    }

    /// Every fact asked for, those a value stands for (`LOCAL`, `PARAM.x`) included.
    pub fn fields(&self) -> BTreeSet<&str> {
        match self {
            Self::All(rules) | Self::Any(rules) => rules.iter().flat_map(Self::fields).collect(),
            Self::Not(rule) => rule.fields(),
            Self::Is(test) => test.fields().collect(),
        }
    }

    /// The facts that are missing, or there but not readable, and could still change the answer.
    /// Empty when the rule is decided, and only then.
    pub fn undecided(&self, facts: &Facts) -> BTreeSet<&str> {
        if self.truth(facts) != Truth::Unknown {
            return BTreeSet::new();
        }
        match self {
            Self::All(rules) | Self::Any(rules) => {
                rules.iter().flat_map(|rule| rule.undecided(facts)).collect()
            }
            Self::Not(rule) => rule.undecided(facts),
            Self::Is(test) => test.undecided(facts),
        }
    }
}
