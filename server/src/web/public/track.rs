//! Tracking without signing in.

use crate::state::AppState;
use crate::web::context::{Context, Width};
use crate::web::dates;
use crate::web::error::PageError;
use app::lang::Lang;
use app::pages::public::track::{Answer, TrackPage, track as view};
use app::shell::Area;
use app::ui::timeline::{Audience, Entry, Next, Teller};
use axum::Form;
use axum::extract::{Query, State};
use axum::response::Response;
use backend::cases::{self, TrackView};
use backend::{Kind, Services};
use domain::field_error::{FieldCode, FieldError};
use http::StatusCode;
use serde::Deserialize;

/// Number and code, as typed or as the QR code of a receipt holds them.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    case_no: String,
    query_code: String,
}

/// The form; with the address of a receipt's QR code also the answer.
pub(super) async fn form(
    context: Context,
    state: State<AppState>,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    if !asked.case_no.is_empty() && !asked.query_code.is_empty() {
        return answer(context, state, Form(asked)).await;
    }
    let page = empty(context.lang, asked);
    Ok(show(context, StatusCode::OK, page))
}

pub(super) async fn answer(
    context: Context,
    State(state): State<AppState>,
    Form(asked): Form<Asked>,
) -> Result<Response, PageError> {
    let mut page = empty(context.lang, asked);
    page.errors = missing(&page);
    if !page.errors.is_empty() {
        return Ok(show(context, StatusCode::UNPROCESSABLE_ENTITY, page));
    }
    match cases::track(&state.services, &page.case_no, &page.query_code).await {
        Ok(found) => {
            page.answer = Some(told(&state.services, context.lang, &found));
            Ok(show(context, StatusCode::OK, page))
        }
        Err(error) if matches!(error.kind(), Kind::NotFound) => {
            page.unknown = true;
            Ok(show(context, StatusCode::NOT_FOUND, page))
        }
        Err(error) => Err(error.into()),
    }
}

fn empty(lang: Lang, asked: Asked) -> TrackPage {
    let Asked { case_no, query_code } = asked;
    TrackPage { lang, case_no, query_code, errors: Vec::new(), unknown: false, answer: None }
}

fn missing(page: &TrackPage) -> Vec<FieldError> {
    let fields = [("case_no", &page.case_no), ("query_code", &page.query_code)];
    let empty = fields.into_iter().filter(|(_, value)| value.trim().is_empty());
    empty.map(|(field, _)| FieldError::new(field, FieldCode::Missing)).collect()
}

fn show(context: Context, status: StatusCode, page: TrackPage) -> Response {
    let title = page.lang.t("查进度", "Track a case");
    Context::html(status, context.frame(Area::Public, title, Width::Page), move || view(page))
}

fn told(services: &Services, lang: Lang, found: &TrackView) -> Answer {
    let case = &found.case;
    let department = lang.pick(&found.department, &found.department_en).to_owned();
    let mut teller = Teller::new(lang, Audience::Stranger, Some(&case.process));
    let told = found.events.iter().filter_map(|view| teller.tell(&view.event, view.at, ""));
    let mut entries: Vec<Entry> = told.collect();
    entries.reverse();
    Answer {
        case_no: found.case_no.clone(),
        item_name: lang.pick(&found.item_name, &found.item_name_en).to_owned(),
        next: Next::of(case, department, &services.reference.calendar()),
        receipt: dates::receipt(services, lang, case),
        outcome: case.outcome,
        due: dates::awaited(case, found.promised.as_ref()),
        why: dates::awaited(case, found.promised.as_ref())
            .and_then(|_| dates::why_of_case(services, lang, case, found.promised.as_ref())),
        entries,
    }
}
