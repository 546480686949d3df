//! 状态表: which action may start where, whose it is, where it leads, what it does to the clocks and
//! by which article. The one place that knows; `docs/casework.md` is printed from it.

mod row;

pub use row::row;

use super::{ActionKind, Status};
use crate::permission::Standing;

/// One row of the state table.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// Where it may start.
    pub from: &'static [Status],
    /// Whose it is.
    pub by: &'static [Standing],
    /// Where it may lead; empty where the status stays as it is.
    pub to: &'static [Status],
    /// What it does to the clocks.
    pub clock: &'static str,
    /// The document that is issued with it.
    pub document: &'static str,
    /// Where the rule comes from.
    pub law: &'static str,
}

/// Whether `action` may start while a case is in `status`.
pub(super) fn starts_from(status: Status, action: ActionKind) -> bool {
    row(action).from.contains(&status)
}

/// Whether an action belongs to somebody who stands to the case like this.
pub(super) fn belongs_to(action: ActionKind, standing: Standing) -> bool {
    row(action).by.contains(&standing)
}
