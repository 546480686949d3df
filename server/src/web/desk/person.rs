//! The person at the counter.

use super::answer::answer;
use super::places::path;
use super::rows::row;
use super::start_list::{Whom, line, startable};
use super::{client, holdings};
use crate::state::AppState;
use crate::web::context::Context;
use crate::web::error::PageError;
use app::lang::Lang;
use app::pages::desk::{DeathNote, OnlineLine, OpenDraft, PersonFacts, PersonPage, person as view};
use app::ui::flash::Flash;
use axum::extract::{Form, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use backend::catalogue;
use backend::delegations::Delegation;
use backend::drafts::{self, OnlineDraft};
use backend::one_number::{self, WholePerson};
use backend::persons::{self, Contact, PersonView, mask_name};
use backend::sessions::Session;
use backend::{cases, legal_entities};
use chrono::NaiveDate;
use domain::division::DivisionCode;
use domain::item::Subject;
use domain::permission::Role;
use serde::Deserialize;
use uuid::Uuid;

/// The life event whose items relatives start.
const DEATH: &str = "death";

/// A draft of the citizen's own.
#[derive(Deserialize)]
pub(super) struct Taken {
    draft: Uuid,
}

/// Words of the catalogue.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Search {
    q: String,
}

pub(super) async fn person(
    context: Context,
    State(state): State<AppState>,
    Query(search): Query<Search>,
) -> Result<Response, PageError> {
    let clerk = context.require(Role::Clerk)?;
    let Some(id) = client::current(&context) else {
        let nobody =
            Flash::refused("先刷身份证，或输入身份证号。", "Read an ID card first, or type the number.");
        return context.redirect_with(nobody, "/desk").await;
    };
    let page = page(&context, &state, clerk, id, search.q.trim()).await?;
    let title = page.who.name.clone();
    answer(&context, StatusCode::OK, &title, move || view(page)).await
}

async fn page(
    context: &Context,
    state: &AppState,
    clerk: &Session,
    id: Uuid,
    query: &str,
) -> Result<PersonPage, PageError> {
    let (lang, services) = (context.lang, &state.services);
    let whole = one_number::person(services, &clerk.actor(), id).await?;
    let lapsing = holdings::lapsing(state, lang, &whole.expiring);
    let whom = Whom {
        subject: Subject::Person,
        born: whole.person.birth_date,
        entitled: &whole.entitled,
        above: holdings::renewals(&whole.expiring),
    };
    let href = |case: &cases::CaseRow| format!("/desk/receipts/{}?client=1", case.case_no);
    let rows =
        |cases: &[cases::CaseRow]| cases.iter().map(|case| row(services, lang, case, href(case))).collect();
    let codes = codes(state, &whole.principals).await?;
    let principals = holdings::principals(state, lang, id, &whole.offices, &whole.principals, &codes);
    Ok(PersonPage {
        lang,
        start: startable(state, lang, whom, query).await?,
        who: whole_facts(state, lang, &whole),
        death: whole.died_on.map(|on| death(state, lang, on)),
        entity: served(context, state).await?,
        certificates: holdings::certificates(state, lang, &whole.certificates),
        lapsing,
        drafts: open_drafts(state, lang, clerk, id).await?,
        online: whole.online.iter().map(|draft| online_line(state, lang, draft)).collect(),
        open: rows(&whole.open),
        past: rows(&whole.past),
        agents: holdings::agents(state, lang, &whole.agents),
        principals,
    })
}

/// The name of the organisation that is served too.
async fn served(context: &Context, state: &AppState) -> Result<Option<String>, PageError> {
    Ok(match client::entity(context) {
        Some(id) => Some(legal_entities::get(&state.services, id).await?.name),
        None => None,
    })
}

/// The codes of the organisations somebody is an agent of.
async fn codes(state: &AppState, given: &[Delegation]) -> Result<Vec<(Uuid, String)>, PageError> {
    let mut codes = Vec::new();
    for id in given.iter().filter_map(|one| one.principal.entity()) {
        codes.push((id, legal_entities::get(&state.services, id).await?.code.to_string()));
    }
    Ok(codes)
}

/// What those left behind can start.
fn death(state: &AppState, lang: Lang, on: NaiveDate) -> DeathNote {
    let query = catalogue::Query { event: Some(DEATH.to_owned()), limit: 6, ..catalogue::Query::default() };
    let items = state.services.catalogue.search(&query).items;
    DeathNote { on, items: items.iter().map(|card| line(lang, card)).collect() }
}

fn online_line(state: &AppState, lang: Lang, draft: &OnlineDraft) -> OnlineLine {
    let card = state.services.catalogue.card(&draft.item_id);
    let item =
        card.map_or_else(|| draft.item_id.clone(), |card| lang.pick(&card.name, &card.name_en).to_owned());
    OnlineLine { id: draft.id.to_string(), item, saved: lang.moment(draft.updated_at) }
}

/// Takes over what the citizen has begun online, with them at the counter.
pub(super) async fn online(
    context: Context,
    State(state): State<AppState>,
    Form(taken): Form<Taken>,
) -> Result<Response, PageError> {
    let clerk = context.require(Role::Clerk)?;
    let person = client::current(&context).ok_or_else(PageError::not_found)?;
    let draft = drafts::take_over(&state.services, &clerk.actor(), person, taken.draft).await?;
    let said = Flash::done(
        "网上填的已带过来；上传的文件请对照原件重新收。",
        "What was filled in online is here. Take files in anew, from the originals.",
    );
    context.redirect_with(said, &format!("/desk/intake/{}", draft.id)).await
}

fn whole_facts(state: &AppState, lang: Lang, whole: &WholePerson) -> PersonFacts {
    let householder = whole.household.as_ref().map(|household| {
        let name = mask_name(&household.householder);
        if household.relation.is_empty() { name } else { format!("{name}（{}）", household.relation) }
    });
    PersonFacts {
        householder: householder.unwrap_or_default(),
        ..facts_of(state, lang, &whole.person, whole.contact.clone())
    }
}

/// What the desk may show of a person.
pub(in crate::web) async fn facts(
    state: &AppState,
    lang: Lang,
    known: &PersonView,
) -> Result<PersonFacts, PageError> {
    Ok(facts_of(state, lang, known, persons::contact(&state.services, known.id).await?))
}

fn facts_of(state: &AppState, lang: Lang, known: &PersonView, contact: Contact) -> PersonFacts {
    let services = &state.services;
    let age = known.birth_date.and_then(|born| services.clock.today().years_since(born));
    PersonFacts {
        name: known.name.clone(),
        masked_number: known.number_masked.clone(),
        kind: kind(lang, &known.kind).to_owned(),
        born: known.birth_date,
        age,
        sex: sex(lang, known.sex.as_deref()).to_owned(),
        phone: contact.phone.unwrap_or_default(),
        household: path(services, contact.hukou_division.as_deref()),
        householder: String::new(),
        residence: path(services, contact.residence_division.as_deref()),
        address: contact.address.unwrap_or_default(),
        chips: chips(state, lang, known, age),
    }
}

pub(in crate::web) fn kind(lang: Lang, kind: &str) -> &'static str {
    match kind {
        "resident" => lang.t("居民身份证", "Resident ID"),
        "hong_kong" => lang.t("港澳居民居住证（香港）", "Residence permit, Hong Kong"),
        "macao" => lang.t("港澳居民居住证（澳门）", "Residence permit, Macao"),
        "taiwan" => lang.t("台湾居民居住证", "Residence permit, Taiwan"),
        "foreign" => lang.t("外国人永久居留身份证", "Foreign permanent resident ID"),
        _ => "",
    }
}

fn sex(lang: Lang, sex: Option<&str>) -> &'static str {
    match sex {
        Some("male") => lang.t("男", "male"),
        Some("female") => lang.t("女", "female"),
        Some(_) | None => "",
    }
}

/// What follows from what is known.
fn chips(state: &AppState, lang: Lang, known: &PersonView, age: Option<u32>) -> Vec<String> {
    let city = state.services.reference.city();
    let within = |code: &Option<String>| {
        let code = code.as_deref().and_then(|code| DivisionCode::parse(code).ok());
        code.zip(city).map(|(code, city)| code.within(&city))
    };
    let here = match (within(&known.hukou_division), within(&known.residence_division)) {
        (Some(true), _) => Some(lang.t("本市户籍", "Household in the city")),
        (Some(false), Some(true)) => Some(lang.t("外地户籍，住本市", "Lives here, household elsewhere")),
        (_, Some(true)) => Some(lang.t("住本市", "Lives in the city")),
        (_, _) => None,
    };
    let age = match age {
        Some(age) if age < 18 => Some(lang.t("未成年", "Under 18")),
        Some(age) if age >= 80 => Some(lang.t("满 80 周岁", "80 or over")),
        Some(age) if age >= 60 => Some(lang.t("满 60 周岁", "60 or over")),
        Some(_) | None => None,
    };
    [here, age].into_iter().flatten().map(str::to_owned).collect()
}

async fn open_drafts(
    state: &AppState,
    lang: Lang,
    clerk: &Session,
    person: Uuid,
) -> Result<Vec<OpenDraft>, PageError> {
    let drafts = drafts::list(&state.services, &clerk.actor()).await?;
    let open = drafts.into_iter().filter(|draft| draft.person_id == Some(person));
    let line = |draft: drafts::DraftView| {
        let card = state.services.catalogue.card(&draft.item_id);
        let item = card.map_or(draft.item_id, |card| lang.pick(&card.name, &card.name_en).to_owned());
        OpenDraft { href: format!("/desk/intake/{}", draft.id), item, saved: lang.moment(draft.updated_at) }
    };
    Ok(open.map(line).collect())
}
