//! How a score comes out of what was put in: a tree of a dozen plain operations.

use super::{Exact, Period, Text};

/// A component that an assessing unit puts in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Input {
    /// Name within the scheme.
    pub key: String,
    /// Its name.
    pub name: Text,
    /// The greatest that may be put in; the least is 0.
    pub max: Exact,
}

/// A formula of a scheme that was found right: every name is known, nothing turns in a circle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Formula {
    /// What is in it, under a name of its own.
    Named {
        /// The name.
        name: Text,
        /// What is in it.
        of: Box<Formula>,
    },
    /// Put in by the assessing unit: a component, or the points of a task.
    Input(Input),
    /// Each part times its weight; the weights make exactly 100 %.
    Weighted(Vec<(Exact, Formula)>),
    /// The arithmetic mean.
    Mean(Vec<Formula>),
    /// The sum, and no more than the cap.
    Sum {
        /// What is added.
        of: Vec<Formula>,
        /// The most it may come to.
        cap: Option<Exact>,
    },
    /// Carried from one scale to another: of 25 points to 百分制.
    Scaled {
        /// What is carried.
        of: Box<Formula>,
        /// Full marks of its own scale, above zero.
        from: Exact,
        /// Full marks of the new one.
        to: Exact,
    },
    /// The quotient.
    Ratio {
        /// Dividend.
        of: Box<Formula>,
        /// Divisor.
        to: Box<Formula>,
    },
    /// The share of a target that was reached, of full marks, never more and never below 0.
    Attainment {
        /// What was reached.
        of: Box<Formula>,
        /// The target, above zero.
        target: Exact,
        /// Full marks.
        full: Exact,
    },
    /// An indicator of the portal over the period.
    Indicator(String),
    /// The formula of a node of the tree.
    Node(String),
    /// The score of a part of the year.
    ScoreOf(Part),
}

/// A part of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// 上半年 (1), 下半年 (2).
    Half(u32),
    /// 第一 … 第四季度.
    Quarter(u32),
}

impl Part {
    /// Every part.
    pub const ALL: [Self; 6] = [
        Self::Half(1),
        Self::Half(2),
        Self::Quarter(1),
        Self::Quarter(2),
        Self::Quarter(3),
        Self::Quarter(4),
    ];

    /// The name in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Half(1) => "first_half",
            Self::Half(_) => "second_half",
            Self::Quarter(1) => "quarter_1",
            Self::Quarter(2) => "quarter_2",
            Self::Quarter(3) => "quarter_3",
            Self::Quarter(_) => "quarter_4",
        }
    }

    /// Reads a file's name.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.as_str() == text)
    }

    /// How long it is.
    pub fn kind(self) -> super::PeriodKind {
        match self {
            Self::Half(_) => super::PeriodKind::HalfYear,
            Self::Quarter(_) => super::PeriodKind::Quarter,
        }
    }

    /// That part of a year.
    pub fn of(self, year: i32) -> Option<Period> {
        let (Self::Half(part) | Self::Quarter(part)) = self;
        Period::new(year, self.kind(), part)
    }
}

impl Formula {
    /// The formulas directly in it.
    pub fn parts(&self) -> Vec<&Self> {
        match self {
            Self::Named { of, .. } | Self::Scaled { of, .. } | Self::Attainment { of, .. } => vec![of],
            Self::Weighted(parts) => parts.iter().map(|(_, of)| of).collect(),
            Self::Mean(of) | Self::Sum { of, .. } => of.iter().collect(),
            Self::Ratio { of, to } => vec![of, to],
            Self::Input(_) | Self::Indicator(_) | Self::Node(_) | Self::ScoreOf(_) => Vec::new(),
        }
    }
}
