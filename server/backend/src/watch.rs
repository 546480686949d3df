//! 电子监察: what is found against the rules, and what supervision makes of it.
//!
//! Three ways lead to an alert, and all of them ask the same pure rules: the transaction in which an
//! event of a case is written (`hook`), the worker's round where only time has passed (`sweep`),
//! and a look back over every case after a rule was loaded or changed ([`look_back`]). The key of the
//! table makes one of what is found twice.

mod alerts;
mod book;
mod cards;
mod change;
mod fold;
mod hook;
mod lines;
mod look_back;
mod notes;
mod orders;
mod sweep;
#[cfg(test)]
mod tests;

pub use alerts::{Alert, AlertPage, AlertQuery, AlertState, alert, alerts, dismiss, of_case, of_department};
pub use book::RuleBook;
pub(crate) use book::complete;
pub use cards::{DepartmentCards, cards};
pub use change::{Change, RuleRow, WhatIf, rules, save, what_if};
pub(crate) use hook::hook;
pub use look_back::look_back;
pub use notes::{Note, Subject, note, notes};
pub(crate) use orders::readable;
pub(crate) use orders::time_passes;
pub use orders::{
    Deed, NewOrder, OrderEvent, OrderPage, OrderQuery, OrderRow, OrderView, act, issue, number, order,
    orders, waiting,
};
pub(crate) use sweep::sweep;

use crate::{Error, Result};
use domain::field_error::{FieldCode, FieldError};
use domain::permission::{Actor, Role};
use uuid::Uuid;

/// Most characters of an order, a reply or a note.
pub const WORDS_MAX: usize = 2000;

/// Supervision alone.
fn supervisor(actor: &Actor) -> Result<()> {
    if actor.is(Role::Supervisor) { Ok(()) } else { Err(Error::denied()) }
}

/// The department that an actor heads.
fn headed(actor: &Actor) -> Option<Uuid> {
    actor.department.filter(|_| actor.is(Role::Reviewer) && actor.head)
}

/// Words as they are kept: something, and not too much.
fn words(field: &'static str, text: &str) -> Result<String> {
    let text = text.trim().replace("\r\n", "\n");
    let code = match text.chars().count() {
        0 => FieldCode::Missing,
        n if n > WORDS_MAX => FieldCode::TooLong { max: WORDS_MAX },
        _ => return Ok(text),
    };
    Err(Error::invalid(vec![FieldError::new(field, code)]))
}
