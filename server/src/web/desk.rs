//! The clerk's desk.

pub(super) mod answer;
pub(super) mod client;
mod entity;
mod find;
mod holdings;
pub(super) mod intake;
mod new_entity;
mod new_person;
pub(super) mod person;
pub(super) mod places;
mod receipt;
pub(super) mod rows;
mod start_list;
mod today;

use super::{compared, unmask};
use crate::state::AppState;
use axum::Router;
use axum::routing::{get, post};

/// The addresses of this area.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/desk", get(today::start))
        .route("/desk/find", post(find::find))
        .route("/desk/person", get(person::person).post(new_person::record))
        .route("/desk/person/number", get(unmask::at_counter).post(unmask::show_at_counter))
        .route("/desk/online", post(person::online))
        .route("/desk/entity", get(entity::entity).post(new_entity::record))
        .route("/desk/intake", post(intake::begin))
        .route("/desk/intake/{draft_id}", get(intake::show).post(intake::send).layer(intake::limit()))
        .route("/desk/receipts/{case_no}", get(receipt::show))
        .route("/desk/receipts/{case_no}/materials/{material}/compared", post(compared::at_desk))
        .route("/desk/receipts/{case_no}/actions", post(receipt::act).layer(intake::limit()))
        .route("/desk/next", post(client::next))
        .route("/desk/today", get(today::today))
}
