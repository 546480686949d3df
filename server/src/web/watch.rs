//! 电子监察 and 督办: alerts, orders and rules of supervision, and the orders to a department.

mod alerts;
mod lines;
mod new_order;
mod of_case;
mod order;
mod orders;
mod reply;
mod rules;

pub(super) use of_case::watched;

use crate::state::AppState;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};

/// The addresses of this area.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/supervise/watch", get(alerts::list))
        .route("/supervise/watch/{id}", get(alerts::one))
        .route("/supervise/watch/{id}/dismiss", post(alerts::dismiss))
        .route("/supervise/watch/{id}/note", post(alerts::note))
        .route("/supervise/orders", get(orders::list).post(new_order::issue))
        .route("/supervise/orders/new", get(new_order::new))
        .route("/supervise/orders/{id}", get(order::one))
        .route("/supervise/orders/{id}/act", post(order::act))
        .route("/supervise/orders/{id}/note", post(order::note))
        .route("/supervise/cases/{case_no}/note", post(alerts::note_on_case))
        .route("/supervise/rules", get(rules::list))
        .route("/supervise/rules/{key}", get(rules::one).post(rules::save))
        .route("/review/orders", get(reply::list))
        .route("/review/orders/{id}", get(reply::one))
        .route("/review/orders/{id}/answer", post(reply::answer).layer(DefaultBodyLimit::disable()))
}
