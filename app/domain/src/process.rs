//! 办理规程: how an item is handled, as data. A case keeps the one it was filed under.
//!
//! The limits themselves belong to the item (承诺时限, 法定时限); here stands what happens inside them:
//! which departments are asked in which order, how corrections stop the clock, what may follow later.

mod compare;
mod fault;
mod order;
mod step;

pub use compare::{Difference, Handling};
pub use fault::ProcessFault;
pub use order::Expected;
pub use step::{Place, StepKind, StepSpec};

use crate::rule::Rule;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// How an item is handled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Process {
    /// 环节 before the decision; a step may only wait for steps that stand before it.
    pub steps: Vec<StepSpec>,
    /// How a case finds its reviewer.
    pub assignment: Assignment,
    /// Most working days of an extension; 0 where none is allowed (行政许可法 art. 42: 10, or 15).
    pub extension: u16,
    /// What corrections do to the receipt clock.
    pub correction: CorrectionClock,
    /// Working days that an applicant has to answer corrections (local practice: 10 to 15).
    pub reply: u16,
    /// 容缺受理: working days for what may follow; none where everything must be there.
    pub deferral: Option<u16>,
    /// 告知承诺制: working days after the decision within which a promise is verified.
    pub commitment: Option<u16>,
    /// 制证: a certificate is made when it is granted.
    pub certificate: bool,
    /// 秒批: granted without a person when this rule is met by data.
    pub automatic: Option<Rule>,
}

impl Default for Process {
    /// What the law says where an item says nothing.
    fn default() -> Self {
        Self {
            steps: Vec::new(),
            assignment: Assignment::Pool,
            extension: 10,
            correction: CorrectionClock::Restart,
            reply: 15,
            deferral: None,
            commitment: None,
            certificate: false,
            automatic: None,
        }
    }
}

/// 分派: how a case finds its reviewer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Assignment {
    /// 取件: whoever is free takes it from the department's list.
    #[default]
    Pool,
    /// 按件数: whoever has the fewest open cases and is not absent.
    LeastLoad,
}

/// What 补正 does to the receipt clock: local rulings differ.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CorrectionClock {
    /// Five new working days from the full answer; the common practice.
    #[default]
    Restart,
    /// Days from asking, inclusive, to answering, exclusive, do not count.
    Pause,
}

impl Assignment {
    /// Every way.
    pub const ALL: [Self; 2] = [Self::Pool, Self::LeastLoad];

    /// The name in storage and in forms.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Pool => "pool",
            Self::LeastLoad => "least_load",
        }
    }

    /// Reads the name back.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.as_str() == text)
    }
}

impl CorrectionClock {
    /// Every ruling.
    pub const ALL: [Self; 2] = [Self::Restart, Self::Pause];

    /// The name in storage and in forms.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Restart => "restart",
            Self::Pause => "pause",
        }
    }

    /// Reads the name back.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.as_str() == text)
    }
}

impl Process {
    /// The step with this key.
    pub fn step(&self, key: &str) -> Option<&StepSpec> {
        self.steps.iter().find(|step| step.key == key)
    }

    /// A step and all that follow it, near or far.
    pub fn from_step(&self, key: &str) -> BTreeSet<&str> {
        let mut found = BTreeSet::new();
        for step in &self.steps {
            if step.key == key || step.after.iter().any(|before| found.contains(before.as_str())) {
                found.insert(step.key.as_str());
            }
        }
        found
    }
}
