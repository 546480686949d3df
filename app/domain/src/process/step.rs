//! 环节: one step of a process.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// One step before the decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepSpec {
    /// Its name inside the process; stays the same when the step is renamed.
    pub key: String,
    /// Its name for people.
    pub name: String,
    /// In English.
    #[serde(default)]
    pub name_en: Option<String>,
    /// What is done.
    pub kind: StepKind,
    /// Who does it: one department, or several at the same time.
    pub places: Vec<Place>,
    /// The steps that must be done before; none begins with acceptance. Steps that wait for the same
    /// ones run side by side.
    #[serde(default)]
    pub after: Vec<String>,
    /// Working days of its own, inside the limit of the whole.
    #[serde(default)]
    pub limit: Option<u16>,
}

/// What is done in a step.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StepKind {
    /// 审查: a department examines and gives its opinion.
    #[default]
    Review,
    /// 会商联审: several departments give their opinions together.
    Joint,
    /// 实地核查: at least two members of the staff go and see (行政许可法 art. 34).
    Site,
}

impl StepKind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Review, Self::Joint, Self::Site];

    /// The name in storage and in forms.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Review => "review",
            Self::Joint => "joint",
            Self::Site => "site",
        }
    }

    /// Reads the name back.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text)
    }
}

/// Who does a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// The department that decides, whichever it is in the division of the case.
    Competent,
    /// This very department.
    Department(Uuid),
}

impl Place {
    /// The department, where `competent` is the one that decides.
    pub fn department(self, competent: Uuid) -> Uuid {
        match self {
            Self::Competent => competent,
            Self::Department(id) => id,
        }
    }
}
