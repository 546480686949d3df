//! `GET /api/v1/certificates/{id}`

use super::line::StandingBody;
use super::show::key;
use crate::api_v1::caller::Caller;
use crate::api_v1::problem::{ApiError, Problem};
use crate::state::AppState;
use axum::Json;
use axum::extract::{Path, State};
use backend::certificates::present::{mask, mask_own};
use backend::certificates::{Certificate, CertificateKind, kind, register, wallet};
use chrono::NaiveDate;
use domain::certificate::OID_ROOT;
use domain::permission::Role;
use serde::Serialize;
use std::collections::BTreeMap;
use utoipa::ToSchema;
use uuid::Uuid;

/// A certificate.
#[derive(Serialize, ToSchema)]
pub(in crate::api_v1) struct OneCertificate {
    id: Uuid,
    /// The type: `EC_IDCARD`.
    code: String,
    name: String,
    name_en: Option<String>,
    /// 电子证照标识 with its root.
    identifier: String,
    version: i32,
    /// 证照编号, masked: four characters at each end for its holder, one for staff.
    number_masked: Option<String>,
    issuer: String,
    issuer_code: String,
    issued_on: NaiveDate,
    #[serde(flatten)]
    standing: StandingBody,
    /// Why it has its status.
    status_reason: Option<String>,
    /// Its own particulars by key, to its holder; null to staff.
    #[schema(value_type = Option<Object>)]
    fields: Option<BTreeMap<String, String>>,
}

/// One certificate: a citizen's own, or what the reviewer's department issued; the latter stands in
/// the holder's ledger.
#[utoipa::path(
    get, path = "/certificates/{id}", tag = "certificates", security(("bearer" = [])),
    params(("id" = Uuid, Path)),
    responses(
        (status = 200, description = "The certificate", body = OneCertificate),
        (status = 403, description = "Only for citizens and reviewers", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "None, or not theirs to see", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(in crate::api_v1) async fn one(
    State(app): State<AppState>,
    caller: Caller,
    Path(id): Path<String>,
) -> Result<Json<OneCertificate>, ApiError> {
    let (services, actor, id) = (&app.services, caller.actor(), key(&id)?);
    let today = services.clock.today();
    match caller.session.account.role {
        Role::Citizen => {
            let found = wallet::one(services, &actor, id).await?;
            let kind = kind(&services.db.read, &found.code).await?;
            let (number, fields) = (found.number.as_deref().map(mask_own), found.data.clone());
            Ok(Json(OneCertificate { fields: Some(fields), ..body(found, kind, number, today) }))
        }
        Role::Reviewer => {
            let found = register::detail(services, &actor, id).await?;
            let number = found.certificate.number.as_deref().map(mask);
            Ok(Json(body(found.certificate, found.kind, number, today)))
        }
        Role::Clerk | Role::Supervisor | Role::Admin | Role::Auditor => Err(ApiError::denied()),
    }
}

fn body(
    found: Certificate,
    kind: CertificateKind,
    number_masked: Option<String>,
    today: NaiveDate,
) -> OneCertificate {
    OneCertificate {
        id: found.id,
        code: found.code,
        name: kind.name,
        name_en: kind.name_en,
        identifier: format!("{OID_ROOT}{}", found.identifier),
        version: found.version,
        number_masked,
        issuer: found.issuer,
        issuer_code: found.issuer_code,
        issued_on: found.issued_on,
        standing: StandingBody::new(&found.standing, today),
        status_reason: found.status_reason,
        fields: None,
    }
}
