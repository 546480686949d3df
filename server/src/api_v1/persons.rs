//! `POST /api/v1/persons/lookup`

use super::body::Body;
use super::caller::Caller;
use super::cases::CaseLine;
use super::page::refuse;
use super::problem::{ApiError, Problem};
use crate::state::AppState;
use axum::Json;
use axum::extract::State;
use backend::audit::{self, Entry};
use backend::persons::{self, PersonView};
use domain::field_error::{FieldCode, FieldError};
use domain::permission::Role;
use domain::resident_id::ResidentId;
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;
use uuid::Uuid;

/// Whom, and why.
#[derive(Deserialize, ToSchema)]
pub(super) struct Lookup {
    /// As typed: full-width digits, spaces and a small x are taken.
    #[serde(default)]
    id_number: String,
    /// Written into the audit trail.
    #[serde(default)]
    reason: String,
}

/// A person and their cases.
#[derive(Serialize, ToSchema)]
pub(super) struct Found {
    person: PersonBody,
    /// Not finished yet, newest first.
    open_cases: Vec<CaseLine>,
    /// Finished, newest first.
    past_cases: Vec<CaseLine>,
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
}

/// Finds a person by number. A clerk's right; who asked and why is written down.
#[utoipa::path(
    post, path = "/persons/lookup", tag = "persons", request_body = Lookup, security(("bearer" = [])),
    responses(
        (status = 200, description = "The person, with open and past cases", body = Found),
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
    let number = checked(&asked, services.clock.today())?;
    let found = persons::find_by_number(services, &number).await?;
    let subject =
        found.as_ref().map_or_else(|| "person/unknown".to_owned(), |person| format!("person/{}", person.id));
    let entry = Entry::new(&caller.actor(), "person.lookup", subject)
        .detail(json!({ "reason": asked.reason.trim() }));
    audit::record(&services.db.write, services.clock.now(), entry).await?;
    let person = found.ok_or_else(ApiError::not_found)?;
    let cases = backend::cases::of_person(services, &caller.actor(), person.id).await?;
    let (open, past): (Vec<_>, Vec<_>) = cases.into_iter().partition(|case| case.status.is_open());
    let lines = |cases: Vec<_>| cases.into_iter().map(CaseLine::from).collect();
    let person = PersonBody::new(person, &number, services.clock.today());
    Ok(Json(Found { person, open_cases: lines(open), past_cases: lines(past) }))
}

fn checked(asked: &Lookup, today: chrono::NaiveDate) -> Result<ResidentId, ApiError> {
    let number = ResidentId::parse(&asked.id_number, today);
    let mut errors = Vec::new();
    if let Err(error) = number {
        let empty = asked.id_number.trim().is_empty();
        errors.push(FieldError::new("id_number", if empty { FieldCode::Missing } else { error.into() }));
    }
    if asked.reason.trim().is_empty() {
        errors.push(FieldError::new("reason", FieldCode::Missing));
    }
    refuse(errors)?;
    number.map_err(|error| ApiError::invalid("id_number", error.into()))
}

impl PersonBody {
    /// The age, not the day of birth: with the masked number it would give most of the number away.
    fn new(person: PersonView, number: &ResidentId, today: chrono::NaiveDate) -> Self {
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
        }
    }
}
