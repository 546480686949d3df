//! 我的数据: what is held of whoever is signed in.

mod consents;
mod correct;
mod export;
mod held;
mod materials;

pub(super) use consents::{consents, take_back, withdraw};
pub(super) use correct::{correct, save};
pub(super) use export::{download, export};
pub(super) use materials::{ask_remove, remove};

use crate::state::AppState;
use crate::web::context::{Context, Width};
use crate::web::error::PageError;
use app::lang::Lang;
use app::pages::citizen::data::{DataPage, data as view};
use app::shell::Area;
use axum::extract::State;
use axum::response::Response;
use backend::cases::{self, CaseQuery};
use backend::{Holder, Services, certificates, consents as given, drafts, evidence, own_data};
use domain::permission::{Actor, Role};

pub(super) async fn page(context: Context, State(state): State<AppState>) -> Result<Response, PageError> {
    let lang = context.lang;
    let actor = context.require(Role::Citizen)?.actor();
    let page = build(&state.services, lang, &actor).await?;
    Ok(context.page(Area::Citizen, lang.t("我的数据", "My data"), Width::Page, move || view(page)))
}

async fn build(services: &Services, lang: Lang, actor: &Actor) -> Result<DataPage, PageError> {
    let person = own_data::owner(actor)?;
    let (holder, today) = (Holder::Person(person), services.clock.today());
    let certificates = certificates::held(&services.db.read, &services.keys, holder).await?;
    let fit = certificates.iter().filter(|one| one.standing.fit(today).is_ok()).count();
    let materials = evidence::holdings_of(&services.db.read, holder).await?;
    let consents = given::of_person(services, person).await?;
    let own = CaseQuery { person_id: Some(person), ..CaseQuery::default() };
    let cases = cases::count(services, actor, &own).await?;
    Ok(DataPage {
        lang,
        identity: held::identity(services, lang, person).await?,
        certificates: (fit, certificates.len()),
        materials: materials::lines(services, lang, materials).await?,
        extracts: held::extracts(services, lang, holder).await?,
        delegations: held::delegations(services, lang, person).await?,
        consents: (consents.iter().filter(|one| one.withdrawn_at.is_none()).count(), consents.len()),
        drafts: drafts::list(services, actor).await?.len(),
        cases: usize::try_from(cases).unwrap_or_default(),
    })
}

/// An item by its name; by its code where the catalogue does not know it.
fn item_name(services: &Services, lang: Lang, id: &str) -> String {
    let card = services.catalogue.card(id);
    card.map_or_else(|| id.to_owned(), |card| lang.pick(&card.name, &card.name_en).to_owned())
}
