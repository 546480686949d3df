//! What every handler works with.

use crate::config::Config;
use crate::export::Room;
use crate::site::Site;
use crate::web::supervise::live::Live;
use backend::Services;
use std::ops::Deref;
use std::sync::Arc;

/// Cheap to clone: each request does so many times, once for every layer that it passes.
#[derive(Clone, Debug)]
pub struct AppState(Arc<Parts>);

/// The parts.
#[derive(Debug)]
pub struct Parts {
    /// Use cases and storage.
    pub services: Services,
    /// Settings.
    pub config: Config,
    /// The browser's part.
    pub site: Site,
    /// Places for those who export tables.
    pub exports: Room,
    /// Who follows figures.
    pub live: Live,
}

impl AppState {
    /// Puts them together.
    pub fn new(services: Services, config: Config, site: Site) -> Self {
        Self(Arc::new(Parts { services, config, site, exports: Room::default(), live: Live::default() }))
    }

    /// Whether people reach the portal over https: cookies are then bound to it.
    pub fn is_https(&self) -> bool {
        self.config.origin.as_deref().is_some_and(|origin| origin.starts_with("https://"))
    }
}

impl Deref for AppState {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.0
    }
}
