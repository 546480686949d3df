//! The supervisor's pages: figures, and the cases behind each of them.

pub(in crate::web) mod alarms;
mod asked;
mod case;
mod cases;
mod csv;
mod figures;
mod materials;
mod wanted;

use crate::state::AppState;
use axum::Router;
use axum::routing::{get, post};

/// The addresses of this area.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/supervise", get(figures::page))
        .route("/supervise/completion.csv", get(csv::download))
        .route("/supervise/materials", get(materials::page))
        .route("/supervise/cases", get(cases::list))
        .route("/supervise/cases/{case_no}", get(case::page))
        .route("/supervise/find", post(cases::find))
        .route("/supervise/alarms", get(alarms::list))
        .route("/supervise/alarms/{id}/note", post(alarms::note))
}
