//! 材料库: what is kept, and taking it out.

use super::item_name;
use crate::state::AppState;
use crate::web::address::At;
use crate::web::context::{Context, Width};
use crate::web::error::PageError;
use app::lang::Lang;
use app::pages::citizen::data::{KeptLine, RemovePage, remove as view};
use app::shell::Area;
use app::ui::flash::Flash;
use axum::extract::State;
use axum::response::Response;
use backend::evidence::{self, Holding};
use backend::{Holder, Services, access, own_data};
use domain::permission::Role;
use uuid::Uuid;

pub(super) async fn lines(
    services: &Services,
    lang: Lang,
    kept: Vec<Holding>,
) -> Result<Vec<KeptLine>, PageError> {
    let ids = kept.iter().map(|one| one.id).collect();
    let uses = access::uses_of_holdings(services, ids).await?;
    let times = |id: Uuid| uses.get(&id).copied().unwrap_or_default();
    Ok(kept.into_iter().map(|one| line(services, lang, times(one.id), one)).collect())
}

fn line(services: &Services, lang: Lang, uses: u64, one: Holding) -> KeptLine {
    let source = one.case_no.zip(one.item_id);
    KeptLine {
        id: one.id.to_string(),
        name: one.name,
        grade: one.grade,
        source: source.map(|(number, item)| (number, item_name(services, lang, &item))),
        given: services.clock.day_of(one.created_at),
        until: one.valid_until,
        over: one.valid_until.is_some_and(|day| day < services.clock.today()),
        uses,
        href: one.upload_id.map(|id| format!("/uploads/{id}")),
    }
}

pub(in crate::web::citizen) async fn ask_remove(
    context: Context,
    State(state): State<AppState>,
    At(id): At<Uuid>,
) -> Result<Response, PageError> {
    let lang = context.lang;
    let actor = context.require(Role::Citizen)?.actor();
    let holder = Holder::Person(own_data::owner(&actor)?);
    let kept = evidence::holdings_of(&state.services.db.read, holder).await?;
    let one = kept.into_iter().find(|one| one.id == id).ok_or_else(PageError::not_found)?;
    let page = RemovePage { lang, id: id.to_string(), name: one.name };
    let title = lang.t("从材料库移除", "Take it out");
    Ok(context.page(Area::Citizen, title, Width::Page, move || view(page)))
}

pub(in crate::web::citizen) async fn remove(
    context: Context,
    State(state): State<AppState>,
    At(id): At<Uuid>,
) -> Result<Response, PageError> {
    let actor = context.require(Role::Citizen)?.actor();
    evidence::remove(&state.services, &actor, id).await?;
    let done = Flash::done("已从材料库移除，以后不再使用。", "Taken out; it is not used any more.");
    context.redirect_with(done, "/my/data#materials").await
}
