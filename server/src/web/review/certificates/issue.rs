//! 补录: issuing by hand.

use super::one::particulars;
use super::{invalid, named};
use crate::state::AppState;
use crate::web::context::Context;
use crate::web::desk::answer;
use crate::web::error::PageError;
use app::pages::review::certificates::issue::{IssuePage, issue as view, title};
use app::shell::Area;
use app::ui::flash::Flash;
use axum::Form;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use backend::certificates::register::{ByHand, issue_by_hand, own_kinds};
use domain::field_error::FieldError;
use domain::permission::Role;
use serde::Deserialize;
use std::collections::BTreeMap;

/// The type, chosen first.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Chosen {
    code: String,
}

pub(super) async fn blank(
    context: Context,
    State(state): State<AppState>,
    Query(chosen): Query<Chosen>,
) -> Result<Response, PageError> {
    let by_hand = ByHand { code: chosen.code, ..ByHand::default() };
    page(&context, &state, by_hand, Vec::new()).await
}

pub(super) async fn issue(
    context: Context,
    State(state): State<AppState>,
    Form(mut posted): Form<BTreeMap<String, String>>,
) -> Result<Response, PageError> {
    let actor = context.require(Role::Reviewer)?.actor();
    let mut take = |key: &str| posted.remove(key).unwrap_or_default();
    let (code, holder, reason) = (take("code"), take("holder"), take("reason"));
    let by_hand = ByHand { code, holder, reason, data: posted };
    match issue_by_hand(&state.services, &actor, &by_hand).await {
        Ok(issued) => {
            let flash = Flash::done("证照已颁发。", "The certificate was issued.");
            context.redirect_with(flash, &format!("/review/certificates/{}", issued.id)).await
        }
        Err(error) => {
            let errors = invalid(error)?;
            page(&context, &state, by_hand, errors).await
        }
    }
}

async fn page(
    context: &Context,
    state: &AppState,
    by_hand: ByHand,
    errors: Vec<FieldError>,
) -> Result<Response, PageError> {
    let lang = context.lang;
    let actor = context.require(Role::Reviewer)?.actor();
    let kinds = own_kinds(&state.services, &actor).await?;
    let chosen = kinds.iter().find(|kind| kind.code == by_hand.code);
    let page = IssuePage {
        lang,
        particulars: chosen.map(|kind| particulars(lang, kind, &by_hand.data)).unwrap_or_default(),
        code: chosen.map(|kind| kind.code.clone()).unwrap_or_default(),
        kinds: kinds.into_iter().map(|kind| named(lang, kind)).collect(),
        holder: by_hand.holder,
        reason: by_hand.reason,
        errors,
    };
    let status = if page.errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    answer::page(context, Area::Review, status, title(lang), move || view(page)).await
}
