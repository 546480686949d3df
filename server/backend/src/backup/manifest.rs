//! What a backup says about itself, under a seal.

use std::{collections::BTreeMap, path::Path};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::error::at;
use super::part::{self, Part};
use super::{BackupError, Engine, census};
use crate::crypto::{Keys, Versions};

const MANIFEST: &str = "manifest.json";
const SEAL: &str = "manifest.seal";
/// What the seal is made for; no other use of the chain key has this name.
const PURPOSE: &str = "backup";
/// The arrangement of a backup that this release writes and reads.
const FORMAT: u32 = 1;

/// The content of a backup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    format: u32,
    /// The release that took it.
    pub release: String,
    /// The moment that it holds: nothing acknowledged before is missing.
    pub began: DateTime<Utc>,
    /// When it was whole.
    pub finished: DateTime<Utc>,
    /// The database it is of.
    pub engine: Engine,
    /// PostgreSQL's schema.
    pub schema: Option<String>,
    /// The steps of the schema that had been taken.
    pub steps: Vec<String>,
    /// By this it is known which key file belongs to it.
    pub(super) key_mark: String,
    /// The versions that were in use.
    pub(super) keys: Versions,
    /// Rows of each table.
    pub rows: BTreeMap<String, u64>,
    /// Files given that are in it.
    pub uploads: u64,
    /// Files given that are not.
    pub left_out: Vec<LeftOut>,
    pub(super) parts: Vec<Part>,
}

/// A file that the database names and the backup does not hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOut {
    /// Where the store kept it.
    pub key: String,
    /// Why.
    pub why: Why,
}

/// Why a file is not in a backup.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// Its owner took it back while the backup was made.
    TakenBack,
    /// The store lacks it.
    Lost,
    /// What the store holds is not what was given.
    Altered,
}

impl Manifest {
    /// A manifest without its parts.
    pub(super) fn begin(engine: Engine, keys: &Keys) -> Self {
        let now = Utc::now();
        Self {
            format: FORMAT,
            release: env!("CARGO_PKG_VERSION").to_owned(),
            began: now,
            finished: now,
            engine,
            schema: None,
            steps: Vec::new(),
            key_mark: keys.mark(),
            keys: keys.versions(),
            rows: BTreeMap::new(),
            uploads: 0,
            left_out: Vec::new(),
            parts: Vec::new(),
        }
    }

    /// Rows of a table.
    pub fn rows_of(&self, table: &str) -> u64 {
        self.rows.get(table).copied().unwrap_or_default()
    }

    /// Bytes of all parts; files given are counted by their list.
    pub fn bytes(&self) -> u64 {
        self.parts.iter().map(|part| part.bytes).sum()
    }

    /// Files that should be there and are not whole.
    pub fn damage(&self) -> usize {
        self.left_out.iter().filter(|one| one.why != Why::TakenBack).count()
    }

    /// Writes it and its seal.
    pub(super) async fn write(&self, folder: &Path, keys: &Keys) -> Result<(), BackupError> {
        let text = serde_json::to_string_pretty(self)?;
        part::write(&folder.join(SEAL), keys.mac(PURPOSE, text.as_bytes()).as_bytes()).await?;
        part::write(&folder.join(MANIFEST), text.as_bytes()).await
    }

    /// Reads it, and makes sure that it belongs to these keys, is what was written, and of a release
    /// that this one knows.
    pub(super) async fn read(folder: &Path, keys: &Keys) -> Result<Self, BackupError> {
        let text = read(folder, MANIFEST).await?;
        let seal = read(folder, SEAL).await?;
        let genuine = keys.mac(PURPOSE, text.as_bytes()) == seal.trim();
        // Said before the seal: a wrong key file is the likelier mistake.
        let loose: Loose = serde_json::from_str(&text).map_err(|_| BackupError::Seal)?;
        match loose {
            Loose { key_mark, .. } if key_mark != keys.mark() => Err(BackupError::ForeignKeys("backup")),
            Loose { .. } if !genuine => Err(BackupError::Seal),
            Loose { format, release, .. } if format > FORMAT => Err(BackupError::Newer(release)),
            Loose { .. } => serde_json::from_str::<Self>(&text).map_err(|_| BackupError::Seal)?.known(keys),
        }
    }

    fn known(self, keys: &Keys) -> Result<Self, BackupError> {
        if let Some(step) = census::unknown(&self.steps) {
            return Err(BackupError::NewerSchema(step.clone()));
        }
        if keys.has(self.keys) { Ok(self) } else { Err(BackupError::OtherKeys("backup")) }
    }
}

/// What every format says.
#[derive(Deserialize)]
struct Loose {
    format: u32,
    release: String,
    key_mark: String,
}

async fn read(folder: &Path, name: &str) -> Result<String, BackupError> {
    let path = folder.join(name);
    let bytes = match tokio::fs::read(&path).await {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            return Err(BackupError::NoBackup(folder.to_owned()));
        }
        read => read.map_err(at(&path))?,
    };
    String::from_utf8(bytes).map_err(|_| BackupError::Seal)
}
