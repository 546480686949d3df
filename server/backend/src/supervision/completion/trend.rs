//! The figures month by month, in one pass over the counters.

use super::super::counted::{Asked, Bucket, Cut, Row, among, days};
use super::tally::{COUNTED, Tally, stock};
use super::{CompletionQuery, allow};
use crate::{Result, Services};
use chrono::{Datelike as _, Months, NaiveDate};
use domain::indicator::{Figures, Metric};
use domain::permission::Actor;
use sea_orm::{
    Condition, ExprTrait as _,
    sea_query::{CaseStatement, Expr},
};

/// Months told at most.
const MOST: usize = 60;

/// The figures of each month from `from` to `to`, oldest first, of all groups together.
///
/// # Errors
/// [`crate::Kind::Denied`] to everybody but supervisors; storage errors.
pub async fn trend(
    services: &Services,
    actor: &Actor,
    query: &CompletionQuery,
) -> Result<Vec<(NaiveDate, Figures)>> {
    allow(actor)?;
    let months = Month::all(query);
    let (Some(first), Some(last)) = (months.first(), months.last()) else { return Ok(Vec::new()) };
    let today = services.clock.today();
    let asked = Asked::new(services, &query.heads).await?;
    let stock = among(&[Metric::Received, Metric::Ended]);
    let counted = among(COUNTED).and(Expr::col("day").gte(first.from));
    let filter = days(None, Some(last.to)).add(Condition::any().add(counted).add(stock));
    let place = Some(place(&months));
    let cut = Cut { metric: true, bucket: Bucket::Handling, place, ..Cut::default() };
    let snapshot = services.db.snapshot().await?;
    let rows = asked.rows(&snapshot, cut, filter).await?;
    let due = days(None, today.pred_opt()).add(among(&[Metric::Due]));
    let past_due = asked.rows(&snapshot, Cut::default(), due).await?.iter().map(|row| row.n).sum();
    snapshot.commit().await?;
    let tallies = tallies(&rows, months.len(), past_due);
    let figures = |(month, tally): (&Month, &Tally)| (month.first, tally.figures(month.to < today));
    Ok(months.iter().zip(&tallies).map(figures).collect())
}

/// A month as far as it was asked for.
struct Month {
    /// Its first day, which names it.
    first: NaiveDate,
    from: NaiveDate,
    to: NaiveDate,
}

impl Month {
    fn all(query: &CompletionQuery) -> Vec<Self> {
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

/// Each month's own, and the stock carried on from the one before.
fn tallies(rows: &[Row], months: usize, past_due: i64) -> Vec<Tally> {
    let mut tallies = vec![Tally::default(); months];
    for Row { place, metric, bucket, n, .. } in rows {
        let Some(metric) = Metric::parse(metric) else { continue };
        for tally in tallies.iter_mut().skip(place.saturating_sub(1)) {
            tally.open(stock(metric, *n));
        }
        if let Some(tally) = place.checked_sub(1).and_then(|at| tallies.get_mut(at)) {
            tally.happened(metric, *bucket, *n);
        }
    }
    tallies.iter_mut().for_each(|tally| tally.past_due(past_due));
    tallies
}

/// In which month a day lies, by its place. Place 0 is what came before the first month.
fn place(months: &[Month]) -> Expr {
    let mut places = CaseStatement::new();
    for (before, month) in (0_i32..).zip(months) {
        places = places.case(Expr::col("day").lt(month.from), before);
    }
    places.finally(i32::try_from(months.len()).unwrap_or(i32::MAX)).into()
}
