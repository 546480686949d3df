//! Who is at the counter: one person at a time, and perhaps the organisation they came for. Kept in
//! the clerk's session and wiped with it.

use crate::state::AppState;
use crate::web::context::Context;
use crate::web::error::PageError;
use app::ui::flash::Flash;
use axum::extract::State;
use axum::response::Response;
use backend::cases::CaseView;
use backend::one_number::looked_up;
use backend::{Holder, drafts, persons, sessions};
use domain::permission::Role;
use http::{HeaderName, HeaderValue};
use uuid::Uuid;

/// Why the ledger of whoever is looked up here says that they were.
const REASON: &str = "窗口为您办理业务";

/// Who it is, if anybody.
pub(in crate::web) fn current(context: &Context) -> Option<Uuid> {
    context.session.as_ref().and_then(|session| session.client_person_id)
}

/// The organisation they came for, if any.
pub(super) fn entity(context: &Context) -> Option<Uuid> {
    context.session.as_ref().and_then(|session| session.client_entity_id)
}

/// Whether a case is that of whoever is at the counter.
pub(super) fn is_of(context: &Context, case: &CaseView) -> bool {
    current(context) == Some(case.applicant.person_id)
}

/// Their name, to say for whom something is done.
pub(super) async fn name(context: &Context, state: &AppState) -> Result<Option<String>, PageError> {
    Ok(match current(context) {
        Some(id) => Some(persons::get(&state.services, id).await?.name),
        None => None,
    })
}

/// Somebody's card was read: they are looked up, which is written down, and stand at the counter.
/// Whoever takes another's place does not take over what that one came for.
pub(super) async fn person(context: &Context, state: &AppState, person: Uuid) -> Result<(), PageError> {
    let clerk = context.require(Role::Clerk)?;
    looked_up(&state.services, &clerk.actor(), Some(Holder::Person(person)), REASON).await?;
    if current(context).is_some_and(|before| before != person) {
        drop_entity(context, state).await?;
    }
    Ok(sessions::set_client(&state.services, clerk, person).await?)
}

/// An organisation's code was read.
pub(super) async fn body(context: &Context, state: &AppState, entity: Uuid) -> Result<(), PageError> {
    let clerk = context.require(Role::Clerk)?;
    looked_up(&state.services, &clerk.actor(), Some(Holder::Entity(entity)), REASON).await?;
    Ok(sessions::set_client_entity(&state.services, clerk, Some(entity)).await?)
}

/// A number that leads to nobody.
pub(super) async fn nobody(context: &Context, state: &AppState) -> Result<(), PageError> {
    let clerk = context.require(Role::Clerk)?;
    Ok(looked_up(&state.services, &clerk.actor(), None, REASON).await?)
}

async fn drop_entity(context: &Context, state: &AppState) -> Result<(), PageError> {
    let clerk = context.require(Role::Clerk)?;
    Ok(sessions::set_client_entity(&state.services, clerk, None).await?)
}

/// 下一位: everything of this person leaves the desk, unfinished intakes too, and the page says so.
/// What the browser keeps of their pages goes as well.
pub(super) async fn next(context: Context, State(state): State<AppState>) -> Result<Response, PageError> {
    let clerk = context.require(Role::Clerk)?;
    let thrown_away = match current(&context) {
        Some(person) => drafts::discard_all(&state.services, &clerk.actor(), person).await?,
        None => 0,
    };
    sessions::forget_client(&state.services, clerk).await?;
    let mut response = context.redirect_with(wiped(thrown_away), "/desk").await?;
    let kept = HeaderName::from_static("clear-site-data");
    response.headers_mut().insert(kept, HeaderValue::from_static("\"cache\""));
    Ok(response)
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
