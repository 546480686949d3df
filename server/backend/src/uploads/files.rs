//! The store of files: a local folder, or a bucket of an S3 service.

use std::{fmt, sync::Arc, time::Instant};

use bytes::Bytes;
use futures::{StreamExt, TryStreamExt, stream::BoxStream};
use metrics::{counter, histogram};
use object_store::{MultipartUpload, ObjectStore, ObjectStoreExt, path::Path};

use super::store;
use crate::{Error, Kind, Result};

/// Seconds until the store answered, by what it was asked for.
const SECONDS: &str = "yihao_store_seconds";
/// How often it did not.
const FAILURES: &str = "yihao_store_failures_total";
/// No file has this name; to be told so is to be answered.
const NOBODY: &str = "does-the-store-answer";

/// Where files are kept. Cheap to clone.
#[derive(Clone)]
pub struct Files {
    store: Arc<dyn ObjectStore>,
    part: usize,
}

impl Files {
    /// Opens `file://<folder>`, which is made if missing, or `s3://<bucket>[/<folder>]` with the
    /// environment's `AWS_…`. An S3 service is not asked yet: [`Files::answers`] does.
    ///
    /// # Errors
    /// A sentence saying why not.
    pub fn open(url: &str) -> Result<Self, String> {
        Self::open_with(url, std::env::vars())
    }

    /// The same with settings from anywhere.
    ///
    /// # Errors
    /// A sentence saying why not.
    pub fn open_with(url: &str, settings: impl Iterator<Item = (String, String)>) -> Result<Self, String> {
        let (store, part) = store::open(url, settings)?;
        Ok(Self { store, part })
    }

    /// Whether it answers: one look for a file that is not there.
    ///
    /// # Errors
    /// [`Kind::Unavailable`] when it does not, or refuses the account.
    pub async fn answers(&self) -> Result<()> {
        match self.store.head(&Path::from(NOBODY)).await {
            Ok(_) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(failed(error)),
        }
    }

    /// The store itself, for whoever copies all of it.
    pub fn store(&self) -> &Arc<dyn ObjectStore> {
        &self.store
    }

    /// Bytes to hand on at once.
    pub(super) fn part(&self) -> usize {
        self.part
    }

    /// Begins a file that appears only when it is completed.
    pub(super) async fn begin(&self, key: &str) -> Result<Box<dyn MultipartUpload>> {
        timed("begin", self.store.put_multipart(&Path::from(key))).await
    }

    pub(super) async fn read(&self, key: &str) -> Result<BoxStream<'static, Result<Bytes>>> {
        let found = timed("read", self.store.get(&Path::from(key))).await?;
        Ok(found.into_stream().map_err(failed).boxed())
    }

    pub(super) async fn delete(&self, key: &str) -> Result<()> {
        timed("delete", self.store.delete(&Path::from(key))).await
    }
}

/// Takes the time of the store's answer, and counts where it has none.
pub(super) async fn timed<T>(
    what: &'static str,
    asked: impl Future<Output = object_store::Result<T>>,
) -> Result<T> {
    let began = Instant::now();
    let answer = asked.await;
    histogram!(SECONDS, "operation" => what).record(began.elapsed().as_secs_f64());
    answer.map_err(|error| {
        counter!(FAILURES, "operation" => what).increment(1);
        // It names the key of the file, which is nobody's.
        tracing::warn!(operation = what, %error, "the store of files fails");
        failed(error)
    })
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
        assert!(Files::open("ftp://bucket").unwrap_err().contains("file://"));
    }
}
