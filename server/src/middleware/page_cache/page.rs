//! A page as it is kept and sent.

use crate::middleware::packing::{Packing, Use};
use axum::body::{Body, Bytes, to_bytes};
use axum::response::{IntoResponse as _, Response};
use http::{HeaderMap, HeaderValue, StatusCode, header};
use metrics::counter;
use sha2::{Digest as _, Sha256};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};
use tokio::task::spawn_blocking;

/// Answers of pages that are the same for everybody, by how they came about.
pub(super) const ANSWERS: &str = "yihao_public_pages_total";
/// What stands on a page without being in the catalogue, such as what is asked for most, may be
/// this old.
const MINUTE: Duration = Duration::from_mins(1);
/// If a new page could not be made, the next one tries after so many seconds.
const AGAIN: u64 = 5;
/// No page is longer.
const LONGEST: usize = 4 * 1024 * 1024;

/// How a browser wants it.
pub(super) struct Asked {
    packing: Packing,
    /// The versions that it has already.
    seen: Option<HeaderValue>,
}

impl Asked {
    pub fn of(headers: &HeaderMap) -> Self {
        Self { packing: Packing::of(headers), seen: headers.get(header::IF_NONE_MATCH).cloned() }
    }
}

/// A page in each of the forms in which it is sent.
#[derive(Debug)]
pub(super) struct Page {
    plain: Bytes,
    brotli: Bytes,
    gzip: Bytes,
    headers: HeaderMap,
    tag: HeaderValue,
    made: Instant,
    /// The age in seconds at which somebody is to make it anew.
    due: AtomicU64,
}

impl Page {
    /// Reads and compresses an answer.
    pub async fn read(response: Response) -> Result<Self, axum::BoxError> {
        let (parts, body) = response.into_parts();
        let plain = to_bytes(body, LONGEST).await?;
        let copy = plain.clone();
        let pack = move || {
            let packed = |packing: Packing| packing.pack(&copy, Use::Kept);
            Ok::<_, std::io::Error>((packed(Packing::Brotli)?, packed(Packing::Gzip)?))
        };
        let (brotli, gzip) = spawn_blocking(pack).await??;
        let tag = tag(&plain)?;
        let mut headers = parts.headers;
        headers.insert(header::ETAG, tag.clone());
        // A copy is asked about each time, and only by whom it was made for.
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
        headers.insert(header::VARY, HeaderValue::from_static("Cookie, Accept-Encoding"));
        let due = AtomicU64::new(MINUTE.as_secs());
        Ok(Self { plain, brotli, gzip, headers, tag, made: Instant::now(), due })
    }

    /// Its size in memory, in bytes.
    pub fn weight(&self) -> usize {
        self.plain.len().saturating_add(self.brotli.len()).saturating_add(self.gzip.len())
    }

    /// Whether it is old and nobody makes it anew: whoever is told so does.
    pub fn is_due(&self) -> bool {
        let (age, due) = (self.made.elapsed().as_secs(), self.due.load(Ordering::Relaxed));
        let next = age.saturating_add(AGAIN);
        age >= due && self.due.compare_exchange(due, next, Ordering::Relaxed, Ordering::Relaxed).is_ok()
    }

    /// As if a minute had gone by.
    #[cfg(test)]
    pub fn grow_old(&self) {
        self.due.store(0, Ordering::Relaxed);
    }

    /// The page, or that it is still the one that the browser has.
    pub fn answer(&self, asked: &Asked, how: &'static str) -> Response {
        if asked.seen.as_ref().is_some_and(|seen| names(seen, &self.tag)) {
            counter!(ANSWERS, "how" => "unchanged").increment(1);
            let kept = [header::ETAG, header::CACHE_CONTROL, header::VARY];
            let kept =
                kept.into_iter().filter_map(|name| Some((name.clone(), self.headers.get(&name)?.clone())));
            return (StatusCode::NOT_MODIFIED, HeaderMap::from_iter(kept)).into_response();
        }
        counter!(ANSWERS, "how" => how).increment(1);
        let mut headers = self.headers.clone();
        if let Some(name) = asked.packing.name() {
            headers.insert(header::CONTENT_ENCODING, name);
        }
        let body = match asked.packing {
            Packing::Brotli => &self.brotli,
            Packing::Gzip => &self.gzip,
            Packing::Plain => &self.plain,
        };
        (headers, Body::from(body.clone())).into_response()
    }
}

/// Weak: it says that the page is the same, in whatever compression it is sent.
fn tag(page: &[u8]) -> Result<HeaderValue, header::InvalidHeaderValue> {
    let digest: String = Sha256::digest(page).iter().take(12).map(|byte| format!("{byte:02x}")).collect();
    HeaderValue::try_from(format!("W/\"{digest}\""))
}

/// Whether `If-None-Match` names a version (RFC 9110 13.1.2): one of several, or any at all.
fn names(seen: &HeaderValue, tag: &HeaderValue) -> bool {
    let bare = |text: &str| text.trim().trim_start_matches("W/").to_owned();
    let (Ok(seen), Ok(tag)) = (seen.to_str(), tag.to_str()) else { return false };
    let tag = bare(tag);
    seen.split(',').map(bare).any(|one| one == tag || one == "*")
}

#[cfg(test)]
mod tests;
