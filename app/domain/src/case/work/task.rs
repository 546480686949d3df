//! A department's part of a step.

use crate::case::Assignee;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A department's part of a step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Task {
    /// The step's key.
    pub step: String,
    /// The department asked.
    pub department: Uuid,
    /// The day on which it was asked.
    pub opened: NaiveDate,
    /// The last day of the step's own limit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<NaiveDate>,
    /// Who has it in hand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub holder: Option<Assignee>,
    /// Whether it agreed, once it has said so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agrees: Option<bool>,
}

impl Task {
    /// Whether it is this department's part of this step.
    pub fn is(&self, step: &str, department: Uuid) -> bool {
        self.step == step && self.department == department
    }
}
