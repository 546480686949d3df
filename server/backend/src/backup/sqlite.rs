//! SQLite: one file, copied as it was at one moment.
//!
//! `VACUUM INTO` rather than the backup API: both read one moment without keeping the writer waiting,
//! as long as the API copies in a single step, since otherwise each write makes it begin anew. The
//! copy of `VACUUM INTO` has no free pages, so nothing that was deleted travels with it; every page is
//! read and written through the b-tree, which finds damage; and no call outside the driver is needed.
//! It costs more processor than copying pages. The log cannot be folded into the file meanwhile and
//! grows by what is written; it shrinks again by itself.

use std::path::{Path, PathBuf};

use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection, Statement};

use super::{BackupError, Manifest, Place, census, error::at, part};

/// Copies the database as it is now.
pub(super) async fn copy(db: &DatabaseConnection, to: &Path) -> Result<(), BackupError> {
    // SQLite does not bring the copy to the disk; whoever measures it does.
    let name = to.display().to_string();
    let copy = Statement::from_sql_and_values(db.get_database_backend(), "VACUUM INTO ?", [name.into()]);
    db.execute_raw(copy).await?;
    Ok(())
}

/// Opens a copy that nobody writes.
pub(super) async fn open(file: &Path) -> Result<DatabaseConnection, BackupError> {
    let mut options = ConnectOptions::new(format!("sqlite://{}?mode=ro", file.display()));
    options.max_connections(1).sqlx_logging(false);
    Ok(Database::connect(options).await?)
}

/// Makes sure that nothing is where the database goes.
pub(super) fn vacant(place: &Place) -> Result<(), BackupError> {
    let file = place.file()?;
    for ending in ["", "-wal", "-shm", "-journal"] {
        let path = beside(&file, ending);
        if path.exists() {
            let place = path.display().to_string();
            return Err(BackupError::NotEmpty { what: "the place of the database (DATABASE_URL)", place });
        }
    }
    let unfinished = beside(&file, ".unfinished");
    if unfinished.exists() { Err(BackupError::Unfinished(unfinished)) } else { Ok(()) }
}

/// Puts the database there: beside its place first, counted, and by its name at the end.
pub(super) async fn put(from: &Path, place: &Place, manifest: &Manifest) -> Result<(), BackupError> {
    let file = place.file()?;
    let folder = file.parent().unwrap_or(Path::new("."));
    part::folder(folder).await?;
    let unfinished = beside(&file, ".unfinished");
    let done = put_beside(from, &unfinished, manifest).await;
    let renamed = match done {
        Ok(()) => tokio::fs::rename(&unfinished, &file).await.map_err(at(&file)),
        Err(error) => Err(error),
    };
    if renamed.is_err() {
        tokio::fs::remove_file(&unfinished).await.ok();
    }
    renamed?;
    part::sync_folder(folder).await
}

async fn put_beside(from: &Path, to: &Path, manifest: &Manifest) -> Result<(), BackupError> {
    let copied = async {
        let mut new = part::create(to).await?;
        let mut old = tokio::fs::File::open(from).await?;
        tokio::io::copy(&mut old, &mut new).await?;
        new.sync_all().await
    };
    copied.await.map_err(at(to))?;
    let db = open(to).await?;
    let same = census::compare(&db, manifest).await;
    db.close().await?;
    same
}

fn beside(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.file_name().unwrap_or_default().to_owned();
    name.push(ending);
    file.with_file_name(name)
}
