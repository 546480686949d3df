//! The work list of a department, and what is decided there.

mod act;
mod alarms;
mod certificates;
mod list;
mod pane;
pub(super) mod posted;
mod read;

use super::{compared, unmask};
use crate::state::AppState;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};

/// The addresses of this area.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/review", get(list::list))
        .route("/review/alarms", get(alarms::list))
        .route("/review/alarms/{id}/note", post(alarms::note))
        .merge(certificates::routes())
        .route("/review/cases/{case_no}", get(list::one))
        .route("/review/cases/{case_no}/number", get(unmask::of_case).post(unmask::show_of_case))
        .route("/review/cases/{case_no}/materials/{material}/compared", post(compared::at_review))
        .route("/review/cases/{case_no}/actions", post(act::act).layer(DefaultBodyLimit::disable()))
}
