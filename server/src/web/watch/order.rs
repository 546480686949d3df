//! One order: its history, what supervision does with it, and notes.

use super::orders::area;
use super::{alerts, lines};
use crate::state::AppState;
use crate::web::address::At;
use crate::web::admin::typed::{Posted, refused, typed};
use crate::web::context::Context;
use crate::web::desk::answer;
use crate::web::error::PageError;
use app::pages::admin::values::Values;
use app::pages::watch::Place;
use app::pages::watch::order::{OrderPage, order as one_view};
use app::ui::file_field::{KeptFile, RefusedFile};
use app::ui::flash::Flash;
use axum::Form;
use axum::extract::State;
use axum::response::Response;
use backend::uploads::MAX_SIZE;
use backend::watch::{self, Deed, Subject};
use domain::permission::{Actor, Role};
use domain::watch::OrderAction;
use http::StatusCode;
use std::collections::BTreeMap;
use uuid::Uuid;

pub(super) async fn one(
    context: Context,
    State(state): State<AppState>,
    At(id): At<Uuid>,
) -> Result<Response, PageError> {
    let actor = context.require(Role::Supervisor)?.actor();
    shown(&context, &state, &actor, Place::Supervise, id, Again::default()).await
}

/// What a form brought that is shown again.
pub(super) struct Again {
    pub values: Values,
    pub kept: Vec<KeptFile>,
    pub refused: RefusedFile,
    pub status: StatusCode,
}

impl Default for Again {
    fn default() -> Self {
        let (values, kept, refused) = Default::default();
        Self { values, kept, refused, status: StatusCode::OK }
    }
}

impl Again {
    /// What is wrong with what was typed, or that somebody was faster.
    pub fn because(typed: BTreeMap<String, String>, error: backend::Error) -> Result<Self, PageError> {
        if lines::is_stale(&error) {
            let values = Values { typed, errors: Vec::new() };
            return Ok(Self { values, status: StatusCode::CONFLICT, ..Self::default() });
        }
        Ok(Self {
            values: refused(typed, error)?,
            status: StatusCode::UNPROCESSABLE_ENTITY,
            ..Self::default()
        })
    }
}

/// The order's page.
pub(super) async fn shown(
    context: &Context,
    state: &AppState,
    actor: &Actor,
    place: Place,
    id: Uuid,
    again: Again,
) -> Result<Response, PageError> {
    let (lang, services) = (context.lang, &state.services);
    let found = watch::order(services, actor, id).await?;
    let notes = match place {
        Place::Supervise => lines::notes(services, actor, Subject::Order(id)).await?,
        Place::Review => Vec::new(),
    };
    let number = watch::number(found.year, found.serial);
    let Again { values, kept, refused, status } = again;
    let page = OrderPage {
        lang,
        place,
        id: id.to_string(),
        number: number.clone(),
        department: lang.pick(&found.department, &found.department_en).to_owned(),
        order: found.order,
        late: found.late,
        version: found.version,
        words: found.words,
        issued_by: found.issued_by,
        issued_at: found.issued_at,
        alerts: found.alerts.into_iter().map(|row| lines::alert(lang, row)).collect(),
        events: found.events.into_iter().map(lines::happened).collect(),
        notes,
        limits: lines::limits(services, lang),
        megabytes: MAX_SIZE / 1024 / 1024,
        values,
        kept,
        refused,
        stale: status == StatusCode::CONFLICT,
    };
    answer::page(context, area(place), status, number, move || one_view(&page)).await
}

pub(super) async fn act(
    context: Context,
    State(state): State<AppState>,
    At(id): At<Uuid>,
    Form(posted): Posted,
) -> Result<Response, PageError> {
    let actor = context.require(Role::Supervisor)?.actor();
    let typed = typed(posted);
    let text = |name: &str| typed.get(name).map(String::as_str).unwrap_or_default();
    let days = text("workdays").parse().unwrap_or_default();
    let action = match text("action") {
        "accept" => OrderAction::Accept,
        "send_back" => OrderAction::SendBack(days),
        "escalate" => OrderAction::Escalate(days),
        "close" => OrderAction::Close,
        _ => return Err(PageError::not_found()),
    };
    let deed = Deed { action, words: text("words").to_owned(), files: Vec::new() };
    let version = text("version").parse().unwrap_or_default();
    match watch::act(&state.services, &actor, id, version, deed).await {
        Ok(()) => {
            let flash = Flash::done("已处理，记入经过。", "Done; it stands in the history.");
            context.redirect_with(flash, &Place::Supervise.order(&id.to_string())).await
        }
        Err(error) => {
            let again = Again::because(typed, error)?;
            shown(&context, &state, &actor, Place::Supervise, id, again).await
        }
    }
}

pub(super) async fn note(
    context: Context,
    State(state): State<AppState>,
    At(id): At<Uuid>,
    Form(posted): Posted,
) -> Result<Response, PageError> {
    let actor = context.require(Role::Supervisor)?.actor();
    let typed = typed(posted);
    let text = typed.get("note").cloned().unwrap_or_default();
    match watch::note(&state.services, &actor, Subject::Order(id), &text).await {
        Ok(()) => context.redirect_with(alerts::noted(), &Place::Supervise.order(&id.to_string())).await,
        Err(error) => {
            let again = Again::because(typed, error)?;
            shown(&context, &state, &actor, Place::Supervise, id, again).await
        }
    }
}
