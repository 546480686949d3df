//! Where a case stands. The names are those of the API and may not change meaning.

use serde::{Deserialize, Serialize};

/// The status of a case (GB/T 39046 states, grouped as people speak of them).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// 草稿: begun, nobody but the author sees it.
    Draft,
    /// 已提交: sent online, not yet looked at.
    Submitted,
    /// 收件: the papers are in the house; the receipt clock runs (行政许可法 art. 32).
    Received,
    /// 补正: the applicant was told once what is missing.
    Correction,
    /// 不予受理: refused at the door, with reason and remedies.
    NotAccepted,
    /// 受理: the handling clock runs.
    Accepted,
    /// 审查: a reviewer has it in hand.
    Review,
    /// 特别程序: the handling clock stands still (行政许可法 art. 45).
    Suspended,
    /// 决定: granted or refused; the handling clock has ended.
    Decided,
    /// 制证: the certificate is being made.
    Certificate,
    /// 送达: handed over, with proof.
    Delivered,
    /// 办结.
    Closed,
    /// 撤回: by the applicant, before the decision.
    Withdrawn,
    /// 视为放弃: the correction never came.
    Abandoned,
    /// 终止.
    Terminated,
    /// 作废: an error of the staff, with its reason.
    Void,
}

impl Status {
    /// Every status, in the order of a case's life.
    pub const ALL: [Self; 16] = [
        Self::Draft,
        Self::Submitted,
        Self::Received,
        Self::Correction,
        Self::NotAccepted,
        Self::Accepted,
        Self::Review,
        Self::Suspended,
        Self::Decided,
        Self::Certificate,
        Self::Delivered,
        Self::Closed,
        Self::Withdrawn,
        Self::Abandoned,
        Self::Terminated,
        Self::Void,
    ];

    /// The name in the API and in storage.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Submitted => "submitted",
            Self::Received => "received",
            Self::Correction => "correction",
            Self::NotAccepted => "not_accepted",
            Self::Accepted => "accepted",
            Self::Review => "review",
            Self::Suspended => "suspended",
            Self::Decided => "decided",
            Self::Certificate => "certificate",
            Self::Delivered => "delivered",
            Self::Closed => "closed",
            Self::Withdrawn => "withdrawn",
            Self::Abandoned => "abandoned",
            Self::Terminated => "terminated",
            Self::Void => "void",
        }
    }

    /// Reads a stored name back.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.as_str() == text)
    }

    /// Nothing more will happen to it.
    pub fn is_final(self) -> bool {
        matches!(
            self,
            Self::NotAccepted
                | Self::Closed
                | Self::Withdrawn
                | Self::Abandoned
                | Self::Terminated
                | Self::Void
        )
    }

    /// In the house and not yet finished: what "open" counts.
    pub fn is_open(self) -> bool {
        self != Self::Draft && !self.is_final()
    }

    /// The handling clock is running: the only time when a light is shown.
    pub fn clock_runs(self) -> bool {
        matches!(self, Self::Accepted | Self::Review)
    }

    /// Accepted and not decided: the handling clock runs or stands still.
    pub fn is_handled(self) -> bool {
        matches!(self, Self::Accepted | Self::Review | Self::Suspended)
    }
}

/// 审批结果: what was decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// 准予.
    Granted,
    /// 不予: with reasons and remedies (行政许可法 art. 38).
    Refused,
}

impl Outcome {
    /// The name in the API and in storage.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Granted => "granted",
            Self::Refused => "refused",
        }
    }

    /// Reads a stored name back.
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Granted, Self::Refused].into_iter().find(|outcome| outcome.as_str() == text)
    }
}
