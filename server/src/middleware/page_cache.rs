//! Public pages are the same for everybody who has chosen the same language and look. Each is made
//! and compressed once, and made anew after a change of the catalogue, or after a minute.
//!
//! Who is signed in gets a page of their own: their name stands on it.

use crate::state::AppState;
use crate::web::cookies;
use app::lang::Lang;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use axum_extra::extract::cookie::CookieJar;
use backend::catalogue::Generation;
use http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use moka::future::Cache;
use sha2::{Digest as _, Sha256};
use std::sync::Arc;
use std::time::Duration;
use tokio::task::spawn_blocking;

/// What stands on a page without being in the catalogue, such as what is asked for most, may be
/// this old.
const MINUTE: Duration = Duration::from_mins(1);
/// All pages together, in bytes.
const ROOM: u64 = 32 * 1024 * 1024;
/// A longer address is somebody's own; its page is not kept.
const ADDRESS: usize = 300;
/// No page is longer.
const LONGEST: usize = 4 * 1024 * 1024;
/// Good compression of a page in a few milliseconds; the strongest takes fifty times as long.
const QUALITY: i32 = 9;

/// The pages that are kept. Cheap to clone; all clones share them.
#[derive(Clone)]
pub struct PageCache {
    pages: Arc<Cache<Key, Page>>,
    state: AppState,
}

/// What makes one page differ from another.
#[derive(Debug, PartialEq, Eq, Hash)]
struct Key {
    generation: Generation,
    lang: Lang,
    look: &'static str,
    brotli: bool,
    address: String,
}

impl PageCache {
    /// An empty one.
    pub fn new(state: &AppState) -> Self {
        let weigh =
            |key: &Key, page: &Page| u32::try_from(key.address.len() + page.body.len()).unwrap_or(u32::MAX);
        let pages = Cache::builder().weigher(weigh).max_capacity(ROOM).time_to_live(MINUTE).build();
        Self { pages: Arc::new(pages), state: state.clone() }
    }

    /// What the page for a request is kept under; nothing where it is somebody's own.
    fn key(&self, request: &Request) -> Option<Key> {
        let jar = CookieJar::from_headers(request.headers());
        let own = jar.get(cookies::session_name(&self.state)).is_some();
        let address = request.uri().path_and_query()?.as_str();
        if own || request.method() != Method::GET || address.len() > ADDRESS {
            return None;
        }
        Some(Key {
            generation: self.state.services.catalogue.generation(),
            lang: cookies::language(&jar),
            look: cookies::look(&jar),
            brotli: takes_brotli(request.headers()),
            address: address.to_owned(),
        })
    }
}

/// Answers from what is kept, or keeps what is answered.
pub async fn serve(State(cache): State<PageCache>, request: Request, next: Next) -> Response {
    let Some(key) = cache.key(&request) else { return next.run(request).await };
    let seen = request.headers().get(header::IF_NONE_MATCH).cloned();
    if let Some(page) = cache.pages.get(&key).await {
        return page.answer(seen.as_ref());
    }
    let response = next.run(request).await;
    if response.status() != StatusCode::OK || response.headers().contains_key(header::SET_COOKIE) {
        return response;
    }
    match Page::read(response, key.brotli).await {
        Ok(page) => {
            cache.pages.insert(key, page.clone()).await;
            page.answer(seen.as_ref())
        }
        Err(cause) => {
            tracing::error!(%cause, "a page could not be kept");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

/// A page as it is sent.
#[derive(Clone, Debug)]
struct Page {
    body: Bytes,
    headers: HeaderMap,
}

impl Page {
    async fn read(response: Response, brotli: bool) -> Result<Self, axum::BoxError> {
        let (parts, body) = response.into_parts();
        let plain = to_bytes(body, LONGEST).await?;
        let body = if brotli { spawn_blocking(move || compressed(&plain)).await?? } else { plain };
        let mut headers = parts.headers;
        if brotli {
            headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("br"));
        }
        headers.insert(header::ETAG, tag(&body)?);
        // A copy is asked about each time, and only by whom it was made for.
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
        headers.insert(header::VARY, HeaderValue::from_static("Cookie, Accept-Encoding"));
        Ok(Self { body, headers })
    }

    /// The page, or that it is still the one that the browser has.
    fn answer(&self, seen: Option<&HeaderValue>) -> Response {
        if seen.is_some() && seen == self.headers.get(header::ETAG) {
            let kept = [header::ETAG, header::CACHE_CONTROL, header::VARY];
            let kept =
                kept.into_iter().filter_map(|name| Some((name.clone(), self.headers.get(&name)?.clone())));
            return (StatusCode::NOT_MODIFIED, HeaderMap::from_iter(kept)).into_response();
        }
        (self.headers.clone(), Body::from(self.body.clone())).into_response()
    }
}

fn compressed(plain: &[u8]) -> std::io::Result<Bytes> {
    let mut small = Vec::new();
    let settings = brotli::enc::BrotliEncoderParams { quality: QUALITY, lgwin: 20, ..Default::default() };
    brotli::BrotliCompress(&mut &*plain, &mut small, &settings)?;
    Ok(small.into())
}

fn tag(body: &[u8]) -> Result<HeaderValue, header::InvalidHeaderValue> {
    let digest: String = Sha256::digest(body).iter().take(12).map(|byte| format!("{byte:02x}")).collect();
    HeaderValue::try_from(format!("\"{digest}\""))
}

/// RFC 9110 12.5.3; every browser names `br` plainly, and who refuses it says `q=0`.
fn takes_brotli(headers: &HeaderMap) -> bool {
    let accepted = headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or("");
    accepted.split(',').any(|one| {
        let mut parts = one.split(';').map(str::trim);
        parts.next() == Some("br") && !matches!(parts.next(), Some("q=0" | "q=0.0"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brotli_is_sent_to_who_takes_it() {
        for (accepted, taken) in [
            ("gzip, deflate, br, zstd", true),
            ("br;q=0.5", true),
            ("br;q=0, gzip", false),
            ("gzip", false),
            ("", false),
        ] {
            let headers =
                HeaderMap::from_iter([(header::ACCEPT_ENCODING, HeaderValue::from_static(accepted))]);
            assert_eq!(takes_brotli(&headers), taken, "{accepted}");
        }
    }

    #[test]
    fn a_compressed_page_is_the_page() {
        let page = "高龄津贴申领".repeat(500);
        let small = compressed(page.as_bytes()).unwrap();
        assert!(small.len() < page.len() / 20);
        let mut plain = Vec::new();
        brotli::BrotliDecompress(&mut &*small, &mut plain).unwrap();
        assert_eq!(plain, page.as_bytes());
    }
}
