//! The store of files: a local folder.

use std::{fmt, path::PathBuf, sync::Arc};

use bytes::Bytes;
use futures::{StreamExt, TryStreamExt, stream::BoxStream};
use object_store::{MultipartUpload, ObjectStore, ObjectStoreExt, local::LocalFileSystem, path::Path};

use crate::{Error, Kind, Result};

/// Where files are kept. Cheap to clone.
#[derive(Clone)]
pub struct Files {
    store: Arc<dyn ObjectStore>,
}

impl Files {
    /// Opens `file://<folder>`, which is made if missing.
    ///
    /// # Errors
    /// A sentence saying why not.
    pub fn open(url: &str) -> Result<Self, String> {
        let folder = url.strip_prefix("file://").ok_or("only file:// is supported so far")?;
        let folder = PathBuf::from(folder);
        let told = |error: &dyn fmt::Display| format!("{}: {error}", folder.display());
        std::fs::create_dir_all(&folder).map_err(|error| told(&error))?;
        let store = LocalFileSystem::new_with_prefix(&folder).map_err(|error| told(&error))?;
        // An acknowledged case may not lose its files with the power.
        Ok(Self { store: Arc::new(store.with_fsync(true)) })
    }

    /// Begins a file that appears only when it is completed.
    pub(super) async fn begin(&self, key: &str) -> Result<Box<dyn MultipartUpload>> {
        self.store.put_multipart(&Path::from(key)).await.map_err(failed)
    }

    pub(super) async fn read(&self, key: &str) -> Result<BoxStream<'static, Result<Bytes>>> {
        let found = self.store.get(&Path::from(key)).await.map_err(failed)?;
        Ok(found.into_stream().map_err(failed).boxed())
    }

    pub(super) async fn delete(&self, key: &str) -> Result<()> {
        self.store.delete(&Path::from(key)).await.map_err(failed)
    }
}

/// An error of the store; a full disk lies somewhere among its causes.
#[track_caller]
pub(super) fn failed(error: object_store::Error) -> Error {
    let kind = if is_full(&error) { Kind::Full } else { Kind::Unavailable };
    Error::because(kind, error)
}

fn is_full(error: &(dyn std::error::Error + 'static)) -> bool {
    let mut next = Some(error);
    while let Some(cause) = next {
        if let Some(io) = cause.downcast_ref::<std::io::Error>() {
            use std::io::ErrorKind::{QuotaExceeded, StorageFull};
            if matches!(io.kind(), StorageFull | QuotaExceeded) {
                return true;
            }
        }
        next = cause.source();
    }
    false
}

impl fmt::Debug for Files {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Files({})", self.store)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_disk_is_told_as_such() {
        let io = std::io::Error::from(std::io::ErrorKind::StorageFull);
        let error = object_store::Error::Generic { store: "local", source: Box::new(io) };
        assert!(matches!(failed(error).kind(), Kind::Full));
    }

    #[test]
    fn another_scheme_is_refused_in_a_sentence() {
        assert!(Files::open("s3://bucket").unwrap_err().contains("file://"));
    }
}
