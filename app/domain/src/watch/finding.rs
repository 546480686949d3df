//! What was found, and the evidence as it was then.

use super::Rule;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Something found against a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The key of the rule.
    pub rule: String,
    /// Whose it is: the department that decides, or the one asked in a step.
    pub department: Uuid,
    /// The date it rests on; with rule, case and step it says which finding this is.
    pub basis: NaiveDate,
    /// The step, or which of several requests; empty where there is only one.
    pub step: String,
    /// The day on which it came to be against the rule.
    pub on: NaiveDate,
    /// The event that shows it: the one by which it came about, or the last before it did.
    pub seq: u32,
    /// As it was then.
    pub evidence: Evidence,
}

/// A snapshot: what the rule saw when it found it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Evidence {
    /// The date that was to be kept.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<NaiveDate>,
    /// The day from which something is counted: a step was asked for, a case had been closed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<NaiveDate>,
    /// The day on which it was seen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seen: Option<NaiveDate>,
    /// Working days over the date by then; or between closing and opening again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub workdays: Option<u32>,
    /// How often by then.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub times: Option<u16>,
    /// The name of the step.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub step: Option<String>,
    /// In English.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub step_en: Option<String>,
    /// What was asked for beyond the guide, as it was written.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub materials: Vec<String>,
    /// The threshold of the rule then.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub threshold: Option<u16>,
}

impl Evidence {
    /// What a rule sees on a day.
    pub(super) fn of(rule: &Rule, seen: NaiveDate) -> Self {
        Self { seen: Some(seen), threshold: rule.threshold, ..Self::default() }
    }
}
