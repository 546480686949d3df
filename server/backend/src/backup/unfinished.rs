//! A folder that has its name only when it is whole.

use std::path::{Path, PathBuf};

use super::{BackupError, error::at, part};

/// A backup being written; goes when it is dropped before its end.
pub(super) struct Unfinished {
    beside: PathBuf,
    place: PathBuf,
    kept: bool,
}

impl Unfinished {
    /// Begins one for an empty or absent folder.
    pub async fn begin(place: &Path) -> Result<Self, BackupError> {
        let used = tokio::fs::metadata(place).await.is_ok() && !is_empty(place)?;
        if used {
            let place = place.display().to_string();
            return Err(BackupError::NotEmpty { what: "the folder for the backup", place });
        }
        let mut name = place.file_name().unwrap_or_default().to_owned();
        name.push(".unfinished");
        let beside = place.with_file_name(name);
        if beside.exists() {
            return Err(BackupError::Unfinished(beside));
        }
        part::folder(&beside).await?;
        Ok(Self { beside, place: place.to_owned(), kept: false })
    }

    /// Where to write.
    pub fn folder(&self) -> &Path {
        &self.beside
    }

    /// Gives it its name.
    pub async fn finish(mut self) -> Result<(), BackupError> {
        part::sync_folder(&self.beside).await?;
        tokio::fs::rename(&self.beside, &self.place).await.map_err(at(&self.place))?;
        self.kept = true;
        part::sync_folder(self.place.parent().unwrap_or(Path::new("."))).await
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        if !self.kept {
            // What cannot be removed is told of by its name, and by the next run.
            std::fs::remove_dir_all(&self.beside).ok();
        }
    }
}

fn is_empty(folder: &Path) -> Result<bool, BackupError> {
    Ok(std::fs::read_dir(folder).map_err(at(folder))?.next().is_none())
}
