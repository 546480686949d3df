//! 办件: what happens to a case after it came in, and who may see what of it.
//!
//! Every change takes one path: load, [`domain::case::decide()`], append events, project, count,
//! audit, commit. One place writes all of it.

mod act;
mod amend;
mod colleagues;
mod deed;
mod export;
mod file;
mod filed;
mod list;
mod loaded;
pub(crate) mod record;
mod track;
mod view;
pub(crate) mod words;

pub use act::act;
pub(crate) use act::done;
pub(crate) use colleagues::least_loaded;
pub use colleagues::{Colleague, colleagues};
pub use deed::Deed;
pub use export::{ExportRow, begin_export, export_page};
pub(crate) use file::{case_of, channel_of, dimensions, projection, standing_to};
pub(crate) use filed::{barred, deferrable, filed};
pub use list::{
    AssigneeFilter, CasePage, CaseQuery, CaseRow, ListedItem, Order, by_status, count, items, list,
    of_entity, of_person,
};
pub(crate) use loaded::{Loaded, loaded};
pub use track::{TrackView, track};
pub use view::{
    ApplicantView, CaseMaterial, CaseView, ChangeView, EventView, StepState, StepView, TaskView, UploadRef,
    get,
};

#[cfg(test)]
mod tests;
