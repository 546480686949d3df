//! How connections are opened.

use sea_orm::sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sea_orm::{ConnectOptions, Database, DatabaseConnection};
use std::path::Path;
use std::time::Duration;

use crate::{Error, Kind, Result};

/// Readers of SQLite beside its one writer.
pub(super) const READERS: u32 = 4;
/// Connections to PostgreSQL.
pub(super) const POOL: u32 = 16;
/// How long a request may wait for a connection before it is told to come back.
pub(super) const PATIENCE: Duration = Duration::from_secs(5);
/// Statements that stay prepared on a connection; the portal has about four hundred.
const PREPARED: usize = 600;
/// The log of SQLite shrinks to this after a checkpoint, whatever a long reader let it grow to.
const LOG_BYTES: &str = "67108864";

pub(super) async fn open(options: ConnectOptions) -> Result<DatabaseConnection> {
    Database::connect(options).await.map_err(|error| Error::because(Kind::Unavailable, error))
}

/// Statements hold personal data: they are neither logged nor traced.
fn options(url: &str, connections: u32) -> ConnectOptions {
    let mut options = ConnectOptions::new(url);
    options
        .max_connections(connections)
        .min_connections(1)
        .acquire_timeout(PATIENCE)
        .connect_timeout(PATIENCE)
        .sqlx_logging(false)
        .record_stmt_in_spans(false);
    options
}

pub(super) fn postgres_options(url: &str) -> ConnectOptions {
    let mut options = options(url, POOL);
    options.map_sqlx_postgres_opts(|postgres| postgres.statement_cache_capacity(PREPARED));
    options
}

/// `synchronous=FULL`: with NORMAL a power cut may take back an acknowledged case.
pub(super) fn sqlite_options(url: &str, connections: u32) -> ConnectOptions {
    let mut options = options(url, connections);
    options.map_sqlx_sqlite_opts(|sqlite: SqliteConnectOptions| {
        sqlite
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .busy_timeout(PATIENCE)
            .statement_cache_capacity(PREPARED)
            .pragma("journal_size_limit", LOG_BYTES)
            .foreign_keys(true)
    });
    // A connection of SQLite is an open file: it neither ages nor breaks.
    options.max_lifetime(None).idle_timeout(None).test_before_acquire(false);
    options
}

pub(super) async fn make_folder(url: &str) -> Result<()> {
    let path = url.trim_start_matches("sqlite:").trim_start_matches("//");
    let path = path.split('?').next().unwrap_or(path);
    match Path::new(path).parent() {
        Some(folder) if !folder.as_os_str().is_empty() => Ok(tokio::fs::create_dir_all(folder).await?),
        _ => Ok(()),
    }
}
