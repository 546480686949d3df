//! What is done with a certificate in its life, from which status, and by whom.
//!
//! The national certificate standards number the operations: 01 新发 02 延续 03 暂扣 04 过期 05 注销类
//! 06 暂扣发还 07 其他 08 转入 09 变更 10 取消转出. 撤销, 注销 and 吊销 share one number, but not their
//! grounds (行政许可法 art. 69, 70, 81), so they are told apart here.

use super::{Standing, Status};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What is done with a certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Operation {
    /// 新发.
    Issue,
    /// 延续: a new version with a new term.
    Renew,
    /// 变更: a new version with other particulars.
    Change,
    /// 暂扣.
    Suspend,
    /// 暂扣发还.
    Release,
    /// 撤销: it should never have been issued (行政许可法 art. 69).
    Withdraw,
    /// 注销: its ground is gone (行政许可法 art. 70).
    Cancel,
    /// 吊销: a sanction (行政处罚法 art. 9).
    Revoke,
    /// 过期: its term is over.
    Lapse,
    /// 转入: taken over from another issuer.
    TransferIn,
    /// 取消转出: it stays after all.
    CancelTransfer,
    /// 其他: leaves the status as it is.
    Other,
}

/// Why an operation is not possible.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Impossible {
    /// A later version replaces this one: only the latest can be acted on.
    Superseded,
    /// Not from this status.
    Status(Status),
    /// Its term is over: it can be renewed, not changed or suspended.
    Expired,
    /// Its term is not over yet: nothing to lapse.
    NotExpired,
    /// It begins a certificate, and there is one already.
    Begun,
}

impl Operation {
    /// Every operation, in the order of its codes.
    pub const ALL: [Self; 12] = [
        Self::Issue,
        Self::Renew,
        Self::Suspend,
        Self::Lapse,
        Self::Withdraw,
        Self::Cancel,
        Self::Revoke,
        Self::Release,
        Self::Other,
        Self::TransferIn,
        Self::Change,
        Self::CancelTransfer,
    ];

    /// The name in storage and in the API.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Issue => "issue",
            Self::Renew => "renew",
            Self::Change => "change",
            Self::Suspend => "suspend",
            Self::Release => "release",
            Self::Withdraw => "withdraw",
            Self::Cancel => "cancel",
            Self::Revoke => "revoke",
            Self::Lapse => "lapse",
            Self::TransferIn => "transfer_in",
            Self::CancelTransfer => "cancel_transfer",
            Self::Other => "other",
        }
    }

    /// Reads a stored name back.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|operation| operation.as_str() == text)
    }

    /// The two digits of the standards.
    pub fn code(self) -> &'static str {
        match self {
            Self::Issue => "01",
            Self::Renew => "02",
            Self::Suspend => "03",
            Self::Lapse => "04",
            Self::Withdraw | Self::Cancel | Self::Revoke => "05",
            Self::Release => "06",
            Self::Other => "07",
            Self::TransferIn => "08",
            Self::Change => "09",
            Self::CancelTransfer => "10",
        }
    }

    /// What it takes from its holder, or gives back, is the head's to decide.
    pub fn needs_head(self) -> bool {
        match self {
            Self::Suspend | Self::Release | Self::Withdraw | Self::Revoke => true,
            Self::Issue
            | Self::Renew
            | Self::Change
            | Self::Cancel
            | Self::Lapse
            | Self::TransferIn
            | Self::CancelTransfer
            | Self::Other => false,
        }
    }

    /// Whether it makes a new version, which replaces the one it is done to.
    pub fn makes_version(self) -> bool {
        match self {
            Self::Renew | Self::Change => true,
            Self::Issue
            | Self::Suspend
            | Self::Release
            | Self::Withdraw
            | Self::Cancel
            | Self::Revoke
            | Self::Lapse
            | Self::TransferIn
            | Self::CancelTransfer
            | Self::Other => false,
        }
    }

    /// The status that the table gives: from none, for what begins a certificate, or from one.
    pub fn from(self, before: Option<Status>) -> Result<Status, Impossible> {
        let Some(before) = before else {
            return match self {
                Self::Issue | Self::TransferIn => Ok(Status::Valid),
                Self::Renew
                | Self::Change
                | Self::Suspend
                | Self::Release
                | Self::Withdraw
                | Self::Cancel
                | Self::Revoke
                | Self::Lapse
                | Self::CancelTransfer
                | Self::Other => Err(Impossible::Status(Status::Other)),
            };
        };
        let (fitting, after): (&[Status], Status) = match self {
            Self::Issue | Self::TransferIn => return Err(Impossible::Begun),
            Self::Renew => (&[Status::Valid, Status::Lapsed], Status::Valid),
            Self::Change => (&[Status::Valid], Status::Valid),
            Self::Suspend => (&[Status::Valid], Status::Suspended),
            Self::Release => (&[Status::Suspended], Status::Valid),
            Self::Withdraw => (&[Status::Valid, Status::Suspended, Status::Lapsed], Status::Withdrawn),
            Self::Cancel => (&[Status::Valid, Status::Suspended, Status::Lapsed], Status::Cancelled),
            Self::Revoke => (&[Status::Valid, Status::Suspended], Status::Revoked),
            Self::Lapse => (&[Status::Valid, Status::Suspended], Status::Lapsed),
            Self::CancelTransfer => (&[Status::Transferred], Status::Valid),
            Self::Other => return Ok(before),
        };
        if fitting.contains(&before) { Ok(after) } else { Err(Impossible::Status(before)) }
    }

    /// The status afterwards, on a day; or why it is not possible.
    pub fn on(self, standing: &Standing, today: NaiveDate) -> Result<Status, Impossible> {
        let expired = standing.valid_until.is_some_and(|last| last < today);
        if standing.superseded {
            return Err(Impossible::Superseded);
        }
        let after = self.from(Some(standing.status))?;
        match self {
            Self::Change | Self::Suspend if expired => Err(Impossible::Expired),
            Self::Lapse if !expired => Err(Impossible::NotExpired),
            Self::Issue
            | Self::Renew
            | Self::Change
            | Self::Suspend
            | Self::Release
            | Self::Withdraw
            | Self::Cancel
            | Self::Revoke
            | Self::Lapse
            | Self::TransferIn
            | Self::CancelTransfer
            | Self::Other => Ok(after),
        }
    }
}

#[cfg(test)]
mod tests;
