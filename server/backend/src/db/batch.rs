//! Writes that are committed together.

use std::time::{Duration, Instant};

use sea_orm::{
    DatabaseConnection, DatabaseTransaction, DbErr, SqliteTransactionMode, TransactionOptions,
    TransactionTrait as _,
};
use tokio::sync::{mpsc, oneshot};

use super::turn::{Over, Receipt, Turn, closed};
use super::writer::Message;
use super::{Tx, told};

/// Writes committed together at most.
const MOST: usize = 128;
/// How long the first of a batch waits for the others.
const LONGEST: Duration = Duration::from_millis(20);

/// Who wants to write.
pub(super) struct Request {
    /// A write that takes its time: nobody else's receipt waits for it.
    pub alone: bool,
    /// Where the turn is given.
    pub turn: oneshot::Sender<Result<Tx, DbErr>>,
}

impl Request {
    /// There is no turn; who has gone away meanwhile need not know.
    pub fn refuse(self, error: DbErr) {
        self.turn.send(Err(error)).unwrap_or_default();
    }
}

/// A transaction, and who waits for its commit.
pub(super) struct Batch {
    outer: DatabaseTransaction,
    kept: Vec<Receipt>,
    began: Instant,
}

impl Batch {
    /// Takes the write lock at once: one taken later could fail with a stale snapshot, which no waiting
    /// mends.
    pub async fn begin(connection: &DatabaseConnection) -> Result<Self, DbErr> {
        let options = TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..TransactionOptions::default()
        };
        let outer = connection.begin_with_options(options).await?;
        Ok(Self { outer, kept: Vec::new(), began: Instant::now() })
    }

    /// Lets one after the other write. An error means that the transaction itself is lost.
    pub async fn fill(
        &mut self,
        first: Request,
        queue: &mut mpsc::Receiver<Message>,
    ) -> (Option<Message>, Result<(), DbErr>) {
        let mut request = first;
        loop {
            let alone = request.alone;
            if let Err(error) = self.write(request).await {
                return (None, Err(error));
            }
            if alone || self.kept.len() >= MOST || self.began.elapsed() >= LONGEST {
                return (None, Ok(()));
            }
            request = match queue.try_recv() {
                Ok(Message::Write(next)) if !next.alone => next,
                Ok(other) => return (Some(other), Ok(())),
                Err(_) => return (None, Ok(())),
            };
        }
    }

    /// One write, from its savepoint to its end.
    async fn write(&mut self, request: Request) -> Result<(), DbErr> {
        let savepoint = match self.outer.begin().await {
            Ok(savepoint) => savepoint,
            Err(error) => {
                request.refuse(error.clone());
                return Err(error);
            }
        };
        let (turn, ended) = Turn::new(savepoint);
        // Who has gone away meanwhile leaves nothing.
        drop(request.turn.send(Ok(Tx::turn(turn))));
        match ended.await {
            Ok(Over::Keep(savepoint, receipt)) => {
                self.kept.push(receipt);
                savepoint.commit().await
            }
            Ok(Over::Leave(savepoint)) => savepoint.rollback().await,
            Err(_) => Err(closed()),
        }
    }

    /// Commits, and only then tells everybody.
    pub async fn end(self, written: Result<(), DbErr>) -> Result<(), DbErr> {
        let Self { outer, kept, .. } = self;
        let began = Instant::now();
        let outcome = match written {
            Ok(()) if kept.is_empty() => outer.rollback().await,
            Ok(()) => outer.commit().await,
            // SQLite may have rolled back by itself: all that matters is that nothing is kept.
            Err(error) => outer.rollback().await.and(Err(error)),
        };
        told::committed(kept.len(), began.elapsed());
        for receipt in kept {
            receipt.send(outcome.clone()).unwrap_or_default();
        }
        outcome
    }
}
