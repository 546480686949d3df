//! Admission: how many requests of a kind work at once and how many wait before them. Each kind has
//! places of its own, so that a flood of one leaves the others theirs; who finds the queue full or
//! waits too long is told when to come back, by an answer that was made beforehand.
//!
//! Limits for single accounts or addresses belong in front of [`admit`], with [`Limited::TooMany`].

mod class;
mod gate;

pub use class::Class;
pub use gate::{Full, Gate, Gates, Place};

use super::limited::{COME_BACK, Limited};
use crate::state::AppState;
use crate::web::cookies;
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use metrics::counter;
use std::time::Duration;
use tokio::time::timeout;

/// Middleware: lets a request to its work when there is a place.
pub async fn admit(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let class = Class::of(&request, cookies::session_name(&state));
    enter(&state, class, request, next).await
}

/// Middleware below the pages that are kept: one that has to be made waits for a place.
pub async fn admit_made(State(state): State<AppState>, request: Request, next: Next) -> Response {
    match Class::of(&request, cookies::session_name(&state)) {
        Class::Kept => enter(&state, Class::Public, request, next).await,
        Class::Operations
        | Class::Files
        | Class::Public
        | Class::Citizens
        | Class::Staff
        | Class::Intake
        | Class::Doors
        | Class::Uploads
        | Class::Exports => next.run(request).await,
    }
}

async fn enter(state: &AppState, class: Class, request: Request, next: Next) -> Response {
    let Some(gate) = state.gates.of(class) else { return next.run(request).await };
    let sent = !request.method().is_safe();
    let (path, headers) = (request.uri().path().to_owned(), request.headers().clone());
    let limited = match gate.enter().await {
        Ok(place) => {
            let done = timeout(longest(state, class), next.run(request)).await;
            drop(place);
            match done {
                Ok(response) => return response,
                Err(_) => {
                    refused(class, "work");
                    tracing::warn!(class = class.name(), "the work took too long");
                    Limited::Late { sent }
                }
            }
        }
        Err(full) => {
            refused(class, full.name());
            Limited::Busy { seconds: COME_BACK, sent }
        }
    };
    limited.answer(&path, &headers, state)
}

/// How long the work of a kind may take.
fn longest(state: &AppState, class: Class) -> Duration {
    let limits = &state.limits;
    match class {
        Class::Uploads => limits.upload_time + limits.work_time,
        Class::Exports => limits.export_time,
        Class::Operations
        | Class::Kept
        | Class::Files
        | Class::Public
        | Class::Citizens
        | Class::Staff
        | Class::Intake
        | Class::Doors => limits.work_time,
    }
}

fn refused(class: Class, reason: &'static str) {
    counter!("yihao_admission_refused_total", "class" => class.name(), "reason" => reason).increment(1);
}
