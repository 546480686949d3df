//! Evidence as a file: shown in the browser where it can be, else saved.

use super::{head, supervisor};
use crate::state::AppState;
use crate::web::address::At;
use crate::web::citizen::uploads::file_answer;
use crate::web::context::Context;
use crate::web::error::PageError;
use axum::extract::State;
use axum::response::Response;
use backend::assessment::reports;
use domain::permission::Actor;
use uuid::Uuid;

pub(super) async fn of_department(
    context: Context,
    State(state): State<AppState>,
    At(file): At<Uuid>,
) -> Result<Response, PageError> {
    answer(&state, &head(&context)?, file).await
}

pub(super) async fn of_supervisor(
    context: Context,
    State(state): State<AppState>,
    At(file): At<Uuid>,
) -> Result<Response, PageError> {
    answer(&state, &supervisor(&context)?, file).await
}

async fn answer(state: &AppState, actor: &Actor, file: Uuid) -> Result<Response, PageError> {
    let (file, bytes) = reports::evidence(&state.services, actor, file).await?;
    Ok(file_answer(&file, bytes))
}
