//! Folded counters and deltas not folded yet, added up by group.

use super::{CompletionQuery, GroupBy};
use crate::{Error, Result, Services};
use chrono::NaiveDate;
use domain::indicator::{Figures, Metric};
use entity::{counter, counter_delta};
use sea_orm::{Condition, ConnectionTrait, EntityTrait, QueryFilter as _, QuerySelect as _};
use std::collections::{BTreeMap, HashMap};
use uuid::Uuid;

/// What was added up for one group.
#[derive(Clone, Debug, Default)]
pub(super) struct Tally {
    period: HashMap<Metric, i64>,
    days: BTreeMap<u32, i64>,
    open: i64,
    overdue_open: i64,
}

impl Tally {
    pub(super) fn add(&mut self, other: &Self) {
        for (&metric, n) in &other.period {
            *self.period.entry(metric).or_default() += n;
        }
        for (&days, n) in &other.days {
            *self.days.entry(days).or_default() += n;
        }
        self.open += other.open;
        self.overdue_open += other.overdue_open;
    }

    pub(super) fn figures(&self) -> Figures {
        let n = |metric| self.period.get(&metric).copied().unwrap_or_default();
        Figures {
            received: n(Metric::Received),
            accepted: n(Metric::Accepted),
            closed: n(Metric::Closed),
            on_time: n(Metric::OnTime),
            early: n(Metric::Early),
            overdue: n(Metric::Late),
            open: self.open,
            overdue_open: self.overdue_open,
            handling_days: self.days.iter().filter(|(_, n)| **n != 0).map(|(&days, &n)| (days, n)).collect(),
        }
    }
}

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
            match (part, metric) {
                (Part::Period, Metric::HandlingDays) => *tally.days.entry(bucket).or_default() += n,
                (Part::Period, metric) => *tally.period.entry(metric).or_default() += n,
                (Part::Stock, Metric::Ended) => tally.open -= n,
                (Part::Stock, _) => tally.open += n,
                (Part::PastDue, _) => tally.overdue_open += n,
            }
        }
    }
    snapshot.commit().await?;
    Ok(sums)
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
            let narrowed = days
                .add_option(query.department_id.map(|id| column.department_id.eq(id)))
                .add_option(query.item_id.as_ref().map(|id| column.item_id.eq(id)))
                .add_option(query.division.as_ref().map(|code| column.division_code.eq(code)))
                .add_option(query.channel.as_ref().map(|channel| column.channel.eq(channel)));
            let found = $table::Entity::find().select_only().filter(narrowed);
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
