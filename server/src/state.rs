//! What every handler works with.

use crate::config::Config;
use crate::export::Room;
use crate::middleware::admission::Gates;
use crate::middleware::leaving::Leaving;
use crate::middleware::limits::Limits;
use crate::middleware::receive::Arriving;
use crate::site::Site;
use crate::web::error::kept::Kept;
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
    /// What a request may be, and how many at once.
    pub limits: Limits,
    /// The gates before the work.
    pub gates: Gates,
    /// Forms that are arriving.
    pub arriving: Arriving,
    /// Pages of errors that are made once.
    pub troubles: Kept,
    /// Whether the portal is about to stop.
    pub leaving: Leaving,
}

impl AppState {
    /// Puts them together.
    pub fn new(services: Services, config: Config, site: Site) -> Self {
        Self::within(services, config, site, Limits::default())
    }

    /// As [`AppState::new`], with other limits.
    pub fn within(services: Services, config: Config, site: Site, limits: Limits) -> Self {
        Self(Arc::new(Parts {
            services,
            config,
            site,
            exports: Room::default(),
            live: Live::default(),
            gates: Gates::new(&limits),
            limits,
            arriving: Arriving::default(),
            troubles: Kept::default(),
            leaving: Leaving::default(),
        }))
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
