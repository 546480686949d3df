//! The figures month by month, in one pass over the counters.

use super::sums::{self, narrowed};
use super::tally::{Tally, stock};
use super::{CompletionQuery, allow};
use crate::{Error, Result, Services};
use chrono::{Datelike as _, Months, NaiveDate};
use domain::indicator::{Figures, Metric};
use domain::permission::Actor;
use entity::{counter, counter_delta};
use sea_orm::{
    Condition, ConnectionTrait, EntityTrait, QueryFilter as _, QuerySelect as _,
    sea_query::{Alias, CaseStatement, Expr, ExprTrait as _, SimpleExpr},
};

/// Months told at most.
const MOST: usize = 60;

/// The figures of each month from `from` to `to`, oldest first.
///
/// # Errors
/// [`crate::Kind::Denied`] to everybody but supervisors; storage errors.
pub async fn trend(
    services: &Services,
    actor: &Actor,
    query: &CompletionQuery,
) -> Result<Vec<(NaiveDate, Figures)>> {
    allow(actor)?;
    let months = Span::months(query);
    let snapshot = services.db.snapshot().await?;
    let mut rows = counters(&snapshot, query, &months).await?;
    rows.extend(deltas(&snapshot, query, &months).await?);
    let past_due = sums::past_due(&snapshot, query, services.clock.today()).await?;
    snapshot.commit().await?;
    let tallies = tallies(&rows, months.len(), past_due)?;
    Ok(months.iter().zip(&tallies).map(|(month, tally)| (month.first, tally.figures())).collect())
}

/// A month as far as it was asked for.
struct Span {
    /// Its first day, which names it.
    first: NaiveDate,
    from: NaiveDate,
    to: NaiveDate,
}

impl Span {
    fn months(query: &CompletionQuery) -> Vec<Self> {
        let firsts = std::iter::successors(query.from.with_day(1), |&first| after(first));
        firsts
            .take_while(|&first| first <= query.to)
            .take(MOST)
            .map(|first| Self {
                first,
                from: Ord::max(first, query.from),
                to: Ord::min(query.to, after(first).and_then(|next| next.pred_opt()).unwrap_or(query.to)),
            })
            .collect()
    }
}

fn after(first: NaiveDate) -> Option<NaiveDate> {
    first.checked_add_months(Months::new(1))
}

/// Place of the month, metric, bucket and sum. Place 0 is what came before the first month.
type Sum = (i32, String, i32, i64);

/// Each month's own, and the stock carried on from the one before.
fn tallies(rows: &[Sum], months: usize, past_due: i64) -> Result<Vec<Tally>> {
    let mut tallies = vec![Tally::default(); months];
    for (place, metric, bucket, n) in rows {
        let Some(metric) = Metric::parse(metric) else { continue };
        let bucket = u32::try_from(*bucket).map_err(Error::internal)?;
        let place = usize::try_from(*place).map_err(Error::internal)?;
        for tally in tallies.iter_mut().skip(place.saturating_sub(1)) {
            tally.open(stock(metric, *n));
        }
        if let Some(tally) = place.checked_sub(1).and_then(|at| tallies.get_mut(at)) {
            tally.happened(metric, bucket, *n);
        }
    }
    tallies.iter_mut().for_each(|tally| tally.past_due(past_due));
    Ok(tallies)
}

/// In which month a day lies, by its place.
fn place(day: SimpleExpr, months: &[Span]) -> SimpleExpr {
    let mut places = CaseStatement::new();
    for (before, month) in (0_i32..).zip(months) {
        places = places.case(day.clone().lt(month.from), before);
    }
    places.finally(i32::try_from(months.len()).unwrap_or(i32::MAX)).into()
}

/// The two tables have the same columns but different types: one macro, written once.
macro_rules! by_month {
    ($name:ident, $table:ident) => {
        async fn $name<C: ConnectionTrait>(
            db: &C,
            query: &CompletionQuery,
            months: &[Span],
        ) -> Result<Vec<Sum>> {
            let (Some(first), Some(last)) = (months.first(), months.last()) else { return Ok(Vec::new()) };
            let column = $table::COLUMN;
            let moves_stock = column.metric.is_in([Metric::Received.as_str(), Metric::Ended.as_str()]);
            let days = Condition::all()
                .add(column.day.lte(last.to))
                .add(Condition::any().add(column.day.gte(first.from)).add(moves_stock));
            let month = place(Expr::col($table::Column::Day), months);
            Ok($table::Entity::find()
                .select_only()
                .filter(narrowed!(days, column, query))
                .column_as(month, "place")
                .column($table::Column::Metric)
                .column($table::Column::Bucket)
                .column_as(column.n.sum(), "total")
                .group_by(Expr::col(Alias::new("place")))
                .group_by($table::Column::Metric)
                .group_by($table::Column::Bucket)
                .into_tuple()
                .all(db)
                .await?)
        }
    };
}

by_month!(counters, counter);
by_month!(deltas, counter_delta);
