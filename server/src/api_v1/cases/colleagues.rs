//! `GET /api/v1/cases/{case_no}/colleagues`

use super::super::caller::Caller;
use super::super::problem::{ApiError, Problem};
use crate::state::AppState;
use axum::Json;
use axum::extract::{Path, State};
use backend::cases::Colleague;
use chrono::NaiveDate;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// A reviewer to whom a case can go.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::api_v1) struct ColleagueBody {
    /// What `to` of an action names.
    account: Uuid,
    name: String,
    /// Open cases in hand.
    open: u64,
    /// The last day of an absence, while there is one.
    absent_until: Option<NaiveDate>,
    /// Who stands in.
    deputy: Option<String>,
}

impl From<Colleague> for ColleagueBody {
    fn from(one: Colleague) -> Self {
        let Colleague { account, name, open, absent_until, deputy } = one;
        Self { account, name, open, absent_until, deputy }
    }
}

/// Lists to whom the case can be assigned or handed over, those with the least first.
#[utoipa::path(
    get, path = "/cases/{case_no}/colleagues", tag = "cases", security(("bearer" = [])),
    params(("case_no" = String, Path, description = "办件编号")),
    responses(
        (status = 200, description = "Reviewers of the caller's department", body = Vec<ColleagueBody>),
        (status = 404, description = "No such case for this caller", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(in crate::api_v1) async fn colleagues(
    State(app): State<AppState>,
    caller: Caller,
    Path(case_no): Path<String>,
) -> Result<Json<Vec<ColleagueBody>>, ApiError> {
    let actor = caller.actor();
    // A stranger to the case is told nothing of it.
    backend::cases::get(&app.services, &actor, &case_no).await?;
    let found = backend::cases::colleagues(&app.services, &actor).await?;
    Ok(Json(found.into_iter().map(ColleagueBody::from).collect()))
}
