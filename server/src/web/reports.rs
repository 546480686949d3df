//! 填报: the head of a department reports, the supervisor judges. Both read evidence and history.

mod evidence;
mod judge;
mod leads;
mod list;
mod one;
mod sent;
mod shown;

use super::context::Context;
use super::error::PageError;
use crate::state::AppState;
use app::lang::Lang;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::get;
use backend::organisation;
use domain::permission::{Actor, Role};
use uuid::Uuid;

/// The addresses of both.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/review/indicators", get(list::of_department))
        .route("/review/indicators/files/{file}", get(evidence::of_department))
        .route(
            "/review/indicators/{entry}",
            get(one::page).post(one::send).layer(DefaultBodyLimit::disable()),
        )
        .route("/supervise/reports", get(list::of_all))
        .route("/supervise/reports/leads", get(leads::page).post(leads::assign))
        .route("/supervise/reports/files/{file}", get(evidence::of_supervisor))
        .route("/supervise/reports/{id}", get(judge::page).post(judge::act))
}

/// The head of a department; to every other reviewer the pages do not exist.
fn head(context: &Context) -> Result<Actor, PageError> {
    let actor = context.require(Role::Reviewer)?.actor();
    if actor.head && actor.department.is_some() { Ok(actor) } else { Err(PageError::not_found()) }
}

fn supervisor(context: &Context) -> Result<Actor, PageError> {
    Ok(context.require(Role::Supervisor)?.actor())
}

/// Departments by key, with their names.
async fn departments(state: &AppState, lang: Lang) -> Result<Vec<(Uuid, String)>, PageError> {
    let all = organisation::departments(&state.services.db).await?;
    Ok(all.iter().map(|one| (one.id, lang.pick(&one.name, &one.name_en).to_owned())).collect())
}

/// The name of a department; empty for none.
fn name_of(departments: &[(Uuid, String)], id: Option<Uuid>) -> String {
    let found = departments.iter().find(|(known, _)| Some(*known) == id);
    found.map(|(_, name)| name.clone()).unwrap_or_default()
}

/// As values of a field to choose from.
fn choices(departments: Vec<(Uuid, String)>) -> Vec<(String, String)> {
    departments.into_iter().map(|(id, name)| (id.to_string(), name)).collect()
}
