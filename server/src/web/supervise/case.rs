//! One case, to be read.

use crate::state::AppState;
use crate::web::address::At;
use crate::web::context::{Context, Width};
use crate::web::dates::why_of_case;
use crate::web::desk::rows::lamp;
use crate::web::error::PageError;
use crate::web::watch::watched;
use app::lang::Lang;
use app::pages::supervise::{CasePage, supervised_case as view};
use app::shell::Area;
use app::ui::status::channel_name;
use app::ui::timeline::entry;
use axum::extract::State;
use axum::response::Response;
use backend::Services;
use backend::cases::{self, CaseView, EventView};
use backend::drafts::Manner;
use backend::persons::mask_name;
use domain::permission::Role;

pub(super) async fn page(
    context: Context,
    State(state): State<AppState>,
    At(case_no): At<String>,
) -> Result<Response, PageError> {
    let actor = context.require(Role::Supervisor)?.actor();
    let case = cases::get(&state.services, &actor, &case_no).await?;
    let page = build(&state.services, context.lang, &case);
    let title = page.item.clone();
    let watched = watched(&state.services, context.lang, &actor, &case_no).await?;
    Ok(context.page(Area::Supervise, title, Width::Full, move || (view(page), watched)))
}

fn build(services: &Services, lang: Lang, view: &CaseView) -> CasePage {
    let case = &view.case;
    let department = lang.pick(&view.route.department, &view.route.department_en);
    CasePage {
        lang,
        number: view.case_no.clone(),
        item: lang.pick(&view.item_name, &view.item_name_en).to_owned(),
        status: case.status,
        outcome: case.outcome,
        lamp: lamp(services, view.light, view.days_left, case.promised_due, case.statutory_due),
        body: format!("{department} · {}", view.route.body),
        route: lang.t(view.route.reason_zh(), view.route.reason_en()),
        applicant: format!("{} · {}", mask_name(&view.applicant.name), view.applicant.masked_number),
        came: came(lang, view),
        holder: case.assignee.as_ref().map(|holder| holder.name.clone()).unwrap_or_default(),
        receipt_due: case.receipt_due,
        promised: case.promised_due,
        statutory: case.statutory_due,
        decided: case.decided_on,
        handling_days: case.handling_days,
        why: why_of_case(services, lang, case, view.promised.as_ref()),
        materials: view
            .materials
            .iter()
            .map(|one| (one.name.clone(), manner(lang, one.manner).to_owned()))
            .collect(),
        events: view
            .events
            .iter()
            .rev()
            .map(|event| entry(lang, &event.event, event.at, &who(lang, event), true))
            .collect(),
    }
}

fn came(lang: Lang, view: &CaseView) -> String {
    let channel = channel_name(lang, view.channel).to_owned();
    let parts = [Some(channel), view.hall.clone(), view.window.clone(), view.clerk.clone()];
    let parts: Vec<String> = parts.into_iter().flatten().chain([lang.moment(view.submitted_at)]).collect();
    parts.join(" · ")
}

/// Staff by name, applicants by their part.
fn who(lang: Lang, event: &EventView) -> String {
    match event.actor_role {
        Some(Role::Citizen) => lang.t("申请人", "the applicant").to_owned(),
        Some(Role::Clerk | Role::Reviewer | Role::Supervisor | Role::Admin | Role::Auditor) => {
            event.actor_name.clone()
        }
        None => lang.t("系统", "the portal").to_owned(),
    }
}

fn manner(lang: Lang, manner: Manner) -> &'static str {
    match manner {
        Manner::Certificate => lang.t("电子证照", "electronic certificate"),
        Manner::Share => lang.t("数据共享", "shared data"),
        Manner::Upload => lang.t("上传", "uploaded"),
        Manner::Paper => lang.t("窗口核对原件", "original seen at the window"),
        Manner::Commitment => lang.t("告知承诺", "declared"),
        Manner::Missing => lang.t("还没交", "missing"),
    }
}
