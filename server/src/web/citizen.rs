//! Pages of somebody who applies: drafts, uploads, receipts, cases.

pub(super) mod access;
pub mod answers;
mod apply;
pub(super) mod case;
mod certificates;
mod check;
mod data;
mod draft;
pub(super) mod materials;
mod my;
pub(super) mod question;
mod receipt;
mod tasks;
pub(super) mod uploads;

use crate::state::AppState;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};

/// The addresses of this area.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/my", get(my::my))
        .route("/my/data", get(data::page))
        .route("/my/data/access", get(access::page))
        .route("/my/data/correct", get(data::correct).post(data::save))
        .route("/my/data/export", get(data::export).post(data::download))
        .route("/my/data/consents", get(data::consents))
        .route("/my/data/consents/{id}/withdraw", get(data::withdraw).post(data::take_back))
        .route("/my/data/materials/{id}/remove", get(data::ask_remove).post(data::remove))
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
        .merge(certificates::routes())
        .route("/uploads", post(uploads::receive).layer(DefaultBodyLimit::disable()))
        .route("/uploads/{id}", get(uploads::get))
}
