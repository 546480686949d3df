//! The database: SQLite by default, PostgreSQL for a city.

use std::{fmt, path::Path, time::Duration};

use migrations::{Migrator, MigratorTrait};
use sea_orm::{
    AccessMode, ConnectOptions, Database, DatabaseConnection, DatabaseTransaction, DbBackend, IsolationLevel,
    SqliteTransactionMode, TransactionOptions, TransactionTrait,
    sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous},
};

use crate::{Error, Kind, Result};

/// Readers of SQLite beside its one writer; a pool of PostgreSQL.
const READERS: u32 = 4;
const POOL: u32 = 16;
/// How long a request may wait for a connection before it is told to come back.
const PATIENCE: Duration = Duration::from_secs(5);

/// The two ways into the database. Read lists from `read`; decide and write in [`Db::begin`].
#[derive(Clone)]
pub struct Db {
    /// For pages that only read.
    pub read: DatabaseConnection,
    /// For statements that write by themselves. On SQLite a single connection.
    pub write: DatabaseConnection,
}

impl Db {
    /// Opens `sqlite://path` (made if missing) or `postgres://…`.
    ///
    /// # Errors
    /// [`Kind::Unavailable`] when it cannot be reached or opened.
    pub async fn connect(url: &str) -> Result<Self> {
        if url.starts_with("sqlite:") { Self::sqlite(url).await } else { Self::postgres(url).await }
    }

    async fn sqlite(url: &str) -> Result<Self> {
        make_folder(url).await?;
        let write = open(sqlite_options(url, 1)).await?;
        // A database in memory belongs to its connection alone.
        let read =
            if url.contains(":memory:") { write.clone() } else { open(sqlite_options(url, READERS)).await? };
        Ok(Self { read, write })
    }

    async fn postgres(url: &str) -> Result<Self> {
        let pool = open(options(url, POOL)).await?;
        Ok(Self { read: pool.clone(), write: pool })
    }

    /// Begins a transaction that may write. On SQLite it takes the write lock at once: a lock
    /// taken later could fail with a stale snapshot, which no waiting mends.
    ///
    /// # Errors
    /// [`Kind::Unavailable`] when no connection comes free in time.
    pub async fn begin(&self) -> Result<DatabaseTransaction> {
        let options = TransactionOptions {
            sqlite_transaction_mode: self.is_sqlite().then_some(SqliteTransactionMode::Immediate),
            ..TransactionOptions::default()
        };
        Ok(self.write.begin_with_options(options).await?)
    }

    /// Begins a transaction that only reads, and sees one moment from its first statement to its last.
    ///
    /// # Errors
    /// [`Kind::Unavailable`] when no connection comes free in time.
    #[track_caller]
    pub fn snapshot(&self) -> impl Future<Output = Result<DatabaseTransaction>> + Send + '_ {
        // A reader of SQLite sees one moment anyway, and knows no such words.
        let options = if self.is_sqlite() {
            TransactionOptions::default()
        } else {
            TransactionOptions {
                isolation_level: Some(IsolationLevel::RepeatableRead),
                access_mode: Some(AccessMode::ReadOnly),
                ..TransactionOptions::default()
            }
        };
        async move { Ok(self.read.begin_with_options(options).await?) }
    }

    /// Whether this is SQLite.
    pub fn is_sqlite(&self) -> bool {
        self.write.get_database_backend() == DbBackend::Sqlite
    }

    /// Brings the schema up to date.
    ///
    /// # Errors
    /// When a step fails; the failed step leaves nothing behind.
    pub async fn migrate(&self) -> Result<()> {
        Ok(Migrator::up(&self.write, None).await?)
    }

    /// Whether every step of the schema has been taken.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn migrations_current(&self) -> Result<bool> {
        Ok(Migrator::get_pending_migrations_read_only(&self.read).await?.is_empty())
    }

    /// Whether the database answers.
    ///
    /// # Errors
    /// [`Kind::Unavailable`] when it does not.
    pub async fn ping(&self) -> Result<()> {
        self.read.ping().await.map_err(|error| Error::because(Kind::Unavailable, error))
    }

    /// Closes every connection; SQLite then folds its log into the file.
    ///
    /// # Errors
    /// When a connection cannot be closed.
    pub async fn close(self) -> Result<()> {
        self.read.close().await?;
        Ok(self.write.close().await?)
    }
}

impl fmt::Debug for Db {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Db({:?})", self.write.get_database_backend())
    }
}

async fn open(options: ConnectOptions) -> Result<DatabaseConnection> {
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

/// `synchronous=FULL`: with NORMAL a power cut may take back an acknowledged case.
fn sqlite_options(url: &str, connections: u32) -> ConnectOptions {
    let mut options = options(url, connections);
    options.map_sqlx_sqlite_opts(|sqlite: SqliteConnectOptions| {
        sqlite
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .busy_timeout(PATIENCE)
            .foreign_keys(true)
    });
    // A connection of SQLite is an open file: it neither ages nor breaks.
    options.max_lifetime(None).idle_timeout(None).test_before_acquire(false);
    options
}

async fn make_folder(url: &str) -> Result<()> {
    let path = url.trim_start_matches("sqlite:").trim_start_matches("//");
    let path = path.split('?').next().unwrap_or(path);
    match Path::new(path).parent() {
        Some(folder) if !folder.as_os_str().is_empty() => Ok(tokio::fs::create_dir_all(folder).await?),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests;
