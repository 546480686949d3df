//! 经办: how a case came to stand where it stands, beyond its status.

use chrono::NaiveDate;
use domain::case::{Procedure, RuleResult};

/// What is told of the procedure.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Course {
    /// 视为受理: counted from this day, known since that one.
    pub deemed: Option<(NaiveDate, NaiveDate)>,
    /// The date given has passed already.
    pub past: bool,
    /// 特别程序, in the order in which they began.
    pub stops: Vec<Stop>,
    /// 延期 that waits for a head.
    pub extending: Option<Extending>,
    /// 延期 as given: working days, and the day.
    pub extended: Option<(u16, NaiveDate)>,
    /// 容缺: what was to follow.
    pub owed: Option<Owed>,
    /// 告知承诺.
    pub promise: Option<Promise>,
    /// The day of a request for corrections that could have been made before.
    pub repeated_on: Option<NaiveDate>,
    /// A broken promise stands against the applicant.
    pub barred: bool,
    /// The applicant wants a person to decide.
    pub person_wanted: bool,
    /// 秒批: decided by rule.
    pub automatic: bool,
    /// The rules applied, and what came of each.
    pub rules: Vec<RuleResult>,
    /// 预审 was passed.
    pub pre_reviewed: bool,
    /// The number of the certificate.
    pub certificate: String,
    /// 送达.
    pub delivered_on: Option<NaiveDate>,
}

/// A time for which the clock stood still.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stop {
    /// Which procedure.
    pub procedure: Procedure,
    /// First day that does not count.
    pub from: NaiveDate,
    /// The day by which it should be over.
    pub expected: NaiveDate,
    /// First day that counts again.
    pub until: Option<NaiveDate>,
    /// Why.
    pub reason: String,
    /// It lasts longer than was told.
    pub late: bool,
}

/// An extension that somebody asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extending {
    /// Who.
    pub by: String,
    /// When.
    pub on: NaiveDate,
    /// Working days wanted.
    pub workdays: u16,
    /// Why.
    pub reason: String,
    /// The date as it is.
    pub before: Option<NaiveDate>,
    /// The date if it is approved today.
    pub after: Option<NaiveDate>,
}

/// 容缺.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Owed {
    /// The materials by name.
    pub materials: Vec<String>,
    /// The last day to bring them.
    pub due: NaiveDate,
    /// The day on which they came.
    pub supplied: Option<NaiveDate>,
}

/// 告知承诺, as far as it has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Promise {
    /// Given; nothing was granted on it yet.
    Given,
    /// To be verified by this day.
    ToVerify(Option<NaiveDate>),
    /// Kept.
    Kept,
    /// Broken; what was granted on it was revoked.
    Broken(NaiveDate),
}
