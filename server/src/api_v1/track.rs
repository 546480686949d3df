//! `POST /api/v1/track`: a POST, so that no code ever stands in an address or a log.

use super::body::Body;
use super::caller::Spoken;
use super::cases::{DeadlineBody, TimelineEntry};
use super::moment::moment;
use super::page::refuse;
use super::problem::{ApiError, Problem};
use crate::state::AppState;
use axum::Json;
use axum::extract::State;
use chrono::{DateTime, FixedOffset, NaiveDate};
use domain::case::{Outcome, Status};
use domain::field_error::{FieldCode, FieldError};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What stands on the receipt.
#[derive(Deserialize, ToSchema)]
pub(super) struct Receipt {
    #[serde(default)]
    case_no: String,
    #[serde(default)]
    query_code: String,
}

/// Where the case stands; nothing personal.
#[derive(Serialize, ToSchema)]
pub(super) struct Tracked {
    case_no: String,
    item_name: String,
    item_name_en: Option<String>,
    department: String,
    department_en: Option<String>,
    #[schema(value_type = String)]
    status: Status,
    #[schema(value_type = Option<String>)]
    result: Option<Outcome>,
    submitted_at: DateTime<FixedOffset>,
    promised_due: Option<NaiveDate>,
    statutory_due: Option<NaiveDate>,
    promised: Option<DeadlineBody>,
    timeline: Vec<TimelineEntry>,
}

/// Tracks a case by number and query code. A wrong number and a wrong code are answered alike.
#[utoipa::path(
    post, path = "/track", tag = "cases", request_body = Receipt,
    responses(
        (status = 200, description = "Status and timeline", body = Tracked),
        (status = 404, description = "Number and code do not fit", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "A field is missing", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn track(
    State(app): State<AppState>,
    Spoken(lang): Spoken,
    Body(Receipt { case_no, query_code }): Body<Receipt>,
) -> Result<Json<Tracked>, ApiError> {
    let empty = [("case_no", case_no.trim().is_empty()), ("query_code", query_code.trim().is_empty())];
    let missing = empty.into_iter().filter(|(_, empty)| *empty);
    refuse(missing.map(|(field, _)| FieldError::new(field, FieldCode::Missing)).collect())?;
    let view = backend::cases::track(&app.services, &case_no, &query_code).await?;
    Ok(Json(Tracked {
        timeline: view.events.iter().map(|event| TimelineEntry::new(lang, event)).collect(),
        case_no: view.case_no,
        item_name: view.item_name,
        item_name_en: view.item_name_en,
        department: view.department,
        department_en: view.department_en,
        status: view.case.status,
        result: view.case.outcome,
        submitted_at: moment(view.submitted_at),
        promised_due: view.case.promised_due,
        statutory_due: view.case.statutory_due,
        promised: view.promised.map(|deadline| DeadlineBody::new(lang, deadline)),
    }))
}
