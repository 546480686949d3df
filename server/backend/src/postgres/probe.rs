//! Asking one server whether it takes writes.

use sea_orm::sqlx::postgres::{PgConnectOptions, PgConnection};
use sea_orm::sqlx::{self, ConnectOptions as _, Connection as _, Row as _};
use std::time::Duration;
use tokio::time::timeout;

/// A server that does not answer this simple question by then does no work either.
const PATIENCE: Duration = Duration::from_secs(2);

/// The timeline of a primary: each promotion begins a higher one, in eight hexadecimal digits. Nothing
/// for a standby, or a server that only reads.
const TIMELINE: &str = "SELECT CASE WHEN pg_is_in_recovery() OR current_setting('transaction_read_only') = 'on' \
     THEN NULL ELSE substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8) END";

/// One server, and the connection that it is asked over.
pub(super) struct Host {
    /// Its address.
    pub url: String,
    options: PgConnectOptions,
    open: Option<PgConnection>,
}

impl Host {
    /// Does not connect yet.
    pub fn new(url: &str) -> Result<Self, sea_orm::DbErr> {
        let parsed = url.parse::<PgConnectOptions>();
        let options =
            parsed.map_err(|error| sea_orm::DbErr::Conn(sea_orm::RuntimeErr::SqlxError(error.into())))?;
        Ok(Self { url: url.to_owned(), options: options.disable_statement_logging(), open: None })
    }

    /// Whether it is reached through a socket of this machine.
    pub fn is_socket(&self) -> bool {
        self.options.get_socket().is_some()
    }

    /// How the pool connects, only to this server.
    pub fn instead(&self, pool: &PgConnectOptions) -> PgConnectOptions {
        let options = pool.clone().port(self.options.get_port());
        match self.options.get_socket() {
            Some(socket) => options.socket(socket),
            None => options.host(self.options.get_host()),
        }
    }

    /// Its name in the log: without name and password of the account.
    pub fn name(&self) -> String {
        match self.options.get_socket() {
            Some(socket) => format!("{}:{}", socket.display(), self.options.get_port()),
            None => format!("{}:{}", self.options.get_host(), self.options.get_port()),
        }
    }

    /// Its timeline where it takes writes; nothing where it does not, or does not answer.
    pub async fn timeline(&mut self) -> Option<String> {
        match timeout(PATIENCE, ask(self.open.take(), &self.options)).await {
            Ok(Ok((connection, timeline))) => {
                self.open = Some(connection);
                timeline
            }
            Ok(Err(_)) | Err(_) => None,
        }
    }
}

async fn ask(
    open: Option<PgConnection>,
    options: &PgConnectOptions,
) -> Result<(PgConnection, Option<String>), sqlx::Error> {
    let mut connection = match open {
        Some(connection) => connection,
        None => PgConnection::connect_with(options).await?,
    };
    let row = sqlx::raw_sql(TIMELINE).fetch_one(&mut connection).await?;
    Ok((connection, row.try_get(0)?))
}
