//! Who is away: kept by administrators, and by the head of a department for its own reviewers.

use super::address::At;
use super::admin::typed::{Posted, refused, status, typed};
use super::context::{Context, Width};
use super::error::PageError;
use crate::state::AppState;
use app::pages::admin::absences::{AbsenceRow, AbsencesPage, absences as view};
use app::pages::admin::values::Values;
use app::shell::Area;
use app::ui::flash::Flash;
use axum::extract::State;
use axum::response::Response;
use axum::routing::{get, post};
use axum::{Form, Router};
use backend::absences::{self, Absence, Colleague, NewAbsence};
use backend::{Error, Services};
use chrono::NaiveDate;
use domain::field_error::{FieldCode, FieldError};
use domain::permission::{Actor, Role};
use std::collections::BTreeMap;
use uuid::Uuid;

/// The addresses of this area: the same pages for both.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route(ADMIN, get(list).post(add))
        .route("/admin/absences/{id}/remove", post(remove))
        .route(HEAD, get(list).post(add))
        .route("/review/absences/{id}/remove", post(remove))
}

const ADMIN: &str = "/admin/absences";
const HEAD: &str = "/review/absences";

/// Where one keeps absences: for everybody else there is no such page.
struct Place {
    path: &'static str,
    area: Area,
    actor: Actor,
}

fn place(context: &Context) -> Result<Place, PageError> {
    let session = context.signed_in()?;
    let (path, area) =
        if context.path.starts_with(ADMIN) { (ADMIN, Area::Admin) } else { (HEAD, Area::Review) };
    let actor = session.actor();
    let may = if path == ADMIN { actor.is(Role::Admin) } else { actor.is(Role::Reviewer) && actor.head };
    if may { Ok(Place { path, area, actor }) } else { Err(PageError::not_found()) }
}

async fn list(context: Context, State(state): State<AppState>) -> Result<Response, PageError> {
    let place = place(&context)?;
    shown(&context, &state.services, place, Values::default()).await
}

async fn add(
    context: Context,
    State(state): State<AppState>,
    Form(posted): Posted,
) -> Result<Response, PageError> {
    let place = place(&context)?;
    let typed = typed(posted);
    let added = match read(&typed) {
        Ok(new) => absences::add(&state.services, &place.actor, new).await,
        Err(error) => Err(error),
    };
    match added {
        Ok(_) => {
            let flash = Flash::done("已登记。", "It was written down.");
            context.redirect_with(flash, place.path).await
        }
        Err(error) => shown(&context, &state.services, place, refused(typed, error)?).await,
    }
}

async fn remove(
    context: Context,
    State(state): State<AppState>,
    At(id): At<Uuid>,
) -> Result<Response, PageError> {
    let place = place(&context)?;
    absences::remove(&state.services, &place.actor, id).await?;
    context.redirect_with(Flash::done("已撤销。", "It was struck out."), place.path).await
}

/// What was typed; nobody chosen, or no day, is told at the field.
fn read(typed: &BTreeMap<String, String>) -> Result<NewAbsence, Error> {
    let text = |name: &str| typed.get(name).map(|text| text.trim()).unwrap_or_default();
    let mut errors = Vec::new();
    let mut person = |name: &str| {
        let id = text(name).parse::<Uuid>().ok();
        if id.is_none() {
            errors.push(FieldError::new(name, FieldCode::Missing));
        }
        id.unwrap_or_default()
    };
    let (account, deputy) = (person("account"), person("deputy"));
    let mut day = |name: &str| {
        let day = text(name).parse::<NaiveDate>().ok();
        if day.is_none() {
            errors.push(FieldError::new(name, FieldCode::Date));
        }
        day.unwrap_or_default()
    };
    let (since, until) = (day("since"), day("until"));
    if !errors.is_empty() {
        return Err(Error::invalid(errors));
    }
    Ok(NewAbsence { account, deputy, since, until, reason: text("reason").to_owned() })
}

async fn shown(
    context: &Context,
    services: &Services,
    place: Place,
    values: Values,
) -> Result<Response, PageError> {
    let lang = context.lang;
    let Place { path, area, actor } = place;
    let people = absences::people(services, &actor).await?;
    let today = services.clock.today();
    let rows = absences::list(services, &actor).await?;
    let person = |one: Colleague| {
        let department = lang.pick(&one.department, &one.department_en);
        (one.account.to_string(), format!("{} · {department}", one.name))
    };
    let status = status(&values);
    let page = AbsencesPage {
        lang,
        path,
        back: (path == HEAD).then_some("/review"),
        rows: rows.into_iter().map(|one| row(lang, &people, one, today)).collect(),
        people: people.iter().cloned().map(person).collect(),
        today,
        values,
    };
    let mut frame = context.frame(area, lang.t("请假与代班", "Absences"), Width::Full);
    frame.path = path.to_owned();
    Ok(Context::html(status, frame, move || view(page)))
}

fn row(lang: app::lang::Lang, people: &[Colleague], one: Absence, today: NaiveDate) -> AbsenceRow {
    let find = |id: Uuid| people.iter().find(|person| person.account == id);
    let name = |id: Uuid| find(id).map_or_else(|| "—".to_owned(), |person| person.name.clone());
    let department = find(one.account).map(|person| lang.pick(&person.department, &person.department_en));
    AbsenceRow {
        id: one.id.to_string(),
        name: name(one.account),
        department: department.unwrap_or_default().to_owned(),
        deputy: name(one.deputy),
        since: one.since,
        until: one.until,
        reason: one.reason,
        now: one.since <= today,
    }
}
