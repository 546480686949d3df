//! The guide of an item, in full.

use super::{ItemBody, LimitBody};
use backend::catalogue::{Guide, Material, Office, Situation};
use domain::intake::FormSpec;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// 办事指南, with the form that `POST /cases` wants.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct GuideBody {
    #[serde(flatten)]
    item: ItemBody,
    /// 基本编码, 12 digits.
    base_code: String,
    /// 行使层级, in the standard's words.
    level: &'static str,
    /// Who may apply, in a sentence.
    eligibility: String,
    /// Who may apply, point by point.
    conditions: Vec<String>,
    materials: Vec<MaterialBody>,
    /// Statutory and promised, once more side by side.
    limits: Limits,
    fees: Fees,
    #[schema(value_type = Vec<Object>)]
    steps: Vec<backend::catalogue::Step>,
    #[schema(value_type = Vec<Object>)]
    faqs: Vec<backend::catalogue::Faq>,
    law: Option<String>,
    result: ResultBody,
    situations: Vec<SituationBody>,
    situation: Option<SituationBody>,
    visit_reason: Option<String>,
    enquiry_phone: Option<String>,
    complaint_phone: Option<String>,
    /// The bodies that carry it out.
    offices: Vec<OfficeBody>,
    /// The competent one for the division asked for.
    office: Option<OfficeBody>,
    /// The questions; the keys are those of `form` in `POST /cases`.
    form: Vec<Question>,
    version: i32,
}

#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Limits {
    pub(super) statutory: Option<LimitBody>,
    pub(super) promised: Option<LimitBody>,
}

#[derive(Debug, Serialize, ToSchema)]
struct Fees {
    charged: bool,
    text: String,
    /// In fen, where it is one sum.
    fen: Option<i64>,
    pay_online: bool,
    #[schema(value_type = Vec<Object>)]
    items: Vec<backend::catalogue::FeeItem>,
}

#[derive(Debug, Serialize, ToSchema)]
struct ResultBody {
    name: Option<String>,
    name_en: Option<String>,
    kind: Option<String>,
    certificate_code: Option<String>,
}

#[derive(Debug, Serialize, ToSchema)]
pub(super) struct SituationBody {
    code: String,
    name: String,
    name_en: Option<String>,
}

#[derive(Debug, Serialize, ToSchema)]
pub(super) struct MaterialBody {
    /// For `materials[].id` in `POST /cases`.
    id: Uuid,
    name: String,
    name_en: Option<String>,
    required: bool,
    /// Whether it may follow later (容缺).
    deferrable: bool,
    /// Where it comes from: certificate and share are fetched, nobody brings them.
    source: MaterialSource,
    format: String,
}

#[derive(Debug, Serialize, ToSchema)]
struct MaterialSource {
    /// certificate, share or applicant.
    kind: &'static str,
    /// Who issues it, or where one gets it.
    text: String,
    certificate_code: Option<String>,
    certificate_name: Option<String>,
    certificate_name_en: Option<String>,
    data_share: Option<String>,
}

#[derive(Debug, Serialize, ToSchema)]
pub(super) struct OfficeBody {
    /// 实施编码, 31 or 33 characters.
    code: String,
    body: String,
    division: String,
    division_name: String,
    hall: Option<HallBody>,
}

#[derive(Debug, Serialize, ToSchema)]
struct HallBody {
    name: String,
    name_en: Option<String>,
    address: String,
    address_en: Option<String>,
    hours: String,
    hours_en: Option<String>,
    phone: String,
}

#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Question {
    key: String,
    label: String,
    label_en: Option<String>,
    hint: Option<String>,
    hint_en: Option<String>,
    /// text, multiline, phone, date, choice, yesno, number, bank_account, division, id_number,
    /// credit_code or money.
    #[schema(value_type = String)]
    kind: domain::intake::FieldKind,
    required: bool,
    max: Option<u16>,
    #[schema(value_type = Vec<Object>)]
    options: Vec<domain::intake::Choice>,
    /// Asked only where the answer to `field`, a question before it, is one of `is`.
    #[schema(value_type = Option<Object>)]
    asked_if: Option<domain::intake::Condition>,
}

impl GuideBody {
    pub(super) fn new(guide: Guide, form: FormSpec) -> Self {
        let limits = guide.card.limits;
        let fee = guide.fee;
        Self {
            item: guide.card.into(),
            base_code: guide.base_code,
            level: guide.level.chinese(),
            eligibility: guide.eligibility,
            conditions: guide.conditions,
            materials: guide.materials.into_iter().map(MaterialBody::from).collect(),
            limits: Limits {
                statutory: limits.statutory.map(Into::into),
                promised: limits.promised.map(Into::into),
            },
            fees: Fees {
                charged: fee.charged,
                text: fee.text,
                fen: fee.fen.map(|fen| fen.0),
                pay_online: fee.pay_online,
                items: fee.items,
            },
            steps: guide.steps,
            faqs: guide.faqs,
            law: guide.law,
            result: ResultBody {
                name: guide.result.name,
                name_en: guide.result.name_en,
                kind: guide.result.kind,
                certificate_code: guide.result.certificate_code,
            },
            situations: guide.situations.into_iter().map(SituationBody::from).collect(),
            situation: guide.situation.map(SituationBody::from),
            visit_reason: guide.visit_reason,
            enquiry_phone: guide.enquiry_phone,
            complaint_phone: guide.complaint_phone,
            offices: guide.offices.into_iter().map(OfficeBody::from).collect(),
            office: guide.office.map(OfficeBody::from),
            form: form.fields.into_iter().map(Question::from).collect(),
            version: guide.version,
        }
    }
}

impl From<Situation> for SituationBody {
    fn from(situation: Situation) -> Self {
        let Situation { code, name, name_en } = situation;
        Self { code, name, name_en }
    }
}

impl From<Material> for MaterialBody {
    fn from(material: Material) -> Self {
        let kind = match (&material.certificate_code, &material.data_share) {
            (Some(_), _) => "certificate",
            (None, Some(_)) => "share",
            (None, None) => "applicant",
        };
        Self {
            id: material.id,
            name: material.name,
            name_en: material.name_en,
            required: material.required,
            deferrable: material.deferrable,
            source: MaterialSource {
                kind,
                text: material.source,
                certificate_code: material.certificate_code,
                certificate_name: material.certificate_name,
                certificate_name_en: material.certificate_name_en,
                data_share: material.data_share,
            },
            format: material.format,
        }
    }
}

impl From<Office> for OfficeBody {
    fn from(office: Office) -> Self {
        Self {
            code: office.code,
            body: office.body,
            division: office.division.to_string(),
            division_name: office.division_name,
            hall: office.hall.map(|hall| HallBody {
                name: hall.name,
                name_en: hall.name_en,
                address: hall.address,
                address_en: hall.address_en,
                hours: hall.hours,
                hours_en: hall.hours_en,
                phone: hall.phone,
            }),
        }
    }
}

impl From<domain::intake::FieldSpec> for Question {
    fn from(field: domain::intake::FieldSpec) -> Self {
        let domain::intake::FieldSpec {
            key,
            label,
            label_en,
            hint,
            hint_en,
            kind,
            required,
            max,
            options,
            source: _,
            asked_if,
            reuse: _,
            fixed: _,
        } = field;
        Self { key, label, label_en, hint, hint_en, kind, required, max, options, asked_if }
    }
}
