//! Why an action cannot be done. Each refusal is told to the person in words by the pages.

use super::{ActionKind, Status};
use crate::field_error::FieldError;
use thiserror::Error;

/// A rule said no. Nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Refusal {
    /// This person may not do this to this case.
    #[error("{0:?} is not for this person")]
    NotYours(ActionKind),
    /// The case is not where this action could start.
    #[error("{action:?} is not possible while the case is {status:?}")]
    WrongStatus {
        /// What was wanted.
        action: ActionKind,
        /// Where the case stands.
        status: Status,
    },
    /// Somebody else has it in hand.
    #[error("the case is in the hands of someone else")]
    HeldBy(String),
    /// A reason, opinion or remedy is missing.
    #[error("{0} is missing")]
    Missing(&'static str),
    /// What was filled in cannot be taken like this.
    #[error("{} is {}", .0.field, .0.code.as_str())]
    Field(FieldError),
    /// The list of corrections was told before: one full list (行政许可法 art. 32 (4)).
    #[error("corrections were asked for before")]
    CorrectionOnce,
    /// One-step decisions are for 即办件 only.
    #[error("only immediate items are decided in one step")]
    NotImmediate,
    /// The date would lie outside the calendar's reach.
    #[error("no date can be computed")]
    NoDate,
}

impl Refusal {
    /// The code in the API.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotYours(_) => "not_yours",
            Self::WrongStatus { .. } => "wrong_status",
            Self::HeldBy(_) => "held",
            Self::Missing(_) => "missing",
            Self::Field(error) => error.code.as_str(),
            Self::CorrectionOnce => "correction_once",
            Self::NotImmediate => "not_immediate",
            Self::NoDate => "no_date",
        }
    }
}
