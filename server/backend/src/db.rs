//! The database: SQLite by default, PostgreSQL for a city.

mod batch;
mod open;
mod pools;
mod told;
mod turn;
mod tx;
mod write;
mod writer;

pub use pools::PoolUse;
pub use tx::Tx;
pub use write::Write;

use std::fmt;

use migrations::{Migrator, MigratorTrait};
use sea_orm::{
    AccessMode, ConnectionTrait as _, DatabaseConnection, DatabaseTransaction, DbBackend, IsolationLevel,
    TransactionOptions, TransactionTrait,
};

use crate::postgres::Hosts;
use crate::{Error, Kind, Result};
use write::Way;
use writer::Writer;

/// The two ways into the database. Read lists from `read`; decide and write in [`Db::begin`].
#[derive(Clone)]
pub struct Db {
    /// For pages that only read.
    pub read: DatabaseConnection,
    /// For statements that write by themselves.
    pub write: Write,
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
        open::make_folder(url).await?;
        let write = open::open(open::sqlite_options(url, 1)).await?;
        let read = open::open(open::sqlite_options(url, open::READERS)).await?;
        Ok(Self { read, write: Write(Way::Writer(Writer::start(url.to_owned(), write))) })
    }

    async fn postgres(url: &str) -> Result<Self> {
        let mut hosts = Hosts::parse(url)?;
        let primary = hosts.primary().await;
        let mut options = open::postgres_options(&primary);
        options.map_sqlx_postgres_pool_opts(hosts.hooks());
        let pool = open::open(options).await?;
        hosts.follow(pool.get_postgres_connection_pool().clone());
        Ok(Self { read: pool.clone(), write: Write(Way::Pool(pool)) })
    }

    /// Begins a transaction that may write. On SQLite it is committed together with others.
    ///
    /// # Errors
    /// [`Kind::Unavailable`] when its turn does not come in time.
    #[track_caller]
    pub fn begin(&self) -> impl Future<Output = Result<Tx>> + Send + '_ {
        self.begin_as(false)
    }

    /// Begins a transaction that takes its time: on SQLite nobody's receipt waits for its end.
    ///
    /// # Errors
    /// As [`Db::begin`].
    #[track_caller]
    pub fn begin_alone(&self) -> impl Future<Output = Result<Tx>> + Send + '_ {
        self.begin_as(true)
    }

    async fn begin_as(&self, alone: bool) -> Result<Tx> {
        match &self.write.0 {
            Way::Pool(pool) => Ok(Tx::own(pool.begin().await?)),
            Way::Writer(writer) => Ok(writer.turn(alone).await?),
        }
    }

    /// On SQLite: whether commits wait for the disk. Only for loading what can be loaded again.
    pub(crate) async fn wait_for_disk(&self, wait: bool) -> Result<()> {
        match &self.write.0 {
            Way::Pool(_) => Ok(()),
            Way::Writer(writer) => Ok(writer.wait_for_disk(wait).await?),
        }
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
        Ok(Migrator::up(&self.read, None).await?)
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

    /// Closes every connection, after what waits to be written; SQLite then folds its log into the file.
    ///
    /// # Errors
    /// When a connection cannot be closed.
    pub async fn close(self) -> Result<()> {
        if let Way::Writer(writer) = &self.write.0 {
            writer.close().await;
        }
        Ok(self.read.close().await?)
    }
}

impl fmt::Debug for Db {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Db({:?})", self.write.get_database_backend())
    }
}

#[cfg(test)]
mod batches;
#[cfg(test)]
mod tests;
