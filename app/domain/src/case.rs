//! 办件: one application of one person for one item, from the draft to the archive.
//!
//! [`decide()`] is the only author of events and [`evolve()`] their only reader; a case is what its
//! events made of it. [`available()`] tells which buttons a page may offer, and asks the very table
//! that `decide` obeys, so a page can never offer what the rules refuse.

mod action;
mod available;
mod correction;
mod dates;
mod decide;
mod duty;
mod event;
mod evolve;
mod kind;
mod refusal;
mod state;
mod status;
pub mod table;
mod work;

pub use action::Action;
pub use available::available;
pub use correction::{Enclosed, Mark, NOTE_MAX, Target};
pub use dates::{DELIVERY_LIMIT, Dates, RECEIPT_LIMIT, handling_dates};
pub use decide::{Context, Filed, decide};
pub use duty::Duty;
pub use event::Event;
pub use evolve::evolve;
pub use kind::ActionKind;
pub use refusal::Refusal;
pub use state::{Assignee, Case, Limits, Timing};
pub use status::{Outcome, Status};
pub use work::{
    Deferral, Delivery, ExtensionRequest, Manner, Procedure, RuleResult, Special, Submission, Task, Work,
};
