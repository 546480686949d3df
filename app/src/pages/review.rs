//! The department's work list, the case beside it, and what is decided there.

pub mod actions;
pub mod answered;
pub mod case;
pub mod certificates;
pub mod course;
pub mod decision;
pub mod deferral;
pub mod ending;
pub mod filters;
pub mod form;
pub mod hands;
pub mod input;
pub mod interruption;
pub mod list;
pub mod notes;
pub mod offers;
pub mod once;
pub mod opinion;
pub mod pane;
pub mod typed;
pub mod unsent;

pub use crate::ui::changes::Change;
pub use answered::Answered;
pub use course::{Course, Extending, Owed, Promise, Stop};
pub use filters::{ListQuery, Options, Whose};
pub use list::{Counts, ReviewPage, Stale, review};
pub use offers::{Colleague, Offers, OwnStep};
pub use pane::{Answer, Attachment, CasePane, Clock, PaneMaterial, PaneUpload};
pub use typed::Typed;
