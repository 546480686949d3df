//! SQLite's one writer: what waits is written together and made durable by one commit.
//!
//! Each write has a savepoint of its own, so that one that fails takes nobody with it, and nobody is
//! told of success before the commit of all. Under load the disk is asked once for many; a single
//! write is committed at once and waits for nobody.

use sea_orm::{ConnAcquireErr, ConnectionTrait as _, DatabaseConnection, DbErr};
use tokio::sync::mpsc::error::TrySendError;
use tokio::sync::{mpsc, oneshot};
use tokio::time::timeout;

use super::batch::{Batch, Request};
use super::open::{self, PATIENCE};
use super::turn::{Receipt, closed};
use super::{Tx, told};

/// Writes that may wait; with a write each millisecond, a second of waiting.
const QUEUE: usize = 512;

pub(super) enum Message {
    Write(Request),
    WaitForDisk(bool, Receipt),
    Close(oneshot::Sender<()>),
}

/// Too many wait, or this one waited for too long.
fn refused() -> DbErr {
    told::refused();
    DbErr::ConnectionAcquire(ConnAcquireErr::Timeout)
}

/// The way to the writer; cheap to clone. The writer ends with the last of them.
#[derive(Clone)]
pub(super) struct Writer(mpsc::Sender<Message>);

impl Writer {
    /// Starts it on a connection of its own.
    pub fn start(url: String, connection: DatabaseConnection) -> Self {
        let (sender, queue) = mpsc::channel(QUEUE);
        tokio::spawn(Task { url, connection, queue }.run());
        Self(sender)
    }

    /// Waits for a turn.
    pub async fn turn(&self, alone: bool) -> Result<Tx, DbErr> {
        let (turn, given) = oneshot::channel();
        told::waiting(QUEUE.saturating_sub(self.0.capacity()));
        let queued = self.0.try_send(Message::Write(Request { alone, turn }));
        queued.map_err(|error| match error {
            TrySendError::Full(_) => refused(),
            TrySendError::Closed(_) => closed(),
        })?;
        match timeout(PATIENCE, given).await {
            Ok(given) => given.unwrap_or_else(|_| Err(closed())),
            Err(_) => Err(refused()),
        }
    }

    /// Whether commits wait for the disk.
    pub async fn wait_for_disk(&self, wait: bool) -> Result<(), DbErr> {
        let (done, outcome) = oneshot::channel();
        self.0.send(Message::WaitForDisk(wait, done)).await.map_err(|_| closed())?;
        outcome.await.unwrap_or_else(|_| Err(closed()))
    }

    /// Ends it after what waits now.
    pub async fn close(&self) {
        let (done, closed) = oneshot::channel();
        if self.0.send(Message::Close(done)).await.is_ok() {
            closed.await.unwrap_or_default();
        }
    }
}

struct Task {
    url: String,
    connection: DatabaseConnection,
    queue: mpsc::Receiver<Message>,
}

impl Task {
    async fn run(mut self) {
        let mut next = self.queue.recv().await;
        while let Some(message) = next {
            next = match message {
                Message::Write(first) => match self.batch(first).await {
                    Some(message) => Some(message),
                    None => self.queue.recv().await,
                },
                Message::WaitForDisk(wait, done) => {
                    let pragma = if wait { "PRAGMA synchronous=FULL" } else { "PRAGMA synchronous=OFF" };
                    let outcome = self.connection.execute_unprepared(pragma).await;
                    done.send(outcome.map(drop)).unwrap_or_default();
                    self.queue.recv().await
                }
                Message::Close(done) => {
                    self.connection.close().await.unwrap_or_default();
                    done.send(()).unwrap_or_default();
                    return;
                }
            };
        }
        self.connection.close().await.unwrap_or_default();
    }

    /// One transaction for all who wait; gives back what has to come after it.
    async fn batch(&mut self, first: Request) -> Option<Message> {
        let mut batch = match Batch::begin(&self.connection).await {
            Ok(batch) => batch,
            Err(error) => {
                first.refuse(error);
                self.reopen().await;
                return None;
            }
        };
        let (after, written) = batch.fill(first, &mut self.queue).await;
        if batch.end(written).await.is_err() {
            self.reopen().await;
        }
        after
    }

    /// After an error at begin or commit nobody can be sure what state the connection is in: a new one
    /// has none. One that cannot be opened now, of a full disk perhaps, is opened by a later write.
    async fn reopen(&mut self) {
        match open::open(open::sqlite_options(&self.url, 1)).await {
            Ok(fresh) => {
                let worn = std::mem::replace(&mut self.connection, fresh);
                worn.close().await.unwrap_or_default();
            }
            Err(error) => tracing::error!(causes = error.causes().join(": "), "the writer cannot reopen"),
        }
    }
}
