//! The administrator's pages: people, places, catalogue and calendar.

mod calendar;
mod departments;
mod halls;
mod import;
mod item;
mod items;
mod overview;
mod staff;
mod staff_form;
mod typed;
mod upload;
mod windows;

use crate::state::AppState;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};

/// The addresses of this area.
pub fn routes() -> Router<AppState> {
    Router::new().route("/admin", get(overview::page)).merge(people()).merge(places()).merge(catalogue())
}

fn people() -> Router<AppState> {
    Router::new()
        .route("/admin/staff", get(staff::list).post(staff_form::create))
        .route("/admin/staff/new", get(staff_form::blank))
        .route("/admin/staff/{id}", get(staff_form::show).post(staff_form::edit))
        .route("/admin/staff/{id}/password", post(staff_form::password))
        .route("/admin/staff/{id}/active", post(staff_form::active))
        .route("/admin/departments", get(departments::list).post(departments::create))
        .route("/admin/departments/new", get(departments::blank))
        .route("/admin/departments/{id}", get(departments::show).post(departments::edit))
        .route("/admin/departments/{id}/active", post(departments::active))
}

fn places() -> Router<AppState> {
    Router::new()
        .route("/admin/halls", get(halls::list).post(halls::create))
        .route("/admin/halls/new", get(halls::blank))
        .route("/admin/halls/{id}", get(halls::show).post(halls::edit))
        .route("/admin/halls/{id}/active", post(halls::active))
        .route("/admin/halls/{id}/windows", post(windows::create))
        .route("/admin/halls/{id}/windows/new", get(windows::blank))
        .route("/admin/halls/{id}/windows/{window}", get(windows::show).post(windows::edit))
        .route("/admin/halls/{id}/windows/{window}/active", post(windows::active))
}

fn catalogue() -> Router<AppState> {
    let imports = Router::new()
        .route("/admin/items/import", get(import::blank).post(import::take))
        .route("/admin/calendar", get(calendar::page).post(calendar::take))
        .layer(DefaultBodyLimit::max(upload::BYTES));
    Router::new()
        .route("/admin/items", get(items::list))
        .route("/admin/items/{id}", get(item::show).post(item::edit))
        .route("/admin/lint", get(items::lint))
        .merge(imports)
}
