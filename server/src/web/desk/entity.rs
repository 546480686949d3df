//! The organisation at the counter.

use super::answer::answer;
use super::places::path;
use super::rows::row;
use super::start_list::{Whom, startable};
use super::{client, holdings};
use crate::state::AppState;
use crate::web::context::Context;
use crate::web::error::PageError;
use app::lang::Lang;
use app::pages::desk::{EntityFacts, EntityPage, Standing, entity as view, subject_words};
use app::ui::flash::Flash;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use backend::delegations::State as Stage;
use backend::legal_entities::{EntityStatus, EntityView};
use backend::one_number::{self, WholeEntity};
use backend::persons::mask_name;
use backend::sessions::Session;
use backend::{cases, persons};
use domain::permission::Role;
use serde::Deserialize;
use uuid::Uuid;

/// Words of the catalogue.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Search {
    q: String,
}

pub(super) async fn entity(
    context: Context,
    State(state): State<AppState>,
    Query(search): Query<Search>,
) -> Result<Response, PageError> {
    let clerk = context.require(Role::Clerk)?;
    let Some(id) = client::entity(&context) else {
        let nobody = Flash::refused("先输入统一社会信用代码。", "Type the unified social credit code first.");
        return context.redirect_with(nobody, "/desk").await;
    };
    let page = page(&context, &state, clerk, id, search.q.trim()).await?;
    let title = page.facts.name.clone();
    answer(&context, StatusCode::OK, &title, move || view(page)).await
}

async fn page(
    context: &Context,
    state: &AppState,
    clerk: &Session,
    id: Uuid,
    query: &str,
) -> Result<EntityPage, PageError> {
    let (lang, services) = (context.lang, &state.services);
    let whole = one_number::entity(services, &clerk.actor(), id).await?;
    let whom = Whom {
        subject: whole.entity.kind,
        born: None,
        entitled: &whole.entitled,
        above: holdings::renewals(&whole.expiring),
    };
    let href = |case: &cases::CaseRow| format!("/desk/receipts/{}", case.case_no);
    let rows =
        |cases: &[cases::CaseRow]| cases.iter().map(|case| row(services, lang, case, href(case))).collect();
    Ok(EntityPage {
        lang,
        start: startable(state, lang, whom, query).await?,
        facts: facts(state, lang, &whole.entity),
        standing: standing(context, state, &whole).await?,
        agents: holdings::agents(state, lang, &whole.agents),
        certificates: holdings::certificates(state, lang, &whole.certificates),
        lapsing: holdings::lapsing(state, lang, &whole.expiring),
        open: rows(&whole.open),
        past: rows(&whole.past),
    })
}

fn facts(state: &AppState, lang: Lang, entity: &EntityView) -> EntityFacts {
    let registry = entity.code.registry();
    let named = |name: &Option<backend::legal_entities::Name>| {
        name.as_ref().map(|one| mask_name(&one.name)).unwrap_or_default()
    };
    let place = path(&state.services, entity.division.as_deref());
    EntityFacts {
        name: entity.name.clone(),
        code: entity.code.to_string(),
        kind: subject_words(lang, entity.kind).to_owned(),
        registry: registry.map(|one| lang.t(one.name(), one.name_en())).unwrap_or_default().to_owned(),
        status: status(lang, entity.status).to_owned(),
        active: entity.status == EntityStatus::Active,
        established: entity.established_on.map(|day| lang.date(day)).unwrap_or_default(),
        domicile: entity.address.clone().unwrap_or(place),
        legal_person: named(&entity.legal_person),
        administrator: named(&entity.administrator),
    }
}

fn status(lang: Lang, status: EntityStatus) -> &'static str {
    match status {
        EntityStatus::Active => lang.t("存续", "Active"),
        EntityStatus::Cancelled => lang.t("已注销", "Cancelled"),
        EntityStatus::Revoked => lang.t("已吊销", "Licence revoked"),
    }
}

/// Whether who stands there may act for it in anything at all; in what, the scope says.
async fn standing(context: &Context, state: &AppState, whole: &WholeEntity) -> Result<Standing, PageError> {
    let Some(person) = client::current(context) else { return Ok(Standing::Nobody) };
    let (lang, today) = (context.lang, state.services.clock.today());
    let name = persons::get(&state.services, person).await?.name;
    let is = |one: &Option<backend::legal_entities::Name>| one.as_ref().is_some_and(|one| one.id == person);
    let delegated =
        whole.agents.iter().any(|one| one.agent.id == person && one.state(today) == Stage::InForce);
    let right = if is(&whole.entity.legal_person) {
        lang.t("是法定代表人", "legal representative")
    } else if is(&whole.entity.administrator) {
        lang.t("是管理员", "administrator")
    } else if delegated {
        lang.t("是经办人，按授权范围办理", "agent, within the scope given")
    } else {
        return Ok(Standing::MayNot { name });
    };
    Ok(Standing::May { name, right: right.to_owned() })
}
