//! A scheme as its JSON file writes it. Whatever can be written is read; [`super::Scheme::read`]
//! judges it.

use crate::rule::Decimal;
use serde::{Deserialize, Serialize};

/// The file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the names are those of the file, told in docs/assessment.md")]
pub struct SchemeFile {
    pub key: String,
    pub name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name_en: Option<String>,
    pub city: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub city_en: Option<String>,
    /// Title and number of the source document.
    pub document: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note_en: Option<String>,
    #[serde(default)]
    pub scores: ScoresFile,
    pub nodes: Vec<NodeFile>,
}

/// By which formula each kind of period is scored.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "each is the kind of period it names")]
pub struct ScoresFile {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quarter: Option<FormulaFile>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub half_year: Option<FormulaFile>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<FormulaFile>,
}

/// An aspect, a block, a group of tasks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "as in `SchemeFile`")]
pub struct NodeFile {
    pub key: String,
    pub name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name_en: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note_en: Option<String>,
    /// Points at most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub points: Option<Decimal>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub formula: Option<FormulaFile>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub nodes: Vec<NodeFile>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub entries: Vec<EntryFile>,
}

/// One indicator, goal or task.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "as in `super::Entry`")]
pub struct EntryFile {
    pub key: String,
    pub name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name_en: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lead: Vec<String>,
    pub description: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description_en: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<super::EvidencePoint>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target_en: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deadline: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deadline_en: Option<String>,
    /// `quarter`, `half_year` or `year`.
    pub period: String,
    /// `CORE`, `ITEM`, `CONN`, `IND`, `GOV` or `OUT`.
    pub class: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub modules: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub points: Option<Decimal>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub indicator: Option<String>,
    #[serde(default = "yes")]
    pub reported: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note_en: Option<String>,
}

fn yes() -> bool {
    true
}

/// A formula: `{"mean": [{"node": "a"}, {"node": "b"}]}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[expect(missing_docs, reason = "as in `super::Formula`")]
pub enum FormulaFile {
    Named {
        name: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        name_en: Option<String>,
        of: Box<FormulaFile>,
    },
    Input {
        key: String,
        name: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        name_en: Option<String>,
        max: Decimal,
    },
    Points {
        entry: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        max: Option<Decimal>,
    },
    Weighted(Vec<WeightFile>),
    Mean(Vec<FormulaFile>),
    Sum {
        of: Vec<FormulaFile>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        cap: Option<Decimal>,
    },
    Scaled {
        of: Box<FormulaFile>,
        from: Decimal,
        to: Decimal,
    },
    Ratio {
        of: Box<FormulaFile>,
        to: Box<FormulaFile>,
    },
    Attainment {
        of: Box<FormulaFile>,
        target: Decimal,
        full: Decimal,
    },
    Indicator(String),
    Node(String),
    ScoreOf(String),
}

/// A part of a weighted sum.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "as in `SchemeFile`")]
pub struct WeightFile {
    /// Percent.
    pub weight: Decimal,
    pub of: FormulaFile,
}
