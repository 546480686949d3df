//! Who does something with a certificate, when, why and in which case.

use chrono::{DateTime, NaiveDate, Utc};
use domain::certificate::Operation;
use domain::field_error::{FieldCode, FieldError};
use domain::permission::{Actor, Role};
use uuid::Uuid;

use crate::{Error, Portal, Result};

/// Most characters of a reason.
pub const REASON_MAX: usize = 500;

/// Who does something with a certificate, when, why and in which case.
#[derive(Clone, Debug)]
pub struct Occasion<'a> {
    /// Who.
    pub actor: &'a Actor,
    /// When.
    pub at: DateTime<Utc>,
    /// On which day of the city.
    pub today: NaiveDate,
    /// Why; staff must say so.
    pub reason: String,
    /// In which case.
    pub case: Option<Uuid>,
}

impl<'a> Occasion<'a> {
    /// Now, outside any case.
    pub fn now(portal: &Portal, actor: &'a Actor, reason: impl Into<String>) -> Self {
        let (at, today) = (portal.clock.now(), portal.clock.today());
        Self { actor, at, today, reason: reason.into().trim().to_owned(), case: None }
    }

    /// Whether the actor may do this to what a department issues, and has said why.
    pub(super) fn may(&self, operation: Operation, department: Option<Uuid>) -> Result<()> {
        may(self.actor, operation, department)?;
        reason_fits(&self.reason, self.actor.role.is_some())
    }
}

/// Whether a reason is there, where it must be, and not too long.
pub(super) fn reason_fits(reason: &str, must: bool) -> Result<()> {
    let length = reason.chars().count();
    let wrong = if length > REASON_MAX {
        Some(FieldCode::TooLong { max: REASON_MAX })
    } else {
        (length == 0 && must).then_some(FieldCode::Missing)
    };
    match wrong {
        Some(code) => Err(Error::invalid(vec![FieldError::new("reason", code)])),
        None => Ok(()),
    }
}

/// Reviewers act on what their department issues, its head alone on what weighs on the holder; the
/// portal acts where a case or the law says so.
///
/// # Errors
/// [`crate::Kind::Denied`].
pub fn may(actor: &Actor, operation: Operation, department: Option<Uuid>) -> Result<()> {
    let own = actor.is(Role::Reviewer) && department.is_some() && actor.department == department;
    let allowed = actor.role.is_none() || own && (actor.head || !operation.needs_head());
    if allowed { Ok(()) } else { Err(Error::denied()) }
}
