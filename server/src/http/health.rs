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

/// The database answers, its schema is the one that this program knows, and the portal is not about
/// to stop.
pub async fn ready(State(app): State<AppState>) -> (StatusCode, Json<Value>) {
    let database = app.services.db.ping().await.is_ok();
    let migrations = database && app.services.db.migrations_current().await.unwrap_or(false);
    let ready = migrations && !app.leaving.is_set();
    let status = if ready { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    let word = match (ready, app.leaving.is_set()) {
        (true, _) => "ready",
        (false, true) => "stopping",
        (false, false) => "not_ready",
    };
    (status, Json(json!({ "status": word, "database": database, "migrations": migrations })))
}
