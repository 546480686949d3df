//! The stages of a case whose time is told.

use std::fmt;

/// A stage between two moments of a case. Its days are working days after the day on which it began, up
/// to the day on which it ended; what the applicant needs and what a special procedure takes counts with
/// the stage around it, and has its own stage beside.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Stage {
    /// 收件至受理: from submission to acceptance.
    Receipt,
    /// 补正: from the request to the full answer.
    Correction,
    /// 受理至决定: from acceptance to decision.
    Decision,
    /// 特别程序: from its first day to the day on which the clock ran again.
    Special,
    /// 决定至办结: from the decision to the closing.
    Delivery,
    /// 环节: from asking a department to its opinion; the key of the step in the item's process.
    Step(String),
}

impl Stage {
    /// The stages that every item has.
    pub const COMMON: [Self; 5] =
        [Self::Receipt, Self::Correction, Self::Decision, Self::Special, Self::Delivery];

    /// Reads the name back.
    pub fn parse(text: &str) -> Option<Self> {
        if let Some(step) = text.strip_prefix("step:") {
            return (!step.is_empty()).then(|| Self::Step(step.to_owned()));
        }
        Self::COMMON.into_iter().find(|stage| stage.to_string() == text)
    }

    /// The kinds of event that end it.
    pub fn ends(&self) -> &'static [&'static str] {
        match self {
            Self::Receipt => &["accepted", "deemed_accepted", "deferred_accepted"],
            Self::Correction => &["correction_answered"],
            Self::Decision => &["decided", "decided_by_rule"],
            Self::Special => &["resumed"],
            Self::Delivery => &["closed"],
            Self::Step(_) => &["opinion_given"],
        }
    }
}

/// The name in storage, in addresses and in the API.
impl fmt::Display for Stage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Receipt => f.write_str("receipt"),
            Self::Correction => f.write_str("correction"),
            Self::Decision => f.write_str("decision"),
            Self::Special => f.write_str("special"),
            Self::Delivery => f.write_str("delivery"),
            Self::Step(key) => write!(f, "step:{key}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_stage_reads_back() {
        for stage in Stage::COMMON.into_iter().chain([Stage::Step("site".to_owned())]) {
            assert_eq!(Stage::parse(&stage.to_string()), Some(stage));
        }
        assert_eq!(Stage::parse("step:"), None);
        assert_eq!(Stage::parse("lunch"), None);
    }
}
