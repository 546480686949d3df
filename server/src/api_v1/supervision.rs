//! `GET /api/v1/supervision/completion`
#![expect(unused_qualifications, reason = "the macro of the document writes out paths")]

use super::caller::Caller;
use super::cases::day;
use super::page::refuse;
use super::problem::{ApiError, Problem};
use crate::state::AppState;
use axum::Json;
use axum::extract::{Query as Asked, State};
use backend::supervision::{self, CompletionQuery, Group, GroupBy};
use chrono::{Months, NaiveDate};
use domain::field_error::{FieldCode, FieldError};
use domain::indicator::Figures;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// Which period, grouped how.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub(super) struct Period {
    /// First day; a year before the last when not given.
    from: Option<String>,
    /// Last day; today when not given.
    to: Option<String>,
    /// department (when not given), item, division, window or channel.
    by: Option<String>,
}

/// The figures of a period.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct CompletionBody {
    from: NaiveDate,
    to: NaiveDate,
    by: &'static str,
    items: Vec<GroupBody>,
    /// Always null: all groups are given at once.
    next_cursor: Option<String>,
    /// How many groups there are.
    total: usize,
    /// All groups together.
    sum: FiguresBody,
}

/// A group.
#[derive(Debug, Serialize, ToSchema)]
struct GroupBody {
    /// Id, code or name of the group; empty for cases without a window.
    key: String,
    name: String,
    name_en: Option<String>,
    #[serde(flatten)]
    figures: FiguresBody,
}

/// Figures; rates are null where there is nothing to divide by.
#[derive(Debug, Serialize, ToSchema)]
struct FiguresBody {
    /// Submitted in the period.
    received: i64,
    /// Accepted in the period.
    accepted: i64,
    /// Closed in the period.
    closed: i64,
    /// Closed in the period, decided on or before the date given.
    on_time: i64,
    /// Closed in the period, decided before the date given.
    early: i64,
    /// Closed in the period, decided after the date given.
    overdue: i64,
    /// In the house at the end of the period.
    open: i64,
    /// Clock running and past the date given.
    overdue_open: i64,
    /// 办结率: closed ÷ accepted.
    completion_rate: Option<f64>,
    /// 按时办结率: on_time ÷ closed.
    on_time_rate: Option<f64>,
    /// From acceptance to decision, of the cases closed.
    median_working_days: Option<f64>,
}

impl From<&Figures> for FiguresBody {
    fn from(figures: &Figures) -> Self {
        Self {
            received: figures.received,
            accepted: figures.accepted,
            closed: figures.closed,
            on_time: figures.on_time,
            early: figures.early,
            overdue: figures.overdue,
            open: figures.open,
            overdue_open: figures.overdue_open,
            completion_rate: figures.completion_rate().value(),
            on_time_rate: figures.on_time_rate().value(),
            median_working_days: figures.median_working_days(),
        }
    }
}

/// Reads the completion figures.
#[utoipa::path(
    get, path = "/supervision/completion", tag = "supervision", params(Period), security(("bearer" = [])),
    responses(
        (status = 200, description = "The figures of each group", body = CompletionBody),
        (status = 403, description = "Only for supervisors", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "A wrong day or grouping", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn completion(
    State(app): State<AppState>,
    caller: Caller,
    Asked(period): Asked<Period>,
) -> Result<Json<CompletionBody>, ApiError> {
    let query = query(&period, app.services.clock.today())?;
    let found = supervision::completion(&app.services, &caller.actor(), &query).await?;
    let items: Vec<GroupBody> = found.groups.into_iter().map(GroupBody::from).collect();
    Ok(Json(CompletionBody {
        from: query.from,
        to: query.to,
        by: query.by.as_str(),
        total: items.len(),
        items,
        next_cursor: None,
        sum: FiguresBody::from(&found.total),
    }))
}

impl From<Group> for GroupBody {
    fn from(group: Group) -> Self {
        let Group { key, name, name_en, figures } = group;
        Self { key, name, name_en, figures: FiguresBody::from(&figures) }
    }
}

fn query(period: &Period, today: NaiveDate) -> Result<CompletionQuery, ApiError> {
    let mut errors = Vec::new();
    let to = day("to", &period.to, &mut errors).unwrap_or(today);
    let year_before = || to.checked_sub_months(Months::new(12)).and_then(|day| day.succ_opt()).unwrap_or(to);
    let from = day("from", &period.from, &mut errors).unwrap_or_else(year_before);
    let by = match period.by.as_deref().filter(|by| !by.is_empty()) {
        None => GroupBy::Department,
        Some(name) => GroupBy::parse(name).unwrap_or_else(|| {
            errors.push(FieldError::new("by", FieldCode::Choice));
            GroupBy::Department
        }),
    };
    if from > to {
        errors.push(FieldError::new("to", FieldCode::Past));
    }
    refuse(errors)?;
    Ok(CompletionQuery::of(from, to, by))
}
