//! The verdict and its parts.

use crate::rule::{Facts, Rule, Truth};
use std::collections::BTreeSet;

/// What comes of a rule and of what is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict<'a> {
    /// Every condition is met.
    Yes,
    /// A condition is not met.
    No {
        /// Those that are not.
        because: Vec<&'a Rule>,
    },
    /// It depends on what is not known.
    Unknown {
        /// The facts of which some would decide it.
        would_decide: BTreeSet<&'a str>,
    },
}

impl Verdict<'_> {
    /// Its name: `yes`, `no`, `unknown`.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No { .. } => "no",
            Self::Unknown { .. } => "unknown",
        }
    }
}

/// A condition, one line to a person, and what came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part<'a> {
    /// The condition.
    pub rule: &'a Rule,
    /// Whether it is met.
    pub truth: Truth,
}

/// Judges a rule. More facts never overturn a yes or a no.
pub fn judge<'a>(rule: &'a Rule, facts: &Facts) -> Verdict<'a> {
    match rule.truth(facts) {
        Truth::Met => Verdict::Yes,
        Truth::NotMet => {
            let not_met = |part: &Part<'_>| part.truth == Truth::NotMet;
            Verdict::No {
                because: parts(rule, facts).into_iter().filter(not_met).map(|part| part.rule).collect(),
            }
        }
        Truth::Unknown => Verdict::Unknown { would_decide: rule.undecided(facts) },
    }
}

/// Each condition of a rule, and what came of it.
pub fn parts<'a>(rule: &'a Rule, facts: &Facts) -> Vec<Part<'a>> {
    rule.parts().into_iter().map(|rule| Part { rule, truth: rule.truth(facts) }).collect()
}
