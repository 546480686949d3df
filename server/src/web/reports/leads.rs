//! Who reports what.

use super::{choices, departments, supervisor};
use crate::state::AppState;
use crate::web::context::Context;
use crate::web::desk::answer;
use crate::web::error::PageError;
use app::lang::Lang;
use app::pages::reports::{LeadRow, LeadsPage, leads as view, leads_title};
use app::shell::Area;
use app::ui::flash::Flash;
use app::ui::sentence::sentence;
use axum::Form;
use axum::extract::State;
use axum::response::Response;
use backend::Kind;
use backend::assessment::reports::{self, Unassigned};
use domain::field_error::FieldCode;
use http::StatusCode;
use serde::Deserialize;
use uuid::Uuid;

/// A choice as it comes.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Chosen {
    entry: String,
    department: String,
}

pub(super) async fn page(context: Context, State(state): State<AppState>) -> Result<Response, PageError> {
    show(&context, &state, None).await
}

pub(super) async fn assign(
    context: Context,
    State(state): State<AppState>,
    Form(chosen): Form<Chosen>,
) -> Result<Response, PageError> {
    let actor = supervisor(&context)?;
    let entry: Uuid = chosen.entry.parse().map_err(|_| PageError::not_found())?;
    let Ok(department) = chosen.department.parse::<Uuid>() else {
        return show(&context, &state, Some(FieldCode::Choice)).await;
    };
    match reports::assign(&state.services, &actor, entry, department).await {
        Ok(()) => {
            let flash = Flash::done("已指定填报部门。", "The department was assigned.");
            context.redirect_with(flash, "/supervise/reports/leads").await
        }
        Err(error) if matches!(error.kind(), Kind::Invalid(_)) => {
            show(&context, &state, Some(FieldCode::Choice)).await
        }
        Err(error) => Err(error.into()),
    }
}

async fn show(context: &Context, state: &AppState, wrong: Option<FieldCode>) -> Result<Response, PageError> {
    let lang = context.lang;
    let actor = supervisor(context)?;
    let rows = reports::unassigned(&state.services, &actor).await?;
    let status = if wrong.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let page = LeadsPage {
        lang,
        rows: rows.into_iter().map(|one| row(lang, one)).collect(),
        departments: choices(departments(state, lang).await?),
        wrong: wrong.map(|code| sentence(lang, &code)),
    };
    answer::page(context, Area::Supervise, status, leads_title(lang), move || view(page)).await
}

fn row(lang: Lang, one: Unassigned) -> LeadRow {
    let entry = one.entry;
    LeadRow {
        id: entry.row.id.to_string(),
        name: lang.pick(&entry.row.name, &entry.row.name_en).to_owned(),
        scheme: lang.pick(&entry.scheme_name, &entry.scheme_name_en).to_owned(),
        key: entry.row.key,
        lead: entry.row.lead,
        department: one.department.map(|id| id.to_string()).unwrap_or_default(),
    }
}
