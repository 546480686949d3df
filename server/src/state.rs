//! What every handler works with.

use crate::config::Config;
use crate::site::Site;
use backend::Services;
use std::sync::Arc;

/// Cheap to clone.
#[derive(Clone, Debug)]
pub struct AppState {
    /// Use cases and storage.
    pub services: Services,
    /// Settings.
    pub config: Arc<Config>,
    /// The browser's part.
    pub site: Arc<Site>,
}

impl AppState {
    /// Whether people reach the portal over https: cookies are then bound to it.
    pub fn is_https(&self) -> bool {
        self.config.origin.as_deref().is_some_and(|origin| origin.starts_with("https://"))
    }
}
