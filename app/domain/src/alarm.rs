//! 预警与督办: who is to be told when a case comes near its date or passes it.
//!
//! The whole schedule of a case follows from where it stands, so that nobody has to remember what
//! was told before: what is on the schedule by now and not in the records is raised, once. An alarm is
//! known by what it is about and the date it rests on; a date that moves makes a new alarm.

mod schedule;

pub use schedule::{raised, schedule};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What it is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AlarmKind {
    /// The receipt clock's last day: without an answer it is deemed accepted tomorrow.
    ReceiptNear,
    /// 视为受理 happened: somebody did not do their duty (督办).
    Deemed,
    /// A second request for what could have been told at once (行政许可法 art. 32 (4)).
    CorrectionRepeated,
    /// 黄: near the promise.
    Yellow,
    /// 红: past the promise.
    Red,
    /// 黑: past the statute.
    Black,
    /// A step passed its own limit.
    StepLate,
    /// 特别程序 lasts longer than the applicant was told.
    SpecialLong,
    /// 延期 waits for the head.
    ExtensionWaiting,
    /// 送达 is late: 10 working days after the decision (行政许可法 art. 44).
    DeliveryLate,
    /// 承诺核查 is due.
    Unverified,
}

impl AlarmKind {
    /// Every kind.
    pub const ALL: [Self; 11] = [
        Self::ReceiptNear,
        Self::Deemed,
        Self::CorrectionRepeated,
        Self::Yellow,
        Self::Red,
        Self::Black,
        Self::StepLate,
        Self::SpecialLong,
        Self::ExtensionWaiting,
        Self::DeliveryLate,
        Self::Unverified,
    ];

    /// The name in storage.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::ReceiptNear => "receipt_near",
            Self::Deemed => "deemed",
            Self::CorrectionRepeated => "correction_repeated",
            Self::Yellow => "yellow",
            Self::Red => "red",
            Self::Black => "black",
            Self::StepLate => "step_late",
            Self::SpecialLong => "special_long",
            Self::ExtensionWaiting => "extension_waiting",
            Self::DeliveryLate => "delivery_late",
            Self::Unverified => "unverified",
        }
    }

    /// Reads a stored name back.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text)
    }
}

/// Whom it is for, from below upwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rank {
    /// 经办人: who has it in hand, or the department's list.
    Holder,
    /// 负责人: the head of the department.
    Head,
    /// 监察人员.
    Supervisor,
}

impl Rank {
    /// From below upwards.
    pub const ALL: [Self; 3] = [Self::Holder, Self::Head, Self::Supervisor];

    /// The name in storage.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Holder => "holder",
            Self::Head => "head",
            Self::Supervisor => "supervisor",
        }
    }

    /// Reads a stored name back.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rank| rank.as_str() == text)
    }
}

/// One alarm on the schedule of a case.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Alarm {
    /// The working day on which it is told.
    pub on: NaiveDate,
    /// Whom it is for.
    pub rank: Rank,
    /// What it is about.
    pub kind: AlarmKind,
    /// The date it rests on.
    pub basis: NaiveDate,
    /// The step, where it is about one.
    pub step: String,
    /// The department whose it is.
    pub department: Uuid,
}
