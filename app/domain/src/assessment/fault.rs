//! What can be wrong with a scheme, and where.

use core::fmt;

/// One fault and its place: `nodes[0].nodes[2].entries[1].class`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SchemeFault {
    /// Where.
    pub at: String,
    /// What.
    pub problem: SchemeProblem,
}

/// What is wrong there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SchemeProblem {
    /// Nothing there.
    Missing,
    /// The same key is given already, there.
    Twice(String),
    /// A key with other characters than letters, digits, `-`, `_` and `.`, or more than 40 of them.
    Key(String),
    /// Not one of the values that may stand there.
    Unknown(String),
    /// No node of this key.
    NoNode(String),
    /// A node without a formula is asked for its value.
    NoFormula(String),
    /// No entry of this key.
    NoEntry(String),
    /// No indicator of this key.
    NoIndicator(String),
    /// The scheme does not score that part of a year, or a shorter period asks for a longer one.
    NoScore(String),
    /// The weights make so much, not 100 %.
    Weights(String),
    /// A formula that comes back to itself, by these nodes.
    Circle(Vec<String>),
    /// A number that must be above zero.
    NotAboveZero(String),
    /// A weight, cap or maximum below zero, or beyond a million.
    OutOfRange(String),
    /// Evidence points are numbered 1, 2, 3 …: which was expected.
    Numbering {
        /// What should stand there.
        expected: u32,
        /// What does.
        found: u32,
    },
    /// Neither reported nor measured by an indicator.
    Unreported,
    /// A task without points of its own is scored without saying out of how many.
    NoMaximum(String),
    /// More steps than can be explained to anyone.
    TooLarge(usize),
    /// No entry at all.
    Empty,
}

impl SchemeProblem {
    /// The sentence in Chinese, without the place.
    pub fn chinese(&self) -> String {
        match self {
            Self::Missing => "没有填写".to_owned(),
            Self::Twice(first) => format!("与 {first} 重复"),
            Self::Key(key) => format!("“{key}”不能作标识，只能用不超过40个字母、数字、“-”“_”“.”"),
            Self::Unknown(value) => format!("“{value}”不在允许的取值之内"),
            Self::NoNode(key) => format!("没有标识为“{key}”的节点"),
            Self::NoFormula(key) => format!("节点“{key}”没有计分公式，不能引用它的得分"),
            Self::NoEntry(key) => format!("没有标识为“{key}”的条目"),
            Self::NoIndicator(key) => format!("平台没有标识为“{key}”的指标"),
            Self::NoScore(part) => format!("“{part}”在这里没有得分可引用"),
            Self::Weights(sum) => format!("权重合计为{sum}%，应当正好是100%"),
            Self::Circle(path) => format!("公式循环引用：{}", path.join(" → ")),
            Self::NotAboveZero(number) => format!("{number}不能作除数或目标，必须大于零"),
            Self::OutOfRange(number) => format!("{number}不在0至1000000之间"),
            Self::Numbering { expected, found } => {
                format!("佐证材料应依次编号，这里应为{expected}，却是{found}")
            }
            Self::Unreported => "既不由部门填报，也没有指标，无从知道".to_owned(),
            Self::NoMaximum(key) => format!("条目“{key}”没有分值，计分时须写明满分"),
            Self::TooLarge(steps) => format!("公式展开后有{steps}步，超过20000步"),
            Self::Empty => "没有一个条目".to_owned(),
        }
    }
}

impl fmt::Display for SchemeProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => write!(f, "nothing given"),
            Self::Twice(first) => write!(f, "given already at {first}"),
            Self::Key(key) => {
                write!(f, "`{key}` is no key: at most 40 letters, digits, `-`, `_` and `.` make one")
            }
            Self::Unknown(value) => write!(f, "`{value}` is not a known value"),
            Self::NoNode(key) => write!(f, "there is no node `{key}`"),
            Self::NoFormula(key) => write!(f, "node `{key}` has no formula, so it has no value to refer to"),
            Self::NoEntry(key) => write!(f, "there is no entry `{key}`"),
            Self::NoIndicator(key) => write!(f, "the portal has no indicator `{key}`"),
            Self::NoScore(part) => write!(f, "there is no score of `{part}` to refer to here"),
            Self::Weights(sum) => write!(f, "the weights make {sum} %, and must make exactly 100 %"),
            Self::Circle(path) => write!(f, "the formula comes back to itself: {}", path.join(" → ")),
            Self::NotAboveZero(number) => write!(f, "{number} cannot be divided by; it must be above zero"),
            Self::OutOfRange(number) => write!(f, "{number} does not lie between 0 and 1000000"),
            Self::Numbering { expected, found } => {
                write!(f, "evidence is numbered 1, 2, 3 …: {expected} was expected here, not {found}")
            }
            Self::Unreported => write!(f, "neither reported by a department nor measured by an indicator"),
            Self::NoMaximum(key) => {
                write!(f, "entry `{key}` has no points of its own; say out of how many it is scored")
            }
            Self::TooLarge(steps) => write!(f, "the formula has {steps} steps written out, more than 20000"),
            Self::Empty => write!(f, "there is not one entry"),
        }
    }
}
