//! `POST /api/v1/entities/lookup`

use super::body::Body;
use super::caller::Caller;
use super::cases::CaseLine;
use super::persons::{CertificateBody, DelegationBody, EntitledBody, ExpiringBody};
use super::problem::{ApiError, Problem};
use super::sought::sought;
use crate::state::AppState;
use app::lang::Lang;
use axum::Json;
use axum::extract::State;
use backend::Holder;
use backend::legal_entities::{self, EntityView, Name};
use backend::one_number::{self, WholeEntity};
use backend::persons::mask_name;
use chrono::NaiveDate;
use domain::credit_code::CreditCode;
use domain::permission::Role;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// Which, and why.
#[derive(Deserialize, ToSchema)]
pub(super) struct EntityLookup {
    /// 统一社会信用代码 as typed.
    #[serde(default)]
    credit_code: String,
    /// Written into the audit trail and into the ledger that the organisation reads.
    #[serde(default)]
    reason: String,
}

/// An organisation with all that the counter needs.
#[derive(Serialize, ToSchema)]
pub(super) struct FoundEntity {
    entity: EntityBody,
    /// Not finished yet, newest first.
    open_cases: Vec<CaseLine>,
    /// Finished, newest first.
    past_cases: Vec<CaseLine>,
    /// Certificates that no later version replaces, newest first.
    certificates: Vec<CertificateBody>,
    /// What lapses within 60 days, or has lapsed within the year.
    expiring: Vec<ExpiringBody>,
    /// What it may have: first where every condition is met.
    entitled: Vec<EntitledBody>,
    /// 经办人 with scope and term.
    agents: Vec<DelegationBody>,
}

/// What is registered of it.
#[derive(Serialize, ToSchema)]
struct EntityBody {
    id: Uuid,
    credit_code: String,
    name: String,
    /// company, institution, association, authority or other.
    kind: &'static str,
    /// active, cancelled or revoked.
    status: &'static str,
    established_on: Option<NaiveDate>,
    division: Option<String>,
    address: Option<String>,
    legal_representative_masked: Option<String>,
    administrator_masked: Option<String>,
}

/// Finds an organisation by credit code. A clerk's right; who asked and why is written down.
#[utoipa::path(
    post, path = "/entities/lookup", tag = "persons", request_body = EntityLookup, security(("bearer" = [])),
    responses(
        (status = 200, description = "The organisation, with who stands for it, cases and certificates", body = FoundEntity),
        (status = 403, description = "Only for clerks", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "None is recorded under this code", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "A wrong code, or no reason", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn lookup(
    State(app): State<AppState>,
    caller: Caller,
    Body(asked): Body<EntityLookup>,
) -> Result<Json<FoundEntity>, ApiError> {
    caller.must_be(Role::Clerk)?;
    let services = &app.services;
    let code = CreditCode::parse(&asked.credit_code);
    let code = sought(("credit_code", &asked.credit_code), code, &asked.reason)?;
    let found = legal_entities::find(services, &code).await?.ok_or_else(ApiError::not_found)?;
    let holder = Some(Holder::Entity(found.id));
    one_number::looked_up(services, &caller.actor(), holder, asked.reason.trim()).await?;
    let whole = one_number::entity(services, &caller.actor(), found.id).await?;
    Ok(Json(FoundEntity::new(caller.lang, whole, services.clock.today())))
}

impl FoundEntity {
    fn new(lang: Lang, whole: WholeEntity, today: NaiveDate) -> Self {
        let lines = |cases: Vec<_>| cases.into_iter().map(CaseLine::from).collect();
        Self {
            certificates: whole
                .certificates
                .iter()
                .map(|one| CertificateBody::new(lang, one, today))
                .collect(),
            expiring: whole.expiring.iter().map(|one| ExpiringBody::new(lang, one)).collect(),
            entitled: whole.entitled.iter().map(|one| EntitledBody::new(lang, one)).collect(),
            agents: whole.agents.iter().map(|one| DelegationBody::given(one, today)).collect(),
            entity: EntityBody::new(whole.entity),
            open_cases: lines(whole.open),
            past_cases: lines(whole.past),
        }
    }
}

impl EntityBody {
    fn new(entity: EntityView) -> Self {
        let masked = |name: Option<Name>| name.map(|one| mask_name(&one.name));
        Self {
            id: entity.id,
            credit_code: entity.code.to_string(),
            name: entity.name,
            kind: entity.kind.as_str(),
            status: entity.status.as_str(),
            established_on: entity.established_on,
            division: entity.division,
            address: entity.address,
            legal_representative_masked: masked(entity.legal_person),
            administrator_masked: masked(entity.administrator),
        }
    }
}
