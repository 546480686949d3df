//! What is in the database, read beside the portal and without any of its code.

use std::collections::BTreeMap;

use anyhow::{Context as _, Result, ensure};
use sea_orm::{ConnectOptions, ConnectionTrait as _, Database, DatabaseConnection, DbBackend, Statement};

use crate::ledger::KEYS;

/// A connection that only reads.
#[derive(Debug)]
pub struct Rows {
    db: DatabaseConnection,
}

impl Rows {
    /// Opens the database of a city.
    ///
    /// # Errors
    /// Where it does not answer.
    pub async fn open(url: &str) -> Result<Self> {
        let mut options = ConnectOptions::new(url);
        options.max_connections(1).sqlx_logging(false);
        let db = Database::connect(options).await.with_context(|| format!("no database at {url}"))?;
        Ok(Self { db })
    }

    /// All cases.
    ///
    /// # Errors
    /// Where they cannot be read.
    pub async fn cases(&self) -> Result<u64> {
        self.count("SELECT COUNT(*) FROM case_file").await
    }

    /// Days on which cases of ours were taken in.
    ///
    /// # Errors
    /// Where they cannot be read.
    pub async fn days(&self) -> Result<u64> {
        let days = "SELECT COUNT(DISTINCT SUBSTR(CAST(submitted_at AS TEXT), 1, 10)) FROM case_file \
             JOIN idempotency ON idempotency.case_id = case_file.id WHERE idempotency.key LIKE";
        self.count(&format!("{days} '{KEYS}%'")).await
    }

    /// Numbers that two cases share, and cases that were not submitted exactly once.
    ///
    /// # Errors
    /// Where they cannot be read.
    pub async fn twice(&self) -> Result<u64> {
        let numbers =
            "SELECT COUNT(*) FROM (SELECT 1 FROM case_file GROUP BY case_no HAVING COUNT(*) > 1) AS twice";
        let events = "SELECT COUNT(*) FROM case_file LEFT JOIN (SELECT case_id, COUNT(*) AS n FROM case_event \
             WHERE kind = 'submitted' GROUP BY case_id) AS submitted ON submitted.case_id = case_file.id \
             WHERE submitted.n IS NULL OR submitted.n <> 1";
        Ok(self.count(numbers).await?.saturating_add(self.count(events).await?))
    }

    /// The number of the case that each of our keys opened; `None` where it opened none.
    ///
    /// # Errors
    /// Where they cannot be read.
    pub async fn keys(&self) -> Result<BTreeMap<u64, Option<String>>> {
        let sql = format!(
            "SELECT idempotency.key, case_file.case_no FROM idempotency \
             LEFT JOIN case_file ON case_file.id = idempotency.case_id WHERE idempotency.key LIKE '{KEYS}%'"
        );
        let rows = self.db.query_all_raw(self.statement(&sql)).await?;
        let mut keys = BTreeMap::new();
        for row in rows {
            let key: String = row.try_get_by_index(0)?;
            let n = key.strip_prefix(KEYS).and_then(|n| n.parse().ok()).context("a key that is not ours")?;
            ensure!(keys.insert(n, row.try_get_by_index(1)?).is_none(), "the key {key} is there twice");
        }
        Ok(keys)
    }

    /// SQLite's own look at its file; PostgreSQL has none.
    ///
    /// # Errors
    /// With what is broken.
    pub async fn integrity(&self) -> Result<()> {
        if self.db.get_database_backend() != DbBackend::Sqlite {
            return Ok(());
        }
        let rows = self.db.query_all_raw(self.statement("PRAGMA integrity_check(5)")).await?;
        let told: Vec<String> = rows.iter().filter_map(|row| row.try_get_by_index(0).ok()).collect();
        ensure!(told == ["ok"], "SQLite finds its file broken: {}", told.join("; "));
        let foreign = self.db.query_all_raw(self.statement("PRAGMA foreign_key_check")).await?;
        ensure!(foreign.is_empty(), "{} rows point to rows that are not there", foreign.len());
        Ok(())
    }

    async fn count(&self, sql: &str) -> Result<u64> {
        let row = self.db.query_one_raw(self.statement(sql)).await?.context("no row")?;
        Ok(u64::try_from(row.try_get_by_index::<i64>(0)?)?)
    }

    fn statement(&self, sql: &str) -> Statement {
        Statement::from_string(self.db.get_database_backend(), sql)
    }

    /// Ends the connection: a file must have no other reader when its power is cut.
    ///
    /// # Errors
    /// Where it does not end.
    pub async fn close(self) -> Result<()> {
        Ok(self.db.close().await?)
    }
}
