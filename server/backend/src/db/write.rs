//! Statements that write by themselves.

use sea_orm::prelude::async_trait::async_trait;
use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, DbErr, ExecResult, QueryResult, Statement};

use super::Tx;
use super::writer::Writer;

/// Each statement is a transaction of its own, durable when it returns.
#[derive(Clone)]
pub struct Write(pub(super) Way);

#[derive(Clone)]
pub(super) enum Way {
    /// PostgreSQL: any connection of the pool.
    Pool(DatabaseConnection),
    /// SQLite: among the writes that are committed together.
    Writer(Writer),
}

/// Keeps what a statement did, and gives its answer when that is durable.
async fn kept<T>(tx: Tx, done: Result<T, DbErr>) -> Result<T, DbErr> {
    let answer = done?;
    tx.commit().await.map(|()| answer)
}

#[async_trait]
impl ConnectionTrait for Write {
    fn get_database_backend(&self) -> DbBackend {
        match &self.0 {
            Way::Pool(pool) => pool.get_database_backend(),
            Way::Writer(_) => DbBackend::Sqlite,
        }
    }

    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        let writer = match &self.0 {
            Way::Pool(pool) => return pool.execute_raw(statement).await,
            Way::Writer(writer) => writer,
        };
        let tx = writer.turn(false).await?;
        let done = tx.execute_raw(statement).await;
        kept(tx, done).await
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        let writer = match &self.0 {
            Way::Pool(pool) => return pool.execute_unprepared(sql).await,
            Way::Writer(writer) => writer,
        };
        let tx = writer.turn(false).await?;
        let done = tx.execute_unprepared(sql).await;
        kept(tx, done).await
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        let writer = match &self.0 {
            Way::Pool(pool) => return pool.query_one_raw(statement).await,
            Way::Writer(writer) => writer,
        };
        let tx = writer.turn(false).await?;
        let row = tx.query_one_raw(statement).await;
        kept(tx, row).await
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        let writer = match &self.0 {
            Way::Pool(pool) => return pool.query_all_raw(statement).await,
            Way::Writer(writer) => writer,
        };
        let tx = writer.turn(false).await?;
        let rows = tx.query_all_raw(statement).await;
        kept(tx, rows).await
    }
}
