//! One report before the supervisor.

use super::shown::shown;
use super::supervisor;
use crate::state::AppState;
use crate::web::address::At;
use crate::web::context::Context;
use crate::web::desk::answer;
use crate::web::error::PageError;
use app::pages::reports::{JudgePage, Judged, judge_page as view};
use app::shell::Area;
use app::ui::flash::Flash;
use axum::Form;
use axum::extract::State;
use axum::response::Response;
use backend::Kind;
use backend::assessment::reports::{self, Judgement};
use domain::assessment::report::Act;
use http::StatusCode;
use serde::Deserialize;
use uuid::Uuid;

/// A judgement as it comes.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Posted {
    act: String,
    reason: String,
    version: String,
}

pub(super) async fn page(
    context: Context,
    State(state): State<AppState>,
    At(id): At<Uuid>,
) -> Result<Response, PageError> {
    show(&context, &state, StatusCode::OK, id, Judged::default()).await
}

pub(super) async fn act(
    context: Context,
    State(state): State<AppState>,
    At(id): At<Uuid>,
    Form(posted): Form<Posted>,
) -> Result<Response, PageError> {
    let actor = supervisor(&context)?;
    let act = Act::parse(&posted.act).ok_or_else(PageError::not_found)?;
    let version = posted.version.parse().unwrap_or_default();
    let given = Judgement { act, reason: posted.reason.clone(), version };
    let error = match reports::judge(&state.services, &actor, id, &given).await {
        Ok(()) => return context.redirect_with(done(act), &format!("/supervise/reports/{id}")).await,
        Err(error) => error,
    };
    let judged = Judged { act: Some(act), reason: posted.reason, ..Judged::default() };
    let (status, judged) = match error.kind() {
        Kind::Invalid(errors) => {
            (StatusCode::UNPROCESSABLE_ENTITY, Judged { errors: errors.clone(), ..judged })
        }
        Kind::Stale { held_by } => {
            let stale = Some(held_by.clone().unwrap_or_default());
            (StatusCode::CONFLICT, Judged { stale, ..judged })
        }
        Kind::NotFound
        | Kind::Denied
        | Kind::Refused(_)
        | Kind::Conflict
        | Kind::TooLarge { .. }
        | Kind::WrongType
        | Kind::Full
        | Kind::Unavailable
        | Kind::Internal => return Err(error.into()),
    };
    show(&context, &state, status, id, judged).await
}

fn done(act: Act) -> Flash {
    match act {
        Act::Return => Flash::done("已退回部门修改。", "It was returned to the department."),
        Act::SignOff => {
            Flash::done("已核定，数值计入指标和考核。", "It was signed off: its figure counts from now on.")
        }
        Act::Reopen => Flash::done(
            "已重开，数值不再计入，等部门重新报送。",
            "It was opened again; its figure does not count any more.",
        ),
        Act::Save | Act::Submit => Flash::done("已保存。", "It was saved."),
    }
}

async fn show(
    context: &Context,
    state: &AppState,
    status: StatusCode,
    id: Uuid,
    judged: Judged,
) -> Result<Response, PageError> {
    let actor = supervisor(context)?;
    let detail = reports::by_supervisor(&state.services, &actor, id).await?;
    let report = shown(state, context.lang, &detail).await?;
    let title = report.name.clone();
    let version = detail.report.as_ref().map_or(0, |report| report.version);
    let offered = detail.offered;
    let page = JudgePage { lang: context.lang, id: id.to_string(), version, report, offered, judged };
    answer::page(context, Area::Supervise, status, title, move || view(page)).await
}
