//! What is done with each connection of the pool: when it is made, and before it is used.

use super::watch::Moved;
use sea_orm::sqlx::pool::PoolConnectionMetadata;
use sea_orm::sqlx::postgres::{PgConnection, PgPoolOptions};
use sea_orm::sqlx::{self, Connection as _, Error, Row as _};
use std::io;
use std::time::Duration;
use tokio::time::timeout;

/// A connection used a moment ago is taken as good; one that has rested is asked first.
const RESTED: Duration = Duration::from_secs(1);
/// How long it may take to say that it is there.
const PATIENCE: Duration = Duration::from_secs(1);

/// The server forgets a portal that is gone in the middle of something: its locks would keep everybody
/// waiting, for two hours by the defaults of Linux. And it says whether it only reads.
const GREETING: &str = "SELECT set_config('idle_in_transaction_session_timeout', '60s', false), \
     set_config('lock_timeout', '30s', false), \
     set_config('tcp_keepalives_idle', '30', false), \
     set_config('tcp_keepalives_interval', '10', false), \
     set_config('tcp_keepalives_count', '3', false), \
     current_setting('transaction_read_only')";
/// Which column of it says whether the server only reads.
const READ_ONLY: usize = 5;

pub(super) fn on(options: PgPoolOptions, moved: Moved) -> PgPoolOptions {
    let left = moved.clone();
    options
        .test_before_acquire(false)
        .after_connect(|connection, _| Box::pin(greet(connection)))
        // The pool asks a connection that comes back whether it is there, and waits: one to a machine
        // that hangs would never give its place free.
        .after_release(move |_, meta| {
            let kept = !left.outlived_by(meta.age);
            Box::pin(async move { Ok(kept) })
        })
        .before_acquire(move |connection, meta| {
            let outlived = moved.outlived_by(meta.age);
            Box::pin(usable(connection, meta, outlived))
        })
}

/// A server that only reads is a standby, or a primary of yesterday. The pool tries again until its
/// patience ends, by then perhaps at another address.
async fn greet(connection: &mut PgConnection) -> Result<(), Error> {
    let row = sqlx::raw_sql(GREETING).fetch_one(connection).await?;
    if row.try_get::<String, _>(READ_ONLY)? == "on" {
        return Err(Error::Io(io::Error::new(io::ErrorKind::ReadOnlyFilesystem, "the server only reads")));
    }
    Ok(())
}

/// Whether an idle connection may be used: it leads to the primary, and something answers.
async fn usable(
    connection: &mut PgConnection,
    meta: PoolConnectionMetadata,
    outlived: bool,
) -> Result<bool, Error> {
    if outlived {
        return Ok(false);
    }
    if meta.idle_for < RESTED {
        return Ok(true);
    }
    match timeout(PATIENCE, connection.ping()).await {
        Ok(answer) => answer.map(|()| true),
        Err(_) => Err(Error::Io(io::ErrorKind::TimedOut.into())),
    }
}
