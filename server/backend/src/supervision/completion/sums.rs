//! Folded counters and deltas not folded yet, added up by group.

use super::tally::{Tally, stock};
use super::{CompletionQuery, GroupBy};
use crate::{Error, Result, Services};
use chrono::NaiveDate;
use domain::indicator::Metric;
use entity::{counter, counter_delta};
use sea_orm::{Condition, ConnectionTrait, EntityTrait, QueryFilter as _, QuerySelect as _};
use std::collections::BTreeMap;
use uuid::Uuid;

/// What a sum is for.
#[derive(Clone, Copy)]
enum Part {
    /// Happened from the first to the last day.
    Period,
    /// Came or went until the last day: their difference is what is open.
    Stock,
    /// Running and due before today.
    PastDue,
}

/// Folded counters and deltas not folded yet, in one snapshot: a fold in between changes nothing.
pub(super) async fn sums(services: &Services, query: &CompletionQuery) -> Result<BTreeMap<String, Tally>> {
    let snapshot = services.db.snapshot().await?;
    let today = services.clock.today();
    let mut sums: BTreeMap<String, Tally> = BTreeMap::new();
    for part in [Part::Period, Part::Stock, Part::PastDue] {
        for (key, metric, bucket, n) in rows(&snapshot, query, part, today).await? {
            let Some(metric) = Metric::parse(&metric) else { continue };
            let bucket = u32::try_from(bucket).map_err(Error::internal)?;
            let tally = sums.entry(key).or_default();
            match part {
                Part::Period => tally.happened(metric, bucket, n),
                Part::Stock => tally.open(stock(metric, n)),
                Part::PastDue => tally.past_due(n),
            }
        }
    }
    snapshot.commit().await?;
    Ok(sums)
}

/// How many cases run and are past due today.
pub(super) async fn past_due<C: ConnectionTrait>(
    db: &C,
    query: &CompletionQuery,
    today: NaiveDate,
) -> Result<i64> {
    let rows = rows(db, query, Part::PastDue, today).await?;
    Ok(rows.into_iter().map(|(_, _, _, n)| n).sum())
}

type Sum = (String, String, i32, i64);

async fn rows<C: ConnectionTrait>(
    db: &C,
    query: &CompletionQuery,
    part: Part,
    today: NaiveDate,
) -> Result<Vec<Sum>> {
    let mut rows = counters(db, query, part, today).await?;
    rows.extend(deltas(db, query, part, today).await?);
    Ok(rows)
}

/// The days, and what else a query narrows by.
macro_rules! narrowed {
    ($days:expr, $column:expr, $query:expr) => {
        $days
            .add_option($query.department_id.map(|id| $column.department_id.eq(id)))
            .add_option($query.item_id.as_ref().map(|id| $column.item_id.eq(id)))
            .add_option($query.division.as_ref().map(|code| $column.division_code.eq(code)))
            .add_option($query.channel.as_ref().map(|channel| $column.channel.eq(channel)))
    };
}
pub(super) use narrowed;

/// The two tables have the same columns but different types: one macro, written once.
macro_rules! summed {
    ($name:ident, $table:ident) => {
        async fn $name<C: ConnectionTrait>(
            db: &C,
            query: &CompletionQuery,
            part: Part,
            today: NaiveDate,
        ) -> Result<Vec<Sum>> {
            let column = $table::COLUMN;
            let days = match part {
                Part::Period => Condition::all().add(column.day.between(query.from, query.to)),
                Part::Stock => Condition::all()
                    .add(column.day.lte(query.to))
                    .add(column.metric.is_in([Metric::Received.as_str(), Metric::Ended.as_str()])),
                Part::PastDue => {
                    Condition::all().add(column.day.lt(today)).add(column.metric.eq(Metric::Due.as_str()))
                }
            };
            let found = $table::Entity::find().select_only().filter(narrowed!(days, column, query));
            let sum = || column.n.sum();
            if query.by == GroupBy::Department {
                let rows: Vec<(Uuid, String, i32, i64)> = found
                    .column($table::Column::DepartmentId)
                    .column($table::Column::Metric)
                    .column($table::Column::Bucket)
                    .column_as(sum(), "total")
                    .group_by($table::Column::DepartmentId)
                    .group_by($table::Column::Metric)
                    .group_by($table::Column::Bucket)
                    .into_tuple()
                    .all(db)
                    .await?;
                return Ok(rows
                    .into_iter()
                    .map(|(id, metric, bucket, n)| (id.to_string(), metric, bucket, n))
                    .collect());
            }
            let by = match query.by {
                GroupBy::Department => $table::Column::DepartmentId,
                GroupBy::Item => $table::Column::ItemId,
                GroupBy::Division => $table::Column::DivisionCode,
                GroupBy::Window => $table::Column::WindowKey,
                GroupBy::Channel => $table::Column::Channel,
            };
            Ok(found
                .column(by)
                .column($table::Column::Metric)
                .column($table::Column::Bucket)
                .column_as(sum(), "total")
                .group_by(by)
                .group_by($table::Column::Metric)
                .group_by($table::Column::Bucket)
                .into_tuple()
                .all(db)
                .await?)
        }
    };
}

summed!(counters, counter);
summed!(deltas, counter_delta);
