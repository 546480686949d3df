//! Where a portal is: its database, its keys, its files.

use std::path::PathBuf;

use sea_orm::sqlx::sqlite::SqliteConnectOptions;

use super::{BackupError, census};
use crate::crypto::Keys;
use crate::uploads::Files;
use crate::{Db, rotation, settings};

/// The settings that name it.
#[derive(Clone, Debug)]
pub struct Place {
    /// `DATABASE_URL`.
    pub database_url: String,
    /// `YIHAO_KEY_FILE`; never made here.
    pub key_file: PathBuf,
    /// `YIHAO_STORAGE`.
    pub storage: String,
}

/// The two databases.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Engine {
    /// A file.
    Sqlite,
    /// A server.
    Postgres,
}

impl Engine {
    /// Its name in sentences.
    pub fn name(self) -> &'static str {
        match self {
            Self::Sqlite => "SQLite",
            Self::Postgres => "PostgreSQL",
        }
    }

    /// The part of a backup that holds the database.
    pub(super) fn part(self) -> &'static str {
        match self {
            Self::Sqlite => "database.db",
            Self::Postgres => "database.dump",
        }
    }
}

impl Place {
    /// Which database the address names.
    pub fn engine(&self) -> Engine {
        if self.database_url.starts_with("sqlite:") { Engine::Sqlite } else { Engine::Postgres }
    }

    /// The file of SQLite.
    pub(super) fn file(&self) -> Result<PathBuf, BackupError> {
        let options: Result<SqliteConnectOptions, _> = self.database_url.parse();
        options
            .map(|options| options.get_filename().to_owned())
            .map_err(|_| BackupError::NoPortal(self.engine().name().to_owned()))
    }

    /// The keys that there are.
    pub(super) fn keys(&self) -> Result<Keys, BackupError> {
        if !self.key_file.exists() {
            return Err(BackupError::NoKeys(self.key_file.clone()));
        }
        Ok(Keys::of_file(&self.key_file)?)
    }

    /// The store of files.
    pub(super) fn files(&self) -> Result<Files, BackupError> {
        Files::open(&self.storage).map_err(BackupError::Storage)
    }

    /// The database, which is not made where there is none.
    pub(super) async fn database(&self) -> Result<Db, BackupError> {
        if self.engine() == Engine::Sqlite {
            let file = self.file()?;
            if !file.exists() {
                return Err(BackupError::NoPortal(file.display().to_string()));
            }
        }
        Db::connect(&self.database_url).await.map_err(BackupError::Unreachable)
    }

    /// The database of a portal that was written with these keys; of whatever release, as it is.
    pub(super) async fn portal(&self, keys: &Keys) -> Result<Db, BackupError> {
        let db = self.database().await?;
        if census::steps(&db.read).await.unwrap_or_default().is_empty() {
            return Err(BackupError::NoPortal(self.engine().name().to_owned()));
        }
        let mark: Option<String> = settings::get(&db.read, "key_mark").await?;
        if mark.is_none_or(|mark| mark != keys.mark()) {
            return Err(BackupError::ForeignKeys("database"));
        }
        rotation::follow(&db.read, keys).await?;
        if !keys.has(keys.versions()) {
            return Err(BackupError::OtherKeys("database"));
        }
        Ok(db)
    }
}
