//! `GET /api/v1/supervision/forecast`
#![expect(unused_qualifications, reason = "the macro of the document writes out paths")]

use super::caller::Caller;
use super::page::refuse;
use super::problem::{ApiError, Problem};
use crate::state::AppState;
use axum::Json;
use axum::extract::{Query as Asked, State};
use backend::forecast::{self, CaseKey, DepartmentForecast};
use chrono::NaiveDate;
use domain::field_error::{FieldCode, FieldError};
use domain::forecast::{Day, Expectation, Expected, Lateness, Which};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

/// Whose.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub(super) struct Whose {
    /// Only this department, by its id. Its late cases are then listed.
    department: Option<String>,
}

/// What falls due in the next 20 working days, against the pace of each department.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ForecastBody {
    /// The day it was made.
    today: NaiveDate,
    /// First day of those that the pace is taken from.
    pace_from: NaiveDate,
    /// Last day of those that the pace is taken from.
    pace_to: NaiveDate,
    items: Vec<DepartmentBody>,
    /// Always null: all departments are given at once.
    next_cursor: Option<String>,
    /// How many departments there are.
    total: usize,
}

/// A department. Numbers are cases.
#[derive(Debug, Serialize, ToSchema)]
struct DepartmentBody {
    id: Uuid,
    name: String,
    name_en: Option<String>,
    /// Decided in the days of the pace, but for those decided on the day of acceptance.
    decided: u32,
    /// Working days of the pace: the pace is `decided ÷ working_days`.
    working_days: u32,
    /// Decided on the day of acceptance in the days of the pace: they never waited.
    decided_at_once: u32,
    /// Clock running: the queue.
    running: u64,
    /// Of these, due in the next 20 working days.
    due: u64,
    /// Will be late if nothing changes.
    late: u64,
    /// Past their date already.
    past: u64,
    /// Clock stopped: not counted.
    suspended: usize,
    /// Not accepted yet: not counted.
    unaccepted: usize,
    days: Vec<DayBody>,
    /// Cases that will be late, and those that are already, in the order of the queue; null unless one
    /// department is asked for.
    late_cases: Option<Vec<LateBody>>,
}

/// A coming working day. Numbers are cases.
#[derive(Debug, Serialize, ToSchema)]
struct DayBody {
    date: NaiveDate,
    /// Due on it.
    due: u64,
    /// Of these, will be late.
    late: u64,
    /// Due by its end, past ones too.
    due_by: u64,
    /// Decided by its end at the present pace.
    done_by: u64,
    /// Due by its end and not decided by then.
    backlog: u64,
}

/// A case that will be late, or is.
#[derive(Debug, Serialize, ToSchema)]
struct LateBody {
    case_no: String,
    item_id: String,
    due: Option<NaiveDate>,
    /// Past its date already.
    past: bool,
    /// How many cases are before it in the queue.
    before: u64,
    /// The day on which it will be decided; null where none can be foretold.
    expected_on: Option<NaiveDate>,
    /// Working days after its date; null where no decision can be foretold.
    late_by: Option<u32>,
}

/// Reads the forecast.
#[utoipa::path(
    get, path = "/supervision/forecast", tag = "supervision", params(Whose), security(("bearer" = [])),
    responses(
        (status = 200, description = "The forecast of each department", body = ForecastBody),
        (status = 403, description = "Only for supervisors", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "No id of a department", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn forecast(
    State(app): State<AppState>,
    caller: Caller,
    Asked(whose): Asked<Whose>,
) -> Result<Json<ForecastBody>, ApiError> {
    let asked = whose.department.as_deref().filter(|text| !text.is_empty());
    let department: Option<Uuid> = asked.and_then(|text| text.parse().ok());
    let wrong = asked.is_some() && department.is_none();
    refuse(wrong.then(|| FieldError::new("department", FieldCode::Choice)).into_iter().collect())?;
    let found = forecast::forecast(&app.services, &caller.actor(), department).await?;
    let items: Vec<DepartmentBody> =
        found.departments.into_iter().map(|one| body(one, department.is_some())).collect();
    Ok(Json(ForecastBody {
        today: found.today,
        pace_from: found.since,
        pace_to: found.until,
        total: items.len(),
        items,
        next_cursor: None,
    }))
}

fn body(one: DepartmentForecast, listed: bool) -> DepartmentBody {
    let outlook = &one.outlook;
    let late = |one: &&Expectation<CaseKey>| one.lateness.is_some();
    DepartmentBody {
        decided: outlook.pace.decisions,
        working_days: outlook.pace.days,
        decided_at_once: one.at_once,
        running: outlook.count(Which::Running),
        due: outlook.count(Which::Due(None)),
        late: outlook.count(Which::Late(None)),
        past: outlook.count(Which::Past),
        suspended: one.suspended.len(),
        unaccepted: one.unaccepted.len(),
        days: outlook.days.iter().map(DayBody::from).collect(),
        late_cases: listed.then(|| outlook.queue.iter().filter(late).map(LateBody::from).collect()),
        id: one.department_id,
        name: one.name,
        name_en: one.name_en,
    }
}

impl From<&Day> for DayBody {
    fn from(day: &Day) -> Self {
        let Day { date, due, late, due_by, done_by, backlog } = *day;
        Self { date, due, late, due_by, done_by, backlog }
    }
}

impl From<&Expectation<CaseKey>> for LateBody {
    fn from(one: &Expectation<CaseKey>) -> Self {
        Self {
            case_no: one.case.key.case_no.clone(),
            item_id: one.case.key.item_id.clone(),
            due: one.case.due,
            past: one.lateness.is_some_and(|lateness| !lateness.is_ahead()),
            before: one.before,
            expected_on: match one.expected {
                Expected::On(day) => Some(day),
                Expected::Beyond | Expected::Never => None,
            },
            late_by: one.lateness.and_then(Lateness::days),
        }
    }
}
