//! `GET /api/v1/supervision/indicators`
#![expect(unused_qualifications, reason = "the macro of the document writes out paths")]

use super::caller::Caller;
use super::problem::{ApiError, Problem};
use crate::state::AppState;
use axum::Json;
use axum::extract::{Query, State};
use backend::indicators::{self, Origin, Point, Told};
use chrono::{Datelike as _, NaiveDate};
use domain::field_error::{FieldCode, FieldError};
use domain::indicator::Span;
use domain::indicator::catalogue::{Base, Direction, Fraction, Group, Relation, Target, Unit};
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

/// An indicator as it reads.
#[derive(Debug, Serialize, ToSchema)]
struct IndicatorBody {
    key: &'static str,
    name: &'static str,
    name_en: &'static str,
    #[schema(value_type = String)]
    group: Group,
    /// `percent`, `workdays`, `number`, `points` or `hours`.
    #[schema(value_type = String)]
    unit: Unit,
    /// As people read it, in its unit; null where there is nothing to divide by, or nothing reported.
    value: Option<String>,
    /// The same as an exact fraction: a share of 84 % is 21/25 or any fraction equal to it.
    fraction: Option<FractionBody>,
    numerator: Option<i64>,
    denominator: Option<i64>,
    /// What is counted above the line.
    #[schema(value_type = String)]
    base: Base,
    /// What is counted below the line; null for a number.
    #[schema(value_type = Option<String>)]
    base_below: Option<Base>,
    formula: &'static str,
    formula_en: &'static str,
    source: &'static str,
    /// `up`, `down` or `neutral`: which way is good.
    #[schema(value_type = String)]
    direction: Direction,
    /// `computed`, `reported` or `missing`.
    origin: &'static str,
    /// By whom and for which period, where it was reported.
    reported: Option<ReportedBody>,
    targets: Vec<TargetBody>,
    trend: Vec<PointBody>,
}

/// A fraction of whole numbers.
#[derive(Debug, Serialize, ToSchema)]
struct FractionBody {
    over: i64,
    under: i64,
}

/// A figure that a department reported.
#[derive(Debug, Serialize, ToSchema)]
struct ReportedBody {
    department: String,
    period: String,
    signed_on: NaiveDate,
    text: String,
}

/// A target.
#[derive(Debug, Serialize, ToSchema)]
struct TargetBody {
    key: String,
    figure: String,
    meaning: String,
    meaning_en: String,
    source: String,
    due: Option<String>,
    /// `at_least` or `at_most`; null where it cannot be compared.
    #[schema(value_type = Option<String>)]
    relation: Option<Relation>,
    /// The figure to compare with.
    value: Option<FractionBody>,
    /// Whether it is met; null where there is no value.
    met: Option<bool>,
}

/// A month, or a day for what is of today.
#[derive(Debug, Serialize, ToSchema)]
struct PointBody {
    day: NaiveDate,
    value: Option<String>,
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

impl IndicatorBody {
    fn of(told: Told) -> Self {
        let Told { indicator, reading, origin, targets, trend } = told;
        let text = |value: Fraction| value.text(indicator.unit);
        let (origin, reported) = told_by(origin);
        Self {
            key: indicator.key,
            name: indicator.name.0,
            name_en: indicator.name.1,
            group: indicator.group,
            unit: indicator.unit,
            value: reading.value.map(text),
            fraction: reading.value.map(FractionBody::of),
            numerator: reading.numerator,
            denominator: reading.denominator,
            base: indicator.base,
            base_below: indicator.below,
            formula: indicator.formula.0,
            formula_en: indicator.formula.1,
            source: indicator.source,
            direction: indicator.direction,
            origin,
            reported,
            targets: targets
                .into_iter()
                .map(|one| TargetBody { met: one.met(&reading), ..TargetBody::of(one) })
                .collect(),
            trend: trend
                .into_iter()
                .map(|Point { day, value }| PointBody { day, value: value.map(text) })
                .collect(),
        }
    }
}

fn told_by(origin: Origin) -> (&'static str, Option<ReportedBody>) {
    match origin {
        Origin::Computed => ("computed", None),
        Origin::Missing => ("missing", None),
        Origin::Reported(one) => {
            let body = ReportedBody {
                department: one.name,
                period: one.period.to_string(),
                signed_on: one.signed_on,
                text: one.figure.text,
            };
            ("reported", Some(body))
        }
    }
}

impl FractionBody {
    fn of(Fraction { over, under }: Fraction) -> Self {
        Self { over, under }
    }
}

impl TargetBody {
    fn of(one: Target) -> Self {
        let Target { key, figure, meaning, meaning_en, source, due, indicator: _, relation, value } = one;
        let value = value.map(FractionBody::of);
        Self { key, figure, meaning, meaning_en, source, due, relation, value, met: None }
    }
}
