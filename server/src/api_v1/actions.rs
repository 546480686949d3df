//! `POST /api/v1/cases/{case_no}/actions`

mod fields;
mod read;
mod wanted;

use super::body::Body;
use super::caller::Caller;
use super::cases::CaseBody;
use super::problem::{ApiError, Problem};
use crate::state::AppState;
use axum::Json;
use axum::extract::{Path, State};
use domain::case::ActionKind;
use wanted::Wanted;

/// Does one of the case's available actions.
#[utoipa::path(
    post, path = "/cases/{case_no}/actions", tag = "cases", request_body = Wanted, security(("bearer" = [])),
    params(("case_no" = String, Path, description = "办件编号")),
    responses(
        (status = 200, description = "Done; the case as it is now", body = CaseBody),
        (status = 403, description = "Not for this person", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such case for this caller", body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "Somebody was faster; `held_by` says who has it", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "The rules say no, or a field is wrong", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn act(
    State(app): State<AppState>,
    caller: Caller,
    Path(case_no): Path<String>,
    Body(wanted): Body<Wanted>,
) -> Result<Json<CaseBody>, ApiError> {
    let actor = caller.actor();
    // A stranger learns nothing, not even that the request was wrong.
    let now = backend::cases::get(&app.services, &actor, &case_no).await?;
    let at_once = now.actions.contains(&ActionKind::DecideNow);
    let (version, deed) = wanted.read(at_once)?;
    let done = backend::cases::act(&app.services, &actor, &case_no, version, deed).await?;
    Ok(Json(CaseBody::new(caller.lang, done)))
}
