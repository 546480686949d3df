//! `POST /api/v1/certificates/{id}/present`

use crate::api_v1::caller::Caller;
use crate::api_v1::moment::moment;
use crate::api_v1::problem::{ApiError, Problem};
use crate::state::AppState;
use crate::web::receipt::origin;
use axum::Json;
use axum::extract::{Path, State};
use backend::certificates::present as presenting;
use chrono::{DateTime, FixedOffset};
use domain::permission::Role;
use http::{HeaderMap, StatusCode};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// A code to be shown.
#[derive(Serialize, ToSchema)]
pub(in crate::api_v1) struct Shown {
    /// The secret in the address.
    token: String,
    /// The address for the QR code. Whoever opens it in time sees the least that tells whether the
    /// certificate is good.
    url: String,
    /// At most sixty seconds from now.
    expires_at: DateTime<FixedOffset>,
}

/// 亮证: makes a code for one's own certificate. An earlier one of the same certificate lapses.
#[utoipa::path(
    post, path = "/certificates/{id}/present", tag = "certificates", security(("bearer" = [])),
    params(("id" = Uuid, Path)),
    responses(
        (status = 201, description = "Made", body = Shown),
        (status = 403, description = "Only for citizens", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "Not one's own", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "It cannot be relied on: expired, superseded, suspended, revoked …", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(in crate::api_v1) async fn present(
    State(app): State<AppState>,
    caller: Caller,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Result<(StatusCode, Json<Shown>), ApiError> {
    caller.must_be(Role::Citizen)?;
    let made = presenting::present(&app.services, &caller.actor(), key(&id)?).await?;
    let token = made.token.reveal().to_owned();
    let url = format!("{}/present/{token}", origin(&app, &headers));
    Ok((StatusCode::CREATED, Json(Shown { token, url, expires_at: moment(made.expires_at) })))
}

/// What is no key leads to nothing.
pub(super) fn key(text: &str) -> Result<Uuid, ApiError> {
    text.parse().map_err(|_| ApiError::not_found())
}
