//! 查验 by the identifier of a certificate, open to everybody.

use domain::field_error::{FieldCode, FieldError};
use domain::permission::{Actor, Role};

use crate::certificates::{Verified, verify};
use crate::{Error, Kind, Result, Services};

/// Verifies a certificate by its identifier, as typed, with or without the root. The holder reads in
/// the ledger which member of staff asked, or that it was the public.
///
/// # Errors
/// As [`verify`].
pub async fn inspect(services: &Services, viewer: Option<&Actor>, identifier: &str) -> Result<Verified> {
    let staff = viewer.filter(|actor| actor.role.is_some_and(Role::is_staff));
    verify(services, staff, identifier).await.map_err(parted)
}

/// An identifier has no length of its own, but parts.
fn parted(error: Error) -> Error {
    match error.kind() {
        Kind::Invalid(errors) if errors.iter().any(|error| error.code == FieldCode::Length) => {
            Error::invalid(vec![FieldError::new("identifier", FieldCode::Parts)])
        }
        _ => error,
    }
}
