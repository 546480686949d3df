//! Somebody signed in shows once more that it is them, before what cannot be taken back.

use super::row;
use crate::audit::{self, Entry};
use crate::{Error, Portal, Result};
use domain::field_error::{FieldCode, FieldError};
use domain::permission::Actor;

/// Checks the password of who is signed in.
///
/// # Errors
/// [`crate::Kind::Invalid`] for the field `password`; [`crate::Kind::Denied`] without an account.
pub async fn confirm(portal: &Portal, actor: &Actor, password: &str) -> Result<()> {
    let id = actor.account.ok_or_else(Error::denied)?;
    if password.is_empty() {
        return Err(wrong(FieldCode::Missing));
    }
    let account = row(&portal.db.read, id).await?;
    if portal.passwords.fits(password, Some(&account.password_hash)).await? && account.active {
        return Ok(());
    }
    let entry = Entry::new(actor, "account.confirm_refused", format!("account/{id}"));
    audit::record(&portal.db.write, portal.clock.now(), entry).await?;
    Err(wrong(FieldCode::WrongPassword))
}

fn wrong(code: FieldCode) -> Error {
    Error::invalid(vec![FieldError::new("password", code)])
}
