//! The API for programs, `/api/v1`: JSON in and out, the same use cases as the pages.

mod actions;
mod alerts;
mod body;
mod caller;
mod cases;
mod certificates;
mod docs;
mod entities;
mod export;
mod forecast;
mod indicators;
mod intake;
mod items;
mod moment;
mod page;
mod persons;
mod problem;
mod session;
mod sought;
mod supervision;
mod track;
mod uploads;

use crate::middleware::limited::Limited;
use crate::state::AppState;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::from_fn;
use axum::response::Response;
use axum::routing::get;
use http::HeaderMap;
use problem::ApiError;
use utoipa::openapi::OpenApi;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// Bytes of an upload, with some for the form around it.
const UPLOAD_BYTES: usize = 21 * 1024 * 1024;

/// Every address below `/api/v1`.
pub fn routes() -> Router<AppState> {
    let (router, document) = documented().split_for_parts();
    let text = text_of(&document).unwrap_or_default();
    router
        .route("/openapi.json", get(move || docs::served(text.clone())))
        .fallback(unknown)
        .method_not_allowed_fallback(wrong_method)
        .layer(from_fn(problem::speak))
}

fn documented() -> OpenApiRouter<AppState> {
    let files =
        OpenApiRouter::new().routes(routes!(uploads::give)).layer(DefaultBodyLimit::max(UPLOAD_BYTES));
    OpenApiRouter::with_openapi(docs::base())
        .routes(routes!(session::begin, session::end))
        .routes(routes!(items::list))
        .routes(routes!(items::guide))
        .routes(routes!(items::guidance::guidance))
        .routes(routes!(persons::lookup))
        .routes(routes!(entities::lookup))
        .routes(routes!(cases::list, intake::submit))
        .routes(routes!(cases::one))
        .routes(routes!(cases::colleagues::colleagues))
        .routes(routes!(actions::act))
        .routes(routes!(track::track))
        .routes(routes!(certificates::list))
        .routes(routes!(certificates::search))
        .routes(routes!(certificates::verify))
        .routes(routes!(certificates::check))
        .routes(routes!(certificates::one))
        .routes(routes!(certificates::present))
        .routes(routes!(certificates::make))
        .routes(routes!(supervision::completion))
        .routes(routes!(alerts::list))
        .routes(routes!(indicators::list))
        .routes(routes!(forecast::forecast))
        .routes(routes!(export::export))
        .merge(files)
}

/// The OpenAPI document, as committed in `server/openapi.json`.
///
/// # Errors
/// When it cannot be written as JSON.
pub fn document_text() -> Result<String, serde_json::Error> {
    text_of(&documented().into_openapi())
}

/// Paths in the document stand in full.
fn text_of(document: &OpenApi) -> Result<String, serde_json::Error> {
    let mut document = document.clone();
    let paths = std::mem::take(&mut document.paths.paths);
    document.paths.paths = paths.into_iter().map(|(path, item)| (format!("/api/v1{path}"), item)).collect();
    Ok(document.to_pretty_json()? + "\n")
}

/// The problem of a request that went beyond a limit, in the language of these header fields.
pub fn limited(headers: &HeaderMap, limited: &Limited) -> Response {
    problem::answer(problem::language(headers), &ApiError::Limited(limited.clone()))
}

async fn unknown() -> ApiError {
    ApiError::not_found()
}

async fn wrong_method() -> ApiError {
    ApiError::Method
}
