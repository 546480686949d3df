//! What happened to a case. Events are facts: written once, never changed.

use super::{Assignee, Outcome};
use crate::item::Channel;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// How a case came into the house.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Submission {
    /// The way it came.
    pub channel: Channel,
    /// The day that counts as the day of receipt: the after-hours rule has already been applied.
    pub receipt_day: NaiveDate,
    /// A clerk saw the papers, so that it is received at once.
    pub at_counter: bool,
}

/// One fact in the life of a case. Who and when stand beside it in storage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Event {
    /// 提交: the receipt clock starts.
    Submitted {
        /// The way it came.
        channel: Channel,
        /// The day of receipt, day 0 of the receipt clock.
        receipt_day: NaiveDate,
        /// The last day to answer: afterwards it is deemed accepted (行政许可法 art. 32).
        receipt_due: NaiveDate,
        /// The promised date if it is accepted on the day of receipt.
        promised_due: Option<NaiveDate>,
        /// The statutory date, likewise.
        statutory_due: Option<NaiveDate>,
    },
    /// 收件.
    Received,
    /// 取件: somebody has it in hand.
    Taken {
        /// Who.
        by: Assignee,
    },
    /// 退回待办.
    Released,
    /// 补正告知: the receipt clock stops.
    CorrectionAsked {
        /// Everything that is missing.
        list: Vec<String>,
        /// The day by which the applicant should answer.
        reply_by: NaiveDate,
    },
    /// 补正: the receipt clock starts anew from the full answer.
    CorrectionAnswered {
        /// The day of the full answer.
        receipt_day: NaiveDate,
        /// The new last day to answer.
        receipt_due: NaiveDate,
        /// What the applicant said to it; events from before there were words have none.
        #[serde(default)]
        note: String,
        /// Papers were handed over at the counter.
        #[serde(default)]
        papers: bool,
    },
    /// 受理: the handling clock starts the next day.
    Accepted {
        /// Day 0 of the handling clock.
        day: NaiveDate,
        /// 承诺时限, where the item promises one.
        promised_due: Option<NaiveDate>,
        /// 法定时限, where a law sets one.
        statutory_due: Option<NaiveDate>,
    },
    /// 不予受理.
    NotAccepted {
        /// Why.
        reason: String,
        /// Who is competent instead.
        competent_body: String,
        /// How to object.
        remedies: String,
    },
    /// 决定: the handling clock ends.
    Decided {
        /// What was decided.
        outcome: Outcome,
        /// The opinion, for a refusal its reason.
        reason: String,
        /// The day of the decision.
        day: NaiveDate,
        /// Working days from acceptance to decision.
        handling_days: u32,
    },
    /// 办结.
    Closed {
        /// The day of closing.
        day: NaiveDate,
    },
    /// 撤回.
    Withdrawn {
        /// Why, if the applicant said so.
        reason: String,
    },
}

impl Event {
    /// The name under which it is stored and shown.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Submitted { .. } => "submitted",
            Self::Received => "received",
            Self::Taken { .. } => "taken",
            Self::Released => "released",
            Self::CorrectionAsked { .. } => "correction_asked",
            Self::CorrectionAnswered { .. } => "correction_answered",
            Self::Accepted { .. } => "accepted",
            Self::NotAccepted { .. } => "not_accepted",
            Self::Decided { .. } => "decided",
            Self::Closed { .. } => "closed",
            Self::Withdrawn { .. } => "withdrawn",
        }
    }
}
