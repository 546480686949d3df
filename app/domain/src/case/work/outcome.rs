//! What comes of a case: the rules that decided it, and how the result went out.

use serde::{Deserialize, Serialize};

/// 送达方式.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Delivery {
    /// 窗口领取.
    Window,
    /// 邮寄.
    Post,
    /// 电子送达.
    Electronic,
}

impl Delivery {
    /// Every way.
    pub const ALL: [Self; 3] = [Self::Window, Self::Post, Self::Electronic];

    /// The name in the API.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Window => "window",
            Self::Post => "post",
            Self::Electronic => "electronic",
        }
    }

    /// Reads the API's name.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.as_str() == text)
    }
}

/// A rule of 秒批, as people read it, and what came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuleResult {
    /// The rule in words.
    pub zh: String,
    /// In English.
    pub en: String,
    /// Whether it is met; none where that is not known.
    pub met: Option<bool>,
}
