//! The person at the counter: one at a time, kept in the clerk's session and wiped with it.

use crate::state::AppState;
use crate::web::context::Context;
use crate::web::error::PageError;
use app::ui::flash::Flash;
use axum::extract::State;
use axum::response::Response;
use backend::{drafts, persons, sessions};
use domain::permission::Role;
use uuid::Uuid;

/// Who it is, if anybody.
pub(super) fn current(context: &Context) -> Option<Uuid> {
    context.session.as_ref().and_then(|session| session.client_person_id)
}

/// Their name, to say for whom something is done.
pub(super) async fn name(context: &Context, state: &AppState) -> Result<Option<String>, PageError> {
    Ok(match current(context) {
        Some(id) => Some(persons::get(&state.services, id).await?.name),
        None => None,
    })
}

/// Somebody steps up, or away.
pub(super) async fn set(context: &Context, state: &AppState, person: Option<Uuid>) -> Result<(), PageError> {
    let clerk = context.require(Role::Clerk)?;
    Ok(sessions::set_client(&state.services, clerk, person).await?)
}

/// 下一位: everything of this person leaves the desk, unfinished intakes too, and the page says so.
pub(super) async fn next(context: Context, State(state): State<AppState>) -> Result<Response, PageError> {
    let clerk = context.require(Role::Clerk)?;
    let thrown_away = match current(&context) {
        Some(person) => drafts::discard_all(&state.services, &clerk.actor(), person).await?,
        None => 0,
    };
    set(&context, &state, None).await?;
    context.redirect_with(wiped(thrown_away), "/desk").await
}

fn wiped(drafts: u64) -> Flash {
    match drafts {
        0 => Flash::done("已清空上一位的资料，可以接待下一位。", "Wiped. Ready for the next person."),
        n => Flash::done(
            format!("已清空上一位的资料和 {n} 份没收完的件，可以接待下一位。"),
            format!("Wiped, with {n} unfinished intake(s). Ready for the next person."),
        ),
    }
}
