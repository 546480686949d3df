//! Pages of errors that are the same for everybody of one language and look: made once, so that
//! turning somebody away costs next to nothing. They name nobody, not even who is signed in.

use crate::state::AppState;
use crate::web::context::{Context, Width};
use crate::web::cookies;
use app::lang::Lang;
use app::pages::public::trouble::{Trouble, trouble};
use app::shell::{Area, document};
use axum::body::{Body, Bytes};
use axum::response::Response;
use axum_extra::extract::cookie::CookieJar;
use http::{HeaderMap, HeaderValue, Request, StatusCode, header};
use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

/// Different pages at most: each error of a limit, by two languages and two looks.
const MOST: usize = 256;

/// The pages that were made. Cheap to clone; all clones share them.
#[derive(Clone, Debug, Default)]
pub struct Kept(Arc<RwLock<HashMap<Key, Bytes>>>);

type Key = (Trouble, Lang, &'static str);

impl Kept {
    fn get(&self, key: &Key) -> Option<Bytes> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).get(key).cloned()
    }

    fn put(&self, key: Key, page: &Bytes) {
        let mut pages = self.0.write().unwrap_or_else(PoisonError::into_inner);
        if pages.len() < MOST {
            pages.insert(key, page.clone());
        }
    }
}

/// The page of an error, for whoever sent these header fields.
pub fn page(headers: &HeaderMap, state: &AppState, told: &Trouble) -> Response {
    let jar = CookieJar::from_headers(headers);
    let key = (told.clone(), cookies::language(&jar), cookies::look(&jar));
    let page = match state.troubles.get(&key) {
        Some(page) => page,
        None => made(headers, state, key),
    };
    let mut response = Response::new(Body::from(page));
    *response.status_mut() = StatusCode::from_u16(told.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let html = HeaderValue::from_static("text/html; charset=utf-8");
    response.headers_mut().insert(header::CONTENT_TYPE, html);
    response
}

fn made(headers: &HeaderMap, state: &AppState, key: Key) -> Bytes {
    let (mut parts, ()) = Request::new(()).into_parts();
    parts.headers = headers.clone();
    let context = Context::plain(&parts, state);
    let (lang, told) = (key.1, key.0.clone());
    let frame = context.frame(Area::Public, told.title(lang), Width::Page);
    let page = Bytes::from(document(frame, move || trouble(lang, &told)));
    // The number of an incident is told once.
    if !matches!(key.0, Trouble::Internal { .. }) {
        state.troubles.put(key, &page);
    }
    page
}
