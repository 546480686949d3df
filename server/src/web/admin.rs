//! The administrator's pages: people, places, catalogue and calendar.

mod account_fields;
mod administrator;
mod calendar;
mod certificates;
mod department;
mod departments;
mod eligibility;
mod hall;
mod halls;
pub(in crate::web) mod import;
mod item;
mod items;
mod overview;
mod promises;
mod staff;
mod staff_form;
pub(super) mod typed;
pub(in crate::web) mod upload;
mod version;
mod versions;
mod window;
mod windows;

use crate::state::AppState;
use crate::web::absences;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};

/// The addresses of this area.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/admin", get(overview::page))
        .merge(people())
        .merge(places())
        .merge(catalogue())
        .merge(absences::routes())
}

fn people() -> Router<AppState> {
    Router::new()
        .route("/admin/staff", get(staff::list).post(staff_form::create))
        .route("/admin/staff/new", get(staff_form::blank))
        .route("/admin/staff/{id}", get(staff_form::show).post(staff_form::edit))
        .route("/admin/staff/{id}/password", post(staff_form::password))
        .route("/admin/staff/{id}/active", post(staff_form::active))
        .route("/admin/promises", get(promises::list))
        .route("/admin/promises/{id}/lift", post(promises::lift))
        .route("/admin/departments", get(departments::list).post(department::create))
        .route("/admin/departments/new", get(department::blank))
        .route("/admin/departments/{id}", get(department::show).post(department::edit))
        .route("/admin/departments/{id}/active", post(department::active))
}

fn places() -> Router<AppState> {
    Router::new()
        .route("/admin/halls", get(halls::list).post(hall::create))
        .route("/admin/halls/new", get(hall::blank))
        .route("/admin/halls/{id}", get(hall::show).post(hall::edit))
        .route("/admin/halls/{id}/active", post(hall::active))
        .route("/admin/halls/{id}/windows", post(window::create))
        .route("/admin/halls/{id}/windows/new", get(window::blank))
        .route("/admin/halls/{id}/windows/{window}", get(window::show).post(window::edit))
        .route("/admin/halls/{id}/windows/{window}/active", post(window::active))
}

fn catalogue() -> Router<AppState> {
    let imports = Router::new()
        .route("/admin/items/import", get(import::blank).post(import::take))
        .route("/admin/calendar", get(calendar::page).post(calendar::take))
        .layer(DefaultBodyLimit::max(upload::BYTES));
    Router::new()
        .route("/admin/items", get(items::list))
        .route("/admin/items/{id}", get(item::show).post(item::edit))
        .route("/admin/items/{id}/versions", get(versions::list).post(versions::begin))
        .route("/admin/items/{id}/taking", post(versions::taking))
        .route("/admin/items/{id}/versions/{n}", get(version::show).post(version::edit))
        .route("/admin/items/{id}/versions/{n}/recall", post(versions::recall))
        .route("/admin/eligibility", get(eligibility::all).post(eligibility::set))
        .route("/admin/items/{id}/eligibility", get(eligibility::what_if).post(eligibility::try_out))
        .route("/admin/lint", get(items::lint))
        .route("/admin/certificates", get(certificates::list))
        .merge(imports)
}
