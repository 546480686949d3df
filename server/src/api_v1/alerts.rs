//! `GET /api/v1/supervision/alerts`
#![expect(unused_qualifications, reason = "the macro of the document writes out paths")]

use super::caller::Caller;
use super::cases::day;
use super::moment::moment;
use super::page::{Page, Span, refuse};
use super::problem::{ApiError, Problem};
use crate::state::AppState;
use app::lang::Lang;
use app::ui::watch::seen;
use axum::Json;
use axum::extract::{Query as Asked, State};
use backend::watch::{self, Alert, AlertQuery};
use chrono::{DateTime, FixedOffset, NaiveDate};
use domain::field_error::{FieldCode, FieldError};
use domain::watch::{AlertState, Card};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

/// Which alerts.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub(super) struct AlertParams {
    /// open, ordered, settled or dismissed; any when not given.
    state: Option<String>,
    /// yellow or red.
    card: Option<String>,
    /// The key of a rule, such as over_promise.
    rule: Option<String>,
    /// The id of a department.
    department: Option<String>,
    /// Came to be on this day or later.
    from: Option<String>,
    /// Came to be on this day or earlier.
    to: Option<String>,
    /// Where a list goes on: the `next_cursor` of the page before.
    cursor: Option<String>,
    /// Lines of a page, 1 to 100; 20 when not given.
    limit: Option<String>,
}

/// Something found against a rule of 电子监察.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct AlertBody {
    id: Uuid,
    /// The key of the rule.
    rule: String,
    rule_name: String,
    /// yellow or red.
    card: &'static str,
    /// open, ordered, settled or dismissed.
    state: &'static str,
    case_no: String,
    /// The event of the case that shows it, counted from 1.
    event: i32,
    item_name: String,
    department_id: Uuid,
    department: String,
    /// The day on which it came to be.
    happened_on: NaiveDate,
    /// The date it rests on.
    basis: NaiveDate,
    found_at: DateTime<FixedOffset>,
    /// What the rule saw then, in words.
    evidence: String,
    /// 督办单, such as 督〔2026〕17号; null where there is none.
    order: Option<String>,
}

impl AlertBody {
    fn new(lang: Lang, row: Alert) -> Self {
        Self {
            id: row.id,
            evidence: seen(lang, row.kind, &row.step, &row.evidence),
            rule: row.rule,
            rule_name: lang.t(row.rule_name, row.rule_name_en),
            card: row.card.as_str(),
            state: row.state.as_str(),
            case_no: row.case_no,
            event: row.seq,
            item_name: lang.pick(&row.item_name, &row.item_name_en).to_owned(),
            department_id: row.department_id,
            department: lang.pick(&row.department, &row.department_en).to_owned(),
            happened_on: row.happened_on,
            basis: row.basis,
            found_at: moment(row.found_at),
            order: row.order.map(|(_, year, serial)| watch::number(year, serial)),
        }
    }
}

/// Lists the alerts of 电子监察, the newest first.
#[utoipa::path(
    get, path = "/supervision/alerts", tag = "supervision", params(AlertParams), security(("bearer" = [])),
    responses(
        (status = 200, description = "Alerts", body = Page<AlertBody>),
        (status = 403, description = "Only for supervisors", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "A wrong filter", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn list(
    State(app): State<AppState>,
    caller: Caller,
    Asked(params): Asked<AlertParams>,
) -> Result<Json<Page<AlertBody>>, ApiError> {
    let span = Span::read(params.cursor.as_deref(), params.limit.as_deref())?;
    let query = params.query(span)?;
    let found = watch::alerts(&app.services, &caller.actor(), &query).await?;
    let items = found.rows.into_iter().map(|row| AlertBody::new(caller.lang, row)).collect();
    Ok(Json(span.page(items, found.total)))
}

impl AlertParams {
    fn query(&self, span: Span) -> Result<AlertQuery, ApiError> {
        let mut errors = Vec::new();
        let from = day("from", &self.from, &mut errors);
        let to = day("to", &self.to, &mut errors);
        let state = one_of("state", &self.state, AlertState::parse, &mut errors);
        let card = one_of("card", &self.card, Card::parse, &mut errors);
        let department_id = one_of("department", &self.department, |id| id.parse().ok(), &mut errors);
        refuse(errors)?;
        Ok(AlertQuery {
            state,
            carded: false,
            card,
            rule: self.rule.clone().filter(|rule| !rule.is_empty()),
            department_id,
            from,
            to,
            page: span.page.saturating_add(1),
            per_page: span.limit,
        })
    }
}

/// The value of a filter; what is none of its answers is told at its name.
fn one_of<T>(
    name: &'static str,
    text: &Option<String>,
    read: impl Fn(&str) -> Option<T>,
    errors: &mut Vec<FieldError>,
) -> Option<T> {
    let text = text.as_deref().filter(|text| !text.is_empty())?;
    let value = read(text);
    if value.is_none() {
        errors.push(FieldError::new(name, FieldCode::Choice));
    }
    value
}
