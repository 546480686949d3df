//! An indicator as the API tells it.

use backend::indicators::{Origin, Point, Told};
use chrono::NaiveDate;
use domain::indicator::catalogue::{Base, Direction, Fraction, Group, Relation, Target, Unit};
use serde::Serialize;
use utoipa::ToSchema;

/// An indicator as it reads.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct IndicatorBody {
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
    /// `computed`, `reported`, `settled` (by the assessment) or `missing`.
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

impl IndicatorBody {
    pub(super) fn of(told: Told) -> Self {
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
        Origin::Settled { .. } => ("settled", None),
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
