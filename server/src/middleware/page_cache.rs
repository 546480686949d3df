//! Public pages are the same for everybody who has chosen the same language and look. Each is made
//! once for each state of the catalogue, by one request alone however many ask for it at once, and
//! anew after a minute. While it is made anew, and while it cannot be, the one before is shown.
//!
//! Who is signed in gets a page of their own: their name stands on it, and nobody keeps it.

mod page;
mod shelf;

use crate::state::AppState;
use crate::web::cookies;
use app::lang::Lang;
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use axum_extra::extract::cookie::CookieJar;
use backend::catalogue::Generation;
use http::Method;
use metrics::counter;
use shelf::Shelf;

/// A longer address is somebody's own; its page is not kept.
const ADDRESS: usize = 300;

/// The pages that are kept. Cheap to clone; all clones share them.
#[derive(Clone)]
pub struct PageCache {
    shelf: Shelf<Key>,
    state: AppState,
}

/// What makes one page differ from another.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Key {
    generation: Generation,
    lang: Lang,
    look: &'static str,
    address: String,
}

impl PageCache {
    /// An empty one.
    pub fn new(state: &AppState) -> Self {
        Self { shelf: Shelf::new(|key: &Key| key.address.len()), state: state.clone() }
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
            address: address.to_owned(),
        })
    }
}

/// Answers from what is kept, or keeps what is answered.
pub async fn serve(State(cache): State<PageCache>, request: Request, next: Next) -> Response {
    if let Some(key) = cache.key(&request) {
        return cache.shelf.serve(key, request, next).await;
    }
    counter!(page::ANSWERS, "how" => "own").increment(1);
    next.run(request).await
}
