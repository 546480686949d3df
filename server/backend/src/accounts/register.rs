//! A citizen makes an account.

use domain::{
    field_error::{FieldCode, FieldError},
    permission::Role,
    resident_id::ResidentId,
};
use entity::account;
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait, sea_query::OnConflict};
use uuid::Uuid;

use super::{Account, normalised, of_person, row};
use crate::{
    Error, Portal, Result,
    audit::{self, Entry},
    persons::{self, Contact, NewPerson},
};

/// What a citizen brings to register.
#[derive(Clone)]
pub struct Registration {
    /// Identity number, checked.
    pub number: ResidentId,
    /// Name as on the card.
    pub name: String,
    /// Mobile phone.
    pub phone: String,
    /// Password chosen.
    pub password: String,
    /// Sign-in name; usually none, the number serves.
    pub username: Option<String>,
}

/// Makes an account for a citizen, and records the person where a counter has not done so before.
///
/// # Errors
/// [`crate::Kind::Invalid`]: fields `name`, `phone`, `password`; and `id_number` with the code
/// `taken` alike when the number has an account and when it is recorded under another name, so
/// that nobody learns whose number it is.
pub async fn register_citizen(portal: &Portal, registration: Registration) -> Result<Account> {
    let wrong = errors(portal, &registration);
    if !wrong.is_empty() {
        return Err(Error::invalid(wrong));
    }
    let hash = portal.passwords.hash(&registration.password).await?;
    let tx = portal.db.begin().await?;
    let person = person_of(&tx, portal, &registration).await?;
    let account = insert(&tx, portal, &registration, person, hash).await?;
    let entry = Entry::new(&account.actor(), "account.register", format!("account/{}", account.id));
    audit::record(&tx, portal.clock.now(), entry).await?;
    tx.commit().await?;
    Ok(account)
}

fn errors(portal: &Portal, registration: &Registration) -> Vec<FieldError> {
    let Registration { number: _, name, phone, password, username: _ } = registration;
    let mut errors = Vec::new();
    if name.trim().is_empty() {
        errors.push(FieldError::new("name", FieldCode::Missing));
    } else if name.chars().count() > 50 {
        errors.push(FieldError::new("name", FieldCode::TooLong { max: 50 }));
    }
    if name.contains(char::is_control) {
        errors.push(FieldError::new("name", FieldCode::Character { at: None }));
    }
    if !is_mobile(phone.trim()) {
        errors.push(FieldError::new("phone", FieldCode::Phone));
    }
    errors.extend(portal.passwords.check("password", password));
    errors
}

/// Eleven digits from 13 to 19.
fn is_mobile(phone: &str) -> bool {
    matches!(phone.as_bytes(), [b'1', b'3'..=b'9', rest @ ..] if rest.len() == 9 && rest.iter().all(u8::is_ascii_digit))
}

async fn person_of(tx: &impl ConnectionTrait, portal: &Portal, new: &Registration) -> Result<Uuid> {
    let contact = Contact { phone: Some(new.phone.trim().to_owned()), ..Contact::default() };
    let Some(known) = persons::by_number(tx, &portal.keys, &new.number).await? else {
        let person = NewPerson { number: new.number.clone(), name: new.name.trim().to_owned(), contact };
        return persons::record(tx, portal, person, None).await;
    };
    let has_account = of_person(tx, known.id).await?.is_some();
    if has_account || known.name != new.name.trim() {
        return Err(taken("id_number"));
    }
    persons::update_contact(tx, portal, known.id, contact).await?;
    Ok(known.id)
}

async fn insert(
    tx: &impl ConnectionTrait,
    portal: &Portal,
    new: &Registration,
    person: Uuid,
    hash: String,
) -> Result<Account> {
    let id = Uuid::now_v7();
    let account = account::ActiveModel {
        id: Set(id),
        username: Set(new.username.as_deref().map(normalised)),
        person_id: Set(Some(person)),
        role: Set(Role::Citizen.as_str().to_owned()),
        name: Set(new.name.trim().to_owned()),
        password_hash: Set(hash),
        active: Set(true),
        created_at: Set(portal.clock.now()),
        ..Default::default()
    };
    let once = OnConflict::new().do_nothing().to_owned();
    match account::Entity::insert(account).on_conflict(once).exec_without_returning(tx).await? {
        0 => Err(taken(if new.username.is_some() { "username" } else { "id_number" })),
        _ => row(tx, id).await?.try_into(),
    }
}

#[track_caller]
pub(super) fn taken(field: &str) -> Error {
    Error::invalid(vec![FieldError::new(field, FieldCode::Taken)])
}

impl std::fmt::Debug for Registration {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Registration(…)")
    }
}
