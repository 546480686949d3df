//! 经办: what a case needs to remember for the procedure, beside what lists sort by.

mod arrival;
mod outcome;
mod special;
mod task;

pub use arrival::{Deferral, Manner, Submission};
pub use outcome::{Delivery, RuleResult};
pub use special::{ExtensionRequest, Procedure, Special};
pub use task::Task;

use super::Target;
use crate::deadline::{Extension, Suspension};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::ops::Not;

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
