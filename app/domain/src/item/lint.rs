//! Consistency of a catalogue entry: what an item says in one place against what it says in another.
//!
//! The rules are those of Wenzhou's checker over the national list of elements (ZWFW C0109-2018),
//! and the two that follow from the codes themselves. Findings are codes with the field they are
//! about; the sentence is the page's business.

mod fees;
mod handling;
mod identity;
mod results;
#[cfg(test)]
mod tests;

use super::{CaseKind, Subject};
use crate::case::Limits;
use serde::{Deserialize, Serialize};

/// What the rules look at, as a plain value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// 基本编码, twelve digits.
    pub base_code: String,
    /// 事项类型 (A.1), two digits.
    pub type_code: String,
    /// The two digits of the guiding department.
    pub department_code: String,
    /// 办件类型.
    pub kind: CaseKind,
    /// 法定时限 and 承诺时限.
    pub limits: Limits,
    /// 到办事现场次数.
    pub visits: u16,
    /// 必须现场原因.
    pub visit_reason: Option<String>,
    /// Can be applied for online.
    pub online: bool,
    /// 全程网办 (depth Ⅳ).
    pub fully_online: bool,
    /// Taken in by post.
    pub postal: bool,
    /// What is charged, if anything.
    pub fee: Fee,
    /// 咨询电话.
    pub enquiry_phone: Option<String>,
    /// 监督投诉电话.
    pub complaint_phone: Option<String>,
    /// 服务对象.
    pub subjects: Vec<Subject>,
    /// Topics for people (个人主题); none where the catalogue does not keep them apart.
    pub person_topics: Option<usize>,
    /// Topics for organisations (法人主题).
    pub organisation_topics: Option<usize>,
    /// What the applicant receives.
    pub result: ResultPaper,
    /// How many questions are answered.
    pub questions: usize,
    /// Names of the steps, in order.
    pub steps: Vec<String>,
}

/// 收费.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fee {
    /// Whether anything is charged.
    pub charged: bool,
    /// 收费依据.
    pub basis: Option<String>,
    /// 收费项目.
    pub items: Option<String>,
    /// 收费标准.
    pub standard: Option<String>,
    /// 是否网上支付; none where it was not said.
    pub pay_online: Option<bool>,
}

/// 审批结果.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ResultPaper {
    /// Its name.
    pub name: Option<String>,
    /// 审批结果类型.
    pub kind: Option<ResultKind>,
    /// Whether a sample is shown.
    pub sample: bool,
}

/// 审批结果类型.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ResultKind {
    /// 出证办结.
    Certificate,
    /// 出文办结.
    Document,
    /// 审批办结.
    Approval,
    /// Anything else, such as money paid.
    Other,
}

impl ResultKind {
    /// Reads the name of storage or the words of a catalogue file.
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "certificate" | "出证办结" => Some(Self::Certificate),
            "document" | "出文办结" => Some(Self::Document),
            "approval" | "审批办结" => Some(Self::Approval),
            "other" | "办结" | "其他" => Some(Self::Other),
            _ => None,
        }
    }
}

/// The rules. Each has its own test.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// 承诺时限 is 即办 exactly for 即办件.
    InstantPromise,
    /// 承诺时限 never longer than 法定时限.
    PromiseBeyondStatute,
    /// 承诺件 must promise something.
    PromiseMissing,
    /// A result named …证 is 出证办结, …文 出文办结, …批复 审批办结.
    ResultKind,
    /// A named result has a sample.
    ResultSample,
    /// 现场次数 > 0 needs its reason.
    VisitReasonMissing,
    /// 现场次数 = 0 has no reason.
    VisitReasonIdle,
    /// No visit and not online: then by post.
    NoWayIn,
    /// 全程网办 means no visit.
    FullyOnlineVisits,
    /// 全程网办 means online.
    FullyOnlineOffline,
    /// A fee needs its basis.
    FeeBasis,
    /// A fee needs its items.
    FeeItems,
    /// A fee needs its standard.
    FeeStandard,
    /// A fee says whether it can be paid online.
    FeePayment,
    /// Nothing charged, nothing to pay online.
    FreePayment,
    /// 咨询电话 and 投诉电话 are two.
    SamePhone,
    /// A telephone without its area code.
    AreaCode,
    /// For people, but in no topic for people; or the other way round.
    PersonTopics,
    /// The same for organisations.
    OrganisationTopics,
    /// 行政许可 answers at least one question.
    PermitQuestions,
    /// 行政许可 has the steps 受理 审核 审批 办结 送达.
    PermitSteps,
    /// For nobody.
    NoSubject,
    /// 基本编码 is not twelve digits.
    BaseCode,
    /// 基本编码 names another 事项类型.
    BaseCodeType,
    /// 基本编码 names another department.
    BaseCodeDepartment,
}

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// The entry contradicts itself: it would mislead someone.
    Error,
    /// The entry lacks something it should have.
    Warning,
}

/// One thing found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// The rule broken.
    pub rule: Rule,
    /// How bad it is.
    pub severity: Severity,
    /// The field to mend, as the catalogue names it.
    pub field: String,
    /// What the sentence needs beyond the rule: a missing step, a phone.
    pub detail: Option<String>,
}

impl Finding {
    fn error(rule: Rule, field: &str) -> Self {
        Self { rule, severity: Severity::Error, field: field.to_owned(), detail: None }
    }

    fn warning(rule: Rule, field: &str) -> Self {
        Self { rule, severity: Severity::Warning, field: field.to_owned(), detail: None }
    }

    fn about(self, detail: impl Into<String>) -> Self {
        Self { detail: Some(detail.into()), ..self }
    }
}

/// Every rule over one entry; errors first.
pub fn lint(entry: &Entry) -> Vec<Finding> {
    let mut findings = Vec::new();
    identity::check(entry, &mut findings);
    handling::check(entry, &mut findings);
    fees::check(&entry.fee, &mut findings);
    results::check(entry, &mut findings);
    findings.sort_by_key(|finding| finding.severity);
    findings
}

/// Words that stand for "none" in catalogue files.
fn said(text: Option<&str>) -> Option<&str> {
    text.map(str::trim).filter(|text| !text.is_empty() && *text != "无")
}
