//! A turn at SQLite's one writing connection.

use sea_orm::{ConnAcquireErr, DatabaseTransaction, DbErr};
use tokio::sync::oneshot;

/// How a turn ended. It gives the savepoint back to the writer, which alone ends savepoints.
pub(super) enum Over {
    /// Keep what was written, and tell when it is durable.
    Keep(DatabaseTransaction, Receipt),
    /// Undo it.
    Leave(DatabaseTransaction),
}

/// Where the outcome of the commit is told.
pub(super) type Receipt = oneshot::Sender<Result<(), DbErr>>;

/// The right to write until it is kept or dropped.
pub(super) struct Turn {
    /// Both are there until the turn is over.
    parts: Option<(DatabaseTransaction, oneshot::Sender<Over>)>,
}

impl Turn {
    /// A turn, and where the writer hears of its end.
    pub fn new(savepoint: DatabaseTransaction) -> (Self, oneshot::Receiver<Over>) {
        let (over, ended) = oneshot::channel();
        (Self { parts: Some((savepoint, over)) }, ended)
    }

    /// Where its statements go.
    pub fn savepoint(&self) -> Result<&DatabaseTransaction, DbErr> {
        self.parts.as_ref().map(|(savepoint, _)| savepoint).ok_or_else(closed)
    }

    /// Ends it, and waits until what it wrote is durable.
    pub async fn keep(mut self) -> Result<(), DbErr> {
        let (savepoint, over) = self.parts.take().ok_or_else(closed)?;
        let (receipt, outcome) = oneshot::channel();
        over.send(Over::Keep(savepoint, receipt)).map_err(|_| closed())?;
        outcome.await.unwrap_or_else(|_| Err(closed()))
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        if let Some((savepoint, over)) = self.parts.take() {
            // A writer that is gone took the connection with it, and everything unfinished.
            over.send(Over::Leave(savepoint)).unwrap_or_default();
        }
    }
}

/// The writer is gone: the portal is being closed.
pub(super) fn closed() -> DbErr {
    DbErr::ConnectionAcquire(ConnAcquireErr::ConnectionClosed)
}
