//! One field for everything: an ID number, a credit code, a case number, or words of the catalogue.
//! What is typed travels in the body only, and an ID number is never shown in an address.

mod sort;

use super::answer::answer;
use super::client;
use super::{new_entity, new_person, start_list, today};
use crate::state::AppState;
use crate::web::context::Context;
use crate::web::error::PageError;
use app::pages::desk::{FoundPage, WhichPage, found, which};
use axum::extract::{Form, State};
use axum::http::StatusCode;
use axum::response::Response;
use backend::{Kind, cases, deaths, legal_entities, persons};
use domain::credit_code::CreditCode;
use domain::field_error::{FieldCode, FieldError};
use domain::permission::Role;
use domain::resident_id::ResidentId;
use serde::Deserialize;
use sort::{Sort, sort};

/// What was typed.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    q: String,
    /// What it is, where it could be either.
    kind: String,
}

pub(super) async fn find(
    context: Context,
    State(state): State<AppState>,
    Form(typed): Form<Typed>,
) -> Result<Response, PageError> {
    context.require(Role::Clerk)?;
    match typed.kind.as_str() {
        "person" => by_number(&context, &state, &typed.q).await,
        "entity" => by_code(&context, &state, &typed.q).await,
        _ => by(&context, &state, &typed.q).await,
    }
}

/// Goes where the typed text leads.
pub(super) async fn by(context: &Context, state: &AppState, typed: &str) -> Result<Response, PageError> {
    match sort(typed, state.services.clock.today()) {
        Sort::Nothing => today::start_with(context, state, typed, FieldCode::Missing).await,
        Sort::IdNumber => by_number(context, state, typed).await,
        Sort::CreditCode => by_code(context, state, typed).await,
        Sort::Either => ask(context, typed).await,
        Sort::CaseNumber(Some(number)) => by_case(context, state, typed, number.as_str()).await,
        Sort::CaseNumber(None) => today::start_with(context, state, typed, FieldCode::Checksum).await,
        Sort::Words => by_words(context, state, typed).await,
    }
}

/// Somebody who is served for an organisation that is open already goes back to it.
async fn by_number(context: &Context, state: &AppState, typed: &str) -> Result<Response, PageError> {
    let number = match ResidentId::parse(typed, state.services.clock.today()) {
        Ok(number) => number,
        Err(error) => return today::start_with(context, state, typed, error.into()).await,
    };
    match persons::find_by_number(&state.services, &number).await? {
        Some(person) => {
            let dead = deaths::died_on(&state.services, person.id).await?.is_some();
            let first = client::entity(context).is_some() && client::current(context).is_none();
            let awaited = first && !dead;
            client::person(context, state, person.id).await?;
            Ok(context.redirect(if awaited { "/desk/entity" } else { "/desk/person" }))
        }
        None => {
            client::nobody(context, state).await?;
            new_person::blank(context, state, &number).await
        }
    }
}

async fn by_code(context: &Context, state: &AppState, typed: &str) -> Result<Response, PageError> {
    let code = match CreditCode::parse(typed) {
        Ok(code) => code,
        Err(error) => return today::start_with(context, state, typed, error.into()).await,
    };
    match legal_entities::find(&state.services, &code).await? {
        Some(entity) => {
            client::body(context, state, entity.id).await?;
            Ok(context.redirect("/desk/entity"))
        }
        None => new_entity::blank(context, state, &code).await,
    }
}

async fn ask(context: &Context, typed: &str) -> Result<Response, PageError> {
    let page = WhichPage { lang: context.lang, typed: typed.trim().to_owned() };
    answer(context, StatusCode::OK, context.lang.t("查找", "Find"), move || which(page)).await
}

async fn by_case(
    context: &Context,
    state: &AppState,
    typed: &str,
    number: &str,
) -> Result<Response, PageError> {
    let clerk = context.require(Role::Clerk)?;
    match cases::get(&state.services, &clerk.actor(), number).await {
        Ok(case) => Ok(context.redirect(&format!("/desk/receipts/{}", case.case_no))),
        Err(error) if matches!(error.kind(), Kind::NotFound) => {
            today::start_with(context, state, typed, FieldCode::Unknown).await
        }
        Err(error) => Err(error.into()),
    }
}

/// Items by their words. Cases are never searched by a person's name at the counter.
async fn by_words(context: &Context, state: &AppState, typed: &str) -> Result<Response, PageError> {
    let lang = context.lang;
    let current = client::name(context, state).await?;
    let page = FoundPage {
        lang,
        typed: typed.trim().to_owned(),
        current,
        items: start_list::found(state, lang, typed, None),
        cases: Vec::new(),
    };
    answer(context, StatusCode::OK, lang.t("查找", "Find"), move || found(page)).await
}

/// The field of the start page.
pub(super) fn wrong(code: FieldCode) -> Vec<FieldError> {
    vec![FieldError::new("find", code)]
}
