//! What is in a database: the steps of its schema, and the rows of each table.

use std::collections::BTreeMap;

use migrations::{Migrator, MigratorTrait};
use sea_orm::{ConnectionTrait, DbBackend, DbErr, Statement};

use super::{BackupError, Manifest};
use crate::Error;

const SQLITE: &str = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name";
const POSTGRES: &str = "SELECT table_name::text FROM information_schema.tables \
     WHERE table_schema = current_schema() AND table_type = 'BASE TABLE' ORDER BY 1";
const STEPS: &str = "SELECT version FROM seaql_migrations ORDER BY version";

/// The steps that have been taken.
pub(super) async fn steps(db: &impl ConnectionTrait) -> Result<Vec<String>, DbErr> {
    column(db, STEPS).await
}

/// The first step that this release does not know.
pub(super) fn unknown(steps: &[String]) -> Option<&String> {
    let known = Migrator::migrations();
    steps.iter().find(|step| !known.iter().any(|one| one.name() == step.as_str()))
}

/// The tables that there are.
pub(super) async fn tables(db: &impl ConnectionTrait) -> Result<Vec<String>, DbErr> {
    let sqlite = db.get_database_backend() == DbBackend::Sqlite;
    column(db, if sqlite { SQLITE } else { POSTGRES }).await
}

/// The rows of each.
pub(super) async fn rows(db: &impl ConnectionTrait) -> Result<BTreeMap<String, u64>, BackupError> {
    let mut counts = BTreeMap::new();
    for table in tables(db).await? {
        let sql = format!("SELECT COUNT(*) FROM {}", quoted(&table));
        let row = db.query_one_raw(Statement::from_string(db.get_database_backend(), sql)).await?;
        let count: i64 = row.ok_or_else(Error::not_found)?.try_get_by_index(0)?;
        counts.insert(table, u64::try_from(count).unwrap_or_default());
    }
    Ok(counts)
}

/// Makes sure that what was put back is what was taken.
pub(super) async fn compare(db: &impl ConnectionTrait, manifest: &Manifest) -> Result<(), BackupError> {
    let found = rows(db).await?;
    for (table, said) in &manifest.rows {
        let found = found.get(table).copied().unwrap_or_default();
        if found != *said {
            return Err(BackupError::Rows { table: table.clone(), found, said: *said });
        }
    }
    Ok(())
}

/// A name of the database as an identifier.
pub(super) fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

async fn column(db: &impl ConnectionTrait, sql: &str) -> Result<Vec<String>, DbErr> {
    let rows = db.query_all_raw(Statement::from_string(db.get_database_backend(), sql)).await?;
    rows.iter().map(|row| row.try_get_by_index(0)).collect()
}
