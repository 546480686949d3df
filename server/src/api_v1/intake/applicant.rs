//! Whom an application is for: found by number, or recorded on the spot.

use super::super::caller::Caller;
use super::super::problem::ApiError;
use backend::persons::{self, Contact, NewPerson, PersonView};
use backend::{Kind, Services};
use chrono::NaiveDate;
use domain::field_error::{FieldCode, FieldError};
use domain::permission::Role;
use domain::resident_id::ResidentId;
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// Longest name, as at registration.
const NAME: usize = 50;

/// A person as given.
#[derive(Default, Deserialize, ToSchema)]
pub(crate) struct Person {
    /// As typed: full-width digits, spaces and a small x are taken.
    #[serde(default)]
    pub(super) id_number: String,
    #[serde(default)]
    pub(super) name: String,
    #[serde(default)]
    pub(super) phone: String,
}

/// A person whose number is right.
pub(super) struct Checked {
    number: ResidentId,
    name: String,
    phone: String,
}

/// Reads the applicant; `None` with no error stands for the caller themselves.
pub(super) fn checked(
    field: &str,
    person: Option<&Person>,
    caller: &Caller,
    today: NaiveDate,
    errors: &mut Vec<FieldError>,
) -> Option<Checked> {
    let own = caller.session.account.role == Role::Citizen;
    let Some(person) = person.filter(|person| !own || !person.id_number.trim().is_empty()) else {
        if !own {
            errors.push(FieldError::new(format!("{field}.id_number"), FieldCode::Missing));
        }
        return None;
    };
    let number = if person.id_number.trim().is_empty() {
        Err(FieldCode::Missing)
    } else {
        ResidentId::parse(&person.id_number, today).map_err(FieldCode::from)
    };
    if person.name.chars().count() > NAME {
        errors.push(FieldError::new(format!("{field}.name"), FieldCode::TooLong { max: NAME }));
    }
    let phone = domain::intake::digits(&person.phone);
    match number {
        Ok(number) => Some(Checked { number, name: person.name.trim().to_owned(), phone }),
        Err(code) => {
            errors.push(FieldError::new(format!("{field}.id_number"), code));
            None
        }
    }
}

/// Reads the agent. Who acts for others comes to the counter.
pub(super) fn agent(
    person: Option<&Person>,
    caller: &Caller,
    today: NaiveDate,
    errors: &mut Vec<FieldError>,
) -> Option<Checked> {
    let person =
        person.filter(|person| !person.id_number.trim().is_empty() || !person.name.trim().is_empty())?;
    if caller.session.account.role != Role::Clerk {
        errors.push(FieldError::new("agent", FieldCode::Choice));
        return None;
    }
    checked("agent", Some(person), caller, today, errors)
}

/// The person's key. A clerk may record somebody new; a citizen is only ever themselves.
pub(super) async fn recorded(
    services: &Services,
    caller: &Caller,
    field: &str,
    person: Option<Checked>,
) -> Result<Uuid, ApiError> {
    let own = caller.session.account.person_id;
    let Some(person) = person else { return own.ok_or_else(ApiError::denied) };
    let found = persons::find_by_number(services, &person.number).await?;
    if caller.session.account.role == Role::Citizen {
        // Somebody else's number and a number of nobody are answered alike.
        let found = found.filter(|found| Some(found.id) == own).ok_or_else(ApiError::denied)?;
        return same(field, found, &person);
    }
    match found {
        Some(found) => same(field, found, &person),
        None => new(services, caller, field, person).await,
    }
}

fn same(field: &str, found: PersonView, given: &Checked) -> Result<Uuid, ApiError> {
    if given.name.is_empty() || given.name == found.name {
        return Ok(found.id);
    }
    Err(ApiError::invalid(&format!("{field}.name"), FieldCode::Mismatch))
}

async fn new(services: &Services, caller: &Caller, field: &str, given: Checked) -> Result<Uuid, ApiError> {
    if given.name.is_empty() {
        return Err(ApiError::invalid(&format!("{field}.name"), FieldCode::Missing));
    }
    let contact =
        Contact { phone: Some(given.phone.clone()).filter(|phone| !phone.is_empty()), ..Contact::default() };
    let person = NewPerson { number: given.number.clone(), name: given.name.clone(), contact };
    let tx = services.db.begin().await?;
    match persons::record(&tx, services, person, caller.session.account.id.into()).await {
        Ok(id) => {
            tx.commit().await.map_err(backend::Error::from)?;
            Ok(id)
        }
        // Recorded by somebody else in this very moment, and perhaps not committed yet: this waits for it.
        Err(error) if matches!(error.kind(), Kind::Conflict) => {
            tx.commit().await.map_err(backend::Error::from)?;
            let found = persons::find_by_number(services, &given.number).await?;
            same(field, found.ok_or_else(ApiError::not_found)?, &given)
        }
        Err(error) => Err(error.into()),
    }
}
