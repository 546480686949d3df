//! Which store an address names: a folder, or a bucket of an S3 service.

use std::{path::PathBuf, sync::Arc, time::Duration};

use object_store::{
    ClientOptions, ObjectStore, RetryConfig, aws::AmazonS3Builder, local::LocalFileSystem, path::Path,
    prefix::PrefixStore,
};

/// Bytes handed to a folder at once.
const FOLDER_PART: usize = 1024 * 1024;
/// S3 takes no smaller part but the last.
const BUCKET_PART: usize = 5 * 1024 * 1024;
/// How long a service may take to answer, and how long it is asked again.
const ANSWER: Duration = Duration::from_secs(30);
const CONNECT: Duration = Duration::from_secs(5);
const PATIENCE: Duration = Duration::from_secs(10);
const TRIES: usize = 3;

/// A store, and the size of the parts that it wants.
pub(super) type Opened = (Arc<dyn ObjectStore>, usize);

/// `file://<folder>`, made if missing, or `s3://<bucket>[/<folder>]`. `settings` are those of the
/// environment that every S3 program knows: `AWS_ENDPOINT_URL`, `AWS_REGION`, `AWS_ACCESS_KEY_ID`, …
pub(super) fn open(url: &str, settings: impl Iterator<Item = (String, String)>) -> Result<Opened, String> {
    if let Some(folder) = url.strip_prefix("file://") {
        folder_store(folder.into()).map(|store| (store, FOLDER_PART))
    } else if let Some(place) = url.strip_prefix("s3://") {
        let (bucket, folder) = place.split_once('/').unwrap_or((place, ""));
        bucket_store(bucket, folder, settings).map(|store| (store, BUCKET_PART))
    } else {
        Err(format!("file:// or s3:// is wanted, not {url}"))
    }
}

fn folder_store(folder: PathBuf) -> Result<Arc<dyn ObjectStore>, String> {
    let told = |error: &dyn std::fmt::Display| format!("{}: {error}", folder.display());
    std::fs::create_dir_all(&folder).map_err(|error| told(&error))?;
    let store = LocalFileSystem::new_with_prefix(&folder).map_err(|error| told(&error))?;
    // An acknowledged case may not lose its files with the power.
    Ok(Arc::new(store.with_fsync(true)))
}

fn bucket_store(
    bucket: &str,
    folder: &str,
    settings: impl Iterator<Item = (String, String)>,
) -> Result<Arc<dyn ObjectStore>, String> {
    if bucket.is_empty() {
        return Err("s3:// names no bucket".to_owned());
    }
    // The TLS library has no cryptography of its own; the first choice of a process stays.
    rustls::crypto::ring::default_provider().install_default().ok();
    let mut plain = false;
    let mut builder = AmazonS3Builder::new().with_bucket_name(bucket);
    for (name, value) in settings.filter(|(name, _)| name.starts_with("AWS_")) {
        plain |= name.starts_with("AWS_ENDPOINT") && value.starts_with("http://");
        if let Ok(key) = name.to_ascii_lowercase().parse() {
            builder = builder.with_config(key, value);
        }
    }
    let client = ClientOptions::new().with_timeout(ANSWER).with_connect_timeout(CONNECT);
    let retry = RetryConfig { max_retries: TRIES, retry_timeout: PATIENCE, ..RetryConfig::default() };
    // Whoever writes http:// means it: a store on the same machine or network.
    let client = client.with_allow_http(plain);
    let built = builder.with_client_options(client).with_retry(retry).build();
    let store = built.map_err(|error| format!("s3://{bucket}: {error}"))?;
    if folder.is_empty() {
        return Ok(Arc::new(store));
    }
    Ok(Arc::new(PrefixStore::new(store, Path::from(folder))))
}

#[cfg(test)]
mod tests;
