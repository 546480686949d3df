//! Whether a certificate may be relied on, on a day, for a holder.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// 证照状态 (the codes of the national certificate standards).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// 01 有效.
    Valid,
    /// 02 暂扣.
    Suspended,
    /// 03 撤销: should never have been issued.
    Withdrawn,
    /// 04 注销: ended by its holder or by the end of its ground.
    Cancelled,
    /// 05 失效.
    Lapsed,
    /// 06 转出.
    Transferred,
    /// 07 吊销: taken away as a sanction.
    Revoked,
    /// 99 其他.
    Other,
}

impl Status {
    /// Every status, in the order of its codes.
    pub const ALL: [Self; 8] = [
        Self::Valid,
        Self::Suspended,
        Self::Withdrawn,
        Self::Cancelled,
        Self::Lapsed,
        Self::Transferred,
        Self::Revoked,
        Self::Other,
    ];

    /// The name in storage and in the API.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Valid => "valid",
            Self::Suspended => "suspended",
            Self::Withdrawn => "withdrawn",
            Self::Cancelled => "cancelled",
            Self::Lapsed => "lapsed",
            Self::Transferred => "transferred",
            Self::Revoked => "revoked",
            Self::Other => "other",
        }
    }

    /// Reads a stored name back.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.as_str() == text)
    }

    /// The two digits of the standards.
    pub fn code(self) -> &'static str {
        match self {
            Self::Valid => "01",
            Self::Suspended => "02",
            Self::Withdrawn => "03",
            Self::Cancelled => "04",
            Self::Lapsed => "05",
            Self::Transferred => "06",
            Self::Revoked => "07",
            Self::Other => "99",
        }
    }
}

/// Why a certificate cannot be relied on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unfit {
    /// A later version replaces it.
    Superseded,
    /// Its status is not 有效.
    Status(Status),
    /// Its term has not begun.
    NotYetValid,
    /// Its term is over.
    Expired,
    /// It is somebody else's.
    OtherHolder,
}

/// All that decides it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// What was last said of it.
    pub status: Status,
    /// Whether a later version replaces it.
    pub superseded: bool,
    /// First day of its term.
    pub valid_from: NaiveDate,
    /// Last day of its term; none where it does not lapse.
    pub valid_until: Option<NaiveDate>,
}

impl Standing {
    /// Whether it can be relied on, on a day; else the first reason why not.
    pub fn fit(&self, today: NaiveDate) -> Result<(), Unfit> {
        if self.superseded {
            Err(Unfit::Superseded)
        } else if self.status != Status::Valid {
            Err(Unfit::Status(self.status))
        } else if today < self.valid_from {
            Err(Unfit::NotYetValid)
        } else if self.valid_until.is_some_and(|last| last < today) {
            Err(Unfit::Expired)
        } else {
            Ok(())
        }
    }

    /// Days of its term that are left after today; none where it does not lapse.
    pub fn days_left(&self, today: NaiveDate) -> Option<i64> {
        self.valid_until.map(|last| (last - today).num_days())
    }
}
