//! 证照台账 of a reviewer's department.

mod issue;
mod one;

use crate::state::AppState;
use crate::web::context::Context;
use crate::web::desk::answer;
use crate::web::error::PageError;
use app::lang::Lang;
use app::pages::review::certificates::{
    Narrowed, RegisterPage, Row, Search, listed_name, register as view, title,
};
use app::shell::Area;
use app::ui::certificate::State as Standing;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post};
use axum::{Form, Router};
use backend::certificates::register::{self, Listed, RegisterQuery, own_kinds};
use backend::certificates::{self, CertificateKind, Summary};
use backend::{Error, Kind};
use chrono::NaiveDate;
use domain::certificate::Status;
use domain::field_error::FieldError;
use domain::permission::Role;
use serde::Deserialize;

/// What the filter offers, in its order.
const LISTS: [&str; 10] = [
    "all",
    "ending",
    "expired",
    "valid",
    "suspended",
    "withdrawn",
    "cancelled",
    "lapsed",
    "revoked",
    "superseded",
];

/// The addresses of these pages.
pub(super) fn routes() -> Router<AppState> {
    Router::new()
        .route("/review/certificates", get(list))
        .route("/review/certificates/search", post(search))
        .route("/review/certificates/new", get(issue::blank).post(issue::issue))
        .route("/review/certificates/{id}", get(one::show))
        .route("/review/certificates/{id}/actions", post(one::act))
}

/// The address as it comes.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Wanted {
    code: String,
    listed: String,
    identifier: String,
    page: String,
}

/// A search as it comes.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Sought {
    holder: String,
    reason: String,
}

async fn list(
    context: Context,
    State(state): State<AppState>,
    Query(wanted): Query<Wanted>,
) -> Result<Response, PageError> {
    show(&context, &state, &wanted, None).await
}

async fn search(
    context: Context,
    State(state): State<AppState>,
    Form(sought): Form<Sought>,
) -> Result<Response, PageError> {
    show(&context, &state, &Wanted::default(), Some(sought)).await
}

async fn show(
    context: &Context,
    state: &AppState,
    wanted: &Wanted,
    sought: Option<Sought>,
) -> Result<Response, PageError> {
    let (lang, services) = (context.lang, &state.services);
    let actor = context.require(Role::Reviewer)?.actor();
    let kinds = own_kinds(services, &actor).await?;
    let mut query = query(wanted, &kinds);
    let (mut errors, mut done) = (Vec::new(), false);
    if let Some(sought) = &sought {
        match of_holder(state, &actor, sought).await {
            Ok(holder) => (query.holder, done) = (Some(holder), true),
            Err(error) => errors = invalid(error)?,
        }
    }
    let found = match register::register(services, &actor, &query).await {
        Ok(found) => found,
        Err(error) => {
            errors = invalid(error)?;
            register::RegisterPage::default()
        }
    };
    let today = services.clock.today();
    let sought = sought.filter(|_| !done).unwrap_or_default();
    let page = RegisterPage {
        lang,
        kinds: kinds.into_iter().map(|kind| named(lang, kind)).collect(),
        lists: LISTS.map(|value| (value.to_owned(), listed_name(lang, value).to_owned())).to_vec(),
        narrowed: Narrowed {
            code: query.code.unwrap_or_default(),
            listed: wanted.listed.chars().filter(|c| c.is_ascii_lowercase()).collect(),
            identifier: wanted.identifier.clone(),
            page: query.page,
        },
        search: Search { done, holder: sought.holder, reason: sought.reason },
        rows: found.rows.into_iter().map(|(one, holder)| row(lang, today, one, holder)).collect(),
        more: found.more,
        errors,
    };
    let status = if page.errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    answer::page(context, Area::Review, status, title(lang), move || view(page)).await
}

/// Who has this number; that they were looked up stands in their ledger.
async fn of_holder(
    state: &AppState,
    actor: &domain::permission::Actor,
    sought: &Sought,
) -> Result<backend::Holder, Error> {
    let holder = register::holder_of(&state.services, &sought.holder).await?;
    certificates::search(&state.services, actor, holder, &sought.reason).await?;
    Ok(holder)
}

/// Takes only what the address can mean.
fn query(wanted: &Wanted, kinds: &[CertificateKind]) -> RegisterQuery {
    let listed = match wanted.listed.as_str() {
        "ending" => Listed::Ending,
        "expired" => Listed::Expired,
        "superseded" => Listed::Superseded,
        status => Status::parse(status).map_or(Listed::All, Listed::In),
    };
    RegisterQuery {
        code: kinds.iter().find(|kind| kind.code == wanted.code).map(|kind| kind.code.clone()),
        listed,
        identifier: wanted.identifier.clone(),
        holder: None,
        page: wanted.page.parse().unwrap_or(1).max(1),
    }
}

fn row(lang: Lang, today: NaiveDate, one: Summary, holder: String) -> Row {
    Row {
        id: one.id.to_string(),
        name: lang.pick(&one.name, &one.name_en).to_owned(),
        identifier: one.identifier,
        holder,
        from: one.standing.valid_from,
        until: one.standing.valid_until,
        state: Standing::of(&one.standing, today),
    }
}

/// A type as it is chosen.
fn named(lang: Lang, kind: CertificateKind) -> (String, String) {
    let name = lang.pick(&kind.name, &kind.name_en).to_owned();
    (kind.code, name)
}

/// What is wrong with the fields; any other error is the page's.
fn invalid(error: Error) -> Result<Vec<FieldError>, PageError> {
    match error.kind() {
        Kind::Invalid(errors) => Ok(errors.clone()),
        Kind::NotFound
        | Kind::Denied
        | Kind::Stale { .. }
        | Kind::Refused(_)
        | Kind::Conflict
        | Kind::TooLarge { .. }
        | Kind::WrongType
        | Kind::Full
        | Kind::Unavailable
        | Kind::Internal => Err(error.into()),
    }
}
