//! Why a backup is not taken or not put back: a sentence each, and nothing was changed.

use std::{io, path::PathBuf};

use crate::{Error, crypto::KeyFileError};

/// Why not.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// The database cannot be opened.
    #[error("the database (DATABASE_URL) cannot be opened: {}", .0.causes().join(": "))]
    Unreachable(Error),
    /// There is no database, or it is another program's.
    #[error("DATABASE_URL: there is no portal's database at {0}")]
    NoPortal(String),
    /// The key file.
    #[error("YIHAO_KEY_FILE: {0}")]
    Keys(#[from] KeyFileError),
    /// There is none.
    #[error("YIHAO_KEY_FILE: there is no key file at {0}; without the one of the time nothing here opens")]
    NoKeys(PathBuf),
    /// It is another portal's.
    #[error(
        "YIHAO_KEY_FILE: the key file does not belong to this {0}; put the one here that it was made with"
    )]
    ForeignKeys(&'static str),
    /// It lacks keys.
    #[error(
        "YIHAO_KEY_FILE: the key file lacks keys that this {0} was written with; put the one of its time here"
    )]
    OtherKeys(&'static str),
    /// The store of files.
    #[error("the files (YIHAO_STORAGE) cannot be used: {0}")]
    Storage(String),
    /// Something is where nothing may be.
    #[error("{what} is not empty: {place}")]
    NotEmpty {
        /// The setting or the argument.
        what: &'static str,
        /// Where.
        place: String,
    },
    /// Left by a run that broke off.
    #[error("{0} is left of a run that broke off; remove it first")]
    Unfinished(PathBuf),
    /// There is no backup.
    #[error("there is no whole backup in {0}: it lacks manifest.json or manifest.seal")]
    NoBackup(PathBuf),
    /// The manifest is not what was written.
    #[error("manifest.json was altered or is damaged: its seal does not fit")]
    Seal,
    /// The manifest is of a kind that this release does not know.
    #[error("manifest.json is of a newer release ({0}); restore it with that one")]
    Newer(String),
    /// The schema is newer.
    #[error("the backup is of a newer release: this one does not know the step {0} of its schema")]
    NewerSchema(String),
    /// The other engine.
    #[error("the backup is of {backup}, and DATABASE_URL names {place}")]
    Engine {
        /// What it was taken from.
        backup: &'static str,
        /// What it should go to.
        place: &'static str,
    },
    /// The address leads elsewhere.
    #[error("DATABASE_URL: the backup is of the schema {backup}, and this address leads to {place}")]
    Schema {
        /// Its name in the backup.
        backup: String,
        /// The current one.
        place: String,
    },
    /// A part is not there.
    #[error("the backup lacks {0}")]
    Missing(String),
    /// A part is not what it was.
    #[error("{0} was altered or is damaged: it is not what the manifest says")]
    Damaged(String),
    /// What was put back is not what was taken.
    #[error("the table {table} has {found} rows, and the backup says {said}")]
    Rows {
        /// Table.
        table: String,
        /// Rows counted.
        found: u64,
        /// Rows in the manifest.
        said: u64,
    },
    /// A program of PostgreSQL.
    #[error("{0} is not on the PATH; install PostgreSQL's client programs")]
    NoProgram(&'static str),
    /// A program of PostgreSQL said no.
    #[error("{program} gave up: {said}")]
    Program {
        /// Its name.
        program: &'static str,
        /// Its own words.
        said: String,
    },
    /// A file or a folder.
    #[error("{path}: {source}")]
    Io {
        /// Which.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// The database or the store, on the way.
    #[error("{}: {}", .0, .0.causes().join(": "))]
    Backend(#[from] Error),
}

impl BackupError {
    /// Whether whoever called can mend it: a wrong setting, a wrong folder.
    pub fn is_usage(&self) -> bool {
        !matches!(self, Self::Io { .. } | Self::Backend(_) | Self::Rows { .. } | Self::Program { .. })
    }
}

impl From<sea_orm::DbErr> for BackupError {
    #[track_caller]
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Backend(error.into())
    }
}

impl From<serde_json::Error> for BackupError {
    #[track_caller]
    fn from(error: serde_json::Error) -> Self {
        Self::Backend(error.into())
    }
}

/// Names the file in an error.
pub(super) fn at(path: &std::path::Path) -> impl FnOnce(io::Error) -> BackupError {
    let path = path.to_owned();
    |source| BackupError::Io { path, source }
}
