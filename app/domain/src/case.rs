//! 办件: one application of one person for one item, from the draft to the archive.
//!
//! [`decide()`] is the only author of events and [`evolve()`] their only reader; a case is what its
//! events made of it. [`available()`] tells which buttons a page may offer, and asks the very table
//! that `decide` obeys, so a page can never offer what the rules refuse.

mod action;
mod answer;
mod available;
mod decide;
mod event;
mod evolve;
mod refusal;
mod state;
mod status;
mod table;

pub use action::{Action, ActionKind, Enclosed};
pub use answer::NOTE_MAX;
pub use available::available;
pub use decide::{CORRECTION_LIMIT, Context, RECEIPT_LIMIT, decide, handling_dates};
pub use event::{Event, Submission};
pub use evolve::evolve;
pub use refusal::Refusal;
pub use state::{Assignee, Case, Limits, Timing};
pub use status::{Outcome, Status};
