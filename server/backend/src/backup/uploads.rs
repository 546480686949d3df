//! The files that people gave: listed as the database knew them, copied, checked and put back.

mod listing;

use std::path::{Path, PathBuf};

use entity::upload;
use futures::{StreamExt, TryStreamExt};
use object_store::{ObjectStoreExt, PutPayload, path::Path as Key};
use sea_orm::{EntityTrait, QueryFilter};
use tokio::fs;

use super::error::at;
use super::{BackupError, LeftOut, Manifest, Told, Why, part};
use crate::{Db, uploads::Files};
pub(super) use listing::{LISTING, Listed, list, read};

const FOLDER: &str = "uploads";
const COPYING: &str = "Files";
const CHECKING: &str = "Checking files";

/// Copies every file of the list that the store holds whole; how many, and which not.
pub(super) async fn copy(
    db: &Db,
    files: &Files,
    folder: &Path,
    told: Told<'_>,
) -> Result<(u64, Vec<LeftOut>), BackupError> {
    let (mut done, mut left_out) = (0, Vec::new());
    let mut lines = read(folder).await?;
    let total = lines.total;
    while let Some(listed) = lines.next().await? {
        match fetch(db, files, folder, &listed).await? {
            None => done += 1,
            Some(why) => left_out.push(LeftOut { key: listed.key, why }),
        }
        told(COPYING, done, total);
    }
    Ok((done, left_out))
}

async fn fetch(db: &Db, files: &Files, folder: &Path, listed: &Listed) -> Result<Option<Why>, BackupError> {
    let path = place_of(folder, &listed.key)?;
    let found = match files.store().get(&Key::from(listed.key.as_str())).await {
        Err(object_store::Error::NotFound { .. }) => return Ok(Some(gone(db, &listed.key).await?)),
        found => found.map_err(failed)?,
    };
    part::folder(path.parent().unwrap_or(folder)).await?;
    let got = part::receive(&path, found.into_stream().map_err(failed)).await?;
    if got == (listed.bytes, listed.sha256.clone()) {
        return Ok(None);
    }
    fs::remove_file(&path).await.map_err(at(&path))?;
    Ok(Some(Why::Altered))
}

/// A file may have been taken back since the moment of the backup.
async fn gone(db: &Db, key: &str) -> Result<Why, BackupError> {
    let row = upload::Entity::find().filter(upload::COLUMN.storage_key.eq(key)).one(&db.read).await?;
    Ok(if row.is_some() { Why::Lost } else { Why::TakenBack })
}

/// Makes sure that every file of the list is there and is what was given.
pub(super) async fn check(folder: &Path, manifest: &Manifest, told: Told<'_>) -> Result<(), BackupError> {
    let mut lines = read(folder).await?;
    let (mut done, total) = (0, lines.total);
    while let Some(listed) = lines.next().await? {
        if !manifest.left_out.iter().any(|one| one.key == listed.key) {
            place_of(folder, &listed.key)?;
            listed.part(FOLDER).check(folder).await?;
        }
        done += 1;
        told(CHECKING, done, total);
    }
    Ok(())
}

/// Makes sure that the store is empty.
pub(super) async fn vacant(files: &Files, storage: &str) -> Result<(), BackupError> {
    match files.store().list(None).next().await {
        None => Ok(()),
        Some(Ok(_)) => Err(BackupError::NotEmpty {
            what: "the store of files (YIHAO_STORAGE)",
            place: storage.to_owned(),
        }),
        Some(Err(error)) => Err(BackupError::Storage(error.to_string())),
    }
}

/// Puts all of them into the store, or none.
pub(super) async fn put(
    files: &Files,
    folder: &Path,
    manifest: &Manifest,
    told: Told<'_>,
) -> Result<(), BackupError> {
    let mut lines = read(folder).await?;
    let (mut done, total) = (0, lines.total);
    while let Some(listed) = lines.next().await? {
        if !manifest.left_out.iter().any(|one| one.key == listed.key) {
            let path = place_of(folder, &listed.key)?;
            let bytes = fs::read(&path).await.map_err(at(&path))?;
            let put = files.store().put(&Key::from(listed.key.as_str()), PutPayload::from(bytes)).await;
            put.map_err(failed)?;
        }
        done += 1;
        told(COPYING, done, total);
    }
    Ok(())
}

/// Takes out what was put in, after something else went wrong.
pub(super) async fn undo(files: &Files, folder: &Path) {
    let Ok(mut lines) = read(folder).await else { return };
    while let Ok(Some(listed)) = lines.next().await {
        // The store was empty: whatever bears this name, we put there.
        files.store().delete(&Key::from(listed.key.as_str())).await.ok();
    }
}

/// The path of a file within the backup, and never outside of it.
fn place_of(folder: &Path, key: &str) -> Result<PathBuf, BackupError> {
    let parsed = Key::parse(key).map_err(|_| BackupError::Damaged(LISTING.to_owned()))?;
    Ok(parsed.parts().fold(folder.join(FOLDER), |path, part| path.join(part.as_ref())))
}

#[track_caller]
fn failed(error: object_store::Error) -> crate::Error {
    crate::Error::because(crate::Kind::Unavailable, error)
}
