//! 电子监察: rules about how cases are handled, and what was found against them.
//!
//! A rule is data. What it finds follows from a case and its events alone, so the moment at which an
//! event is written, the round of a worker and a look back over a year all find the same. A finding
//! is known by its rule, its case, the date it rests on and the step: found twice, it is one.

mod alert;
mod finding;
mod found;
mod order;
mod overdue;
mod reading;
mod skipped;
#[cfg(test)]
mod tests;

pub use alert::AlertState;
pub use finding::{Evidence, Finding};
pub use found::{Around, Listed, found, found_by_date, wants_guide};
pub use order::{Hand, Order, OrderAction, OrderFault, OrderState, REPLY_MAX, remind_on};
pub use skipped::{STEP_ACCEPT, STEP_DECIDE};

use serde::{Deserialize, Serialize};

/// What a rule watches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RuleKind {
    /// 超承诺时限: no decision by the promised date.
    OverPromise,
    /// 超法定时限: no decision by the statutory date (行政许可法 art. 42).
    OverStatute,
    /// 重复补正: asked again for what could have been told at once (行政许可法 art. 32 (4)).
    SecondCorrection,
    /// 环节缺失: decided or gone on without a step of the process.
    StepSkipped,
    /// 环节滞留: too long in one step.
    Dwell,
    /// 未告知救济: refused without a word on how to object (行政许可法 art. 38).
    NoRemedy,
    /// 指南外材料: a material was asked for that the guide does not list (行政许可法 art. 31).
    UnlistedMaterial,
    /// 办结后重启: closed, then opened again.
    Reopened,
}

impl RuleKind {
    /// Every kind.
    pub const ALL: [Self; 8] = [
        Self::OverPromise,
        Self::OverStatute,
        Self::SecondCorrection,
        Self::StepSkipped,
        Self::Dwell,
        Self::NoRemedy,
        Self::UnlistedMaterial,
        Self::Reopened,
    ];

    /// The name in storage and in the API.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::OverPromise => "over_promise",
            Self::OverStatute => "over_statute",
            Self::SecondCorrection => "second_correction",
            Self::StepSkipped => "step_skipped",
            Self::Dwell => "dwell",
            Self::NoRemedy => "no_remedy",
            Self::UnlistedMaterial => "unlisted_material",
            Self::Reopened => "reopened",
        }
    }

    /// Reads a stored name back.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text)
    }

    /// What the threshold of such a rule counts; none where it has none.
    pub fn threshold(self) -> Option<Threshold> {
        match self {
            Self::OverPromise | Self::OverStatute => Some(Threshold::WorkdaysOver),
            Self::Dwell => Some(Threshold::WorkdaysOverStep),
            Self::SecondCorrection => Some(Threshold::Times),
            Self::Reopened => Some(Threshold::WorkdaysSince),
            Self::StepSkipped | Self::NoRemedy | Self::UnlistedMaterial => None,
        }
    }
}

/// What a threshold counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Threshold {
    /// Working days past the date that are let go by.
    WorkdaysOver,
    /// Working days past the limit of the step that are let go by.
    WorkdaysOverStep,
    /// From so many times on; at least 2.
    Times,
    /// Only within so many working days after closing.
    WorkdaysSince,
}

impl Threshold {
    /// The least and the most that it may be.
    pub fn range(self) -> (u16, u16) {
        match self {
            Self::WorkdaysOver | Self::WorkdaysOverStep => (0, 60),
            Self::Times => (2, 9),
            Self::WorkdaysSince => (1, 250),
        }
    }
}

/// 黄牌, 红牌.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Card {
    /// 黄牌: a warning.
    Yellow,
    /// 红牌: a grave fault, or a warning without an answer.
    Red,
}

impl Card {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Yellow, Self::Red];

    /// The name in storage and in the API.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Yellow => "yellow",
            Self::Red => "red",
        }
    }

    /// Reads a stored name back.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|card| card.as_str() == text)
    }
}

/// A rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule {
    /// Its name in storage; several rules may watch the same with other thresholds.
    pub key: String,
    /// What it watches.
    pub kind: RuleKind,
    /// Its name for people.
    pub name: String,
    /// In English.
    pub name_en: String,
    /// What it rests on.
    pub article: String,
    /// In English.
    pub article_en: String,
    /// Whether it is watched.
    pub on: bool,
    /// What [`RuleKind::threshold`] says it counts; none where the kind has none.
    #[serde(default)]
    pub threshold: Option<u16>,
    /// Working days that a step without a limit of its own may take; only for [`RuleKind::Dwell`].
    #[serde(default)]
    pub usual: Option<u16>,
    /// The card given.
    pub card: Card,
    /// Working days to reply to an order that rests on it.
    pub reply: u16,
    /// Words by which a remedy, or a paper, is known in what was written.
    #[serde(default)]
    pub terms: Vec<String>,
    /// Words by which a request is known; only for [`RuleKind::UnlistedMaterial`].
    #[serde(default)]
    pub asks: Vec<String>,
}

impl Rule {
    /// The threshold, or the least there is.
    pub fn limit(&self) -> u16 {
        let least = self.kind.threshold().map_or(0, |threshold| threshold.range().0);
        self.threshold.unwrap_or(least)
    }

    /// Whether anything of it can be true: thresholds in their range, a reply limit that can be kept.
    pub fn is_sound(&self) -> bool {
        let within = |(least, most): (u16, u16)| (least..=most).contains(&self.limit());
        let threshold = self.kind.threshold().is_none_or(|threshold| within(threshold.range()));
        let usual = self.usual.is_none_or(|days| (1..=250).contains(&days));
        threshold && usual && (1..=REPLY_MAX).contains(&self.reply)
    }
}
