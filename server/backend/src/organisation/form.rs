//! The forms of the organisation, as typed, and what is wrong with them.

mod department;
mod hall;
mod window;

pub use department::DepartmentForm;
pub use hall::HallForm;
pub(super) use hall::wrong_division;
pub use window::WindowForm;

use domain::field_error::{FieldCode, FieldError};

use crate::{Error, Result};

/// Reads fields one by one and keeps what is wrong.
#[derive(Default)]
pub(crate) struct Reading(Vec<FieldError>);

impl Reading {
    pub(crate) fn wrong(&mut self, field: &str, code: impl Into<FieldCode>) {
        self.0.push(FieldError::new(field, code));
    }

    /// A text that must be there.
    pub(crate) fn text(&mut self, field: &str, typed: &str, max: usize) -> String {
        if typed.trim().is_empty() {
            self.wrong(field, FieldCode::Missing);
        }
        self.optional(field, typed, max).unwrap_or_default()
    }

    /// A text that may be there.
    pub(crate) fn optional(&mut self, field: &str, typed: &str, max: usize) -> Option<String> {
        let text = typed.trim();
        if text.chars().count() > max {
            self.wrong(field, FieldCode::TooLong { max });
        }
        (!text.is_empty()).then(|| text.to_owned())
    }

    pub(crate) fn done(self) -> Result<()> {
        if self.0.is_empty() { Ok(()) } else { Err(Error::invalid(self.0)) }
    }
}
