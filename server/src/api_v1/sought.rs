//! Whom a look-up is about, and why: both are said, or neither is looked at.

use super::page::refuse;
use super::problem::ApiError;
use domain::field_error::{FieldCode, FieldError};

/// The number, well formed, with a reason given. `field` is the name and the text as typed.
///
/// # Errors
/// A fault for the number and one for a reason that is missing.
pub(super) fn sought<T, E: Into<FieldCode> + Copy>(
    (field, typed): (&'static str, &str),
    parsed: Result<T, E>,
    reason: &str,
) -> Result<T, ApiError> {
    let number =
        parsed.map_err(|error| if typed.trim().is_empty() { FieldCode::Missing } else { error.into() });
    let mut errors: Vec<FieldError> =
        number.as_ref().err().map(|code| FieldError::new(field, *code)).into_iter().collect();
    if reason.trim().is_empty() {
        errors.push(FieldError::new("reason", FieldCode::Missing));
    }
    refuse(errors)?;
    number.map_err(|code| ApiError::invalid(field, code))
}
