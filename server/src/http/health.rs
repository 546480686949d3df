//! Whether the process is up, and whether it can do its work.

use crate::state::AppState;
use axum::Json;
use axum::extract::State;
use http::StatusCode;
use serde_json::{Value, json};

/// The process answers.
pub async fn alive() -> Json<Value> {
    Json(json!({ "status": "up" }))
}

/// The database answers, and its schema is the one that this program knows.
pub async fn ready(State(app): State<AppState>) -> (StatusCode, Json<Value>) {
    let database = app.services.db.ping().await.is_ok();
    let migrations = database && app.services.db.migrations_current().await.unwrap_or(false);
    let status = if migrations { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    let word = if migrations { "ready" } else { "not_ready" };
    (status, Json(json!({ "status": word, "database": database, "migrations": migrations })))
}
