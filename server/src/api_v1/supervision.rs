//! `GET /api/v1/supervision/completion`

mod asked;
mod figures;

use super::caller::Caller;
use super::problem::{ApiError, Problem};
use crate::state::AppState;
use asked::Asked;
use axum::Json;
use axum::extract::{Query as Given, State};
use backend::supervision::{self, CompletionQuery};
use chrono::NaiveDate;
use domain::indicator::Span;
use figures::{AgeBody, FiguresBody, GroupBody};
use serde::Serialize;
use utoipa::ToSchema;

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
    /// All cases together, each once: by bundle this is not the sum of the groups.
    sum: FiguresBody,
    /// What is open at the end of the period (now, if it is not over), youngest first.
    open_by_age: Vec<AgeBody>,
    /// 上期.
    before: EarlierBody,
    /// 去年同期.
    year_before: EarlierBody,
}

/// All cases together in an earlier period.
#[derive(Debug, Serialize, ToSchema)]
struct EarlierBody {
    from: NaiveDate,
    to: NaiveDate,
    sum: FiguresBody,
}

/// Reads the completion figures.
#[utoipa::path(
    get, path = "/supervision/completion", tag = "supervision", params(Asked), security(("bearer" = [])),
    responses(
        (status = 200, description = "The figures of each group", body = CompletionBody),
        (status = 403, description = "Only for supervisors", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "A wrong day, grouping or filter", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn completion(
    State(app): State<AppState>,
    caller: Caller,
    Given(asked): Given<Asked>,
) -> Result<Json<CompletionBody>, ApiError> {
    let (services, actor) = (&app.services, caller.actor());
    let query = asked.query(services).await?;
    let earlier = async |span: Span| -> Result<EarlierBody, ApiError> {
        // One group is enough for what all of them are together.
        let query = CompletionQuery { by: supervision::GroupBy::Channel, ..query.during(span) };
        let sum = supervision::completion(services, &actor, &query).await?.total;
        Ok(EarlierBody { from: span.from, to: span.to, sum: FiguresBody::from(&sum) })
    };
    let found = async { Ok(supervision::completion(services, &actor, &query).await?) };
    let ages = async { Ok(supervision::ages(services, &actor, &query).await?) };
    let (before, year_before) = (query.span().before(), query.span().year_before());
    let (found, ages, before, year_before) =
        tokio::try_join!(found, ages, earlier(before), earlier(year_before))?;
    let items: Vec<GroupBody> = found.groups.into_iter().map(|group| GroupBody::of(group, &ages)).collect();
    Ok(Json(CompletionBody {
        from: query.from,
        to: query.to,
        by: query.by.as_str(),
        total: items.len(),
        items,
        next_cursor: None,
        sum: FiguresBody::from(&found.total),
        open_by_age: ages.all.iter().map(AgeBody::from).collect(),
        before,
        year_before,
    }))
}
