//! The shelf of kept pages: one maker for each, however many ask.

use super::page::{Asked, Page};
use axum::extract::Request;
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use http::{StatusCode, header};
use metrics::gauge;
use moka::future::Cache;
use std::hash::Hash;
use std::sync::Arc;
use std::time::Duration;

/// The longest that a page is shown while a new one cannot be made.
const LONGEST: Duration = Duration::from_mins(10);
/// All pages together, in bytes: three thousand of a usual size, so every guide of a city's catalogue; what
/// is seldom asked for makes room.
const ROOM: u64 = 12 * 1024 * 1024;

/// Cheap to clone, as each request does for every layer that it passes; all clones share the pages.
#[derive(Clone)]
pub(super) struct Shelf<K> {
    pages: Arc<Cache<K, Arc<Page>>>,
}

impl<K: Hash + Eq + Send + Sync + Clone + 'static> Shelf<K> {
    /// An empty one, and how many bytes a key takes.
    pub fn new(weight: impl Fn(&K) -> usize + Send + Sync + 'static) -> Self {
        let weigh = move |key: &K, page: &Arc<Page>| {
            u32::try_from(weight(key).saturating_add(page.weight())).unwrap_or(u32::MAX)
        };
        let pages = Cache::builder().weigher(weigh).max_capacity(ROOM).time_to_live(LONGEST).build();
        Self { pages: Arc::new(pages) }
    }

    /// Answers from what is kept, or keeps what is answered.
    pub async fn serve(&self, key: K, request: Request, next: Next) -> Response {
        let asked = Asked::of(request.headers());
        match self.pages.get(&key).await {
            None => self.first(key, asked, request, next).await,
            Some(page) if page.is_due() => self.again(&page, key, asked, request, next).await,
            Some(page) => page.answer(&asked, "kept"),
        }
    }

    /// A page that nobody has asked for yet: one request makes it, all others that ask meanwhile
    /// wait for it. What is no page to keep is answered to each by itself.
    async fn first(&self, key: K, asked: Asked, request: Request, next: Next) -> Response {
        let mut ask = Some((request, next));
        let mut refused = None;
        let make = async {
            let (request, next) = ask.take()?;
            made(request, next).await.map_err(|response| refused = Some(response)).ok()
        };
        let page = self.pages.optionally_get_with(key, make).await;
        self.weigh();
        match (page, refused, ask) {
            (Some(page), _, None) => page.answer(&asked, "made"),
            (Some(page), _, Some(_)) => page.answer(&asked, "shared"),
            (None, Some(response), _) => response,
            (None, None, Some((request, next))) => next.run(request).await,
            (None, None, None) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        }
    }

    /// A page that has grown old. While this request makes it anew, others are shown the old one;
    /// and so is this one if the portal cannot make it.
    async fn again(&self, old: &Page, key: K, asked: Asked, request: Request, next: Next) -> Response {
        match made(request, next).await {
            Ok(page) => {
                self.pages.insert(key, Arc::clone(&page)).await;
                page.answer(&asked, "made")
            }
            Err(response) if response.status().is_server_error() => old.answer(&asked, "old"),
            Err(response) => {
                self.pages.invalidate(&key).await;
                response
            }
        }
    }

    fn weigh(&self) {
        let bytes = u32::try_from(self.pages.weighted_size()).unwrap_or(u32::MAX);
        gauge!("yihao_public_pages_bytes").set(f64::from(bytes));
    }
}

/// The page to keep, or what else was answered.
async fn made(request: Request, next: Next) -> Result<Arc<Page>, Response> {
    let response = next.run(request).await;
    if response.status() != StatusCode::OK || response.headers().contains_key(header::SET_COOKIE) {
        return Err(response);
    }
    match Page::read(response).await {
        Ok(page) => Ok(Arc::new(page)),
        Err(cause) => {
            tracing::error!(%cause, "a page could not be kept");
            Err(StatusCode::INTERNAL_SERVER_ERROR.into_response())
        }
    }
}

#[cfg(test)]
mod tests;
