//! One field for everything: an ID number, a case number, or words of the catalogue. What is typed
//! travels in the body only, and an ID number is never shown in an address.

use super::answer::answer;
use super::client;
use super::{new_person, person, today};
use crate::state::AppState;
use crate::web::context::Context;
use crate::web::error::PageError;
use app::pages::desk::{FoundPage, found};
use axum::extract::{Form, State};
use axum::http::StatusCode;
use axum::response::Response;
use backend::{Kind, cases, persons};
use domain::case_number::CaseNumber;
use domain::field_error::{FieldCode, FieldError};
use domain::permission::Role;
use domain::resident_id::ResidentId;
use serde::Deserialize;

/// What was typed.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    q: String,
}

/// What it looks like.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Sort {
    Nothing,
    IdNumber,
    /// Fifteen digits; nothing where the check digit does not fit.
    CaseNumber(Option<CaseNumber>),
    Words,
}

pub(super) fn sort(typed: &str) -> Sort {
    let plain = domain::intake::digits(typed);
    let count = plain.chars().count();
    let coded = plain.chars().all(|c| c.is_ascii_alphanumeric());
    let digits = plain.chars().filter(char::is_ascii_digit).count();
    match count {
        0 => Sort::Nothing,
        15 if digits == count => Sort::CaseNumber(CaseNumber::parse(&plain).ok()),
        16..=19 if coded && digits + 2 >= count => Sort::IdNumber,
        9..=14 if digits == count => Sort::IdNumber,
        _ => Sort::Words,
    }
}

pub(super) async fn find(
    context: Context,
    State(state): State<AppState>,
    Form(typed): Form<Typed>,
) -> Result<Response, PageError> {
    context.require(Role::Clerk)?;
    by(&context, &state, &typed.q).await
}

/// Goes where the typed text leads.
pub(super) async fn by(context: &Context, state: &AppState, typed: &str) -> Result<Response, PageError> {
    match sort(typed) {
        Sort::Nothing => today::start_with(context, state, typed, FieldCode::Missing).await,
        Sort::IdNumber => by_number(context, state, typed).await,
        Sort::CaseNumber(Some(number)) => by_case(context, state, typed, number.as_str()).await,
        Sort::CaseNumber(None) => today::start_with(context, state, typed, FieldCode::Checksum).await,
        Sort::Words => by_words(context, state, typed).await,
    }
}

async fn by_number(context: &Context, state: &AppState, typed: &str) -> Result<Response, PageError> {
    let number = match ResidentId::parse(typed, state.services.clock.today()) {
        Ok(number) => number,
        Err(error) => return today::start_with(context, state, typed, error.into()).await,
    };
    match persons::find_by_number(&state.services, &number).await? {
        Some(person) => {
            client::set(context, state, Some(person.id)).await?;
            Ok(context.redirect("/desk/person"))
        }
        None => new_person::blank(context, state, &number).await,
    }
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
        items: person::found_items(state, lang, typed),
        cases: Vec::new(),
    };
    answer(context, StatusCode::OK, lang.t("查找", "Find"), move || found(page)).await
}

/// The field of the start page.
pub(super) fn wrong(code: FieldCode) -> Vec<FieldError> {
    vec![FieldError::new("find", code)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_is_told_apart() {
        assert_eq!(sort("  "), Sort::Nothing);
        assert_eq!(sort("229902 19440312 002x"), Sort::IdNumber);
        assert_eq!(sort("２２９９０２１９４４０３１２００２１"), Sort::IdNumber);
        assert_eq!(sort("22990219440312002"), Sort::IdNumber, "one digit short is told as such");
        assert_eq!(sort("gljt"), Sort::Words);
        assert_eq!(sort("高龄津贴"), Sort::Words);
        assert_eq!(sort("261009264918408"), Sort::CaseNumber(CaseNumber::parse("261009264918408").ok()));
        assert_eq!(sort("261009264918409"), Sort::CaseNumber(None));
    }
}
