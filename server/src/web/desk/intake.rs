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
use backend::catalogue::IntakeItem;
use backend::drafts::{self, DraftView};
use backend::intake::{self, Application, Counter, Handed};
use backend::persons::{self, PersonView};
use backend::sessions::Session;
use backend::uploads::MAX_SIZE;
use backend::{Error, Holder, deaths, delegations, prefill};
use domain::item::Channel;
use domain::permission::{Actor, Role};
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
    /// Its id, and after a slash the situation: `GA-004/03`.
    item: String,
    /// `entity`: for the organisation at the counter.
    whom: String,
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
    let (id, wanted) = begin.item.split_once('/').unwrap_or((&begin.item, ""));
    let item = services.catalogue.intake_item(id, None).await?;
    let entity = client::entity(&context).filter(|_| begin.whom == "entity");
    if let Some(refused) = refused(&state, person, entity, &item.id).await? {
        return context
            .redirect_with(refused, if entity.is_some() { "/desk/entity" } else { "/desk/person" })
            .await;
    }
    let situations = item.situations.iter().map(|one| one.code.as_str());
    let situation = situations.clone().find(|&code| code == wanted).or_else(|| situations.clone().next());
    let draft =
        drafts::begin(services, &actor, &item.id, Some(person), entity, situation, Channel::Window).await?;
    let draft = prefill::fill(services, &actor, &item.form, draft).await?;
    Ok(context.redirect(&format!("/desk/intake/{}", draft.id)))
}

/// Why nothing can begin in this name; told before anybody fills in a form for nothing.
async fn refused(
    state: &AppState,
    person: Uuid,
    entity: Option<Uuid>,
    item: &str,
) -> Result<Option<Flash>, PageError> {
    let services = &state.services;
    if deaths::died_on(services, person).await?.is_some() {
        return Ok(Some(Flash::refused(
            "该公民已登记死亡，不能以其名义新办；请刷来办的亲属的身份证。",
            "This person is recorded as dead. Read the card of the relative who came.",
        )));
    }
    let Some(entity) = entity else { return Ok(None) };
    let (db, today) = (&services.db.read, services.clock.today());
    let may = delegations::may_act(db, person, Holder::Entity(entity), item, today).await?;
    Ok((!may).then(|| {
        Flash::refused(
            "来人没有办这件事的授权：请法定代表人、管理员或授权范围内的经办人来办。",
            "Not authorised for this service: the legal representative, the administrator or an agent with this scope has to come.",
        )
    }))
}

/// An intake of the person at the counter, with all that its page needs.
struct Open {
    draft: DraftView,
    item: IntakeItem,
    person: PersonView,
    counter: Counter,
    /// What becomes of each material that is needed, whatever was said of it.
    plan: Vec<Handed>,
}

impl Open {
    /// Another person's intake is not there, even if this clerk began it.
    async fn load(context: &Context, state: &AppState, id: Uuid) -> Result<Self, PageError> {
        let clerk = context.require(Role::Clerk)?;
        let services = &state.services;
        let draft = drafts::get(services, &clerk.actor(), id).await?;
        let person = client::current(context).filter(|&person| draft.person_id == Some(person));
        let person = person.ok_or_else(Error::not_found)?;
        let mut item = services.catalogue.intake_item(&draft.item_id, draft.situation.as_deref()).await?;
        let counter = counter(clerk);
        let plan = planned(services, &clerk.actor(), &draft, counter).await?;
        item.materials.retain(|material| plan.iter().any(|one| one.material_id == material.id));
        Ok(Self { item, person: persons::get(services, person).await?, counter, plan, draft })
    }

    fn address(&self) -> String {
        format!("/desk/intake/{}", self.draft.id)
    }
}

/// What becomes of the materials if nobody says anything of them.
async fn planned(
    services: &backend::Services,
    actor: &Actor,
    draft: &DraftView,
    counter: Counter,
) -> Result<Vec<Handed>, Error> {
    let said = intake::application_of(draft, Some(counter))?;
    let application = Application { materials: Vec::new(), ..said };
    intake::materials(services, actor, &application).await
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
