//! The portal's table of contents, by who calls.

use crate::middleware::shared::Shared;
use crate::middleware::{admission, headers, incident, origin, packed, receive, request_id, spoken};
use crate::state::AppState;
use crate::{api_v1, http as operations, site, web};
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::{from_fn, from_fn_with_state};
use tower::ServiceBuilder;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;

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
    // From the outermost to the innermost, as a request meets them.
    let layers = ServiceBuilder::new()
        .layer(from_fn(request_id::identify))
        .layer(CatchPanicLayer::custom(incident::caught))
        .layer(from_fn(operations::metrics::measure))
        .layer(from_fn(headers::security))
        .layer(from_fn_with_state(state.clone(), receive::take))
        // Who is turned away gets a page that was made before; to compress it would cost more.
        .layer(from_fn_with_state(state.clone(), admission::admit))
        .layer(CompressionLayer::new())
        .layer(from_fn(packed::pack))
        .layer(from_fn_with_state(state.clone(), spoken::put))
        .layer(CatchPanicLayer::custom(incident::caught))
        .layer(from_fn_with_state(state.clone(), origin::same_origin))
        .layer(DefaultBodyLimit::max(state.limits.form))
        .layer_fn(Shared::new);
    Router::new()
        .merge(pages)
        .nest("/api/v1", api_v1::routes())
        .merge(operations::routes())
        .merge(site::routes(&state.site))
        .layer(layers)
        .with_state(state)
}
