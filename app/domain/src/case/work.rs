//! 经办: what a case needs to remember for the procedure, beside what lists sort by.

use super::{Assignee, Target};
use crate::deadline::{Extension, Suspension};
use crate::item::Channel;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::ops::Not;
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

/// 特别程序: what is not counted by 行政许可法 art. 45.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Procedure {
    /// 听证.
    Hearing,
    /// 招标.
    Tender,
    /// 拍卖.
    Auction,
    /// 检验.
    Inspection,
    /// 检测.
    Testing,
    /// 检疫.
    Quarantine,
    /// 鉴定.
    Appraisal,
    /// 专家评审.
    ExpertReview,
}

impl Procedure {
    /// Every one, in the law's order.
    pub const ALL: [Self; 8] = [
        Self::Hearing,
        Self::Tender,
        Self::Auction,
        Self::Inspection,
        Self::Testing,
        Self::Quarantine,
        Self::Appraisal,
        Self::ExpertReview,
    ];

    /// The name in the API.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Hearing => "hearing",
            Self::Tender => "tender",
            Self::Auction => "auction",
            Self::Inspection => "inspection",
            Self::Testing => "testing",
            Self::Quarantine => "quarantine",
            Self::Appraisal => "appraisal",
            Self::ExpertReview => "expert_review",
        }
    }

    /// Reads the API's name.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.as_str() == text)
    }
}

/// A time for which the clock stood still.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Special {
    /// Which procedure.
    pub procedure: Procedure,
    /// First day that does not count.
    pub from: NaiveDate,
    /// The day by which it should be over.
    pub expected: NaiveDate,
    /// First day that counts again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
}

impl From<&Special> for Suspension {
    fn from(special: &Special) -> Self {
        Self { from: special.from, until: special.until }
    }
}

/// An extension that the head has to answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExtensionRequest {
    /// Working days wanted.
    pub workdays: u16,
    /// Why.
    pub reason: String,
    /// Who asked.
    pub by: Option<Uuid>,
    /// When.
    pub day: NaiveDate,
}

/// A department's part of a step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Task {
    /// The step's key.
    pub step: String,
    /// The department asked.
    pub department: Uuid,
    /// The day on which it was asked.
    pub opened: NaiveDate,
    /// The last day of the step's own limit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<NaiveDate>,
    /// Who has it in hand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub holder: Option<Assignee>,
    /// Whether it agreed, once it has said so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agrees: Option<bool>,
}

impl Task {
    /// Whether it is this department's part of this step.
    pub fn is(&self, step: &str, department: Uuid) -> bool {
        self.step == step && self.department == department
    }
}

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

/// Every date that follows from the calendar.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Dates {
    /// Last day of the receipt clock.
    pub receipt_due: Option<NaiveDate>,
    /// Last day to answer corrections.
    pub reply_by: Option<NaiveDate>,
    /// 承诺办结日.
    pub promised_due: Option<NaiveDate>,
    /// 法定办结日.
    pub statutory_due: Option<NaiveDate>,
    /// 容缺: last day to bring what is missing.
    pub supplement_by: Option<NaiveDate>,
    /// The open tasks' own dates, in the order of the tasks.
    pub tasks: Vec<Option<NaiveDate>>,
}

/// What a case needs to remember for the procedure. What is as at the start is not written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Work {
    /// 预审通过.
    #[serde(skip_serializing_if = "Not::not")]
    pub pre_reviewed: bool,
    /// The applicant wants a person to decide.
    #[serde(skip_serializing_if = "Not::not")]
    pub person_wanted: bool,
    /// The rules of 秒批 were applied.
    #[serde(skip_serializing_if = "Not::not")]
    pub ruled: bool,
    /// 秒批: decided by rule.
    #[serde(skip_serializing_if = "Not::not")]
    pub automatic: bool,
    /// 告知承诺: granted on a promise.
    #[serde(skip_serializing_if = "Not::not")]
    pub committed: bool,
    /// Whether the promise was kept, once verified.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kept: Option<bool>,
    /// Last day to answer corrections, while they are asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reply_by: Option<NaiveDate>,
    /// What the last request for corrections was about.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub asked: Vec<Target>,
    /// What the last answer mended.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub mended: Vec<Target>,
    /// The day on which corrections were last asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub asked_on: Option<NaiveDate>,
    /// The day of the last full answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answered_on: Option<NaiveDate>,
    /// The day of the last request that could have been made before (art. 32 (4)).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub repeated_on: Option<NaiveDate>,
    /// What the receipt clock did not count.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub receipt_pauses: Vec<Suspension>,
    /// 视为受理: the day on which it became known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deemed_on: Option<NaiveDate>,
    /// 容缺.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deferral: Option<Deferral>,
    /// 特别程序, in the order in which they began.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub specials: Vec<Special>,
    /// 延期, as asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extension_request: Option<ExtensionRequest>,
    /// 延期, as given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extension: Option<Extension>,
    /// What departments were asked, step by step.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tasks: Vec<Task>,
    /// The number of the certificate.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub certificate: Option<String>,
    /// 送达.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delivered_on: Option<NaiveDate>,
    /// 撤销: what was granted on a broken promise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub revoked_on: Option<NaiveDate>,
}
