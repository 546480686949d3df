//! The list of files, one JSON object a line: as many as a city has, in little memory.

use std::path::Path;

use entity::upload;
use sea_orm::{ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect};
use serde::{Deserialize, Serialize};
use tokio::fs::File;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader, BufWriter, Lines};

use crate::backup::BackupError;
use crate::backup::error::at;
use crate::backup::part::{self, Part};

/// Its name in a backup.
pub(in crate::backup) const LISTING: &str = "uploads.jsonl";
/// Rows read at once.
const BATCH: u64 = 1000;

/// A file as the database knows it.
#[derive(Debug, Serialize, Deserialize)]
pub(in crate::backup) struct Listed {
    /// Where the store keeps it.
    pub key: String,
    pub bytes: u64,
    pub sha256: String,
}

#[derive(FromQueryResult)]
struct Row {
    storage_key: String,
    size: i64,
    sha256: String,
}

impl Listed {
    pub fn part(self, folder: &str) -> Part {
        Part { name: format!("{folder}/{}", self.key), bytes: self.bytes, sha256: self.sha256 }
    }
}

/// Writes the list as this connection sees it.
pub(in crate::backup) async fn list(db: &impl ConnectionTrait, folder: &Path) -> Result<(), BackupError> {
    let path = folder.join(LISTING);
    let mut file = BufWriter::new(part::create(&path).await.map_err(at(&path))?);
    let mut after = String::new();
    loop {
        let rows = batch(db, &after).await?;
        let Some(last) = rows.last() else { break };
        last.storage_key.clone_into(&mut after);
        for Row { storage_key: key, size, sha256 } in rows {
            let listed = Listed { key, bytes: u64::try_from(size).unwrap_or_default(), sha256 };
            let line = serde_json::to_string(&listed)? + "\n";
            file.write_all(line.as_bytes()).await.map_err(at(&path))?;
        }
    }
    file.flush().await.map_err(at(&path))
}

async fn batch(db: &impl ConnectionTrait, after: &str) -> Result<Vec<Row>, BackupError> {
    let rows = upload::Entity::find()
        .select_only()
        .columns([upload::Column::StorageKey, upload::Column::Size, upload::Column::Sha256])
        .filter(upload::COLUMN.storage_key.gt(after))
        .order_by_asc(upload::Column::StorageKey)
        .limit(BATCH);
    Ok(rows.into_model().all(db).await?)
}

/// A list being read.
pub(in crate::backup) struct Reading {
    lines: Lines<BufReader<File>>,
    /// How many there are.
    pub total: u64,
}

impl Reading {
    /// The next one.
    pub async fn next(&mut self) -> Result<Option<Listed>, BackupError> {
        let line = self.lines.next_line().await.map_err(at(Path::new(LISTING)))?;
        let damaged = |_| BackupError::Damaged(LISTING.to_owned());
        line.map(|line| serde_json::from_str(&line).map_err(damaged)).transpose()
    }
}

/// Reads the list of a backup.
pub(in crate::backup) async fn read(folder: &Path) -> Result<Reading, BackupError> {
    let path = folder.join(LISTING);
    let open = async || File::open(&path).await.map(|file| BufReader::new(file).lines()).map_err(at(&path));
    let (mut counted, mut total) = (open().await?, 0);
    while counted.next_line().await.map_err(at(&path))?.is_some() {
        total += 1;
    }
    Ok(Reading { lines: open().await?, total })
}
