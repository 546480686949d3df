//! A transaction of a use case.

use sea_orm::prelude::async_trait::async_trait;
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbBackend, DbErr, ExecResult, QueryResult, Statement};
use std::fmt;

use super::turn::Turn;

/// A transaction that may write; dropped without [`Tx::commit`], it leaves nothing behind.
///
/// On PostgreSQL it has a connection of its own. On SQLite it is a savepoint among the writes that are
/// committed together.
#[must_use = "what is not committed is undone"]
pub struct Tx(Way);

enum Way {
    Own(DatabaseTransaction),
    Turn(Turn),
}

impl Tx {
    pub(super) fn own(transaction: DatabaseTransaction) -> Self {
        Self(Way::Own(transaction))
    }

    pub(super) fn turn(turn: Turn) -> Self {
        Self(Way::Turn(turn))
    }

    /// Commits, and returns when a power cut can no longer take it back.
    ///
    /// # Errors
    /// When it was not committed. Of a connection that broke meanwhile nobody can know: ask again under
    /// the same key.
    pub async fn commit(self) -> Result<(), DbErr> {
        match self.0 {
            Way::Own(transaction) => transaction.commit().await,
            Way::Turn(turn) => turn.keep().await,
        }
    }

    /// Undoes it. On PostgreSQL that is done when this returns; on SQLite, before anybody else writes.
    ///
    /// # Errors
    /// When the connection broke; the database then undoes it.
    pub async fn rollback(self) -> Result<(), DbErr> {
        match self.0 {
            Way::Own(transaction) => transaction.rollback().await,
            Way::Turn(turn) => {
                drop(turn);
                Ok(())
            }
        }
    }

    fn inner(&self) -> Result<&DatabaseTransaction, DbErr> {
        match &self.0 {
            Way::Own(transaction) => Ok(transaction),
            Way::Turn(turn) => turn.savepoint(),
        }
    }
}

#[async_trait]
impl ConnectionTrait for Tx {
    fn get_database_backend(&self) -> DbBackend {
        match &self.0 {
            Way::Own(transaction) => transaction.get_database_backend(),
            Way::Turn(_) => DbBackend::Sqlite,
        }
    }

    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        self.inner()?.execute_raw(statement).await
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        self.inner()?.execute_unprepared(sql).await
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        self.inner()?.query_one_raw(statement).await
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        self.inner()?.query_all_raw(statement).await
    }
}

impl fmt::Debug for Tx {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Tx")
    }
}
