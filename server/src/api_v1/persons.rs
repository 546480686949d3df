//! `POST /api/v1/persons/lookup`

mod held;

pub(super) use held::{CertificateBody, DelegationBody, EntitledBody, ExpiringBody};

use super::body::Body;
use super::caller::Caller;
use super::cases::CaseLine;
use super::moment::moment;
use super::problem::{ApiError, Problem};
use super::sought::sought;
use crate::state::AppState;
use app::lang::Lang;
use axum::Json;
use axum::extract::State;
use backend::drafts::OnlineDraft;
use backend::one_number::{self, WholePerson};
use backend::persons::{self, PersonView};
use backend::{Holder, Services};
use chrono::{DateTime, FixedOffset, NaiveDate};
use domain::permission::Role;
use domain::resident_id::ResidentId;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// Whom, and why.
#[derive(Deserialize, ToSchema)]
pub(super) struct Lookup {
    /// As typed: full-width digits, spaces and a small x are taken.
    #[serde(default)]
    id_number: String,
    /// Written into the audit trail and into the ledger that the person reads.
    #[serde(default)]
    reason: String,
}

/// A person with all that the counter needs.
#[derive(Serialize, ToSchema)]
pub(super) struct Found {
    person: PersonBody,
    /// Not finished yet, newest first.
    open_cases: Vec<CaseLine>,
    /// Finished, newest first.
    past_cases: Vec<CaseLine>,
    /// Certificates that no later version replaces, newest first.
    certificates: Vec<CertificateBody>,
    /// What lapses within 60 days, or has lapsed within the year.
    expiring: Vec<ExpiringBody>,
    /// What they may have: first where every condition is met.
    entitled: Vec<EntitledBody>,
    /// Who may act for them, and for whom they may act.
    delegations: Vec<DelegationBody>,
    /// What they have begun online, without its answers.
    drafts: Vec<DraftBody>,
}

/// An application begun online.
#[derive(Serialize, ToSchema)]
struct DraftBody {
    id: Uuid,
    item_id: String,
    item_name: String,
    updated_at: DateTime<FixedOffset>,
}

/// A person, without the number.
#[derive(Serialize, ToSchema)]
struct PersonBody {
    id: Uuid,
    name: String,
    /// First and last four characters.
    id_number_masked: String,
    /// resident, hong_kong, macao, taiwan or foreign.
    kind: String,
    /// male or female.
    sex: Option<String>,
    /// Completed years.
    age: Option<u32>,
    phone_masked: Option<String>,
    hukou_division: Option<String>,
    residence_division: Option<String>,
    /// The day of death: nothing new begins in their name then.
    died_on: Option<NaiveDate>,
}

/// Finds a person by number. A clerk's right; who asked and why is written down.
#[utoipa::path(
    post, path = "/persons/lookup", tag = "persons", request_body = Lookup, security(("bearer" = [])),
    responses(
        (status = 200, description = "The person, with cases, certificates, delegations and what they may have", body = Found),
        (status = 403, description = "Only for clerks", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "Nobody is recorded under this number", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "A wrong number, or no reason", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn lookup(
    State(app): State<AppState>,
    caller: Caller,
    Body(asked): Body<Lookup>,
) -> Result<Json<Found>, ApiError> {
    caller.must_be(Role::Clerk)?;
    let services = &app.services;
    let number = ResidentId::parse(&asked.id_number, services.clock.today());
    let number = sought(("id_number", &asked.id_number), number, &asked.reason)?;
    let found = persons::find_by_number(services, &number).await?;
    let holder = found.as_ref().map(|person| Holder::Person(person.id));
    one_number::looked_up(services, &caller.actor(), holder, asked.reason.trim()).await?;
    let person = found.ok_or_else(ApiError::not_found)?;
    let whole = one_number::person(services, &caller.actor(), person.id).await?;
    Ok(Json(Found::new(services, caller.lang, whole, &number)))
}

impl Found {
    fn new(services: &Services, lang: Lang, whole: WholePerson, number: &ResidentId) -> Self {
        let today = services.clock.today();
        let lines = |cases: Vec<_>| cases.into_iter().map(CaseLine::from).collect();
        let agents = whole.agents.iter().map(|one| DelegationBody::given(one, today));
        let principals = whole.principals.iter().map(|one| DelegationBody::received(one, today));
        let delegations = agents.chain(principals).collect();
        let draft = |draft: &OnlineDraft| {
            let card = services.catalogue.card(&draft.item_id);
            let name = card.map(|card| lang.pick(&card.name, &card.name_en).to_owned());
            DraftBody {
                id: draft.id,
                item_id: draft.item_id.clone(),
                item_name: name.unwrap_or_default(),
                updated_at: moment(draft.updated_at),
            }
        };
        Self {
            certificates: whole
                .certificates
                .iter()
                .map(|one| CertificateBody::new(lang, one, today))
                .collect(),
            expiring: whole.expiring.iter().map(|one| ExpiringBody::new(lang, one)).collect(),
            entitled: whole.entitled.iter().map(|one| EntitledBody::new(lang, one)).collect(),
            drafts: whole.online.iter().map(draft).collect(),
            delegations,
            person: PersonBody::new(whole.person, number, today, whole.died_on),
            open_cases: lines(whole.open),
            past_cases: lines(whole.past),
        }
    }
}

impl PersonBody {
    /// The age, not the day of birth: with the masked number it would give most of the number away.
    fn new(person: PersonView, number: &ResidentId, today: NaiveDate, died_on: Option<NaiveDate>) -> Self {
        Self {
            id: person.id,
            name: person.name,
            id_number_masked: person.number_masked,
            kind: person.kind,
            sex: person.sex,
            age: Some(number.age_on(today)),
            phone_masked: person.phone_masked,
            hukou_division: person.hukou_division,
            residence_division: person.residence_division,
            died_on,
        }
    }
}
