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
    /// Mends something that was not asked for.
    #[error("only what was asked for can be mended")]
    NotAsked,
    /// One-step decisions are for 即办件 only.
    #[error("only immediate items are decided in one step")]
    NotImmediate,
    /// Only the head of the department may approve, and not what they asked for themselves.
    #[error("somebody else has to approve it")]
    OwnRequest,
    /// An extension was given before: once (行政许可法 art. 42).
    #[error("an extension was given before")]
    ExtendedOnce,
    /// The item allows no extension.
    #[error("this item allows no extension")]
    NoExtension,
    /// The statutory date is past: it is too late to extend it.
    #[error("the date is past")]
    TooLate,
    /// The time for it has not come yet.
    #[error("the time for it has not come")]
    TooEarly,
    /// A step was not finished; the names of the steps.
    #[error("steps are open")]
    StepsOpen(Vec<String>),
    /// No such step is open for this department.
    #[error("no such step is open here")]
    NoStep,
    /// 容缺: what was promised must come before it can be granted.
    #[error("materials that were to follow are still missing")]
    SupplementOwed,
    /// 容缺: something is missing that may not follow later.
    #[error("something is missing that may not follow later")]
    NotDeferrable,
    /// A broken promise stands against the applicant's name: no more on promises until it is mended.
    #[error("the applicant broke a promise before")]
    Barred,
    /// The decision was not made on a promise.
    #[error("nothing was promised")]
    NothingPromised,
    /// The decision was not made by rule.
    #[error("it was not decided by rule")]
    NotByRule,
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
            Self::NotAsked => "not_asked",
            Self::NotImmediate => "not_immediate",
            Self::OwnRequest => "own_request",
            Self::ExtendedOnce => "extended_once",
            Self::NoExtension => "no_extension",
            Self::TooLate => "too_late",
            Self::TooEarly => "too_early",
            Self::StepsOpen(_) => "steps_open",
            Self::NoStep => "no_step",
            Self::SupplementOwed => "supplement_owed",
            Self::NotDeferrable => "not_deferrable",
            Self::Barred => "barred",
            Self::NothingPromised => "nothing_promised",
            Self::NotByRule => "not_by_rule",
            Self::NoDate => "no_date",
        }
    }
}
