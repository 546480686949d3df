//! What the law makes happen by itself when time passes, and from which day.

use super::{Action, Case, Status};
use chrono::NaiveDate;

/// What is to happen by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Duty {
    /// 视为受理.
    DeemAccept,
    /// 视为放弃.
    Abandon,
    /// 终止: 容缺 was not supplemented.
    Terminate,
}

impl Duty {
    /// The action by which it is done.
    pub fn action(self) -> Action {
        match self {
            Self::DeemAccept => Action::DeemAccept,
            Self::Abandon => Action::Abandon,
            Self::Terminate => Action::Terminate { reason: "容缺材料逾期未补齐".to_owned() },
        }
    }
}

impl Case {
    /// 容缺: something promised has not come yet.
    pub fn supplement_owed(&self) -> bool {
        self.work.deferral.as_ref().is_some_and(|deferral| deferral.supplied.is_none())
    }

    /// What happens next by itself, and the first day on which it does: the day after a last day.
    pub fn duty(&self) -> Option<(Duty, NaiveDate)> {
        let (duty, last) = match self.status {
            Status::Submitted | Status::Received => (Duty::DeemAccept, self.receipt_due?),
            Status::Correction => (Duty::Abandon, self.work.reply_by?),
            Status::Accepted | Status::Review | Status::Suspended if self.supplement_owed() => {
                (Duty::Terminate, self.work.deferral.as_ref()?.due)
            }
            Status::Draft
            | Status::NotAccepted
            | Status::Accepted
            | Status::Review
            | Status::Suspended
            | Status::Decided
            | Status::Certificate
            | Status::Delivered
            | Status::Closed
            | Status::Withdrawn
            | Status::Abandoned
            | Status::Terminated
            | Status::Void => return None,
        };
        Some((duty, last.succ_opt()?))
    }
}
