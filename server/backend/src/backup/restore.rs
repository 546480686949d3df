//! Putting a backup into an empty place: all of it, or nothing.

use std::path::Path;

use chrono::{SecondsFormat, Utc};
use domain::permission::Actor;
use entity::session;
use sea_orm::EntityTrait;

use super::{BackupError, Engine, Manifest, Place, Told, postgres, sqlite, uploads};
use crate::audit::{self, Entry};
use crate::uploads::Files;
use crate::{Db, Portal, Result as Outcome};

const CHECKING: &str = "Checking the database";
const DATABASE: &str = "Database";

/// Puts a backup into a place whose database and store are empty. Every part is checked before
/// anything is written. The schema is as the backup's; [`Portal::open`] brings it up to date.
///
/// # Errors
/// [`BackupError`]; then the place is as empty as before.
pub async fn restore(place: &Place, folder: &Path, told: Told<'_>) -> Result<Manifest, BackupError> {
    let manifest = checked(place, folder, told).await?;
    let target = Target::open(place, &manifest).await?;
    let done = fill(place, &target, folder, &manifest, told).await;
    if done.is_err() {
        uploads::undo(&target.files, folder).await;
    }
    let closed = target.close().await;
    done?;
    closed?;
    Ok(manifest)
}

/// Everything that can be known of the backup itself.
async fn checked(place: &Place, folder: &Path, told: Told<'_>) -> Result<Manifest, BackupError> {
    let manifest = Manifest::read(folder, &place.keys()?).await?;
    if manifest.engine != place.engine() {
        let (backup, place) = (manifest.engine.name(), place.engine().name());
        return Err(BackupError::Engine { backup, place });
    }
    told(CHECKING, 0, 0);
    for part in &manifest.parts {
        part.check(folder).await?;
    }
    uploads::check(folder, &manifest, told).await?;
    Ok(manifest)
}

/// The empty place.
struct Target {
    files: Files,
    /// PostgreSQL's; SQLite's file is not there yet.
    db: Option<Db>,
}

impl Target {
    async fn open(place: &Place, manifest: &Manifest) -> Result<Self, BackupError> {
        let db = match place.engine() {
            Engine::Sqlite => {
                sqlite::vacant(place)?;
                None
            }
            Engine::Postgres => {
                postgres::can_restore().await?;
                let db = place.database().await?;
                postgres::vacant(&db, manifest.schema.as_deref().unwrap_or_default()).await?;
                Some(db)
            }
        };
        let files = place.files()?;
        uploads::vacant(&files, &place.storage).await?;
        Ok(Self { files, db })
    }

    async fn close(self) -> Outcome<()> {
        match self.db {
            Some(db) => db.close().await,
            None => Ok(()),
        }
    }
}

/// The database comes last: with it the place is one.
async fn fill(
    place: &Place,
    target: &Target,
    folder: &Path,
    manifest: &Manifest,
    told: Told<'_>,
) -> Result<(), BackupError> {
    uploads::put(&target.files, folder, manifest, told).await?;
    told(DATABASE, 0, 0);
    let from = folder.join(manifest.engine.part());
    match &target.db {
        None => sqlite::put(&from, place, manifest).await,
        Some(db) => postgres::put(&from, place, db, manifest).await,
    }
}

/// What the past may not bring back: whoever signed out since would be signed in again. And the trail
/// tells that time was set back.
///
/// # Errors
/// Storage errors.
pub async fn settle(portal: &Portal, manifest: &Manifest) -> Outcome<()> {
    let began = manifest.began.to_rfc3339_opts(SecondsFormat::Secs, true);
    let entry = Entry::new(&Actor::portal(), "backup.restore", format!("backup/{began}"));
    let tx = portal.db.begin().await?;
    session::Entity::delete_many().exec(&tx).await?;
    audit::record(&tx, Utc::now(), entry).await?;
    Ok(tx.commit().await?)
}
