//! Beginning an application, and giving it up.

use crate::state::AppState;
use crate::web::address::At;
use crate::web::context::Context;
use crate::web::error::PageError;
use crate::web::public::PLAIN;
use app::ui::flash::Flash;
use axum::Form;
use axum::extract::State;
use axum::response::Response;
use backend::catalogue::ItemState;
use backend::drafts::DraftView;
use backend::{Error, drafts, prefill};
use domain::guidance::SITUATION;
use domain::intake::{Answers, FormSpec, check_field};
use domain::item::Channel;
use domain::permission::Role;
use uuid::Uuid;

/// Begins a draft, or goes on with the one there is. A new one is filled in with what is known; what
/// was answered to the guidance is put in as well, so that nothing is asked twice.
pub(super) async fn apply(
    context: Context,
    State(state): State<AppState>,
    At(item_id): At<String>,
    Form(said): Form<Answers>,
) -> Result<Response, PageError> {
    if context.session.is_none() {
        return Err(PageError::SignIn(back(&item_id, &said)));
    }
    let actor = &context.require(Role::Citizen)?.actor();
    let situation = said.get(SITUATION).map(String::as_str).filter(|code| !code.is_empty());
    let item = state.services.catalogue.intake_item(&item_id, situation).await?;
    if item.state != ItemState::Active {
        return Err(Error::not_found().into());
    }
    let draft =
        drafts::begin(&state.services, actor, &item.id, actor.person, None, situation, Channel::Online)
            .await?;
    let draft = prefill::fill(&state.services, actor, &item.form, draft).await?;
    let said = carried(&state, &item.form, &draft, said);
    if !said.is_empty() {
        drafts::save(&state.services, actor, draft.id, said).await?;
    }
    Ok(context.redirect(&format!("/drafts/{}", draft.id)))
}

/// Where to go on after signing in: the guide, or the guidance with what may stand in an address.
fn back(item_id: &str, said: &Answers) -> String {
    let code = |text: &str| text.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let plain = said.iter().filter(|(key, value)| PLAIN.contains(&key.as_str()) && code(value));
    let plain: Vec<String> = plain.map(|(key, value)| format!("{key}={value}")).collect();
    let asked = said.keys().any(|key| key != SITUATION);
    if asked { format!("/items/{item_id}/guidance?{}", plain.join("&")) } else { format!("/items/{item_id}") }
}

/// Of what the guidance asked, that which the form takes and no certificate fixes.
fn carried(state: &AppState, form: &FormSpec, draft: &DraftView, said: Answers) -> Answers {
    let today = state.services.clock.today();
    let free = |key: &str| draft.prefilled.get(key).is_none_or(|mark| mark.correctable);
    let taken = |(key, value): (String, String)| {
        let field = form.field(&key).filter(|_| free(&key))?;
        let value = check_field(field, &value, today).ok().filter(|value| !value.is_empty())?;
        Some((key, value))
    };
    said.into_iter().filter_map(taken).collect()
}

pub(super) async fn discard(
    context: Context,
    State(state): State<AppState>,
    At(id): At<Uuid>,
) -> Result<Response, PageError> {
    let actor = context.require(Role::Citizen)?.actor();
    drafts::discard(&state.services, &actor, id).await?;
    context.redirect_with(Flash::done("草稿已删除", "The draft was deleted"), "/my").await
}
