//! `POST /api/v1/certificates/{id}/copies` and `POST /api/v1/certificates/copies/verify`

use super::line::StandingBody;
use super::show::key;
use crate::api_v1::body::Body;
use crate::api_v1::caller::Caller;
use crate::api_v1::problem::{ApiError, Problem};
use crate::state::AppState;
use crate::web::receipt::origin;
use axum::Json;
use axum::extract::{Path, State};
use backend::certificates::copies::{self, NewCopy};
use chrono::NaiveDate;
use domain::permission::Role;
use http::{HeaderMap, StatusCode};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// What a copy is for.
#[derive(Deserialize, ToSchema)]
pub(in crate::api_v1) struct CopyWanted {
    /// 用证事由, at most 60 characters.
    #[serde(default)]
    purpose: String,
    /// Last day: at most a year from today, and within the term of the certificate.
    #[serde(default)]
    expires_on: String,
}

/// A copy.
#[derive(Serialize, ToSchema)]
pub(in crate::api_v1) struct CopyBody {
    id: Uuid,
    purpose: String,
    expires_on: NaiveDate,
    /// By which anybody finds out whether it is genuine.
    code: String,
    /// Where that is told.
    verify_url: String,
}

/// 加注件: makes a copy of one's own certificate, for one purpose and until one day.
#[utoipa::path(
    post, path = "/certificates/{id}/copies", tag = "certificates", request_body = CopyWanted, security(("bearer" = [])),
    params(("id" = Uuid, Path)),
    responses(
        (status = 201, description = "Made", body = CopyBody),
        (status = 403, description = "Only for citizens", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "Not one's own", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "No purpose, a wrong day, or a certificate that cannot be relied on", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(in crate::api_v1) async fn make(
    State(app): State<AppState>,
    caller: Caller,
    Path(id): Path<String>,
    headers: HeaderMap,
    Body(wanted): Body<CopyWanted>,
) -> Result<(StatusCode, Json<CopyBody>), ApiError> {
    caller.must_be(Role::Citizen)?;
    let new = NewCopy { purpose: wanted.purpose, expires_on: wanted.expires_on };
    let made = copies::make(&app.services, &caller.actor(), key(&id)?, &new).await?;
    let code = made.code.as_str().to_owned();
    let verify_url = format!("{}/verify/copies?code={code}", origin(&app, &headers));
    let copies::Copy { id, purpose, expires_on, .. } = made;
    Ok((StatusCode::CREATED, Json(CopyBody { id, purpose, expires_on, code, verify_url })))
}

/// What stands on the copy.
#[derive(Deserialize, ToSchema)]
pub(in crate::api_v1) struct CopyCheck {
    /// Spaces, hyphens and small letters do not matter.
    #[serde(default)]
    code: String,
}

/// A genuine copy, and whether it is still good.
#[derive(Serialize, ToSchema)]
pub(in crate::api_v1) struct CheckedCopy {
    /// It may be relied on today, for its purpose.
    valid: bool,
    purpose: String,
    expires_on: NaiveDate,
    /// Its last day is over.
    expired: bool,
    /// The type of the certificate.
    name: String,
    issuer: String,
    holder_masked: String,
    number_masked: Option<String>,
    /// The certificate, as it is today.
    certificate: StandingBody,
}

/// Whether a copy is genuine. Its owner reads in their ledger that somebody asked.
#[utoipa::path(
    post, path = "/certificates/copies/verify", tag = "certificates", request_body = CopyCheck,
    responses(
        (status = 200, description = "Genuine", body = CheckedCopy),
        (status = 404, description = "No copy has this code", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(in crate::api_v1) async fn check(
    State(app): State<AppState>,
    caller: Option<Caller>,
    Body(asked): Body<CopyCheck>,
) -> Result<Json<CheckedCopy>, ApiError> {
    let actor = caller.map(|caller| caller.actor());
    let found = copies::check(&app.services, actor.as_ref(), &asked.code).await?;
    let (valid, certificate) = (found.is_good(), found.certificate);
    Ok(Json(CheckedCopy {
        valid,
        purpose: found.purpose,
        expires_on: found.expires_on,
        expired: found.expired,
        name: certificate.name,
        issuer: certificate.issuer,
        holder_masked: certificate.holder,
        number_masked: certificate.number,
        certificate: StandingBody::new(&certificate.standing, app.services.clock.today()),
    }))
}
