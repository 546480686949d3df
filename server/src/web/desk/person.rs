//! The person at the counter.

use super::answer::answer;
use super::client;
use super::places::path;
use super::rows::row;
use crate::state::AppState;
use crate::web::context::Context;
use crate::web::error::PageError;
use app::lang::Lang;
use app::pages::desk::{ItemLine, OpenDraft, PersonFacts, PersonPage, person as view};
use app::ui::flash::Flash;
use app::ui::item_card::how_long;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use backend::catalogue::{self, ItemCard, ItemState};
use backend::persons::{self, PersonView};
use backend::sessions::Session;
use backend::{cases, drafts};
use chrono::NaiveDate;
use domain::division::DivisionCode;
use domain::item::Subject;
use domain::permission::Role;
use serde::Deserialize;
use uuid::Uuid;

/// Items offered at once: one for each digit.
const OFFERED: usize = 9;

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
    let known = persons::get(services, id).await?;
    let items =
        if query.is_empty() { likely(state, lang, &known).await? } else { found_items(state, lang, query) };
    let href = |case: &cases::CaseRow| format!("/desk/receipts/{}", case.case_no);
    let cases = cases::of_person(services, &clerk.actor(), id).await?;
    let (open, past): (Vec<_>, Vec<_>) = cases.into_iter().partition(|case| case.status.is_open());
    let rows =
        |cases: Vec<cases::CaseRow>| cases.iter().map(|case| row(services, lang, case, href(case))).collect();
    Ok(PersonPage {
        lang,
        who: facts(state, lang, &known).await?,
        drafts: open_drafts(state, lang, clerk, id).await?,
        open: rows(open),
        past: rows(past),
        query: query.to_owned(),
        items,
    })
}

/// What the desk may show of a person.
pub(in crate::web) async fn facts(
    state: &AppState,
    lang: Lang,
    known: &PersonView,
) -> Result<PersonFacts, PageError> {
    let services = &state.services;
    let contact = persons::contact(services, known.id).await?;
    let age = known.birth_date.and_then(|born| services.clock.today().years_since(born));
    Ok(PersonFacts {
        name: known.name.clone(),
        masked_number: known.number_masked.clone(),
        kind: kind(lang, &known.kind).to_owned(),
        born: known.birth_date,
        age,
        sex: sex(lang, known.sex.as_deref()).to_owned(),
        phone: contact.phone.unwrap_or_default(),
        household: path(services, contact.hukou_division.as_deref()),
        residence: path(services, contact.residence_division.as_deref()),
        address: contact.address.unwrap_or_default(),
        chips: chips(state, lang, known, age),
    })
}

fn kind(lang: Lang, kind: &str) -> &'static str {
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

/// Items that fit the words.
pub(super) fn found_items(state: &AppState, lang: Lang, words: &str) -> Vec<ItemLine> {
    let query = catalogue::Query { text: words.to_owned(), limit: OFFERED, ..catalogue::Query::default() };
    state.services.catalogue.search(&query).items.iter().map(|card| line(lang, card)).collect()
}

/// What this person is likely to come for: by age first, then what most people come for.
async fn likely(state: &AppState, lang: Lang, known: &PersonView) -> Result<Vec<ItemLine>, PageError> {
    let catalogue = &state.services.catalogue;
    let by_age = theme(state.services.clock.today(), known.birth_date).map(|theme| {
        let query =
            catalogue::Query { theme: Some(theme.to_owned()), limit: 5, ..catalogue::Query::default() };
        catalogue.search(&query).items
    });
    let mut cards: Vec<ItemCard> = Vec::new();
    for card in by_age.into_iter().flatten().chain(catalogue.popular(OFFERED).await?) {
        let open = card.state == ItemState::Active && card.subjects.contains(&Subject::Person);
        if open && !cards.iter().any(|known| known.id == card.id) {
            cards.push(card);
        }
    }
    Ok(cards.iter().take(OFFERED).map(|card| line(lang, card)).collect())
}

fn theme(today: NaiveDate, born: Option<NaiveDate>) -> Option<&'static str> {
    match today.years_since(born?)? {
        0..3 => Some("出生"),
        3..18 => Some("入学"),
        60.. => Some("养老"),
        18..60 => None,
    }
}

fn line(lang: Lang, card: &ItemCard) -> ItemLine {
    let department = lang.pick(&card.department, &card.department_en);
    let department = department.strip_prefix("示范市").unwrap_or(department);
    ItemLine {
        id: card.id.clone(),
        name: lang.pick(&card.name, &card.name_en).to_owned(),
        meta: format!("{department} · {}", how_long(lang, card.kind, card.promise())),
    }
}
