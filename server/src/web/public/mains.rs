//! 正文: what stands between header and footer of the pages that are for everyone. It is the same
//! whoever reads it, so it is made and compressed once for each state of the catalogue, or once a
//! minute; around it everyone gets a frame of their own, with their name, which nobody keeps.

use crate::middleware::packed::Joined;
use crate::middleware::packing::{self, Bytes};
use crate::web::context::Context;
use crate::web::error::PageError;
use app::lang::Lang;
use app::shell::{Frame, document_around};
use axum::response::{Html, IntoResponse as _, Response};
use backend::Error;
use backend::catalogue::Generation;
use moka::future::Cache;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

/// What is asked for most may be this old.
const MINUTE: Duration = Duration::from_mins(1);
/// All of them together, in bytes.
const ROOM: u64 = 6 * 1024 * 1024;
/// A longer address is somebody's own; what stands on its page is not kept.
const ADDRESS: usize = 300;

/// The main part of a page.
#[derive(Clone, Debug)]
pub(super) struct Main {
    /// The page's name.
    pub title: String,
    /// HTML.
    pub html: String,
    /// With what follows on the page, compressed when that is first needed.
    packed: Option<Arc<OnceLock<Bytes>>>,
}

impl Main {
    /// A title, and HTML that a view has made.
    pub fn new(title: impl Into<String>, html: String) -> Self {
        Self { title: title.into(), html, packed: Some(Arc::default()) }
    }

    /// The same page with something of somebody's own on it; that is never kept.
    pub fn with(&self, html: String) -> Self {
        Self { title: self.title.clone(), packed: self.packed.clone().filter(|_| html == self.html), html }
    }

    /// The page with a frame around it.
    pub fn framed(&self, frame: Frame) -> Response {
        let (before, after) = document_around(frame);
        let page = [&before, self.html.as_str(), &after].concat();
        let mut response = Html(page).into_response();
        if let Some(rest) = self.rest(&after) {
            response.extensions_mut().insert(Joined { first: before.into(), rest });
        }
        response
    }

    /// This and the end of the page, compressed; nothing where it is somebody's own.
    fn rest(&self, after: &str) -> Option<Bytes> {
        let packed = self.packed.as_ref()?;
        if let Some(rest) = packed.get() {
            return Some(rest.clone());
        }
        let rest = packing::following([&self.html, after].concat().as_bytes()).ok()?;
        Some(packed.get_or_init(|| rest).clone())
    }

    fn weight(&self) -> usize {
        // The compressed form comes later; a quarter is more than it takes.
        let html = self.html.len();
        html.saturating_add(html / 4).saturating_add(self.title.len())
    }
}

/// Those that are kept. Cheap to clone, as each request does for every layer that it passes; all
/// clones share them.
#[derive(Clone, Debug)]
pub(super) struct Mains(Arc<Cache<Key, Arc<Main>>>);

/// What makes one differ from another.
#[derive(Debug, PartialEq, Eq, Hash)]
struct Key {
    generation: Generation,
    lang: Lang,
    address: String,
}

impl Mains {
    /// None yet.
    pub fn new() -> Self {
        let weigh = |key: &Key, main: &Arc<Main>| {
            u32::try_from(key.address.len().saturating_add(main.weight())).unwrap_or(u32::MAX)
        };
        Self(Arc::new(Cache::builder().weigher(weigh).max_capacity(ROOM).time_to_live(MINUTE).build()))
    }

    /// The main part of the page that is asked for. It is made once however many ask for it at the
    /// same time.
    ///
    /// # Errors
    /// Those of making it.
    pub async fn of(
        &self,
        context: &Context,
        make: impl Future<Output = Result<Main, PageError>>,
    ) -> Result<Arc<Main>, PageError> {
        if context.path.len() > ADDRESS {
            return Ok(Arc::new(make.await?));
        }
        let generation = context.state.services.catalogue.generation();
        let key = Key { generation, lang: context.lang, address: context.path.clone() };
        let (mut make, mut trouble) = (Some(make), None);
        let first = async { make.take()?.await.map(Arc::new).map_err(|error| trouble = Some(error)).ok() };
        match (self.0.optionally_get_with(key, first).await, trouble, make) {
            (Some(main), ..) => Ok(main),
            (None, Some(error), _) => Err(error),
            (None, None, Some(make)) => Ok(Arc::new(make.await?)),
            (None, None, None) => Err(Error::internal("a page that nobody made").into()),
        }
    }
}
