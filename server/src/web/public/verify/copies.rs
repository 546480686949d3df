//! 加注件查验: by the code on the copy, typed or scanned. It is a code of one copy, of nobody.

use super::{disclosed, refused, unreferred};
use crate::state::AppState;
use crate::web::context::{Context, Width};
use crate::web::error::PageError;
use app::lang::Lang;
use app::pages::public::verify::copies::{CopyCheckPage, Found, copies as view};
use app::shell::Area;
use axum::Form;
use axum::extract::{Query, State};
use axum::response::Response;
use backend::Services;
use backend::certificates::copies::{Checked, check};
use domain::field_error::{FieldCode, FieldError};
use http::StatusCode;
use serde::Deserialize;

/// As typed, or as the QR code of a copy holds it.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    code: String,
}

/// The form; with the address of a copy's QR code also the answer.
pub(super) async fn form(
    context: Context,
    state: State<AppState>,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    if !asked.code.is_empty() {
        return answer(context, state, Form(asked)).await;
    }
    let page = empty(context.lang, asked.code);
    Ok(show(&context, StatusCode::OK, page))
}

pub(super) async fn answer(
    context: Context,
    State(state): State<AppState>,
    Form(asked): Form<Asked>,
) -> Result<Response, PageError> {
    let services = &state.services;
    let mut page = empty(context.lang, asked.code);
    if page.code.trim().is_empty() {
        page.errors = vec![FieldError::new("code", FieldCode::Missing)];
        return Ok(show(&context, StatusCode::UNPROCESSABLE_ENTITY, page));
    }
    let status = match check(services, context.actor().as_ref(), &page.code).await {
        Ok(checked) => {
            page.answer = Some(found(services, page.lang, checked));
            StatusCode::OK
        }
        Err(error) => refused(error, &mut page.errors, &mut page.unknown)?,
    };
    Ok(show(&context, status, page))
}

fn found(services: &Services, lang: Lang, checked: Checked) -> Found {
    let today = services.clock.today();
    Found {
        certificate: disclosed(lang, checked.certificate, today),
        purpose: checked.purpose,
        expires_on: checked.expires_on,
        made_on: services.clock.day_of(checked.made_at),
        expired: checked.expired,
    }
}

fn empty(lang: Lang, code: String) -> CopyCheckPage {
    CopyCheckPage { lang, code, errors: Vec::new(), unknown: false, answer: None }
}

fn show(context: &Context, status: StatusCode, page: CopyCheckPage) -> Response {
    let title = page.lang.t("查验加注件", "Verify a marked copy");
    let frame = context.frame(Area::Public, title, Width::Page);
    unreferred(Context::html(status, frame, move || view(page)))
}
