//! The one way to see a number in full.

use domain::{
    field_error::{FieldCode, FieldError},
    permission::{Actor, Role},
    resident_id::ResidentId,
};
use serde_json::json;
use uuid::Uuid;

use super::{number_of, row};
use crate::{
    Error, Portal, Result,
    audit::{self, Entry},
};

/// Shows the full number of a person to a clerk or a reviewer, and writes down who asked and why.
///
/// # Errors
/// [`crate::Kind::Denied`] for anyone else; [`crate::Kind::Invalid`] without a `reason`.
pub async fn reveal(portal: &Portal, actor: &Actor, id: Uuid, reason: &str) -> Result<ResidentId> {
    if !actor.is(Role::Clerk) && !actor.is(Role::Reviewer) {
        return Err(Error::denied());
    }
    if reason.trim().is_empty() {
        return Err(Error::invalid(vec![FieldError::new("reason", FieldCode::Missing)]));
    }
    let tx = portal.db.begin().await?;
    let number = number_of(&portal.keys, &row(&tx, id).await?)?;
    let entry = Entry::new(actor, "person.reveal", format!("person/{id}"));
    audit::record(&tx, portal.clock.now(), entry.detail(json!({ "reason": reason.trim() }))).await?;
    tx.commit().await?;
    Ok(number)
}
