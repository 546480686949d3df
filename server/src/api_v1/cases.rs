//! `GET /api/v1/cases` and `GET /api/v1/cases/{case_no}`

pub(super) mod colleagues;
mod filter;
mod line;
mod timeline;
mod view;
mod work;

pub(super) use line::CaseLine;
pub(super) use timeline::{DeadlineBody, TimelineEntry};
pub(super) use view::{CaseBody, RouteBody};
use work::WorkBody;

use super::caller::Caller;
use super::page::{Page, Span};
use super::problem::{ApiError, Problem};
use crate::state::AppState;
use axum::Json;
use axum::extract::{Path, Query as Asked, State};
use filter::CaseParams;
pub(super) use filter::day;

/// Lists the cases that the caller may see: a citizen their own, a reviewer their department's.
#[utoipa::path(
    get, path = "/cases", tag = "cases", params(CaseParams), security(("bearer" = [])),
    responses(
        (status = 200, description = "Cases", body = Page<CaseLine>),
        (status = 403, description = "This role sees no cases", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "A wrong filter", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn list(
    State(app): State<AppState>,
    caller: Caller,
    Asked(params): Asked<CaseParams>,
) -> Result<Json<Page<CaseLine>>, ApiError> {
    let span = Span::read(params.cursor.as_deref(), params.limit.as_deref())?;
    let query = params.query(&app.services, span).await?;
    let found = backend::cases::list(&app.services, &caller.actor(), &query).await?;
    Ok(Json(span.page(found.rows.into_iter().map(CaseLine::from).collect(), found.total)))
}

/// Reads one case with its timeline and `available_actions`. To strangers there is no such case.
#[utoipa::path(
    get, path = "/cases/{case_no}", tag = "cases", security(("bearer" = [])),
    params(("case_no" = String, Path, description = "办件编号")),
    responses(
        (status = 200, description = "The case", body = CaseBody),
        (status = 404, description = "No such case for this caller", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn one(
    State(app): State<AppState>,
    caller: Caller,
    Path(case_no): Path<String>,
) -> Result<Json<CaseBody>, ApiError> {
    let case = backend::cases::get(&app.services, &caller.actor(), &case_no).await?;
    Ok(Json(CaseBody::new(caller.lang, case)))
}
