//! The catalogue file (`items.json`): its shape, as given.

use domain::process::{Assignment, CorrectionClock, StepKind};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// The whole file.
#[derive(Debug, Deserialize)]
pub(super) struct File {
    #[serde(default)]
    pub departments: Vec<FileDepartment>,
    #[serde(default)]
    pub e_certificates: Vec<FileCertificate>,
    pub items: Vec<FileItem>,
    #[serde(default)]
    pub bundles: Vec<FileBundle>,
}

#[derive(Debug, Deserialize)]
pub(super) struct FileDepartment {
    pub key: String,
    pub name: String,
    #[serde(default)]
    pub name_en: Option<String>,
    pub uscc: String,
    pub central_dept_code: String,
    #[serde(default)]
    pub phone: Option<String>,
}

#[derive(Debug, Deserialize)]
pub(super) struct FileCertificate {
    pub code: String,
    pub name: String,
    #[serde(default)]
    pub name_en: Option<String>,
    pub issuing_department: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct FileBundle {
    pub id: String,
    pub name: String,
    #[serde(default)]
    pub name_en: Option<String>,
    #[serde(default)]
    pub life_event: Option<String>,
    pub items: Vec<String>,
}

/// One item. What has a column of its own is named; the rest is the guide.
#[derive(Debug, Deserialize)]
pub(super) struct FileItem {
    pub id: String,
    pub name: String,
    #[serde(default)]
    pub name_en: Option<String>,
    pub type_code: String,
    pub department_key: String,
    pub level_code: String,
    pub subject: String,
    pub base_code: String,
    pub case_kind: String,
    #[serde(default)]
    pub legal_limit: Option<FileLimit>,
    #[serde(default)]
    pub promise_limit: Option<FileLimit>,
    #[serde(default)]
    pub materials: Vec<FileMaterial>,
    pub fee: FileFee,
    pub channels: Flags,
    pub onsite_visits: u16,
    pub theme: String,
    #[serde(default)]
    pub life_events: Vec<String>,
    #[serde(default)]
    pub process: Option<FileProcess>,
    #[serde(flatten)]
    pub guide: GuideText,
}

/// 办理规程 of an item. What it does not say follows from the item's flags and limits.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct FileProcess {
    pub steps: Vec<FileStep>,
    pub assignment: Option<Assignment>,
    pub correction: Option<CorrectionClock>,
    pub extension: Option<u16>,
    pub reply: Option<u16>,
    pub deferral: Option<u16>,
    pub commitment: Option<u16>,
    pub certificate: Option<bool>,
}

/// One step. Departments by key; `competent` is the one that decides.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FileStep {
    pub key: String,
    pub name: String,
    #[serde(default)]
    pub name_en: Option<String>,
    #[serde(default)]
    pub kind: StepKind,
    pub departments: Vec<String>,
    #[serde(default)]
    pub after: Vec<String>,
    #[serde(default)]
    pub limit: Option<u16>,
}

#[derive(Debug, Deserialize)]
pub(super) struct FileLimit {
    pub value: u16,
    pub unit: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct FileMaterial {
    pub name: String,
    #[serde(default)]
    pub name_en: Option<String>,
    #[serde(default)]
    pub e_certificate: Option<String>,
    #[serde(default)]
    pub data_share: Option<String>,
    #[serde(default)]
    pub required: bool,
    #[serde(default)]
    pub deferrable: bool,
    #[serde(default)]
    pub format: String,
    #[serde(default)]
    pub source: String,
    /// Ours: needed only where this holds.
    #[serde(default)]
    pub needed_if: Option<domain::intake::Condition>,
}

#[derive(Debug, Deserialize)]
pub(super) struct FileFee {
    pub charged: bool,
    pub text: String,
    /// Whole yuan, or with two decimals.
    #[serde(default)]
    pub amount_cny: Option<serde_json::Number>,
}

/// How an item can be handled (B.7).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Flags {
    /// Can be applied for online.
    pub online: bool,
    /// Can be finished online.
    pub fully_online: bool,
    /// 同城通办: at any hall of the city.
    pub same_city: bool,
    /// 就近办理: at the nearest point.
    pub nearby: bool,
    /// 跨省通办.
    pub cross_province: bool,
    /// At the general windows.
    pub one_window: bool,
    /// 秒批: decided by rule.
    pub instant_approval: bool,
    /// 免申即享: without application.
    pub no_application: bool,
    /// On a phone.
    pub mobile: bool,
    /// At a self-service machine.
    pub kiosk: bool,
    /// By post.
    #[serde(rename = "postal_delivery")]
    pub postal: bool,
    /// An agent may apply.
    #[serde(rename = "agent_allowed")]
    pub agent: bool,
    /// 容缺受理.
    #[serde(rename = "deferrable_materials")]
    pub deferrable: bool,
    /// 告知承诺.
    #[serde(rename = "notice_commitment")]
    pub commitment: bool,
    /// Appointments are taken.
    pub appointment: bool,
}

/// The guide beyond the columns: kept as given, read leniently.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct GuideText {
    pub eligibility: String,
    pub conditions: Vec<String>,
    pub eligibility_rule: Value,
    pub keywords: Vec<String>,
    pub situations: Vec<Situation>,
    pub steps: Vec<Step>,
    pub faqs: Vec<Faq>,
    pub law: String,
    pub legal_basis: String,
    pub result_name: String,
    pub result_name_en: Option<String>,
    pub result_type: String,
    pub result_sample: Option<String>,
    pub result_certificate: String,
    pub handle_depth: String,
    pub onsite_reason: Option<String>,
    pub consult_phone: Option<String>,
    pub complaint_phone: Option<String>,
    pub fee_items: Vec<FeeItem>,
    pub online_pay: Option<bool>,
    pub note: String,
    /// Anything not known here.
    #[serde(flatten)]
    pub more: Map<String, Value>,
}

/// 情形: a situation within an item.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Situation {
    /// Two digits.
    pub code: String,
    /// 新办, 变更 …
    pub name: String,
    /// In English.
    #[serde(default)]
    pub name_en: Option<String>,
}

/// A step of the handling.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Step {
    /// What happens.
    pub name: String,
    /// In English.
    pub name_en: Option<String>,
    /// How long it takes.
    pub duration: String,
    /// In English.
    pub duration_en: Option<String>,
    /// Who does it.
    pub who: String,
    /// In English.
    pub who_en: Option<String>,
}

/// A question answered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Faq {
    /// The question.
    pub question: String,
    /// The answer.
    pub answer: String,
}

/// One fee.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct FeeItem {
    /// What for.
    pub name: String,
    /// In English.
    pub name_en: Option<String>,
    /// How much.
    pub standard: String,
    /// In English.
    pub standard_en: Option<String>,
    /// On what it rests.
    pub basis: String,
    /// Charged only where this holds of what the guidance asks; always, where there is nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub applies_if: Option<domain::intake::Condition>,
}
