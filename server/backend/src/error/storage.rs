//! Errors of the database, of files and of JSON, told apart by what a person can do about them.

use std::io;

use sea_orm::{DbErr, RuntimeErr, SqlErr, sqlx};

use super::{Error, Kind};

impl From<DbErr> for Error {
    #[track_caller]
    fn from(error: DbErr) -> Self {
        Self::because(kind_of(&error), error)
    }
}

impl From<io::Error> for Error {
    #[track_caller]
    fn from(error: io::Error) -> Self {
        Self::because(kind_of_io(&error), error)
    }
}

impl From<serde_json::Error> for Error {
    #[track_caller]
    fn from(error: serde_json::Error) -> Self {
        Self::internal(error)
    }
}

impl Error {
    /// Whether the database undid everything so that somebody else could go on: a deadlock, or a
    /// serialization failure. The same, from the beginning, may succeed now.
    pub(crate) fn gave_way(&self) -> bool {
        let cause = self.0.source.as_deref().and_then(|source| source.downcast_ref::<DbErr>());
        cause.and_then(code_of).is_some_and(|code| gives_way(&code))
    }
}

fn gives_way(code: &str) -> bool {
    matches!(code, "40001" | "40P01")
}

/// What the database calls it.
fn code_of(error: &DbErr) -> Option<String> {
    let cause = match error {
        DbErr::Conn(RuntimeErr::SqlxError(cause))
        | DbErr::Exec(RuntimeErr::SqlxError(cause))
        | DbErr::Query(RuntimeErr::SqlxError(cause)) => cause,
        _ => return None,
    };
    cause.as_database_error().and_then(|told| told.code()).map(|code| code.into_owned())
}

fn kind_of(error: &DbErr) -> Kind {
    if let Some(SqlErr::UniqueConstraintViolation(_)) = error.sql_err() {
        return Kind::Conflict;
    }
    match error {
        DbErr::ConnectionAcquire(_) => Kind::Unavailable,
        DbErr::Conn(RuntimeErr::SqlxError(cause))
        | DbErr::Exec(RuntimeErr::SqlxError(cause))
        | DbErr::Query(RuntimeErr::SqlxError(cause)) => kind_of_sqlx(cause),
        DbErr::RecordNotFound(_) => Kind::NotFound,
        _ => Kind::Internal,
    }
}

fn kind_of_sqlx(error: &sqlx::Error) -> Kind {
    match error {
        sqlx::Error::Io(cause) => match kind_of_io(cause) {
            Kind::Full => Kind::Full,
            _ => Kind::Unavailable,
        },
        sqlx::Error::PoolTimedOut
        | sqlx::Error::PoolClosed
        | sqlx::Error::WorkerCrashed
        | sqlx::Error::Tls(_) => Kind::Unavailable,
        sqlx::Error::Database(cause) => cause.code().map_or(Kind::Internal, |code| kind_of_code(&code)),
        _ => Kind::Internal,
    }
}

/// Result codes of SQLite are numbers whose low byte is the class; PostgreSQL's SQLSTATE has five
/// characters. <https://sqlite.org/rescode.html>, PostgreSQL manual, appendix A.
fn kind_of_code(code: &str) -> Kind {
    if code.len() == 5 {
        return match code {
            "53100" => Kind::Full,
            // A deadlock or a serialization failure: the same request may succeed now.
            state if gives_way(state) => Kind::Unavailable,
            // A lock that did not come free; a server that only reads, for another is the primary now.
            "55P03" | "25006" => Kind::Unavailable,
            // Connections, resources, an operator's hand, and the system below (58: its disk does not answer).
            state if ["08", "53", "57", "58"].iter().any(|class| state.starts_with(class)) => {
                Kind::Unavailable
            }
            _ => Kind::Internal,
        };
    }
    match code.parse::<u32>().map(|code| code & 0xff) {
        Ok(13) => Kind::Full,
        // busy, locked, read-only, I/O error, cannot open
        Ok(5 | 6 | 8 | 10 | 14) => Kind::Unavailable,
        _ => Kind::Internal,
    }
}

fn kind_of_io(error: &io::Error) -> Kind {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Kind::Full,
        io::ErrorKind::NotFound => Kind::NotFound,
        _ => Kind::Internal,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_both_databases_are_told_apart() {
        for (code, kind) in [
            ("13", "Full"),
            ("53100", "Full"),
            ("5", "Unavailable"),
            ("517", "Unavailable"),
            ("57P01", "Unavailable"),
            ("08006", "Unavailable"),
            ("40001", "Unavailable"),
            ("55P03", "Unavailable"),
            ("25006", "Unavailable"),
            ("58030", "Unavailable"),
            ("22001", "Internal"),
            ("1", "Internal"),
        ] {
            assert_eq!(format!("{:?}", kind_of_code(code)), kind, "{code}");
        }
    }

    #[test]
    fn an_error_shows_no_cause() {
        let error = Error::from(DbErr::Custom("Key (id)=(229901)".into()));
        assert!(!format!("{error:?} {error}").contains("229901"));
        assert_eq!(error.causes().len(), 1);
        assert!(error.at().file().ends_with("storage.rs"));
    }
}
