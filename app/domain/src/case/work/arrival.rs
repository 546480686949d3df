//! How a case came in, and how it was accepted.

use crate::item::Channel;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// How a case came into the house.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Submission {
    /// The way it came.
    pub channel: Channel,
    /// The day that counts as the day of receipt: the after-hours rule has already been applied.
    pub receipt_day: NaiveDate,
    /// A clerk saw the papers, so that it is received at once.
    pub at_counter: bool,
    /// The applicant wants a person, not a rule, to decide.
    pub person_wanted: bool,
    /// 告知承诺: a promise stands in for a proof.
    pub committed: bool,
}

/// 受理方式.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Manner {
    /// 受理.
    #[default]
    Normal,
    /// 视为受理: from the day of receipt, since nobody answered (行政许可法 art. 32).
    Deemed {
        /// The day after the receipt clock's last day, when it became known.
        known: NaiveDate,
    },
    /// 容缺受理.
    Deferred(Deferral),
}

/// 容缺: what must follow.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deferral {
    /// The materials.
    pub materials: Vec<Uuid>,
    /// The last day to bring them.
    pub due: NaiveDate,
    /// The day on which they came.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub supplied: Option<NaiveDate>,
}
