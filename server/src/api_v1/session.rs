//! `POST` and `DELETE /api/v1/session`

use super::body::Body;
use super::caller::Caller;
use super::moment::moment;
use super::page::refuse;
use super::problem::{ApiError, Problem};
use crate::state::AppState;
use axum::Json;
use axum::extract::State;
use backend::{Kind, accounts, sessions};
use chrono::{DateTime, FixedOffset};
use domain::field_error::{FieldCode, FieldError};
use domain::permission::Role;
use http::StatusCode;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Who signs in.
#[derive(Deserialize, ToSchema)]
pub(super) struct SignIn {
    /// A sign-in name, or a citizen's identity number.
    #[serde(default)]
    username: String,
    #[serde(default)]
    password: String,
}

/// A session.
#[derive(Serialize, ToSchema)]
pub(super) struct Begun {
    /// For the header `Authorization: Bearer …`.
    token: String,
    /// When it ends whatever happens; earlier when it lies idle.
    expires_at: DateTime<FixedOffset>,
    /// citizen, clerk, reviewer, supervisor, admin or auditor.
    #[schema(value_type = String)]
    role: Role,
    /// The name of the account.
    name: String,
}

/// Signs in.
#[utoipa::path(
    post, path = "/session", tag = "session", request_body = SignIn,
    responses(
        (status = 200, description = "A token", body = Begun),
        (status = 401, description = "Name and password do not fit", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "A field is missing", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn begin(
    State(app): State<AppState>,
    Body(SignIn { username, password }): Body<SignIn>,
) -> Result<Json<Begun>, ApiError> {
    let empty = [("username", username.trim().is_empty()), ("password", password.is_empty())];
    let missing = empty.into_iter().filter(|(_, empty)| *empty);
    refuse(missing.map(|(field, _)| FieldError::new(field, FieldCode::Missing)).collect())?;
    let account = accounts::sign_in(&app.services, &username, &password).await.map_err(|error| {
        if matches!(error.kind(), Kind::Denied) { ApiError::Credentials } else { error.into() }
    })?;
    let (role, name) = (account.role, account.name.clone());
    let (token, session) = sessions::create(&app.services, account).await?;
    Ok(Json(Begun { token: token.reveal().to_owned(), expires_at: moment(session.expires_at), role, name }))
}

/// Signs out: the token is worth nothing from then on.
#[utoipa::path(
    delete, path = "/session", tag = "session", security(("bearer" = [])),
    responses(
        (status = 204, description = "Signed out"),
        (status = 401, description = "No valid token", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn end(State(app): State<AppState>, caller: Caller) -> Result<StatusCode, ApiError> {
    sessions::revoke(&app.services, &caller.session).await?;
    Ok(StatusCode::NO_CONTENT)
}
