//! `POST /api/v1/certificates/search`: a POST, so that no number ever stands in an address or a log.

use super::line::{self, HeldCertificate};
use crate::api_v1::body::Body;
use crate::api_v1::caller::Caller;
use crate::api_v1::page::{Page, refuse};
use crate::api_v1::problem::{ApiError, Problem};
use crate::state::AppState;
use axum::Json;
use axum::extract::State;
use backend::audit::{self, Entry};
use backend::{Holder, Services, certificates, legal_entities, persons};
use domain::credit_code::CreditCode;
use domain::field_error::{FieldCode, FieldError};
use domain::permission::{Actor, Role};
use domain::resident_id::ResidentId;
use serde::Deserialize;
use utoipa::ToSchema;

/// Whose, and why.
#[derive(Deserialize, ToSchema)]
pub(in crate::api_v1) struct Wanted {
    /// Of a person.
    #[serde(default)]
    id_number: String,
    /// Of an organisation.
    #[serde(default)]
    credit_code: String,
    /// Written into the audit trail and into the ledger that the holder reads.
    #[serde(default)]
    reason: String,
}

/// What a holder has: to clerks all of it, to reviewers what their department issued.
#[utoipa::path(
    post, path = "/certificates/search", tag = "certificates", request_body = Wanted, security(("bearer" = [])),
    responses(
        (status = 200, description = "All of them on one page, every version, newest first", body = Page<HeldCertificate>),
        (status = 403, description = "Only for clerks and reviewers", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "Nobody is recorded under this number", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "A wrong number, or no reason", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(in crate::api_v1) async fn search(
    State(app): State<AppState>,
    caller: Caller,
    Body(wanted): Body<Wanted>,
) -> Result<Json<Page<HeldCertificate>>, ApiError> {
    let (services, actor) = (&app.services, caller.actor());
    match caller.session.account.role {
        Role::Clerk | Role::Reviewer => {}
        Role::Citizen | Role::Supervisor | Role::Admin | Role::Auditor => return Err(ApiError::denied()),
    }
    if wanted.reason.trim().is_empty() {
        refuse(vec![FieldError::new("reason", FieldCode::Missing)])?;
    }
    let holder = match holder(services, &wanted).await? {
        Some(holder) => holder,
        None => return Err(nobody(services, &actor, &wanted.reason).await?),
    };
    let held = certificates::search(services, &actor, holder, &wanted.reason).await?;
    Ok(Json(line::page(held, services.clock.today())))
}

async fn holder(services: &Services, wanted: &Wanted) -> Result<Option<Holder>, ApiError> {
    let (number, code) = (wanted.id_number.trim(), wanted.credit_code.trim());
    if number.is_empty() && !code.is_empty() {
        let code = CreditCode::parse(code).map_err(|error| ApiError::invalid("credit_code", error.into()))?;
        return Ok(legal_entities::find(services, &code).await?.map(|found| Holder::Entity(found.id)));
    }
    if number.is_empty() {
        return Err(ApiError::invalid("id_number", FieldCode::Missing));
    }
    let number = ResidentId::parse(number, services.clock.today());
    let number = number.map_err(|error| ApiError::invalid("id_number", error.into()))?;
    Ok(persons::find_by_number(services, &number).await?.map(|found| Holder::Person(found.id)))
}

/// That somebody looked for a number that nobody has is written down too.
async fn nobody(services: &Services, actor: &Actor, reason: &str) -> Result<ApiError, ApiError> {
    let entry = Entry::new(actor, "certificates_searched", "person/unknown")
        .detail(serde_json::json!({ "reason": reason.trim() }));
    audit::record(&services.db.write, services.clock.now(), entry).await?;
    Ok(ApiError::not_found())
}
