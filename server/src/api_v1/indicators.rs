//! `GET /api/v1/supervision/indicators`
#![expect(unused_qualifications, reason = "the macro of the document writes out paths")]

mod body;

use super::caller::Caller;
use super::problem::{ApiError, Problem};
use crate::state::AppState;
use axum::Json;
use axum::extract::{Query, State};
use backend::indicators;
use body::IndicatorBody;
use chrono::{Datelike as _, NaiveDate};
use domain::field_error::{FieldCode, FieldError};
use domain::indicator::Span;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

/// Over which days, of which department.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Asked {
    /// First day; the first of the month where it is left out.
    from: Option<String>,
    /// Last day; today where it is left out.
    to: Option<String>,
    /// Id of a department; the whole city where it is left out.
    department: Option<String>,
}

/// Every indicator.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct IndicatorsBody {
    from: NaiveDate,
    to: NaiveDate,
    items: Vec<IndicatorBody>,
    /// Always null: all indicators are given at once.
    next_cursor: Option<String>,
    /// How many there are.
    total: usize,
}

/// Reads every indicator of supervision, with both sides of its formula.
#[utoipa::path(
    get, path = "/supervision/indicators", tag = "supervision", params(Asked), security(("bearer" = [])),
    responses(
        (status = 200, description = "Every indicator", body = IndicatorsBody),
        (status = 403, description = "Only for supervisors", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "A wrong day or department", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn list(
    State(app): State<AppState>,
    caller: Caller,
    Query(asked): Query<Asked>,
) -> Result<Json<IndicatorsBody>, ApiError> {
    let (span, department) = asked.read(app.services.clock.today())?;
    let told = indicators::list(&app.services, &caller.actor(), span, department).await?;
    let items: Vec<IndicatorBody> = told.into_iter().map(IndicatorBody::of).collect();
    Ok(Json(IndicatorsBody { from: span.from, to: span.to, total: items.len(), items, next_cursor: None }))
}

impl Asked {
    fn read(&self, today: NaiveDate) -> Result<(Span, Option<Uuid>), ApiError> {
        let mut errors = Vec::new();
        let mut day = |field: &str, text: &Option<String>, usual: NaiveDate| {
            let Some(text) = text.as_deref().filter(|text| !text.is_empty()) else { return usual };
            text.parse().unwrap_or_else(|_| {
                errors.push(FieldError::new(field, FieldCode::Date));
                usual
            })
        };
        let to = day("to", &self.to, today);
        let from = day("from", &self.from, to.with_day(1).unwrap_or(to));
        if from > to {
            errors.push(FieldError::new("to", FieldCode::Past));
        }
        let given = self.department.as_deref().filter(|text| !text.is_empty());
        let department = given.and_then(|text| text.parse().ok());
        if given.is_some() && department.is_none() {
            errors.push(FieldError::new("department", FieldCode::Unknown));
        }
        if errors.is_empty() {
            Ok((Span { from, to }, department))
        } else {
            Err(ApiError::from(backend::Error::new(backend::Kind::Invalid(errors))))
        }
    }
}
