//! Who applied.

use crate::crypto::Field;
use crate::{Error, Result, Services};
use domain::resident_id::ResidentId;
use entity::person;
use sea_orm::EntityTrait as _;
use uuid::Uuid;

/// Who applied, without the number itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApplicantView {
    /// The person.
    pub person_id: Uuid,
    /// The name.
    pub name: String,
    /// First four and last four characters of the number.
    pub masked_number: String,
}

pub(super) async fn applicant(services: &Services, id: Uuid) -> Result<ApplicantView> {
    let row = person::Entity::find_by_id(id).one(&services.db.read).await?.ok_or_else(Error::not_found)?;
    let number = services.keys.open(Field::PERSON_NUMBER.of(row.id), &row.id_cipher)?;
    let masked_number =
        ResidentId::parse(&number, services.clock.today()).map(|number| number.masked()).unwrap_or_default();
    Ok(ApplicantView { person_id: row.id, name: row.name, masked_number })
}
