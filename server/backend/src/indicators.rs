//! 指标: every indicator as it reads, with its targets, its trend and its way down.
//!
//! The plain numbers are gathered in a few grouped statements, one for each kind of set; every
//! indicator is then a pure function of them (`domain::indicator::catalogue`).

mod book;
mod cases;
mod gather;
mod items;
mod listed;
mod question;
mod reported;
mod settled;
mod snapshot;
mod targets;
mod told;

pub use listed::{ItemLine, Listed, PER_PAGE, Wanted, WindowLine, list_of};
pub use reported::Reported;
pub use snapshot::take as take_snapshot;
pub use targets::{FILE as TARGETS, ensure as ensure_targets, import as import_targets, targets};
pub use told::{Detail, OfDepartment, Origin, Point, Told, list, one, reported, value};

#[cfg(test)]
mod tests;
