//! 办事指南: one item as its page shows it.

use domain::division::DivisionCode;
use domain::item::Level;
use domain::money::Fen;

use super::super::file::{Faq, FeeItem, Situation, Step};
use super::{ItemCard, Material};
use crate::organisation::Hall;

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
