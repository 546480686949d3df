//! PostgreSQL: by its own `pg_dump` and `pg_restore`, which know every version of their server.

mod address;
mod program;

use std::path::Path;

use sea_orm::{ConnectionTrait, Statement};

use super::{BackupError, Manifest, Place, census};
use crate::{Db, Error};
use program::Program;

const DUMP: &str = "pg_dump";
const RESTORE: &str = "pg_restore";

/// Makes sure that the program is there, before anything is done.
pub(super) async fn can_restore() -> Result<(), BackupError> {
    Program::new(RESTORE).arg("--version").run().await
}

/// The schema that the address leads to.
pub(super) async fn schema(db: &impl ConnectionTrait) -> Result<Option<String>, BackupError> {
    let ask = Statement::from_string(db.get_database_backend(), "SELECT current_schema()::text");
    let row = db.query_one_raw(ask).await?.ok_or_else(Error::not_found)?;
    Ok(row.try_get_by_index(0)?)
}

/// Writes the schema as the given transaction sees it.
pub(super) async fn dump(
    place: &Place,
    snapshot: &impl ConnectionTrait,
    schema: &str,
    to: &Path,
) -> Result<(), BackupError> {
    let ask = Statement::from_string(snapshot.get_database_backend(), "SELECT pg_export_snapshot()::text");
    // It waits as long as the program takes.
    snapshot.execute_unprepared("SET LOCAL idle_in_transaction_session_timeout = 0").await?;
    let row = snapshot.query_one_raw(ask).await?.ok_or_else(Error::not_found)?;
    let moment: String = row.try_get_by_index(0)?;
    Program::new(DUMP)
        .at(&place.database_url)
        .await?
        .args(["--format=custom", "--no-owner", "--no-privileges", "--no-password"])
        .arg(format!("--snapshot={moment}"))
        .arg(format!("--schema={}", census::quoted(schema)))
        .arg(format!("--file={}", to.display()))
        .run()
        .await
}

/// Makes sure that the schema is empty, or not there yet; then whether it is there.
pub(super) async fn vacant(db: &Db, schema: &str) -> Result<bool, BackupError> {
    let current = self::schema(&db.read).await?;
    if let Some(other) = current.clone().filter(|current| current != schema) {
        return Err(BackupError::Schema { backup: schema.to_owned(), place: other });
    }
    if current.is_some() && !census::tables(&db.read).await?.is_empty() {
        let what = "the database (DATABASE_URL)";
        return Err(BackupError::NotEmpty { what, place: format!("the schema {schema} holds tables") });
    }
    Ok(current.is_some())
}

/// Puts the schema there, all of it or nothing.
pub(super) async fn put(from: &Path, place: &Place, db: &Db, manifest: &Manifest) -> Result<(), BackupError> {
    let schema = manifest.schema.clone().unwrap_or_default();
    let there = vacant(db, &schema).await?;
    if !there {
        db.write.execute_unprepared(&format!("CREATE SCHEMA {}", census::quoted(&schema))).await?;
    }
    let done = fill(from, place, &schema).await;
    if done.is_err() && !there {
        db.write.execute_unprepared(&format!("DROP SCHEMA {}", census::quoted(&schema))).await.ok();
    }
    done?;
    census::compare(&db.read, manifest).await
}

async fn fill(from: &Path, place: &Place, schema: &str) -> Result<(), BackupError> {
    let restore = Program::new(RESTORE).at(&place.database_url).await?;
    let database = restore.database();
    restore
        .args(["--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges", "--no-password"])
        .arg(format!("--schema={schema}"))
        .arg(format!("--dbname={database}"))
        .arg(from.display().to_string())
        .run()
        .await
}
