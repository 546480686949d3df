//! 更正: how a person is reached and where they live is theirs to say, and holds at once. What the
//! identity card and registries say is theirs to change who keep them.

use super::owner;
use crate::audit::{self, Entry};
use crate::persons::{self, Contact};
use crate::{Error, Result, Services};
use chrono::NaiveDate;
use domain::division::DivisionCode;
use domain::field_error::{FieldCode, FieldError};
use domain::intake::{FieldKind, FieldSpec, check_field};
use domain::permission::Actor;
use serde_json::json;

/// Characters of an address.
const ADDRESS_MAX: u16 = 120;

/// What was typed; what is empty stays as it is.
#[derive(Clone, Default)]
pub struct Typed {
    /// A new phone number.
    pub phone: String,
    /// The division they live in now.
    pub residence: String,
    /// A new street address.
    pub address: String,
}

/// Takes corrections of one's own contact data; the names of the fields that changed.
///
/// # Errors
/// [`crate::Kind::Invalid`] for `phone`, `residence` and `address`; [`crate::Kind::NotFound`] to all but
/// citizens.
pub async fn correct(services: &Services, actor: &Actor, typed: &Typed) -> Result<Vec<&'static str>> {
    let person = owner(actor)?;
    let wanted = parsed(services, typed)?;
    let now = persons::contact(services, person).await?;
    let contact = Contact {
        phone: wanted.phone.filter(|new| now.phone.as_ref() != Some(new)),
        residence_division: wanted
            .residence_division
            .filter(|new| now.residence_division.as_ref() != Some(new)),
        address: wanted.address.filter(|new| now.address.as_ref() != Some(new)),
        hukou_division: None,
    };
    let changed = changed(&contact);
    if changed.is_empty() {
        return Ok(changed);
    }
    let tx = services.db.begin().await?;
    persons::update_contact(&tx, services, person, contact).await?;
    // Which fields, never what they said.
    let entry = Entry::new(actor, "person.correct", format!("person/{person}"));
    audit::record(&tx, services.clock.now(), entry.detail(json!({ "fields": changed }))).await?;
    tx.commit().await?;
    Ok(changed)
}

fn changed(contact: &Contact) -> Vec<&'static str> {
    let fields = [
        ("phone", contact.phone.is_some()),
        ("residence", contact.residence_division.is_some()),
        ("address", contact.address.is_some()),
    ];
    fields.into_iter().filter(|(_, there)| *there).map(|(name, _)| name).collect()
}

fn parsed(services: &Services, typed: &Typed) -> Result<Contact> {
    let today = services.clock.today();
    let mut errors = Vec::new();
    let mut answer = |key: &'static str, kind: FieldKind, value: &str| {
        let answer = checked(key, kind, value, today);
        let answer = answer.map_err(|code| errors.push(FieldError::new(key, code))).ok();
        answer.filter(|answer| !answer.is_empty())
    };
    let phone = answer("phone", FieldKind::Phone, &typed.phone);
    let residence = answer("residence", FieldKind::Division, &typed.residence);
    let address = answer("address", FieldKind::Text, &typed.address);
    if residence.as_ref().is_some_and(|code| !known(services, code)) {
        errors.push(FieldError::new("residence", FieldCode::Choice));
    }
    if !errors.is_empty() {
        return Err(Error::invalid(errors));
    }
    Ok(Contact { phone, residence_division: residence, address, hukou_division: None })
}

fn known(services: &Services, code: &str) -> bool {
    DivisionCode::parse(code).is_ok_and(|code| services.reference.place(code).is_some())
}

fn checked(key: &str, kind: FieldKind, value: &str, today: NaiveDate) -> Result<String, FieldCode> {
    let spec = FieldSpec { max: Some(ADDRESS_MAX), ..FieldSpec::new(key, kind) };
    check_field(&spec, value, today)
}

impl std::fmt::Debug for Typed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Typed(…)")
    }
}
