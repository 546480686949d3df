//! One question a page; the answer is stored as typed before anything is said about it.

mod places;

pub(in crate::web) use places::places_for;

use super::answers;
use super::draft::Draft;
use crate::state::AppState;
use crate::web::address::At;
use crate::web::context::{Context, Width};
use crate::web::error::PageError;
use app::pages::citizen::question::{QuestionPage, label_of, question as view};
use app::shell::{Area, Frame};
use axum::Form;
use axum::extract::{Query, State};
use axum::response::Response;
use backend::{Error, Kind, drafts};
use domain::field_error::FieldError;
use domain::intake::{Answers, FieldKind, FieldSpec, check_field};
use http::StatusCode;
use serde::Deserialize;
use uuid::Uuid;

/// Where one comes from, and for a place how far one has chosen.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Way {
    from: String,
    at: String,
}

pub(super) async fn page(
    context: Context,
    State(state): State<AppState>,
    At((id, step)): At<(Uuid, String)>,
    Query(way): Query<Way>,
) -> Result<Response, PageError> {
    let draft = Draft::open(&context, &state, id).await?;
    let spec = draft.question(&step)?;
    let page = build(&state, &draft, spec, &way, Vec::new());
    Ok(show(&context, StatusCode::OK, page))
}

/// Stores the answer, then goes on; or shows what is wrong with it, with all that was typed.
pub(super) async fn save(
    context: Context,
    State(state): State<AppState>,
    At((id, step)): At<(Uuid, String)>,
    Form(typed): Form<Vec<(String, String)>>,
) -> Result<Response, PageError> {
    let mut draft = Draft::open(&context, &state, id).await?;
    let spec = draft.question(&step)?;
    let value = |name: &str| {
        typed.iter().find(|(key, _)| key == name).map(|(_, value)| value.clone()).unwrap_or_default()
    };
    let answer = value(&step);
    let normal = check_field(&spec, &answer, state.services.clock.today());
    let kept = normal.clone().unwrap_or(answer);
    let changed = Answers::from([(step.clone(), kept.clone())]);
    let way = Way { from: value("from"), at: kept.clone() };
    draft.draft = match drafts::save(&state.services, &draft.actor, id, changed).await {
        Ok(saved) => saved,
        Err(error) => return refused(&context, &state, &draft, spec, &way, error),
    };
    if let Err(code) = normal {
        let page = build(&state, &draft, spec, &way, vec![FieldError::new(step, code)]);
        return Ok(show(&context, StatusCode::UNPROCESSABLE_ENTITY, page));
    }
    if places::goes_further(&state, &spec, &kept, &value("at")) {
        let from = if way.from.is_empty() { String::new() } else { format!("&from={}", way.from) };
        return Ok(context.redirect(&format!("{}?at={kept}{from}", draft.href(&step))));
    }
    // After a change at the check this is the check again, or the question that the change has opened.
    Ok(context.redirect(&draft.next_after(&state, &step)))
}

/// An answer that a certificate fixes was sent all the same: the page says why it stays.
fn refused(
    context: &Context,
    state: &AppState,
    draft: &Draft,
    spec: FieldSpec,
    way: &Way,
    error: Error,
) -> Result<Response, PageError> {
    let Kind::Invalid(errors) = error.kind() else { return Err(error.into()) };
    let page = build(state, draft, spec, way, errors.clone());
    Ok(show(context, StatusCode::UNPROCESSABLE_ENTITY, page))
}

fn build(
    state: &AppState,
    draft: &Draft,
    spec: FieldSpec,
    way: &Way,
    errors: Vec<FieldError>,
) -> QuestionPage {
    let fields: Vec<&FieldSpec> = draft.asked().collect();
    let at = fields.iter().position(|field| field.key == spec.key).unwrap_or_default();
    let before = at.checked_sub(1).and_then(|at| fields.get(at));
    let back = match (way.from.as_str(), before) {
        ("check", _) => draft.href("check"),
        (_, Some(spec)) => draft.href(&spec.key),
        (_, None) => draft.home(),
    };
    let value = draft.answer(&spec).unwrap_or_default().to_owned();
    let places = places::choices(state, draft.lang, &spec, &value, &way.at, &draft.href(&spec.key));
    QuestionPage {
        lang: draft.lang,
        id: draft.draft.id.to_string(),
        item_name: draft.item_name(),
        number: at + 1,
        of: fields.len(),
        source: draft.source(&spec),
        fixed: draft.fixed(&spec),
        shown: answers::words(&state.services, draft.lang, &spec, &value),
        next: match way.from.as_str() {
            "check" => draft.href("check"),
            _ => draft.next_after(state, &spec.key),
        },
        value,
        errors,
        back,
        saved_at: draft.draft.updated_at,
        places: places.groups,
        way: places.way,
        at: places.at,
        from_check: way.from == "check",
        spec,
    }
}

fn show(context: &Context, status: StatusCode, page: QuestionPage) -> Response {
    let title = label_of(page.lang, &page.spec);
    let islands = page.spec.kind == FieldKind::IdNumber;
    let frame = Frame { islands, ..context.frame(Area::Citizen, title, Width::Page) };
    Context::html(status, frame, move || view(page))
}
