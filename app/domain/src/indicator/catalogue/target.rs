//! 目标: a figure that a plan or a policy asks for.

use super::{Fraction, Reading};
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;

/// How a value is compared with its target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    /// 不低于.
    AtLeast,
    /// 不高于.
    AtMost,
}

impl Relation {
    /// The name in storage.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::AtLeast => "at_least",
            Self::AtMost => "at_most",
        }
    }

    /// Reads the stored name.
    pub fn parse(text: &str) -> Option<Self> {
        [Self::AtLeast, Self::AtMost].into_iter().find(|one| one.as_str() == text)
    }

    /// Whether a value meets a figure.
    pub fn holds(self, value: Fraction, figure: Fraction) -> bool {
        match value.compare(figure) {
            Ordering::Equal => true,
            Ordering::Greater => self == Self::AtLeast,
            Ordering::Less => self == Self::AtMost,
        }
    }
}

/// A target.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Target {
    /// Its name.
    pub key: String,
    /// The figure as it is written: `≥ 90 %`.
    pub figure: String,
    /// Of what.
    pub meaning: String,
    /// Of what, in English.
    pub meaning_en: String,
    /// Where it stands: rows of the seeds, or a notice.
    pub source: String,
    /// By when, as it is written.
    #[serde(default)]
    pub due: Option<String>,
    /// The indicator that it is for.
    #[serde(default)]
    pub indicator: Option<String>,
    /// How it is compared, where it can be.
    #[serde(default)]
    pub relation: Option<Relation>,
    /// The figure that it is compared with.
    #[serde(default)]
    pub value: Option<Fraction>,
}

impl Target {
    /// Whether it is met; nothing where there is no value, or nothing to compare with.
    pub fn met(&self, reading: &Reading) -> Option<bool> {
        let (relation, figure) = self.relation.zip(self.value)?;
        Some(relation.holds(reading.value?, figure))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ninety() -> Target {
        Target {
            key: "BT-09".to_owned(),
            figure: "≥ 90 %".to_owned(),
            meaning: String::new(),
            meaning_en: String::new(),
            source: "BT-09".to_owned(),
            due: None,
            indicator: Some("general_windows".to_owned()),
            relation: Some(Relation::AtLeast),
            value: Fraction::new(90, 100),
        }
    }

    #[test]
    fn a_target_is_compared_exactly() {
        let met = |over, under| ninety().met(&Reading::of(over, under));
        assert_eq!(met(9, 10), Some(true));
        assert_eq!(met(899_999, 1_000_000), Some(false));
        assert_eq!(met(0, 0), None);
        let at_most = Target { relation: Some(Relation::AtMost), ..ninety() };
        assert_eq!(at_most.met(&Reading::of(10, 10)), Some(false));
        assert_eq!(Target { relation: None, ..ninety() }.met(&Reading::of(1, 1)), None);
    }
}
