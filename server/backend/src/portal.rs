//! The portal as a use case sees it: where to write, with which keys, and what time it is.

use std::{path::PathBuf, sync::Arc};

use chrono::NaiveDate;

use crate::{
    Clock, Db, Error,
    accounts::Passwords,
    certificates::kind,
    crypto::{CipherSuite, KeyFileError, Keys},
    edition::Changes,
    rotation, settings,
    uploads::Files,
    watch,
};

/// What every use case works with. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Portal {
    /// The database.
    pub db: Db,
    /// The city's clock.
    pub clock: Clock,
    /// The keys of personal data.
    pub keys: Arc<Keys>,
    /// Where files given are kept.
    pub files: Files,
    /// How passwords are hashed, and how long they must be.
    pub passwords: Passwords,
    /// The changes of reference data that this process has made.
    pub(crate) changes: Changes,
}

/// What is needed to open a portal.
#[derive(Clone, Debug)]
pub struct Options {
    /// `sqlite://…` or `postgres://…`.
    pub database_url: String,
    /// The key file; made where there is none.
    pub key_file: PathBuf,
    /// Algorithms of keys made from now on.
    pub suite: CipherSuite,
    /// `file://…`, the folder of files given.
    pub storage: String,
    /// A day to stay on, for tests and demonstrations.
    pub today: Option<NaiveDate>,
    /// How passwords are hashed.
    pub passwords: Passwords,
}

/// Why a portal does not open: a sentence for whoever starts it.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The database.
    #[error("the database (DATABASE_URL) cannot be opened: {}", .0.causes().join(": "))]
    Database(Error),
    /// The schema.
    #[error("the schema of the database cannot be brought up to date: {}", .0.causes().join(": "))]
    Schema(Error),
    /// The key file.
    #[error("YIHAO_KEY_FILE: {0}")]
    Keys(#[from] KeyFileError),
    /// A key file without the newest keys.
    #[error(
        "YIHAO_KEY_FILE: the key file is older than what the database was written with; copy the newest one here"
    )]
    OldKeys,
    /// The key file of another database.
    #[error(
        "YIHAO_KEY_FILE: the key file does not belong to this database; put back the one it was made with"
    )]
    ForeignKeys,
    /// The folder of files.
    #[error("the folder of files (YIHAO_STORAGE) cannot be used: {0}")]
    Storage(String),
}

impl Portal {
    /// Opens everything, brings the schema up to date, and makes sure that the keys are those the
    /// database was written with.
    ///
    /// # Errors
    /// [`OpenError`], in a sentence that names the setting.
    pub async fn open(options: &Options) -> Result<Self, OpenError> {
        let db = Db::connect(&options.database_url).await.map_err(OpenError::Database)?;
        db.migrate().await.map_err(OpenError::Schema)?;
        // Types of certificates of a catalogue taken in by an earlier release.
        kind::complete(&db.write).await.map_err(OpenError::Schema)?;
        watch::complete(&db.write).await.map_err(OpenError::Schema)?;
        let keys = Keys::open_or_create(&options.key_file, options.suite)?;
        let files = Files::open(&options.storage).map_err(OpenError::Storage)?;
        let clock = options.today.map_or_else(Clock::real, Clock::fixed_on);
        let portal = Self {
            db,
            clock,
            keys: Arc::new(keys),
            files,
            passwords: options.passwords.clone(),
            changes: Changes::default(),
        };
        if !portal.keys_belong().await.map_err(OpenError::Database)? {
            return Err(OpenError::ForeignKeys);
        }
        let complete = rotation::begin(&portal).await.map_err(OpenError::Database)?;
        if complete { Ok(portal) } else { Err(OpenError::OldKeys) }
    }

    /// Leaves a mark in a new database, and knows it again in an old one.
    async fn keys_belong(&self) -> crate::Result<bool> {
        let tx = self.db.begin().await?;
        let mark = self.keys.mark();
        let known: Option<String> = settings::get(&tx, "key_mark").await?;
        if known.is_none() {
            settings::put(&tx, "key_mark", &mark).await?;
            tx.commit().await?;
        }
        Ok(known.is_none_or(|known| known == mark))
    }
}
