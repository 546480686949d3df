//! The clerk's desk.

pub(super) mod answer;
mod client;
mod find;
pub(super) mod intake;
mod new_person;
pub(super) mod person;
mod places;
mod receipt;
pub(super) mod rows;
mod today;

use crate::state::AppState;
use axum::Router;
use axum::routing::{get, post};

/// The addresses of this area.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/desk", get(today::start))
        .route("/desk/find", post(find::find))
        .route("/desk/person", get(person::person).post(new_person::record))
        .route("/desk/intake", post(intake::begin))
        .route("/desk/intake/{draft_id}", get(intake::show).post(intake::send).layer(intake::limit()))
        .route("/desk/receipts/{case_no}", get(receipt::show))
        .route("/desk/receipts/{case_no}/actions", post(receipt::act).layer(intake::limit()))
        .route("/desk/next", post(client::next))
        .route("/desk/today", get(today::today))
}
