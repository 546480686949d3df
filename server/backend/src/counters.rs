//! Counters: deltas in the case's own transaction, folded afterwards, never recounted by a page.
//!
//! A page sums folded counters and deltas not folded yet, so that it is exact at any moment, and
//! intake never waits for a row that every other intake wants to change too.

use crate::{Error, Portal, Result};
use domain::indicator::Delta;
use domain::item::Channel;
use entity::{counter, counter_delta};
use sea_orm::{
    ActiveValue::Set,
    ConnectionTrait, EntityTrait as _, ExprTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
    sea_query::{Expr, OnConflict},
};
use std::collections::BTreeMap;
use uuid::Uuid;

/// Deltas folded in one transaction.
const BATCH: u64 = 1_000;

/// Under which heads a case is counted.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Dimensions {
    pub department_id: Uuid,
    pub item_id: String,
    pub division_code: String,
    pub window_id: Option<Uuid>,
    pub channel: Channel,
}

impl Dimensions {
    /// A window's key; empty for what came without one.
    pub(crate) fn window_key(&self) -> String {
        self.window_id.map(|id| id.to_string()).unwrap_or_default()
    }
}

/// Writes deltas in the transaction of what they count.
pub(crate) async fn write<C: ConnectionTrait>(tx: &C, heads: &Dimensions, deltas: &[Delta]) -> Result<()> {
    if deltas.is_empty() {
        return Ok(());
    }
    let mut rows = Vec::with_capacity(deltas.len());
    for delta in deltas {
        rows.push(counter_delta::ActiveModel {
            day: Set(delta.day),
            department_id: Set(heads.department_id),
            item_id: Set(heads.item_id.clone()),
            division_code: Set(heads.division_code.clone()),
            window_key: Set(heads.window_key()),
            channel: Set(heads.channel.as_str().to_owned()),
            metric: Set(delta.metric.as_str().to_owned()),
            bucket: Set(i32::try_from(delta.bucket).map_err(Error::internal)?),
            n: Set(i32::try_from(delta.n).map_err(Error::internal)?),
            ..Default::default()
        });
    }
    counter_delta::Entity::insert_many(rows).exec_without_returning(tx).await?;
    Ok(())
}

/// Folds deltas into counters, a batch a transaction, until none is left. How many were folded.
///
/// # Errors
/// Storage errors; what was folded stays folded.
pub async fn fold(portal: &Portal) -> Result<u64> {
    let mut folded = 0;
    loop {
        let n = fold_batch(portal).await?;
        folded += n;
        if n < BATCH {
            return Ok(folded);
        }
    }
}

async fn fold_batch(portal: &Portal) -> Result<u64> {
    let tx = portal.db.begin().await?;
    let deltas = counter_delta::Entity::find()
        .order_by_asc(counter_delta::Column::Id)
        .limit(BATCH)
        .lock_exclusive()
        .all(&tx)
        .await?;
    let Some(last) = deltas.last().map(|delta| delta.id) else { return Ok(0) };
    let ids: Vec<i64> = deltas.iter().map(|delta| delta.id).collect();
    let n = u64::try_from(ids.len()).map_err(Error::internal)?;
    let rows: Vec<counter::ActiveModel> = sums(deltas).into_iter().map(row).collect();
    let keys = [
        counter::Column::Day,
        counter::Column::DepartmentId,
        counter::Column::ItemId,
        counter::Column::DivisionCode,
        counter::Column::WindowKey,
        counter::Column::Channel,
        counter::Column::Metric,
        counter::Column::Bucket,
    ];
    let sum = Expr::col((counter::Entity, counter::Column::N)).add(Expr::cust("excluded.n"));
    let add = OnConflict::columns(keys).value(counter::Column::N, sum).to_owned();
    counter::Entity::insert_many(rows).on_conflict(add).exec_without_returning(&tx).await?;
    // Not "up to the last id": a transaction that began earlier may commit a smaller id later.
    debug_assert!(ids.contains(&last));
    counter_delta::Entity::delete_many().filter(counter_delta::COLUMN.id.is_in(ids)).exec(&tx).await?;
    tx.commit().await?;
    Ok(n)
}

type Key = (chrono::NaiveDate, Uuid, String, String, String, String, String, i32);

fn sums(deltas: Vec<counter_delta::Model>) -> BTreeMap<Key, i32> {
    let mut sums = BTreeMap::new();
    for delta in deltas {
        let counter_delta::Model {
            id: _,
            day,
            department_id,
            item_id,
            division_code,
            window_key,
            channel,
            metric,
            bucket,
            n,
        } = delta;
        let key = (day, department_id, item_id, division_code, window_key, channel, metric, bucket);
        *sums.entry(key).or_insert(0) += n;
    }
    sums
}

fn row((key, n): (Key, i32)) -> counter::ActiveModel {
    let (day, department_id, item_id, division_code, window_key, channel, metric, bucket) = key;
    counter::ActiveModel {
        day: Set(day),
        department_id: Set(department_id),
        item_id: Set(item_id),
        division_code: Set(division_code),
        window_key: Set(window_key),
        channel: Set(channel),
        metric: Set(metric),
        bucket: Set(bucket),
        n: Set(n),
    }
}
