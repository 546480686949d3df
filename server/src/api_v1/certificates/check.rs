//! `POST /api/v1/certificates/verify`

use super::line::unfit_code;
use crate::api_v1::body::Body;
use crate::api_v1::caller::Caller;
use crate::api_v1::problem::{ApiError, Problem};
use crate::state::AppState;
use axum::Json;
use axum::extract::State;
use backend::certificates::present::inspect;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What stands on the certificate.
#[derive(Deserialize, ToSchema)]
pub(in crate::api_v1) struct Asked {
    /// 电子证照标识, with or without its root.
    #[serde(default)]
    identifier: String,
}

/// A genuine certificate, and whether it may be relied on.
#[derive(Serialize, ToSchema)]
pub(in crate::api_v1) struct VerifiedCertificate {
    /// It may be relied on today.
    valid: bool,
    /// Why not: superseded, status, not_yet_valid or expired.
    unfit: Option<&'static str>,
    /// valid, suspended, withdrawn, cancelled, lapsed, transferred, revoked or other.
    status: &'static str,
    /// With its root.
    identifier: String,
    /// The type: `EC_IDCARD`.
    code: String,
    name: String,
    name_en: Option<String>,
    issuer: String,
    issuer_code: String,
    issued_on: NaiveDate,
    valid_from: NaiveDate,
    valid_until: Option<NaiveDate>,
    /// Masked of a person, in full of an organisation.
    holder_masked: String,
}

/// Whether a certificate is genuine and good today. Its holder reads in their ledger that somebody asked.
#[utoipa::path(
    post, path = "/certificates/verify", tag = "certificates", request_body = Asked,
    responses(
        (status = 200, description = "Genuine", body = VerifiedCertificate),
        (status = 404, description = "None with this identifier was issued here", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "Not an identifier: parts, characters or check character", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(in crate::api_v1) async fn verify(
    State(app): State<AppState>,
    caller: Option<Caller>,
    Body(asked): Body<Asked>,
) -> Result<Json<VerifiedCertificate>, ApiError> {
    let actor = caller.map(|caller| caller.actor());
    let found = inspect(&app.services, actor.as_ref(), &asked.identifier).await?;
    Ok(Json(VerifiedCertificate {
        valid: found.fit.is_ok(),
        unfit: found.fit.err().map(unfit_code),
        status: found.status.as_str(),
        identifier: found.identifier,
        code: found.code,
        name: found.name,
        name_en: found.name_en,
        issuer: found.issuer,
        issuer_code: found.issuer_code,
        issued_on: found.issued_on,
        valid_from: found.valid_from,
        valid_until: found.valid_until,
        holder_masked: found.holder_masked,
    }))
}
