//! Kleene's three values.

use serde::{Deserialize, Serialize};

/// What can be said of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Truth {
    /// 符合.
    Met,
    /// 不符合.
    NotMet,
    /// Not decided by the facts known.
    Unknown,
}

impl Truth {
    /// Both: one that fails decides.
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::NotMet, _) | (_, Self::NotMet) => Self::NotMet,
            (Self::Met, Self::Met) => Self::Met,
            (Self::Unknown, Self::Met | Self::Unknown) | (Self::Met, Self::Unknown) => Self::Unknown,
        }
    }

    /// Either: one that holds decides.
    pub fn or(self, other: Self) -> Self {
        !(!self).and(!other)
    }
}

impl core::ops::Not for Truth {
    type Output = Self;

    fn not(self) -> Self {
        match self {
            Self::Met => Self::NotMet,
            Self::NotMet => Self::Met,
            Self::Unknown => Self::Unknown,
        }
    }
}

impl From<bool> for Truth {
    fn from(met: bool) -> Self {
        if met { Self::Met } else { Self::NotMet }
    }
}
