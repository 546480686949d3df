//! New keys while the portal serves (轮换).
//!
//! Three steps. The key file gets the next version, with which nothing is written yet, so that it can
//! be brought to every server. The database then names the version in use, and servers follow within a
//! second; one that meets a version it does not know reads the key file anew. At last everything
//! written with older versions is sealed and indexed anew, row by row, beside whoever works there.
//!
//! A number stays recorded once. Whoever records a person holds the version in use until the commit
//! (`hold`), and [`activate`] waits for them; so all who record at one moment write under one
//! version, where the column is unique, and what older versions hold is committed and seen by the
//! look-up that precedes the writing. On SQLite writers take turns anyway.

mod reseal;
mod rows;
mod tables;
mod words;

use chrono::{DateTime, TimeDelta, Utc};
use entity::setting;
use sea_orm::{
    ActiveValue::Set,
    ConnectionTrait, EntityTrait, QuerySelect,
    sea_query::{LockType, OnConflict},
};
use serde::{Deserialize, Serialize};

pub use reseal::{Outcome, Progress, pending, reseal};

use crate::crypto::{KeyFileError, Keys, Versions};
use crate::{Error, Portal, Result, settings};

/// The setting that names the versions in use.
const IN_USE: &str = "keys";
/// What was begun with older versions is surely committed after this.
const SETTLED: TimeDelta = TimeDelta::minutes(5);

/// The versions in use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct InUse {
    #[serde(flatten)]
    versions: Versions,
    since: DateTime<Utc>,
}

/// Why old keys cannot be thrown away.
#[derive(Debug, thiserror::Error)]
pub enum RetireError {
    /// Something still needs them.
    #[error("{0} rows are still sealed or indexed with older keys; reseal them first")]
    Needed(u64),
    /// The newest keys are not in use.
    #[error("the newest keys of the key file are not in use yet; rotate first")]
    Unused,
    /// They came into use just now.
    #[error("the keys in use came into use less than {} minutes ago; wait until all servers follow", SETTLED.num_minutes())]
    Fresh,
    /// The key file.
    #[error("YIHAO_KEY_FILE: {0}")]
    File(#[from] KeyFileError),
    /// The database.
    #[error("the database: {}", .0.causes().join(": "))]
    Storage(#[from] Error),
}

/// Names the newest versions in a new database and follows those of an old one; whether the key file
/// holds them.
pub(crate) async fn begin(portal: &Portal) -> Result<bool> {
    let tx = portal.db.begin().await?;
    let first = InUse { versions: portal.keys.newest(), since: portal.clock.now() };
    let row = setting::ActiveModel { key: Set(IN_USE.to_owned()), value: Set(serde_json::to_value(first)?) };
    let keep = OnConflict::column(setting::Column::Key).do_nothing().to_owned();
    setting::Entity::insert(row).on_conflict(keep).exec_without_returning(&tx).await?;
    tx.commit().await?;
    follow(&portal.db.write, &portal.keys).await?;
    Ok(portal.keys.has(portal.keys.versions()))
}

/// Takes note of the versions in use; whether they are others than before.
pub(crate) async fn follow(db: &impl ConnectionTrait, keys: &Keys) -> Result<bool> {
    let named: Option<InUse> = settings::get(db, IN_USE).await?;
    let Some(InUse { versions, .. }) = named.filter(|named| named.versions != keys.versions()) else {
        return Ok(false);
    };
    keys.use_versions(versions);
    Ok(true)
}

/// Holds the versions in use until the transaction ends; the one of the index.
pub(crate) async fn hold(tx: &impl ConnectionTrait, keys: &Keys) -> Result<u32> {
    let row = setting::Entity::find_by_id(IN_USE).lock(LockType::Share).one(tx).await?;
    let row = row.ok_or_else(|| Error::internal("no keys are in use"))?;
    let InUse { versions, .. } = serde_json::from_value(row.value)?;
    if versions != keys.versions() {
        keys.use_versions(versions);
    }
    Ok(versions.index)
}

/// Puts the newest versions of the key file to use; whether they were not yet. Waits for whoever is
/// recording a person.
///
/// # Errors
/// Storage errors.
pub async fn activate(portal: &Portal) -> Result<bool> {
    let tx = portal.db.begin().await?;
    let row = setting::Entity::find_by_id(IN_USE).lock(LockType::Update).one(&tx).await?;
    let row = row.ok_or_else(|| Error::internal("no keys are in use"))?;
    let now: InUse = serde_json::from_value(row.value)?;
    let newest = portal.keys.newest();
    // A server with an older file never sets them back.
    if newest == now.versions || !portal.keys.has(now.versions) {
        return Ok(false);
    }
    settings::put(&tx, IN_USE, &InUse { versions: newest, since: portal.clock.now() }).await?;
    tx.commit().await?;
    portal.keys.use_versions(newest);
    Ok(true)
}

/// Whether the key file holds versions that are not in use yet.
pub fn is_prepared(portal: &Portal) -> bool {
    portal.keys.newest() != portal.keys.versions()
}

/// Throws all keys away but those in use; how many.
///
/// # Errors
/// [`RetireError`] while anything needs them.
pub async fn retire(portal: &Portal) -> std::result::Result<usize, RetireError> {
    let named: Option<InUse> = settings::get(&portal.db.read, IN_USE).await?;
    let now = named.ok_or_else(|| Error::internal("no keys are in use"))?;
    if now.versions != portal.keys.newest() {
        return Err(RetireError::Unused);
    }
    if portal.clock.now() < now.since + SETTLED && portal.keys.has_older(now.versions) {
        return Err(RetireError::Fresh);
    }
    match pending(portal).await? {
        0 => Ok(portal.keys.drop_before(now.versions)?),
        rows => Err(RetireError::Needed(rows)),
    }
}

#[cfg(test)]
mod tests;
