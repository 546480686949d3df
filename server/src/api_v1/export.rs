//! `GET /api/v1/supervision/export/{what}`
#![expect(unused_qualifications, reason = "the macro of the document writes out paths")]

use super::caller::Caller;
use super::cases::day;
use super::page::refuse;
use super::problem::{ApiError, Problem};
use crate::export::Format;
use crate::state::AppState;
use crate::web::supervise::export::{What, Wish, given};
use app::pages::supervise::heads::By;
use app::pages::supervise::measure::Measure;
use axum::extract::{Path, Query as Asked, RawQuery, State};
use axum::response::Response;
use domain::field_error::{FieldCode, FieldError};
use domain::permission::Role;
use serde::Deserialize;
use utoipa::IntoParams;

/// Which rows, and written how. The same names as in the addresses of the pages.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub(super) struct Params {
    /// csv (when not given) or xlsx.
    format: Option<String>,
    /// First day; of completion and indicators the first of this month when not given.
    from: Option<String>,
    /// Last day; of completion and indicators today when not given.
    to: Option<String>,
    /// Of completion: department (when not given), item, item_type, division, hall, window, clerk,
    /// channel, theme or bundle.
    by: Option<String>,
    /// Of cases: only those that this number counts (received, accepted, closed, on_time, late, open,
    /// overdue_open …).
    measure: Option<String>,
    /// Only of this department (id).
    department: Option<String>,
    /// Only of this item (code).
    item: Option<String>,
    /// Only items of this type.
    item_type: Option<String>,
    /// Only of this division and those below it (code).
    division: Option<String>,
    /// Only what came in at this hall (id).
    hall: Option<String>,
    /// Only what came in at this window (id, or none).
    window: Option<String>,
    /// Only what this clerk took in (id, or none).
    clerk: Option<String>,
    /// Only what came this way.
    channel: Option<String>,
    /// Only items of this theme.
    theme: Option<String>,
    /// Only items of this bundle.
    bundle: Option<String>,
}

/// Writes figures, cases or indicators as a file of any length, for a spreadsheet. Cases come without the people
/// they are about, and fetching them is written into the audit trail.
#[utoipa::path(
    get, path = "/supervision/export/{what}", tag = "supervision", security(("bearer" = [])),
    params(("what" = String, Path, description = "completion, cases or indicators"), Params),
    responses(
        (status = 200, description = "The file", content(
            (String = "text/csv"),
            (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        )),
        (status = 403, description = "Only for supervisors", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "There is no such table", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "A wrong day, grouping, measure or format", body = Problem, content_type = "application/problem+json"),
        (status = 503, description = "Too many are written at once: come back after Retry-After seconds", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn export(
    State(app): State<AppState>,
    caller: Caller,
    Path(what): Path<String>,
    RawQuery(raw): RawQuery,
    Asked(params): Asked<Params>,
) -> Result<Response, ApiError> {
    caller.must_be(Role::Supervisor)?;
    let what = What::parse(&what).ok_or_else(ApiError::not_found)?;
    let format = checked(&params)?;
    let wish = Wish { actor: caller.actor(), lang: caller.lang, raw: raw.as_deref() };
    Ok(given(&app, what, format, wish).await?)
}

/// A page leaves out what it does not understand; a program is told.
fn checked(params: &Params) -> Result<Format, ApiError> {
    let mut errors = Vec::new();
    let from = day("from", &params.from, &mut errors);
    let to = day("to", &params.to, &mut errors);
    if from.zip(to).is_some_and(|(from, to)| from > to) {
        errors.push(FieldError::new("to", FieldCode::Past));
    }
    let mut known = |field: &str, text: &Option<String>, reads: fn(&str) -> bool| {
        if text.as_deref().is_some_and(|text| !text.is_empty() && !reads(text)) {
            errors.push(FieldError::new(field, FieldCode::Choice));
        }
    };
    known("by", &params.by, |text| By::parse(text).is_some());
    known("measure", &params.measure, |text| Measure::parse(text).is_some());
    known("format", &params.format, |text| Format::parse(text).is_some());
    refuse(errors)?;
    Ok(params.format.as_deref().and_then(Format::parse).unwrap_or(Format::Csv))
}
