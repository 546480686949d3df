//! 死亡登记: from its day on nothing new begins in somebody's name (民法典 art. 13).

use chrono::NaiveDate;
use domain::field_error::{FieldCode, FieldError};
use domain::permission::{Actor, Role};
use entity::person;
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait as _};
use serde_json::json;
use uuid::Uuid;

use crate::audit::{self, Entry};
use crate::certificates::{self, Occasion};
use crate::{Error, Portal, Result, persons};

/// Records a death as a registry reports it, in the caller's transaction, and ends the certificates
/// that nobody holds after death. Reported twice, the later report holds.
///
/// # Errors
/// [`crate::Kind::Denied`] to all but administrators and the portal; [`crate::Kind::Invalid`] for a
/// day to come or before birth; [`crate::Kind::NotFound`] for an unknown person.
pub async fn record(
    tx: &impl ConnectionTrait,
    portal: &Portal,
    actor: &Actor,
    id: Uuid,
    died_on: NaiveDate,
) -> Result<()> {
    if !matches!(actor.role, Some(Role::Admin) | None) {
        return Err(Error::denied());
    }
    let known = persons::row(tx, id).await?;
    let wrong = |code| Err(Error::invalid(vec![FieldError::new("died_on", code)]));
    if died_on > portal.clock.today() {
        return wrong(FieldCode::Future);
    }
    if known.birth_date.is_some_and(|birth| died_on < birth) {
        return wrong(FieldCode::Date);
    }
    let change = person::ActiveModel { id: Set(id), died_on: Set(Some(died_on)), ..Default::default() };
    person::Entity::update(change).exec(tx).await?;
    let entry = Entry::new(actor, "person.death", format!("person/{id}"));
    audit::record(tx, portal.clock.now(), entry.detail(json!({ "on": died_on }))).await?;
    let itself = Actor::portal();
    certificates::end_with_holder(tx, &Occasion::now(portal, &itself, "持证人死亡"), id).await?;
    Ok(())
}

/// The day somebody died, if they did.
///
/// # Errors
/// [`crate::Kind::NotFound`] for an unknown person.
pub async fn died_on(portal: &Portal, person: Uuid) -> Result<Option<NaiveDate>> {
    Ok(persons::row(&portal.db.read, person).await?.died_on)
}

/// Refuses to begin anything in the name of somebody dead.
///
/// # Errors
/// [`crate::Kind::Invalid`] at `field`, with the day.
pub fn living(person: &person::Model, field: &str) -> Result<()> {
    match person.died_on {
        Some(on) => Err(Error::invalid(vec![FieldError::new(field, FieldCode::Died { on })])),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests;
