//! Pages of somebody who applies: drafts, uploads, receipts, cases.

pub mod answers;
mod apply;
pub(super) mod case;
mod check;
mod draft;
pub(super) mod materials;
mod my;
pub(super) mod question;
mod receipt;
mod tasks;
mod uploads;

use crate::state::AppState;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};

/// The addresses of this area.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/my", get(my::my))
        .route("/apply/{item_id}", post(apply::apply))
        .route("/drafts/{id}", get(tasks::tasks))
        .route("/drafts/{id}/discard", post(apply::discard))
        .route("/drafts/{id}/materials", get(materials::page))
        .route(
            "/drafts/{id}/materials/{material}",
            post(materials::upload).layer(DefaultBodyLimit::disable()),
        )
        .route("/drafts/{id}/materials/{material}/remove", post(materials::remove))
        .route("/drafts/{id}/check", get(check::page))
        .route("/drafts/{id}/submit", post(check::submit))
        .route("/drafts/{id}/{step}", get(question::page).post(question::save))
        .route("/my/cases/{case_no}", get(case::page))
        .route("/my/cases/{case_no}/receipt", get(receipt::page))
        .route("/my/cases/{case_no}/withdraw", get(case::withdraw))
        .route("/my/cases/{case_no}/actions", post(case::act).layer(DefaultBodyLimit::disable()))
        .route("/uploads", post(uploads::receive).layer(DefaultBodyLimit::disable()))
        .route("/uploads/{id}", get(uploads::get))
}
