//! What pages and use cases see of the catalogue.

use domain::case::Limits;
use domain::deadline::Limit;
use domain::division::DivisionCode;
use domain::intake::FormSpec;
use domain::item::lint::Finding;
use domain::item::{CaseKind, Level, Subject};
use domain::money::Fen;
use domain::routing::Body;
use uuid::Uuid;

use super::file::{Faq, FeeItem, Flags, Situation, Step};
use crate::organisation::Hall;

/// Whether an item can be applied for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ItemState {
    /// In use.
    Active,
    /// For the time being not.
    Suspended,
    /// No more.
    Withdrawn,
}

impl ItemState {
    /// Every state.
    pub const ALL: [Self; 3] = [Self::Active, Self::Suspended, Self::Withdrawn];

    /// The name in storage and forms.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Suspended => "suspended",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// Reads the name back.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == text)
    }
}

/// An item in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemCard {
    /// `RS-001`.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its name in English.
    pub name_en: Option<String>,
    /// Key of the department, `RS`.
    pub department_key: String,
    /// The department's name.
    pub department: String,
    /// The department's name in English.
    pub department_en: Option<String>,
    /// The theme it stands under.
    pub theme: String,
    /// 事项类型.
    pub type_code: String,
    /// 即办件 or 承诺件.
    pub kind: CaseKind,
    /// Statutory and promised limit.
    pub limits: Limits,
    /// How it can be handled.
    pub flags: Flags,
    /// Visits at most.
    pub visits: u16,
    /// Whether there is a fee.
    pub charged: bool,
    /// The fee in words.
    pub fee_text: String,
    /// Whom it is for.
    pub subjects: Vec<Subject>,
    /// Life events, by key.
    pub events: Vec<String>,
    /// Whether it can be applied for.
    pub state: ItemState,
}

impl ItemCard {
    /// 承诺时限.
    pub fn promise(&self) -> Option<Limit> {
        self.limits.promised
    }
}

/// 办事指南: everything about one item.
#[derive(Clone, Debug, PartialEq)]
pub struct Guide {
    /// What lists show too.
    pub card: ItemCard,
    /// 基本编码.
    pub base_code: String,
    /// 行使层级.
    pub level: Level,
    /// What it costs.
    pub fee: FeeText,
    /// Who may apply, in one sentence.
    pub eligibility: String,
    /// Who may apply, point by point.
    pub conditions: Vec<String>,
    /// What to bring.
    pub materials: Vec<Material>,
    /// What happens.
    pub steps: Vec<Step>,
    /// Questions answered.
    pub faqs: Vec<Faq>,
    /// Words people use for it.
    pub keywords: Vec<String>,
    /// On what it rests.
    pub law: Option<String>,
    /// What one receives.
    pub result: GuideResult,
    /// The situations one can apply in.
    pub situations: Vec<Situation>,
    /// The one that was chosen.
    pub situation: Option<Situation>,
    /// Why one must come.
    pub visit_reason: Option<String>,
    /// 咨询电话.
    pub enquiry_phone: Option<String>,
    /// 监督投诉电话.
    pub complaint_phone: Option<String>,
    /// 网办深度, Ⅰ to Ⅳ.
    pub depth: Option<String>,
    /// A remark.
    pub note: Option<String>,
    /// The bodies that carry it out, each once.
    pub offices: Vec<Office>,
    /// The one competent for the chosen area.
    pub office: Option<Office>,
    /// Bundles it belongs to: id and name.
    pub bundles: Vec<(String, String)>,
    /// Rises with each edit.
    pub version: i32,
}

/// What an item costs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeeText {
    /// Whether anything is charged.
    pub charged: bool,
    /// In words.
    pub text: String,
    /// In fen, where it is one sum.
    pub fen: Option<Fen>,
    /// Each fee with its standard and basis.
    pub items: Vec<FeeItem>,
    /// Whether it can be paid online.
    pub pay_online: bool,
}

/// What one receives.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GuideResult {
    /// Its name.
    pub name: Option<String>,
    /// In English.
    pub name_en: Option<String>,
    /// 出证办结 …
    pub kind: Option<String>,
    /// A sample.
    pub sample: Option<String>,
    /// The certificate type that is issued.
    pub certificate_code: Option<String>,
}

/// A body that carries out an item, and where to find it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Office {
    /// 31 or 33 digits: of the chosen situation, or else the first.
    pub code: String,
    /// Its name.
    pub body: String,
    /// The area it serves.
    pub division: DivisionCode,
    /// The area's name.
    pub division_name: String,
    /// The area's name in English.
    pub division_name_en: Option<String>,
    /// The hall one goes to.
    pub hall: Option<Hall>,
}

/// A material.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Material {
    /// Key.
    pub id: Uuid,
    /// Its name.
    pub name: String,
    /// In English.
    pub name_en: Option<String>,
    /// The certificate type that satisfies it.
    pub certificate_code: Option<String>,
    /// That type's name.
    pub certificate_name: Option<String>,
    /// Shared data that replaces it.
    pub data_share: Option<String>,
    /// Whether it must be there.
    pub required: bool,
    /// Whether it may follow later.
    pub deferrable: bool,
    /// Original, copy, electronic.
    pub format: String,
    /// Where one gets it.
    pub source: String,
}

/// An item as one body carries it out in one situation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Implementation {
    /// 31 or 33 digits.
    pub code: String,
    /// The item.
    pub item_id: String,
    /// The situation.
    pub situation: Option<Situation>,
    /// The department in charge.
    pub department_id: Uuid,
    /// The area it serves.
    pub division: DivisionCode,
    /// The area's name.
    pub division_name: String,
    /// The body.
    pub body_name: String,
    /// Its credit code.
    pub body_uscc: String,
    /// 行使层级.
    pub level: Level,
    /// The hall.
    pub hall_id: Option<Uuid>,
    /// Whether cases are taken.
    pub active: bool,
}

/// What intake needs of an item.
#[derive(Clone, Debug, PartialEq)]
pub struct IntakeItem {
    /// `RS-001`.
    pub id: String,
    /// Its name.
    pub name: String,
    /// In English.
    pub name_en: Option<String>,
    /// The department in charge.
    pub department_id: Uuid,
    /// 即办件 or 承诺件.
    pub kind: CaseKind,
    /// Its limits.
    pub limits: Limits,
    /// Whether cases are taken.
    pub state: ItemState,
    /// The questions.
    pub form: FormSpec,
    /// The materials.
    pub materials: Vec<Material>,
    /// The situations.
    pub situations: Vec<Situation>,
    /// How it can be handled.
    pub flags: Flags,
    /// The bodies of the chosen situation.
    pub bodies: Vec<IntakeBody>,
    /// Rises with each edit.
    pub version: i32,
}

/// A body that could decide, with its names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IntakeBody {
    /// Code and area.
    pub body: Body,
    /// The department in charge.
    pub department_id: Uuid,
    /// Its name.
    pub department: String,
    /// In English.
    pub department_en: Option<String>,
    /// The body's name.
    pub name: String,
    /// The hall.
    pub hall_id: Option<Uuid>,
}

impl IntakeItem {
    /// The bodies, as the rules of routing want them.
    pub fn routing_bodies(&self) -> Vec<Body> {
        self.bodies.iter().map(|body| body.body.clone()).collect()
    }

    /// The body with this code.
    pub fn body(&self, code: &str) -> Option<&IntakeBody> {
        self.bodies.iter().find(|body| body.body.code == code)
    }
}

/// Several items done as one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bundle {
    /// `YJS-01`.
    pub id: String,
    /// Its name.
    pub name: String,
    /// In English.
    pub name_en: Option<String>,
    /// Its life event.
    pub event: Option<String>,
    /// Its items.
    pub items: Vec<ItemCard>,
}

/// A type of certificate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CertificateType {
    /// `EC_IDCARD`.
    pub code: String,
    /// Its name.
    pub name: String,
    /// In English.
    pub name_en: Option<String>,
    /// Who issues it.
    pub issuer: String,
}

/// How many items there are of each kind (B.14).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "each counts the items with the property it names")]
pub struct Counts {
    pub total: usize,
    pub online: usize,
    pub fully_online: usize,
    pub same_city: usize,
    pub nearby: usize,
    pub cross_province: usize,
    pub one_window: usize,
    pub instant: usize,
    pub no_visit: usize,
    pub no_application: usize,
    pub instant_approval: usize,
    pub departments: usize,
    pub implementations: usize,
}

/// The findings of one item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemFindings {
    /// `RS-001`.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What was found.
    pub findings: Vec<Finding>,
}
