//! Taking a backup while the portal serves.

use std::path::Path;

use chrono::{SecondsFormat, Utc};
use domain::permission::Actor;
use sea_orm::ConnectionTrait;
use serde_json::json;

use super::part::Part;
use super::unfinished::Unfinished;
use super::{BackupError, Engine, Manifest, Place, Told, census, postgres, sqlite, uploads};
use crate::audit::{self, Entry};
use crate::crypto::Keys;
use crate::{Db, Error};

const DATABASE: &str = "Database";
const MEASURING: &str = "Measuring";

/// Takes a backup of a place into a folder that is empty or not there yet. Everything acknowledged
/// before it began is in it. The schema is left as it is, of whatever release: a backup is taken before
/// a new release changes it.
///
/// # Errors
/// [`BackupError`]; then there is no backup, and nothing of one.
pub async fn take(place: &Place, folder: &Path, told: Told<'_>) -> Result<Manifest, BackupError> {
    let keys = place.keys()?;
    let db = place.portal(&keys).await?;
    let taken = write(place, &db, &keys, folder, told).await;
    let closed = db.close().await;
    let manifest = taken?;
    closed?;
    Ok(manifest)
}

async fn write(
    place: &Place,
    db: &Db,
    keys: &Keys,
    folder: &Path,
    told: Told<'_>,
) -> Result<Manifest, BackupError> {
    let files = place.files()?;
    let unfinished = Unfinished::begin(folder).await?;
    let within = unfinished.folder();
    let mut manifest = Manifest::begin(place.engine(), keys);
    told(DATABASE, 0, 0);
    match manifest.engine {
        Engine::Sqlite => from_sqlite(db, within, &mut manifest).await?,
        Engine::Postgres => from_postgres(place, db, within, &mut manifest).await?,
    }
    (manifest.uploads, manifest.left_out) = uploads::copy(db, &files, within, told).await?;
    told(MEASURING, 0, 0);
    for name in [manifest.engine.part(), uploads::LISTING] {
        manifest.parts.push(Part::of(within, name).await?);
    }
    manifest.finished = Utc::now();
    manifest.write(within, keys).await?;
    // Before there is one: no copy without its entry.
    remember(db, &manifest).await?;
    unfinished.finish().await?;
    Ok(manifest)
}

async fn from_sqlite(db: &Db, folder: &Path, manifest: &mut Manifest) -> Result<(), BackupError> {
    let file = folder.join(manifest.engine.part());
    sqlite::copy(&db.read, &file).await?;
    let copy = sqlite::open(&file).await?;
    let counted = count(&copy, folder, manifest).await;
    copy.close().await?;
    counted
}

async fn from_postgres(
    place: &Place,
    db: &Db,
    folder: &Path,
    manifest: &mut Manifest,
) -> Result<(), BackupError> {
    let snapshot = db.snapshot().await?;
    let schema = postgres::schema(&snapshot).await?.ok_or_else(Error::not_found)?;
    postgres::dump(place, &snapshot, &schema, &folder.join(manifest.engine.part())).await?;
    manifest.schema = Some(schema);
    count(&snapshot, folder, manifest).await?;
    Ok(snapshot.commit().await?)
}

/// What the copy holds, and the list of its files.
async fn count(db: &impl ConnectionTrait, folder: &Path, manifest: &mut Manifest) -> Result<(), BackupError> {
    manifest.steps = census::steps(db).await?;
    manifest.rows = census::rows(db).await?;
    uploads::list(db, folder).await
}

/// The trail tells of every copy there is of what it guards.
async fn remember(db: &Db, manifest: &Manifest) -> Result<(), BackupError> {
    // Of another release its trail may be another too.
    if !db.migrations_current().await.unwrap_or(false) {
        return Ok(());
    }
    let began = manifest.began.to_rfc3339_opts(SecondsFormat::Secs, true);
    let entry = Entry::new(&Actor::portal(), "backup.take", format!("backup/{began}"))
        .detail(json!({ "cases": manifest.rows_of("case_file"), "files": manifest.uploads }));
    let tx = db.begin().await?;
    audit::record(&tx, Utc::now(), entry).await?;
    Ok(tx.commit().await?)
}
