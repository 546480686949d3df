//! What came of a case.

use crate::case::{Case, Outcome, Status};

/// What came of a case that was received.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Fate {
    /// 在办: nothing yet.
    Open,
    /// 办结, 准予.
    Granted,
    /// 办结, 不予许可.
    Refused,
    /// 不予受理.
    NotAccepted,
    /// 撤回.
    Withdrawn,
    /// 视为放弃.
    Abandoned,
    /// 终止.
    Terminated,
    /// 作废.
    Voided,
}

impl Fate {
    /// Every fate; the first is of those that have none yet.
    pub const ALL: [Self; 8] = [
        Self::Open,
        Self::Granted,
        Self::Refused,
        Self::NotAccepted,
        Self::Withdrawn,
        Self::Abandoned,
        Self::Terminated,
        Self::Voided,
    ];

    /// What has come of a case.
    pub fn of(case: &Case) -> Self {
        match case.status {
            Status::NotAccepted => Self::NotAccepted,
            Status::Withdrawn => Self::Withdrawn,
            Status::Abandoned => Self::Abandoned,
            Status::Terminated => Self::Terminated,
            Status::Void => Self::Voided,
            Status::Closed => match case.outcome {
                Some(Outcome::Refused) => Self::Refused,
                Some(Outcome::Granted) | None => Self::Granted,
            },
            Status::Draft
            | Status::Submitted
            | Status::Received
            | Status::Correction
            | Status::Accepted
            | Status::Review
            | Status::Suspended
            | Status::Decided
            | Status::Certificate
            | Status::Delivered => Self::Open,
        }
    }

    /// The name in storage, in addresses and in the API.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Granted => "granted",
            Self::Refused => "refused",
            Self::NotAccepted => "not_accepted",
            Self::Withdrawn => "withdrawn",
            Self::Abandoned => "abandoned",
            Self::Terminated => "terminated",
            Self::Voided => "voided",
        }
    }

    /// Reads the name back.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|fate| fate.as_str() == text)
    }
}
