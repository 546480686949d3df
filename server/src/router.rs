//! The portal's table of contents, by who calls.

use crate::middleware::{headers, incident, origin};
use crate::state::AppState;
use crate::{api_v1, http as operations, site, web};
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::{from_fn, from_fn_with_state};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;

/// Forms are small; uploads set their own limit.
const FORM_BYTES: usize = 256 * 1024;

/// Every address of the portal.
pub fn router(state: AppState) -> Router {
    let pages = Router::new()
        .merge(web::public::routes(&state))
        .merge(web::citizen::routes())
        .merge(web::desk::routes())
        .merge(web::review::routes())
        .merge(web::reports::routes())
        .merge(web::supervise::routes())
        .merge(web::watch::routes())
        .merge(web::admin::routes())
        .merge(web::audit::routes())
        .fallback(web::error::unknown)
        .layer(from_fn_with_state(state.clone(), web::error::render));
    Router::new()
        .merge(pages)
        .nest("/api/v1", api_v1::routes())
        .merge(operations::routes())
        .merge(site::routes(&state.site))
        .layer(DefaultBodyLimit::max(FORM_BYTES))
        .layer(from_fn_with_state(state.clone(), origin::same_origin))
        .layer(from_fn(headers::security))
        .layer(CompressionLayer::new())
        .layer(from_fn(operations::metrics::measure))
        .layer(CatchPanicLayer::custom(incident::caught))
        .with_state(state)
}
