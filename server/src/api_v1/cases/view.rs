//! A case in full.

use super::super::moment::moment;
use super::{DeadlineBody, TimelineEntry, WorkBody};
use app::lang::Lang;
use backend::cases::{ApplicantView, CaseMaterial, CaseView};
use backend::intake::Routed;
use chrono::{DateTime, FixedOffset, NaiveDate};
use domain::case::{ActionKind, Outcome, Status};
use domain::deadline::Light;
use domain::intake::{Answers, FieldKind, FormSpec};
use domain::resident_id::ResidentId;
use serde::Serialize;
use std::collections::BTreeMap;
use utoipa::ToSchema;
use uuid::Uuid;

/// A case.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CaseBody {
    case_no: String,
    /// 查询码, for the applicant and the counter.
    query_code: Option<String>,
    item_code: String,
    item_name: String,
    item_name_en: Option<String>,
    #[schema(value_type = String)]
    status: Status,
    /// granted or refused, once decided.
    #[schema(value_type = Option<String>)]
    result: Option<Outcome>,
    /// Send it back with an action.
    version: u32,
    /// What the caller may do now.
    #[schema(value_type = Vec<String>)]
    available_actions: Vec<ActionKind>,
    /// instant or promise.
    kind: &'static str,
    channel: &'static str,
    applicant: Applicant,
    agent: Option<Applicant>,
    route: RouteBody,
    /// Who has it in hand.
    assignee: Option<String>,
    hall: Option<String>,
    window: Option<String>,
    clerk: Option<String>,
    submitted_at: DateTime<FixedOffset>,
    receipt_day: Option<NaiveDate>,
    receipt_due: Option<NaiveDate>,
    accepted_on: Option<NaiveDate>,
    promised_due: Option<NaiveDate>,
    statutory_due: Option<NaiveDate>,
    decided_on: Option<NaiveDate>,
    closed_on: Option<NaiveDate>,
    handling_days: Option<u32>,
    #[schema(value_type = Option<String>)]
    light: Option<Light>,
    days_left: Option<u32>,
    /// How the promised date comes about.
    promised: Option<DeadlineBody>,
    /// How the statutory date comes about.
    statutory: Option<DeadlineBody>,
    /// The answers; identity numbers in them are masked.
    form: BTreeMap<String, String>,
    materials: Vec<MaterialLine>,
    /// What the procedure remembers: steps, clocks that stood still, what is owed.
    work: WorkBody,
    timeline: Vec<TimelineEntry>,
}

/// Who applied, or acts for them.
#[derive(Debug, Serialize, ToSchema)]
struct Applicant {
    person_id: Uuid,
    name: String,
    id_number_masked: String,
}

/// A material of the case.
#[derive(Debug, Serialize, ToSchema)]
struct MaterialLine {
    id: Uuid,
    /// The item's material, where it is one of them: what marks and files name.
    material_id: Option<Uuid>,
    name: String,
    /// certificate, share, upload, paper, commitment or missing.
    manner: &'static str,
    /// Trust grade A to D.
    grade: Option<char>,
    required: bool,
    /// May follow later (容缺).
    deferrable: bool,
    upload_id: Option<Uuid>,
    file_name: Option<String>,
    size: Option<i64>,
}

/// Who decides, and why.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RouteBody {
    department: String,
    department_en: Option<String>,
    /// The body of the department.
    body: String,
    /// The area that it serves.
    division: String,
    /// residence, household, handling_place or city.
    basis: &'static str,
    /// In words.
    reason: String,
    /// 实施编码, 31 or 33 characters.
    implementation_code: String,
}

impl RouteBody {
    pub(crate) fn new(lang: Lang, route: Routed) -> Self {
        Self {
            reason: lang.t(route.reason_zh(), route.reason_en()),
            department: route.department,
            department_en: route.department_en,
            body: route.body,
            division: route.division.to_string(),
            basis: route.basis.as_str(),
            implementation_code: route.implementation_code,
        }
    }
}

impl CaseBody {
    pub(crate) fn new(lang: Lang, view: CaseView) -> Self {
        let work = WorkBody::new(&view);
        let case = view.case;
        Self {
            work,
            form: masked(&view.form, view.answers),
            case_no: view.case_no,
            query_code: view.query_code,
            item_code: view.item_id,
            item_name: view.item_name,
            item_name_en: view.item_name_en,
            status: case.status,
            result: case.outcome,
            version: case.version,
            available_actions: view.actions,
            kind: case.kind.as_str(),
            channel: view.channel.as_str(),
            applicant: view.applicant.into(),
            agent: view.agent.map(Applicant::from),
            route: RouteBody::new(lang, view.route),
            assignee: case.assignee.map(|assignee| assignee.name),
            hall: view.hall,
            window: view.window,
            clerk: view.clerk,
            submitted_at: moment(view.submitted_at),
            receipt_day: case.receipt_day,
            receipt_due: case.receipt_due,
            accepted_on: case.accepted_on,
            promised_due: case.promised_due,
            statutory_due: case.statutory_due,
            decided_on: case.decided_on,
            closed_on: case.closed_on,
            handling_days: case.handling_days,
            light: view.light,
            days_left: view.days_left,
            promised: view.promised.map(|deadline| DeadlineBody::new(lang, deadline)),
            statutory: view.statutory.map(|deadline| DeadlineBody::new(lang, deadline)),
            materials: view.materials.into_iter().map(MaterialLine::from).collect(),
            timeline: view.events.iter().map(|event| TimelineEntry::new(lang, event)).collect(),
        }
    }
}

impl From<ApplicantView> for Applicant {
    fn from(view: ApplicantView) -> Self {
        let ApplicantView { person_id, name, masked_number } = view;
        Self { person_id, name, id_number_masked: masked_number }
    }
}

impl From<CaseMaterial> for MaterialLine {
    fn from(material: CaseMaterial) -> Self {
        let upload = material.upload;
        Self {
            id: material.id,
            material_id: material.material_id,
            name: material.name,
            manner: material.manner.as_str(),
            grade: material.grade,
            required: material.required,
            deferrable: material.deferrable,
            upload_id: upload.as_ref().map(|upload| upload.id),
            size: upload.as_ref().map(|upload| upload.size),
            file_name: upload.map(|upload| upload.file_name),
        }
    }
}

/// The answers with every identity number masked.
fn masked(form: &FormSpec, answers: Answers) -> BTreeMap<String, String> {
    let is_number = |key: &str| form.field(key).is_some_and(|field| field.kind == FieldKind::IdNumber);
    let mask = |key: &str, value: String| match ResidentId::parse(&value, NaiveDate::MAX) {
        Ok(number) => number.masked(),
        Err(_) if is_number(key) => "*".repeat(value.chars().count()),
        Err(_) => value,
    };
    answers.into_iter().map(|(key, value)| (key.clone(), mask(&key, value))).collect()
}
