//! What operators ask: is it up, is it ready, how is it doing.

pub mod gauges;
pub mod health;
pub mod metrics;

use crate::state::AppState;
use axum::Router;
use axum::routing::get;

/// `/healthz`, `/readyz`, `/metrics`.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/healthz", get(health::alive))
        .route("/readyz", get(health::ready))
        .route("/metrics", get(metrics::metrics))
}
