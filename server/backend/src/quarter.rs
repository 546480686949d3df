//! 季报: everything a quarter's report says, gathered once; page, PDF and workbook are made of it.

use crate::assessment::reports::{self, ReportQuery};
use crate::indicators::{self, Told};
use crate::supervision::{self, Completion, CompletionQuery, GroupBy};
use crate::watch::{self, AlertQuery, AlertState, DepartmentCards, OrderQuery, OrderRow};
use crate::{Result, Services};
use chrono::{DateTime, Datelike as _, Months, NaiveDate, Utc};
use domain::assessment::report::Shelf;
use domain::assessment::{Period, PeriodKind};
use domain::calendar::CITY_OFFSET;
use domain::indicator::{Figures, Span};
use domain::permission::Actor;
use entity::case_file;
use sea_orm::{EntityTrait as _, QueryOrder as _, QuerySelect as _};

/// Orders read at once.
const ORDERS: u64 = 200;

/// What came of asking for a quarter.
#[derive(Clone, Debug, PartialEq)]
pub enum Found {
    /// It has not begun.
    Future,
    /// It ended before the first case came; the quarter of that, if there ever was one.
    Before(Option<Period>),
    /// The report.
    Report(Box<Quarter>),
}

/// The figures of a span of days of the whole city.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spanned {
    /// The days.
    pub span: Span,
    /// The figures.
    pub figures: Figures,
}

/// What supervision found in the quarter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Watched {
    /// Alerts that came to be in it.
    pub alerts: u64,
    /// Of these, dismissed.
    pub dismissed: u64,
    /// Cards by department; dismissed alerts give none.
    pub cards: Vec<DepartmentCards>,
    /// Orders issued in it, the newest first.
    pub orders: Vec<OrderRow>,
}

/// A quarter's report.
#[derive(Clone, Debug, PartialEq)]
pub struct Quarter {
    /// Which.
    pub period: Period,
    /// Its days, up to today while it runs.
    pub span: Span,
    /// It is not over yet.
    pub running: bool,
    /// Its figures, by department.
    pub now: Completion,
    /// The same days of the quarter before.
    pub before: Spanned,
    /// The same days a year before.
    pub year_before: Spanned,
    /// Its months.
    pub months: Vec<(NaiveDate, Figures)>,
    /// Every indicator.
    pub indicators: Vec<Told>,
    /// 电子监察.
    pub watched: Watched,
    /// 填报: how many reports of the quarter stand in each list.
    pub reports: Vec<(Shelf, usize)>,
}

/// Gathers a quarter's report.
///
/// # Errors
/// [`crate::Kind::Denied`] to everybody but supervisors; storage errors.
pub async fn quarter(services: &Services, actor: &Actor, period: Period) -> Result<Found> {
    let today = services.clock.today();
    let first = first(services).await?;
    if period.from() > today {
        return Ok(Found::Future);
    }
    if first.is_none_or(|first| period.to() < first.from()) {
        return Ok(Found::Before(first));
    }
    let span = Span { from: period.from(), to: period.to().min(today) };
    let query = CompletionQuery::of(span.from, span.to, GroupBy::Department);
    let report = Quarter {
        period,
        span,
        running: period.to() >= today,
        now: supervision::completion(services, actor, &query).await?,
        before: spanned(services, actor, before(period, span)).await?,
        year_before: spanned(services, actor, span.year_before()).await?,
        months: supervision::trend(services, actor, &query).await?,
        indicators: indicators::list(services, actor, span, None).await?,
        watched: watched(services, actor, span).await?,
        reports: reported(services, actor, period).await?,
    };
    Ok(Found::Report(Box::new(report)))
}

/// The quarter of the first case; none before there is one.
///
/// # Errors
/// Storage errors.
pub async fn first(services: &Services) -> Result<Option<Period>> {
    let found: Option<DateTime<Utc>> = case_file::Entity::find()
        .select_only()
        .column(case_file::Column::SubmittedAt)
        .order_by_asc(case_file::Column::SubmittedAt)
        .into_tuple()
        .one(&services.db.read)
        .await?;
    Ok(found.map(|at| Period::of(at.with_timezone(&CITY_OFFSET).date_naive(), PeriodKind::Quarter)))
}

/// The same days of the quarter before; all of it where all of this one is told.
fn before(period: Period, span: Span) -> Span {
    let earlier = period.previous();
    let to = span.to.checked_sub_months(Months::new(3)).filter(|_| span.to < period.to());
    Span { from: earlier.from(), to: to.unwrap_or(earlier.to()) }
}

async fn spanned(services: &Services, actor: &Actor, span: Span) -> Result<Spanned> {
    let query = CompletionQuery::of(span.from, span.to, GroupBy::Department);
    let figures = supervision::completion(services, actor, &query).await?.total;
    Ok(Spanned { span, figures })
}

async fn watched(services: &Services, actor: &Actor, span: Span) -> Result<Watched> {
    let query = AlertQuery { from: Some(span.from), to: Some(span.to), per_page: 1, ..AlertQuery::default() };
    let dismissed = AlertQuery { state: Some(AlertState::Dismissed), ..query.clone() };
    Ok(Watched {
        alerts: watch::alerts(services, actor, &query).await?.total,
        dismissed: watch::alerts(services, actor, &dismissed).await?.total,
        cards: watch::cards(services, actor, &query).await?,
        orders: orders(services, actor, span).await?,
    })
}

/// The orders issued in these days. A quarter lies in one year.
async fn orders(services: &Services, actor: &Actor, span: Span) -> Result<Vec<OrderRow>> {
    let year = span.from.year();
    let mut orders = Vec::new();
    for page in 1.. {
        let query = OrderQuery { year: Some(year), page, per_page: ORDERS, ..OrderQuery::default() };
        let found = watch::orders(services, actor, &query).await?;
        let last = u64::try_from(found.rows.len()).unwrap_or(u64::MAX) < ORDERS;
        orders.extend(found.rows);
        if last {
            break;
        }
    }
    let within = |row: &OrderRow| {
        let day = row.issued_at.with_timezone(&CITY_OFFSET).date_naive();
        span.from <= day && day <= span.to
    };
    orders.retain(within);
    Ok(orders)
}

async fn reported(services: &Services, actor: &Actor, period: Period) -> Result<Vec<(Shelf, usize)>> {
    let query = ReportQuery { period: Some(period), ..ReportQuery::default() };
    Ok(reports::list(services, actor, &query).await?.counts)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(from: &str, to: &str) -> Span {
        Span { from: from.parse().unwrap(), to: to.parse().unwrap() }
    }

    #[test]
    fn a_quarter_is_compared_with_as_much_of_the_one_before() {
        for (quarter, to, from, until) in [
            ("2026-Q3", "2026-09-30", "2026-04-01", "2026-06-30"),
            ("2026-Q1", "2026-03-31", "2025-10-01", "2025-12-31"),
            ("2026-Q4", "2026-11-22", "2026-07-01", "2026-08-22"),
            ("2026-Q2", "2026-05-31", "2026-01-01", "2026-02-28"),
            ("2026-Q4", "2026-10-02", "2026-07-01", "2026-07-02"),
        ] {
            let period = Period::parse(quarter).unwrap();
            let told = Span { from: period.from(), to: to.parse().unwrap() };
            assert_eq!(before(period, told), span(from, until), "{quarter} up to {to}");
        }
    }
}
