//! Counters made anew from the events, once, after a change of what is counted.

use super::retold;
use crate::counters::{self, Key};
use crate::{Error, Result, Services};
use entity::{case_file, counter, counter_delta, setting};
use sea_orm::{ConnectionTrait, EntityTrait as _, PaginatorTrait as _, QuerySelect as _};
use std::collections::BTreeMap;
use uuid::Uuid;

/// The setting by which a step of the schema asks for it.
const WANTED: &str = "counters_wanted";
/// Counters kept in memory before they are written.
const KEPT: usize = 20_000;
/// Counters written by one statement.
const BATCH: usize = 1_000;

/// Makes the counters anew where a step of the schema has asked for it: all of them in one transaction,
/// so that a crash leaves the wish and not half of the counters. `progress` hears cases done and cases in
/// all. How many cases were counted; none where nobody asked.
///
/// # Errors
/// Storage errors; then nothing has changed.
pub async fn rebuild(services: &Services, mut progress: impl FnMut(u64, u64)) -> Result<Option<u64>> {
    if setting::Entity::find_by_id(WANTED).one(&services.db.read).await?.is_none() {
        return Ok(None);
    }
    let tx = services.db.begin_alone().await?;
    // Another server may be at it: then this waits until it is done, and finds no wish any more.
    if setting::Entity::find_by_id(WANTED).lock_exclusive().one(&tx).await?.is_none() {
        return Ok(None);
    }
    counter_delta::Entity::delete_many().exec(&tx).await?;
    counter::Entity::delete_many().exec(&tx).await?;
    let total = case_file::Entity::find().count(&tx).await?;
    let (mut done, mut after) = (0, Uuid::nil());
    let mut sums: BTreeMap<Key, i64> = BTreeMap::new();
    loop {
        let page = retold::page(services, &tx, after).await?;
        let Some(last) = page.last() else { break };
        after = last.row.id;
        for told in page {
            told.tell(|key, n| *sums.entry(key).or_default() += n)?;
            done += 1;
        }
        if sums.len() > KEPT {
            write(&tx, std::mem::take(&mut sums)).await?;
        }
        progress(done, total);
    }
    write(&tx, sums).await?;
    setting::Entity::delete_by_id(WANTED).exec(&tx).await?;
    tx.commit().await?;
    Ok(Some(done))
}

async fn write<C: ConnectionTrait>(tx: &C, sums: BTreeMap<Key, i64>) -> Result<()> {
    let mut batch = BTreeMap::new();
    for (key, n) in sums.into_iter().filter(|(_, n)| *n != 0) {
        batch.insert(key, i32::try_from(n).map_err(Error::internal)?);
        if batch.len() >= BATCH {
            counters::add(tx, std::mem::take(&mut batch)).await?;
        }
    }
    if batch.is_empty() { Ok(()) } else { counters::add(tx, batch).await }
}
