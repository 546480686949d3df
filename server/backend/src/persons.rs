//! People: found by their number through the blind index, shown masked.
//!
//! The number itself leaves this module in two ways only: [`reveal`], which writes down who asked
//! and why, and `number_of`, for rules of this package such as routing by household division.

mod mask;
mod reveal;

use chrono::{DateTime, NaiveDate, Utc};
use domain::resident_id::{Kind as NumberKind, ResidentId, Sex};
use entity::person;
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait, QueryFilter, sea_query::OnConflict};
use uuid::Uuid;

pub use mask::{Sight, mask_name, mask_phone};
pub use reveal::{reveal, sight};

use crate::{Error, Portal, Result, crypto::Cell, crypto::Field, crypto::Keys, rotation};

/// A person to be recorded.
#[derive(Clone, Debug)]
pub struct NewPerson {
    /// Identity number, checked.
    pub number: ResidentId,
    /// Name as on the card.
    pub name: String,
    /// How to reach them, and where they live.
    pub contact: Contact,
}

/// What may change about a person. `None` leaves it as it is.
#[derive(Clone, Default)]
pub struct Contact {
    /// Phone number.
    pub phone: Option<String>,
    /// Division of the household register.
    pub hukou_division: Option<String>,
    /// Division they live in.
    pub residence_division: Option<String>,
    /// Street address.
    pub address: Option<String>,
}

/// A person as pages may show them: no number in full, no birth date within the number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonView {
    /// Key.
    pub id: Uuid,
    /// Name.
    pub name: String,
    /// `张*明`, for notices and queue screens.
    pub name_masked: String,
    /// `2203**********402X`, for the person's own pages and the officer in charge.
    pub number_masked: String,
    /// `2****************X`, for notices and everyone else.
    pub number_public: String,
    /// Kind of number: `resident`, `hong_kong`, `macao`, `taiwan`, `foreign`.
    pub kind: String,
    /// Birth date.
    pub birth_date: Option<NaiveDate>,
    /// `male` or `female`.
    pub sex: Option<String>,
    /// `138****5678`.
    pub phone_masked: Option<String>,
    /// Division of the household register.
    pub hukou_division: Option<String>,
    /// Division they live in.
    pub residence_division: Option<String>,
    /// When first recorded.
    pub created_at: DateTime<Utc>,
}

/// The person with this number.
///
/// # Errors
/// When the database cannot be read.
pub async fn find_by_number(portal: &Portal, number: &ResidentId) -> Result<Option<PersonView>> {
    let row = by_number(&portal.db.read, &portal.keys, number).await?;
    row.map(|row| view(&portal.keys, row)).transpose()
}

/// The person with this key.
///
/// # Errors
/// [`crate::Kind::NotFound`] when there is none.
pub async fn get(portal: &Portal, id: Uuid) -> Result<PersonView> {
    view(&portal.keys, row(&portal.db.read, id).await?)
}

/// Records a person. Takes a transaction, since a case or an account usually follows.
///
/// # Errors
/// [`crate::Kind::Conflict`] when the number is recorded already.
pub async fn record(
    tx: &impl ConnectionTrait,
    portal: &Portal,
    new: NewPerson,
    by: Option<Uuid>,
) -> Result<Uuid> {
    let id = Uuid::now_v7();
    // No rotation begins before this is committed, so nobody writes under another version meanwhile.
    let version = rotation::hold(tx, &portal.keys).await?;
    if under_any(tx, &portal.keys, &new.number).await?.is_some() {
        return Err(Error::conflict());
    }
    let row = sealed(portal, id, version, &new, by)?;
    let once = OnConflict::column(person::Column::IdIndex).do_nothing().to_owned();
    let done = person::Entity::insert(row).on_conflict(once).exec_without_returning(tx).await?;
    if done == 0 { Err(Error::conflict()) } else { Ok(id) }
}

fn sealed(
    portal: &Portal,
    id: Uuid,
    version: u32,
    new: &NewPerson,
    by: Option<Uuid>,
) -> Result<person::ActiveModel> {
    let NewPerson { number, name, contact } = new;
    let keys = &portal.keys;
    Ok(person::ActiveModel {
        id: Set(id),
        id_cipher: Set(keys.seal(Field::PERSON_NUMBER.of(id), number.reveal())?),
        id_index: Set(keys.index(Field::PERSON_NUMBER, number.reveal())?),
        kind: Set(kind_name(number.kind()).to_owned()),
        name: Set(name.clone()),
        birth_date: Set(Some(number.birth_date())),
        sex: Set(Some(sex_name(number.sex()).to_owned())),
        phone_cipher: Set(seal(keys, Field::PERSON_PHONE.of(id), contact.phone.as_deref())?),
        hukou_division: Set(contact.hukou_division.clone()),
        residence_division: Set(contact.residence_division.clone()),
        address_cipher: Set(seal(keys, Field::PERSON_ADDRESS.of(id), contact.address.as_deref())?),
        created_at: Set(portal.clock.now()),
        created_by: Set(by),
        died_on: Set(None),
        index_version: Set(i32::try_from(version).map_err(Error::internal)?),
    })
}

/// Changes how a person is reached and where they live; `None` fields stay.
///
/// # Errors
/// [`crate::Kind::NotFound`] when there is no such person.
pub async fn update_contact(
    tx: &impl ConnectionTrait,
    portal: &Portal,
    id: Uuid,
    contact: Contact,
) -> Result<()> {
    let mut change = person::ActiveModel::default();
    if let Some(phone) = contact.phone {
        change.phone_cipher = Set(Some(portal.keys.seal(Field::PERSON_PHONE.of(id), &phone)?));
    }
    if let Some(address) = contact.address {
        change.address_cipher = Set(Some(portal.keys.seal(Field::PERSON_ADDRESS.of(id), &address)?));
    }
    if let Some(division) = contact.hukou_division {
        change.hukou_division = Set(Some(division));
    }
    if let Some(division) = contact.residence_division {
        change.residence_division = Set(Some(division));
    }
    if change == person::ActiveModel::default() {
        return row(tx, id).await.map(drop);
    }
    let done = person::Entity::update_many().set(change).filter(person::COLUMN.id.eq(id)).exec(tx).await?;
    if done.rows_affected == 0 { Err(Error::not_found()) } else { Ok(()) }
}

/// How to reach a person and where they live, in clear: to fill in a form for them.
///
/// # Errors
/// [`crate::Kind::NotFound`] when there is no such person.
pub async fn contact(portal: &Portal, id: Uuid) -> Result<Contact> {
    contact_of(&portal.keys, &row(&portal.db.read, id).await?)
}

/// The same, of a row read already.
pub(crate) fn contact_of(keys: &Keys, row: &person::Model) -> Result<Contact> {
    Ok(Contact {
        phone: open(keys, Field::PERSON_PHONE.of(row.id), row.phone_cipher.as_deref())?,
        hukou_division: row.hukou_division.clone(),
        residence_division: row.residence_division.clone(),
        address: open(keys, Field::PERSON_ADDRESS.of(row.id), row.address_cipher.as_deref())?,
    })
}

/// The row of a person.
pub(crate) async fn row(db: &impl ConnectionTrait, id: Uuid) -> Result<person::Model> {
    person::Entity::find_by_id(id).one(db).await?.ok_or_else(Error::not_found)
}

/// The row of the person with this number.
pub(crate) async fn by_number(
    db: &impl ConnectionTrait,
    keys: &Keys,
    number: &ResidentId,
) -> Result<Option<person::Model>> {
    let found = under_any(db, keys, number).await?;
    // A rotation may have gone by that this server has not noticed yet.
    if found.is_none() && rotation::follow(db, keys).await? {
        return under_any(db, keys, number).await;
    }
    Ok(found)
}

/// In one statement: a row that is being indexed anew is under one version or the other in it.
async fn under_any(
    db: &impl ConnectionTrait,
    keys: &Keys,
    number: &ResidentId,
) -> Result<Option<person::Model>> {
    let indexes = keys.indexes(Field::PERSON_NUMBER, number.reveal());
    Ok(person::Entity::find().filter(person::COLUMN.id_index.is_in(indexes)).one(db).await?)
}

/// The number of a person, for rules of this package. Pages ask [`reveal`].
pub(crate) fn number_of(keys: &Keys, row: &person::Model) -> Result<ResidentId> {
    let number = keys.open(Field::PERSON_NUMBER.of(row.id), &row.id_cipher)?;
    // It was checked when recorded; against the last possible day it cannot lie in the future.
    ResidentId::parse(&number, NaiveDate::MAX).map_err(|error| Error::internal(format!("{error:?}")))
}

/// A row as pages may show it.
pub(crate) fn view(keys: &Keys, row: person::Model) -> Result<PersonView> {
    let number = number_of(keys, &row)?;
    let phone = open(keys, Field::PERSON_PHONE.of(row.id), row.phone_cipher.as_deref())?;
    Ok(PersonView {
        id: row.id,
        name_masked: mask_name(&row.name),
        name: row.name,
        number_masked: Sight::Own.number(&number),
        number_public: Sight::Others.number(&number),
        kind: row.kind,
        birth_date: row.birth_date,
        sex: row.sex,
        phone_masked: phone.as_deref().map(mask_phone),
        hukou_division: row.hukou_division,
        residence_division: row.residence_division,
        created_at: row.created_at,
    })
}

fn seal(keys: &Keys, cell: Cell, plain: Option<&str>) -> Result<Option<String>> {
    plain.map(|plain| keys.seal(cell, plain)).transpose()
}

fn open(keys: &Keys, cell: Cell, sealed: Option<&str>) -> Result<Option<String>> {
    sealed.map(|sealed| Ok(keys.open(cell, sealed)?.to_string())).transpose()
}

fn kind_name(kind: NumberKind) -> &'static str {
    match kind {
        NumberKind::Resident => "resident",
        NumberKind::HongKong => "hong_kong",
        NumberKind::Macao => "macao",
        NumberKind::Taiwan => "taiwan",
        NumberKind::ForeignPermanent => "foreign",
    }
}

fn sex_name(sex: Sex) -> &'static str {
    match sex {
        Sex::Male => "male",
        Sex::Female => "female",
    }
}

impl std::fmt::Debug for Contact {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Contact(…)")
    }
}

#[cfg(test)]
mod tests;
