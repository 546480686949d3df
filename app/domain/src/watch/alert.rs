//! Where an alert stands.

use serde::{Deserialize, Serialize};

/// Where an alert stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AlertState {
    /// 待处理: nobody has done anything about it.
    Open,
    /// 督办中: it is part of an order.
    Ordered,
    /// 已销号: its order is closed.
    Settled,
    /// 不予督办: dismissed with a reason; gives no card.
    Dismissed,
}

impl AlertState {
    /// Every state.
    pub const ALL: [Self; 4] = [Self::Open, Self::Ordered, Self::Settled, Self::Dismissed];

    /// The name in storage and in the API.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Ordered => "ordered",
            Self::Settled => "settled",
            Self::Dismissed => "dismissed",
        }
    }

    /// Reads a stored name back.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == text)
    }
}
