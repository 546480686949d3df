//! Sealing and indexing anew what older keys have written, in batches, while the portal serves.

use std::ops::ControlFlow;

use sea_orm::{ConnectionTrait as _, sea_query::UpdateStatement};
use uuid::Uuid;

use super::tables::{TABLES, Table};
use super::{rows, words};
use crate::crypto::Versions;
use crate::{Portal, Result};

/// Rows of one transaction: on SQLite it holds up every other writer meanwhile.
const BATCH: u64 = 200;

/// How far it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// The table.
    pub table: &'static str,
    /// Rows done.
    pub done: u64,
    /// Rows there were to do.
    pub total: u64,
}

/// What was done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Rows sealed anew.
    pub renewed: u64,
    /// Rows that do not open: their key is lost, or they were altered.
    pub unreadable: u64,
    /// Whether it was asked to stop before the end.
    pub stopped: bool,
}

/// Seals and indexes everything with the keys in use. Each batch is committed by itself, and a row is
/// only written if nobody has changed it meanwhile: stop it whenever you like, and begin again.
///
/// # Errors
/// Storage errors; what was done stays done.
pub async fn reseal(portal: &Portal, mut told: impl FnMut(Progress) -> ControlFlow<()>) -> Result<Outcome> {
    let mut outcome = Outcome::default();
    for table in TABLES {
        if outcome.stopped {
            return Ok(outcome);
        }
        whole(portal, table, &mut outcome, &mut told).await?;
    }
    if !outcome.stopped {
        words::reseal(portal, &mut outcome, &mut told).await?;
    }
    Ok(outcome)
}

/// How many rows wait to be sealed or indexed with the keys in use.
///
/// # Errors
/// Storage errors.
pub async fn pending(portal: &Portal) -> Result<u64> {
    let versions = portal.keys.versions();
    let mut waiting = words::pending(portal).await?;
    for table in TABLES {
        waiting += rows::count(&portal.db.read, table, versions).await?;
    }
    Ok(waiting)
}

async fn whole(
    portal: &Portal,
    table: &'static Table,
    outcome: &mut Outcome,
    told: &mut impl FnMut(Progress) -> ControlFlow<()>,
) -> Result<()> {
    let versions = portal.keys.versions();
    let total = rows::count(&portal.db.read, table, versions).await?;
    let (mut after, mut done) = (Uuid::nil(), 0);
    while let Some(batch) = batch(portal, table, versions, after).await? {
        outcome.renewed += batch.renewed;
        outcome.unreadable += batch.unreadable;
        (after, done) = (batch.last, done + batch.seen);
        outcome.stopped = told(Progress { table: table.name, done, total: total.max(done) }).is_break();
        if outcome.stopped {
            break;
        }
    }
    Ok(())
}

/// What became of a batch.
struct Batch {
    last: Uuid,
    seen: u64,
    renewed: u64,
    unreadable: u64,
}

async fn batch(portal: &Portal, table: &Table, versions: Versions, after: Uuid) -> Result<Option<Batch>> {
    let rows = rows::next(&portal.db.read, table, versions, after, BATCH).await?;
    let Some(last) = rows.last() else { return Ok(None) };
    let mut batch = Batch { last: last.try_get("", "id")?, seen: 0, renewed: 0, unreadable: 0 };
    let mut updates = Vec::with_capacity(rows.len());
    for row in &rows {
        batch.seen += 1;
        match rows::renewed(table, &portal.keys, row) {
            Ok(update) => updates.push(update),
            Err(error) => {
                batch.unreadable += 1;
                let id: Uuid = row.try_get("", "id")?;
                let causes = error.causes().join(": ");
                tracing::error!(table = table.name, %id, causes, "a row does not open");
            }
        }
    }
    batch.renewed = write(portal, &updates).await?;
    Ok(Some(batch))
}

async fn write(portal: &Portal, updates: &[UpdateStatement]) -> Result<u64> {
    let tx = portal.db.begin_alone().await?;
    let mut renewed = 0;
    for update in updates {
        renewed += tx.execute(update).await?.rows_affected();
    }
    tx.commit().await?;
    Ok(renewed)
}
