//! The explanation of a score, and what it lacks.

use crate::assessment::{Exact, Period, Text};
use serde::{Deserialize, Serialize};

/// A score worked out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Worked {
    /// Of which period.
    pub period: Period,
    /// The score; none where something is lacking.
    pub value: Option<Exact>,
    /// What is lacking, in the order of the explanation.
    pub gaps: Vec<Gap>,
    /// The explanation: each line before those it is made of.
    pub lines: Vec<Line>,
}

/// One line of an explanation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// How deep it lies; 0 is the score itself.
    pub depth: u32,
    /// What it is.
    pub label: Text,
    /// How it came about: `60% × 80 + 40% × 90`.
    pub how: Text,
    /// Its value.
    pub value: Option<Exact>,
}

/// Why a score has no value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Gap {
    /// A component was not put in.
    Input {
        /// For which period.
        period: Period,
        /// Its key.
        key: String,
        /// Its name.
        name: Text,
    },
    /// An indicator has no value over the period.
    Indicator {
        /// The period.
        period: Period,
        /// Its key.
        key: String,
        /// Its name.
        name: Text,
        /// Why not, in its own words.
        why: Option<Text>,
    },
    /// Divided by zero.
    DivisionByZero {
        /// The line.
        name: Text,
    },
    /// A number beyond what can be held.
    TooGreat {
        /// The line.
        name: Text,
    },
}

impl Gap {
    /// The sentence in Chinese.
    pub fn chinese(&self) -> String {
        match self {
            Self::Input { period, name, .. } => format!("“{}”{}尚未填报", name.zh, period.chinese()),
            Self::Indicator { period, name, why: None, .. } => {
                format!("指标“{}”{}没有数值", name.zh, period.chinese())
            }
            Self::Indicator { period, name, why: Some(why), .. } => {
                format!("指标“{}”{}没有数值：{}", name.zh, period.chinese(), why.zh)
            }
            Self::DivisionByZero { name } => format!("“{}”的除数为0，没有得分", name.zh),
            Self::TooGreat { name } => format!("“{}”的数值过大，无法计算", name.zh),
        }
    }

    /// The sentence in English.
    pub fn english(&self) -> String {
        match self {
            Self::Input { period, name, .. } => {
                format!("“{}” has not been put in for {}", name.english(), period_words(*period))
            }
            Self::Indicator { period, name, why, .. } => {
                let why = why.as_ref().map(|why| format!(": {}", why.english())).unwrap_or_default();
                format!("indicator “{}” has no value for {}{why}", name.english(), period_words(*period))
            }
            Self::DivisionByZero { name } => {
                format!("“{}” would divide by zero, so there is no score", name.english())
            }
            Self::TooGreat { name } => {
                format!("“{}” has a number too great to be worked with", name.english())
            }
        }
    }
}

fn period_words(period: Period) -> String {
    match period.kind() {
        crate::assessment::PeriodKind::Year => period.english(),
        crate::assessment::PeriodKind::HalfYear | crate::assessment::PeriodKind::Quarter => {
            format!("the {}", period.english())
        }
    }
}
