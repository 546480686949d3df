//! My cases.

use crate::state::AppState;
use crate::web::context::{Context, Width};
use crate::web::error::PageError;
use crate::web::public::cards::case_line;
use app::lang::Lang;
use app::pages::citizen::entitled::MayHave;
use app::pages::citizen::my::{DraftLine, MyPage, my as view};
use app::shell::Area;
use app::ui::certificate::State as Standing;
use axum::extract::State;
use axum::response::Response;
use backend::certificates::{Summary, wallet};
use backend::drafts::DraftView;
use backend::eligibility::{Entitlement, entitled};
use backend::{Error, Holder, cases, drafts};
use chrono::NaiveDate;
use domain::permission::Role;

/// So much of what somebody may be entitled to is told on their page.
const ENTITLED: usize = 5;

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
    let (db, holder) = (&state.services.db.read, Holder::Person(person));
    let may = entitled(db, &state.services, holder, ENTITLED).await?;
    let page = MyPage {
        entitled: may.iter().map(|one| may_have(lang, one)).collect(),
        lang,
        drafts: drafts.iter().map(line).collect(),
        cases: rows.iter().map(|row| case_line(lang, row)).collect(),
        ending: ending(&wallet::all(&state.services, actor).await?, state.services.clock.today()),
    };
    let title = lang.t("我的办件", "My cases");
    Ok(context.page(Area::Citizen, title, Width::Page, move || view(page)))
}

fn may_have(lang: Lang, one: &Entitlement) -> MayHave {
    let question = |one: &domain::eligibility::Question| lang.t(&one.zh, &one.en).clone();
    MayHave {
        id: one.item.clone(),
        name: lang.pick(&one.name, &one.name_en).to_owned(),
        lacking: one.lacking.as_ref().map(question),
    }
}

fn ending(held: &[Summary], today: NaiveDate) -> usize {
    let ends = |one: &&Summary| matches!(Standing::of(&one.standing, today), Standing::Ending(_));
    held.iter().filter(ends).count()
}
