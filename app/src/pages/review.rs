//! The department's work list, the case beside it, and the decision.

pub mod actions;
pub mod answered;
pub mod case;
pub mod decision;
pub mod filters;
pub mod form;
pub mod list;
pub mod once;
pub mod pane;

pub use answered::Answered;
pub use filters::{ListQuery, Options, Whose};
pub use list::{Counts, ReviewPage, Stale, review};
pub use pane::{Answer, CasePane, Clock, PaneMaterial, PaneUpload, Typed};
