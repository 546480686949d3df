//! Beginning an application, and giving it up.

use super::draft::known_answers;
use crate::state::AppState;
use crate::web::address::At;
use crate::web::context::Context;
use crate::web::error::PageError;
use app::ui::flash::Flash;
use axum::Form;
use axum::extract::State;
use axum::response::Response;
use backend::catalogue::ItemState;
use backend::{Error, drafts, persons};
use domain::item::Channel;
use domain::permission::Role;
use serde::Deserialize;
use uuid::Uuid;

/// In which situation.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Begin {
    situation: String,
}

/// Begins a draft, or goes on with the one there is; fills in what the portal knows.
pub(super) async fn apply(
    context: Context,
    State(state): State<AppState>,
    At(item_id): At<String>,
    Form(begin): Form<Begin>,
) -> Result<Response, PageError> {
    if context.session.is_none() {
        return Err(PageError::SignIn(format!("/items/{item_id}")));
    }
    let actor = &context.require(Role::Citizen)?.actor();
    let situation = Some(begin.situation.as_str()).filter(|code| !code.is_empty());
    let item = state.services.catalogue.intake_item(&item_id, situation).await?;
    if item.state != ItemState::Active {
        return Err(Error::not_found().into());
    }
    let draft =
        drafts::begin(&state.services, actor, &item.id, actor.person, None, situation, Channel::Online).await?;
    if draft.answers.is_empty()
        && let Some(person) = actor.person
    {
        let mut known = known_answers(persons::contact(&state.services, person).await?);
        known.retain(|key, _| item.form.field(key).is_some());
        drafts::save(&state.services, actor, draft.id, known).await?;
    }
    Ok(context.redirect(&format!("/drafts/{}", draft.id)))
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
