//! An entry of a scheme: one indicator, goal or task.

use super::PeriodKind;
use crate::rule::Decimal;
use serde::{Deserialize, Serialize};

/// Words in Chinese, and in English where there are any.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    /// 中文.
    pub zh: String,
    /// English.
    pub en: Option<String>,
}

impl Text {
    /// In English where there is any, else in Chinese.
    pub fn english(&self) -> &str {
        self.en.as_deref().unwrap_or(&self.zh)
    }
}

/// What an entry is to this portal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Class {
    /// A function of the portal itself.
    Core,
    /// Items handled through the portal.
    Item,
    /// A neighbouring system the portal connects to.
    Conn,
    /// An indicator that is measured or surveyed.
    Ind,
    /// An act of government: a document, a working group.
    Gov,
    /// Outside the portal; has its row so that nothing the document names is missing.
    Out,
}

impl Class {
    /// Every class.
    pub const ALL: [Self; 6] = [Self::Core, Self::Item, Self::Conn, Self::Ind, Self::Gov, Self::Out];

    /// The name in files and storage.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Core => "CORE",
            Self::Item => "ITEM",
            Self::Conn => "CONN",
            Self::Ind => "IND",
            Self::Gov => "GOV",
            Self::Out => "OUT",
        }
    }

    /// Reads a stored name back.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|class| class.as_str() == text)
    }
}

/// One numbered point of evidence: ①, ② …
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EvidencePoint {
    /// From 1, without gaps.
    pub number: u32,
    /// What is to be shown.
    pub text: String,
    /// In English.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text_en: Option<String>,
    /// The indicator that shows it, where the portal has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub indicator: Option<String>,
}

/// One indicator, goal or task of a scheme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Name within the scheme: `SP-26`.
    pub key: String,
    /// Its name.
    pub name: Text,
    /// Lead departments in the words of the document, `、` between them; empty where it names none.
    pub lead: String,
    /// What is asked for.
    pub description: Text,
    /// The numbered points of evidence.
    pub evidence: Vec<EvidencePoint>,
    /// The figure aimed at.
    pub target: Option<Text>,
    /// By when, in the words of the document.
    pub deadline: Option<Text>,
    /// How often it is assessed.
    pub period: PeriodKind,
    /// What it is to this portal.
    pub class: Class,
    /// Modules of the portal that serve it: `CAT`, `CASE` …
    pub modules: Vec<String>,
    /// Points at most, where the document gives the entry its own.
    pub points: Option<Decimal>,
    /// The indicator it is measured by.
    pub indicator: Option<String>,
    /// Whether a department reports it. What is not reported has an indicator that says all.
    pub reported: bool,
    /// What is to be said of it: a gap in the document, a number read from a damaged copy.
    pub note: Option<Text>,
}
