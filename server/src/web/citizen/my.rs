//! My cases.

use crate::state::AppState;
use crate::web::context::{Context, Width};
use crate::web::error::PageError;
use crate::web::public::cards::case_line;
use app::pages::citizen::my::{DraftLine, MyPage, my as view};
use app::shell::Area;
use axum::extract::State;
use axum::response::Response;
use backend::drafts::DraftView;
use backend::{Error, cases, drafts};
use domain::permission::Role;

pub(super) async fn my(context: Context, State(state): State<AppState>) -> Result<Response, PageError> {
    let lang = context.lang;
    let actor = &context.require(Role::Citizen)?.actor();
    let person = actor.person.ok_or_else(Error::not_found)?;
    let rows = cases::of_person(&state.services, actor, person).await?;
    let drafts = drafts::list(&state.services, actor).await?;
    let name = |draft: &DraftView| {
        let card = state.services.catalogue.card(&draft.item_id);
        card.map_or_else(|| draft.item_id.clone(), |card| lang.pick(&card.name, &card.name_en).to_owned())
    };
    let line = |draft: &DraftView| DraftLine {
        id: draft.id.to_string(),
        item_name: name(draft),
        saved_at: draft.updated_at,
    };
    let page = MyPage {
        lang,
        drafts: drafts.iter().map(line).collect(),
        cases: rows.iter().map(|row| case_line(lang, row)).collect(),
    };
    let title = lang.t("我的办件", "My cases");
    Ok(context.page(Area::Citizen, title, Width::Page, move || view(page)))
}
