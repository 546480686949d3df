//! The intake on one screen.

mod materials;
mod outcome;
mod parts;
mod screen;
mod send;

pub(in crate::web) use materials::{manner_name, size};
pub(super) use send::send;

use super::answer::answer;
use super::client;
use crate::state::AppState;
use crate::web::context::Context;
use crate::web::error::PageError;
use app::pages::desk;
use app::ui::flash::Flash;
use axum::extract::{DefaultBodyLimit, Form, Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use backend::Error;
use backend::catalogue::IntakeItem;
use backend::drafts::{self, DraftView};
use backend::intake::Counter;
use backend::persons::{self, PersonView};
use backend::sessions::Session;
use backend::uploads::MAX_SIZE;
use domain::intake::Answers;
use domain::item::Channel;
use domain::permission::Role;
use serde::Deserialize;
use uuid::Uuid;

/// Files of one intake that may come at once, each of the largest size.
const FILES: u64 = 4;

/// An intake carries files.
pub(super) fn limit() -> DefaultBodyLimit {
    let bytes = MAX_SIZE.saturating_mul(FILES);
    DefaultBodyLimit::max(usize::try_from(bytes).unwrap_or(usize::MAX))
}

/// What is to be applied for.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Begin {
    item: String,
}

/// Begins, or goes on with, the intake of an item for the person at the counter.
pub(super) async fn begin(
    context: Context,
    State(state): State<AppState>,
    Form(begin): Form<Begin>,
) -> Result<Response, PageError> {
    let actor = context.require(Role::Clerk)?.actor();
    let services = &state.services;
    let Some(person) = client::current(&context) else {
        let nobody =
            Flash::refused("先刷身份证，再选事项。", "Read an ID card first, then choose a service.");
        return context.redirect_with(nobody, "/desk").await;
    };
    let item = services.catalogue.intake_item(&begin.item, None).await?;
    let situation = item.situations.first().map(|one| one.code.as_str());
    let draft = drafts::begin(services, &actor, &item.id, Some(person), None, situation, Channel::Window).await?;
    let new: Answers = known(services, person)
        .await?
        .into_iter()
        .filter(|(key, _)| item.form.field(key).is_some() && !draft.answers.contains_key(key))
        .collect();
    if !new.is_empty() {
        drafts::save(services, &actor, draft.id, new).await?;
    }
    Ok(context.redirect(&format!("/desk/intake/{}", draft.id)))
}

/// What the portal knows of a person, by the names of the form's questions.
async fn known(portal: &backend::Portal, person: Uuid) -> Result<Answers, PageError> {
    let contact = persons::contact(portal, person).await?;
    let known = [
        ("contact_phone", contact.phone),
        ("residence_division", contact.residence_division),
        ("address", contact.address),
    ];
    Ok(known.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?))).collect())
}

/// An intake of the person at the counter, with all that its page needs.
struct Open {
    draft: DraftView,
    item: IntakeItem,
    person: PersonView,
    known: Answers,
    counter: Counter,
}

impl Open {
    /// Another person's intake is not there, even if this clerk began it.
    async fn load(context: &Context, state: &AppState, id: Uuid) -> Result<Self, PageError> {
        let clerk = context.require(Role::Clerk)?;
        let services = &state.services;
        let draft = drafts::get(services, &clerk.actor(), id).await?;
        let person = client::current(context).filter(|&person| draft.person_id == Some(person));
        let person = person.ok_or_else(Error::not_found)?;
        Ok(Self {
            item: services.catalogue.intake_item(&draft.item_id, draft.situation.as_deref()).await?,
            person: persons::get(services, person).await?,
            known: known(services, person).await?,
            counter: counter(clerk),
            draft,
        })
    }

    fn address(&self) -> String {
        format!("/desk/intake/{}", self.draft.id)
    }
}

fn counter(clerk: &Session) -> Counter {
    Counter { hall_id: clerk.account.hall_id, window_id: clerk.account.window_id }
}

/// Which side of the intake.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Side {
    check: String,
}

pub(super) async fn show(
    context: Context,
    State(state): State<AppState>,
    Path(id): Path<Uuid>,
    Query(side): Query<Side>,
) -> Result<Response, PageError> {
    let open = Open::load(&context, &state, id).await?;
    let title = context.lang.pick(&open.item.name, &open.item.name_en).to_owned();
    let preview = outcome::preview(&context, &state, &open).await?;
    if !side.check.is_empty() && preview.errors.is_empty() {
        let page = screen::check(&context, &state, &open, &preview).await?;
        return answer(&context, StatusCode::OK, title, move || desk::check(page)).await;
    }
    let page = screen::intake(&context, &state, &open, &preview, Vec::new(), None).await?;
    answer(&context, StatusCode::OK, title, move || desk::intake(page)).await
}
