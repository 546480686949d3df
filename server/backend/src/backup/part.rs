//! Files of a backup: written for their owner alone, on the disk when written, known by their hash.

use std::path::{Path, PathBuf};

use bytes::Bytes;
use futures::{Stream, StreamExt};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use tokio::fs::{File, OpenOptions};
use tokio::io::{AsyncReadExt, AsyncWriteExt};

use super::{BackupError, error::at};
use crate::Result as Outcome;

/// Bytes read at once.
const CHUNK: usize = 1024 * 1024;

/// A file of a backup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Part {
    /// Its path within the backup.
    pub name: String,
    pub bytes: u64,
    pub sha256: String,
}

impl Part {
    /// Measures a file that another program has written, and brings it to the disk.
    pub async fn of(folder: &Path, name: &str) -> Result<Self, BackupError> {
        let path = folder.join(name);
        let mut file = File::open(&path).await.map_err(at(&path))?;
        let (bytes, sha256) = measured(&mut file).await.map_err(at(&path))?;
        file.sync_all().await.map_err(at(&path))?;
        Ok(Self { name: name.to_owned(), bytes, sha256 })
    }

    /// Whether the file is there and is what was measured.
    pub async fn check(&self, folder: &Path) -> Result<(), BackupError> {
        let path = folder.join(&self.name);
        let mut file = match File::open(&path).await {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                return Err(BackupError::Missing(self.name.clone()));
            }
            opened => opened.map_err(at(&path))?,
        };
        let found = measured(&mut file).await.map_err(at(&path))?;
        if found == (self.bytes, self.sha256.clone()) {
            Ok(())
        } else {
            Err(BackupError::Damaged(self.name.clone()))
        }
    }
}

async fn measured(file: &mut File) -> std::io::Result<(u64, String)> {
    let (mut hash, mut bytes, mut chunk) = (Sha256::new(), 0, Vec::with_capacity(CHUNK));
    loop {
        chunk.clear();
        let read = file.take(u64::try_from(CHUNK).unwrap_or_default()).read_to_end(&mut chunk).await?;
        if read == 0 {
            return Ok((bytes, hex::encode(hash.finalize())));
        }
        hash.update(&chunk);
        bytes += u64::try_from(read).unwrap_or_default();
    }
}

/// A new file that only its owner may read: names and days of birth are in the open in a backup.
pub(super) async fn create(path: &Path) -> std::io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    options.mode(0o600);
    options.open(path).await
}

/// Writes a whole file.
pub(super) async fn write(path: &Path, content: &[u8]) -> Result<(), BackupError> {
    let written = async {
        let mut file = create(path).await?;
        file.write_all(content).await?;
        file.sync_all().await
    };
    written.await.map_err(at(path))
}

/// Writes what arrives; bytes and hash.
pub(super) async fn receive(
    path: &Path,
    content: impl Stream<Item = Outcome<Bytes>>,
) -> Result<(u64, String), BackupError> {
    let mut file = create(path).await.map_err(at(path))?;
    let (mut hash, mut bytes) = (Sha256::new(), 0);
    let mut content = std::pin::pin!(content);
    while let Some(chunk) = content.next().await.transpose()? {
        hash.update(&chunk);
        bytes += u64::try_from(chunk.len()).unwrap_or_default();
        file.write_all(&chunk).await.map_err(at(path))?;
    }
    file.sync_all().await.map_err(at(path))?;
    Ok((bytes, hex::encode(hash.finalize())))
}

/// A folder of one's own, and the folders above it.
pub(super) async fn folder(path: &Path) -> Result<(), BackupError> {
    let mut builder = tokio::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    builder.mode(0o700);
    builder.create(path).await.map_err(at(path))
}

/// Brings the names in a folder to the disk.
pub(super) async fn sync_folder(path: &Path) -> Result<(), BackupError> {
    let path = if path.as_os_str().is_empty() { PathBuf::from(".") } else { path.to_owned() };
    let synced = async { File::open(&path).await?.sync_all().await };
    synced.await.map_err(at(&path))
}
