//! A case of one's own, and what one may do to it.

mod act;
mod outcome;

pub(super) use act::act;
pub(in crate::web) use outcome::changes;

use super::answers;
use crate::state::AppState;
use crate::web::address::At;
use crate::web::by_rule::ruled;
use crate::web::context::{Context, Width};
use crate::web::correction::{owed, wanted};
use crate::web::dates;
use crate::web::error::PageError;
use app::lang::Lang;
use app::pages::citizen::case::{CasePage, case as view};
use app::pages::citizen::check::AnswerLine;
use app::pages::citizen::withdraw::{WithdrawPage, withdraw as withdraw_view};
use app::shell::Area;
use app::ui::timeline::{Audience, Entry, Next, Teller, next_entry};
use axum::extract::State;
use axum::response::Response;
use backend::cases::{self, CaseMaterial, CaseView, EventView};
use backend::certificates::{Summary, wallet};
use backend::drafts::Manner;
use backend::{Error, Services};
use domain::case::ActionKind;
use domain::permission::{Actor, Role};
use http::StatusCode;

pub(super) async fn page(
    context: Context,
    State(state): State<AppState>,
    At(case_no): At<String>,
) -> Result<Response, PageError> {
    let actor = &context.require(Role::Citizen)?.actor();
    let case = cases::get(&state.services, actor, &case_no).await?;
    let certificates = granted(&state.services, context.lang, actor, &case_no).await?;
    let page = CasePage { certificates, ..build(&state.services, context.lang, &case) };
    Ok(show(&context, StatusCode::OK, page))
}

/// The certificates that the case granted: id and name.
pub(super) async fn granted(
    services: &Services,
    lang: Lang,
    actor: &Actor,
    case_no: &str,
) -> Result<Vec<(String, String)>, PageError> {
    let granted = wallet::granted_in(services, actor, case_no).await?;
    let told = |one: Summary| (one.id.to_string(), lang.pick(&one.name, &one.name_en).to_owned());
    Ok(granted.into_iter().map(told).collect())
}

fn show(context: &Context, status: StatusCode, page: CasePage) -> Response {
    let title = page.item.1.clone();
    Context::html(status, context.frame(Area::Citizen, &title, Width::Wide), move || view(page))
}

fn build(services: &Services, lang: Lang, view: &CaseView) -> CasePage {
    let case = &view.case;
    let department = lang.pick(&view.route.department, &view.route.department_en).to_owned();
    let next = Next::of(case, &department, &services.reference.calendar());
    let awaited = dates::awaited(case, view.promised.as_ref());
    CasePage {
        lang,
        case_no: view.case_no.clone(),
        query_code: view.query_code.clone().unwrap_or_default(),
        item: (view.item_id.clone(), lang.pick(&view.item_name, &view.item_name_en).to_owned()),
        entries: entries(lang, view, &next, &department),
        next,
        outcome: case.outcome,
        receipt: dates::receipt(services, lang, case),
        due: awaited,
        why: awaited.and_then(|_| dates::why_of_case(services, lang, case, view.promised.as_ref())),
        route: (view.route.body.clone(), lang.t(view.route.reason_zh(), view.route.reason_en())),
        revoked: case.work.revoked_on,
        result: outcome::result(lang, view),
        certificates: Vec::new(),
        ruled: ruled(lang, view),
        correction: wanted(services, lang, view),
        owed: owed(lang, view),
        changes: changes(lang, view),
        answers: answers::lines(services, lang, &view.form, &view.answers, &[], |_| String::new()),
        materials: view.materials.iter().map(|one| paper(lang, one)).collect(),
        may_withdraw: view.actions.contains(&ActionKind::Withdraw),
    }
}

/// The next step first, then what happened, newest first; staff by their department.
fn entries(lang: Lang, view: &CaseView, next: &Next, department: &str) -> Vec<Entry> {
    let mut teller = Teller::new(lang, Audience::Applicant, Some(&view.case.process));
    let told =
        view.events.iter().filter_map(|one| teller.tell(&one.event, one.at, &who(lang, one, department)));
    let told: Vec<Entry> = told.collect();
    next_entry(lang, next).into_iter().chain(told.into_iter().rev()).collect()
}

fn who(lang: Lang, view: &EventView, department: &str) -> String {
    match view.actor_role {
        Some(Role::Citizen) => lang.t("您", "you").to_owned(),
        Some(Role::Clerk) => lang.t("窗口", "the window").to_owned(),
        Some(Role::Reviewer | Role::Supervisor | Role::Admin | Role::Auditor) => department.to_owned(),
        None => lang.t("系统", "the portal").to_owned(),
    }
}

fn paper(lang: Lang, material: &CaseMaterial) -> AnswerLine {
    let how = match material.manner {
        Manner::Certificate => lang.t("电子证照", "Electronic certificate"),
        Manner::Share => lang.t("数据共享", "Shared data"),
        Manner::Upload => lang.t("已上传", "Uploaded"),
        Manner::Paper => lang.t("窗口已核对原件", "Original seen at a window"),
        Manner::Commitment => lang.t("已承诺", "Declared"),
        Manner::Missing => lang.t("还没交", "Not yet handed in"),
    };
    let file = material.upload.as_ref();
    AnswerLine {
        fixed: false,
        name: material.name.clone(),
        value: file.map_or_else(|| how.to_owned(), |file| file.file_name.clone()),
        source: String::new(),
        href: file.map(|file| format!("/uploads/{}", file.id)).unwrap_or_default(),
        error: String::new(),
    }
}

pub(super) async fn withdraw(
    context: Context,
    State(state): State<AppState>,
    At(case_no): At<String>,
) -> Result<Response, PageError> {
    let lang = context.lang;
    let actor = &context.require(Role::Citizen)?.actor();
    let case = cases::get(&state.services, actor, &case_no).await?;
    if !case.actions.contains(&ActionKind::Withdraw) {
        return Err(Error::not_found().into());
    }
    let page = WithdrawPage {
        lang,
        case_no: case.case_no.clone(),
        item_name: lang.pick(&case.item_name, &case.item_name_en).to_owned(),
        department: lang.pick(&case.route.department, &case.route.department_en).to_owned(),
        version: case.case.version,
    };
    let title = lang.t("撤回申请", "Withdraw");
    Ok(context.page(Area::Citizen, title, Width::Page, move || withdraw_view(page)))
}
