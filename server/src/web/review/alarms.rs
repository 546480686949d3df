//! 预警与督办 of a reviewer, and of the head of a department.

use crate::state::AppState;
use crate::web::context::Context;
use crate::web::error::PageError;
use crate::web::supervise::alarms::{Noted, Wanted, show, take_note};
use app::pages::supervise::alarms::Place;
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::response::Response;

pub(super) async fn list(
    context: Context,
    State(state): State<AppState>,
    Query(wanted): Query<Wanted>,
) -> Result<Response, PageError> {
    show(&context, &state, Place::Review, &wanted).await
}

pub(super) async fn note(
    context: Context,
    State(state): State<AppState>,
    Path(id): Path<String>,
    Form(noted): Form<Noted>,
) -> Result<Response, PageError> {
    take_note(&context, &state, Place::Review, &id, &noted).await
}
