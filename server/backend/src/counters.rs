//! Counters: deltas in the case's own transaction, folded afterwards, never recounted by a page.
//!
//! A page sums folded counters and deltas not folded yet, so that it is exact at any moment, and
//! intake never waits for a row that every other intake wants to change too.

mod key;

pub(crate) use key::Key;

use crate::{Error, Portal, Result};
use chrono::{DateTime, NaiveDate, Timelike as _, Utc};
use domain::calendar::CITY_OFFSET;
use domain::indicator::{Delta, When};
use domain::item::Channel;
use entity::{counter, counter_delta};
use sea_orm::{
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
    pub clerk_id: Option<Uuid>,
    pub channel: Channel,
    /// The day of submission: what comes of a case is counted with those that came on that day.
    pub received: NaiveDate,
}

impl Dimensions {
    /// The moment of an event, as counters know it.
    pub(crate) fn when(&self, at: DateTime<Utc>) -> When {
        let here = at.with_timezone(&CITY_OFFSET);
        When { day: here.date_naive(), hour: here.hour(), received: self.received }
    }
}

/// Writes deltas in the transaction of what they count.
pub(crate) async fn write<C: ConnectionTrait>(tx: &C, heads: &Dimensions, deltas: &[Delta]) -> Result<()> {
    if deltas.is_empty() {
        return Ok(());
    }
    let mut rows = Vec::with_capacity(deltas.len());
    for delta in deltas {
        rows.push(Key::of(heads, delta)?.delta(i32::try_from(delta.n).map_err(Error::internal)?));
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
    let tx = portal.db.begin_alone().await?;
    let deltas = counter_delta::Entity::find()
        .order_by_asc(counter_delta::Column::Id)
        .limit(BATCH)
        .lock_exclusive()
        .all(&tx)
        .await?;
    if deltas.is_empty() {
        return Ok(0);
    }
    let ids: Vec<i64> = deltas.iter().map(|delta| delta.id).collect();
    let n = u64::try_from(ids.len()).map_err(Error::internal)?;
    add(&tx, sums(deltas)).await?;
    // Not "up to the last id": a transaction that began earlier may commit a smaller id later.
    counter_delta::Entity::delete_many().filter(counter_delta::COLUMN.id.is_in(ids)).exec(&tx).await?;
    tx.commit().await?;
    Ok(n)
}

/// Adds to the counters; those not there yet begin with it.
pub(crate) async fn add<C: ConnectionTrait>(tx: &C, sums: BTreeMap<Key, i32>) -> Result<()> {
    let rows = sums.into_iter().map(|(key, n)| key.counter(n));
    let keys = [
        counter::Column::Day,
        counter::Column::DepartmentId,
        counter::Column::ItemId,
        counter::Column::DivisionCode,
        counter::Column::WindowKey,
        counter::Column::ClerkKey,
        counter::Column::Channel,
        counter::Column::Metric,
        counter::Column::Part,
        counter::Column::Bucket,
    ];
    let sum = Expr::col((counter::Entity, counter::Column::N)).add(Expr::cust("excluded.n"));
    let add = OnConflict::columns(keys).value(counter::Column::N, sum).to_owned();
    counter::Entity::insert_many(rows).on_conflict(add).exec_without_returning(tx).await?;
    Ok(())
}

fn sums(deltas: Vec<counter_delta::Model>) -> BTreeMap<Key, i32> {
    let mut sums = BTreeMap::new();
    for (key, n) in deltas.into_iter().map(Key::of_delta) {
        *sums.entry(key).or_insert(0) += n;
    }
    sums
}
