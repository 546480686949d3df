//! 填报: what departments report of the entries of schemes that the portal cannot work out itself.

mod act;
mod dates;
mod duty;
mod evidence;
mod list;
mod one;
mod row;
mod save;
mod signed;

pub use act::{Judgement, judge};
pub use dates::reported_from;
pub use duty::{Unassigned, assign, assign_by_name, unassigned};
pub use evidence::evidence;
pub use list::{Line, ReportPage, ReportQuery, list};
pub use one::{Detail, EvidenceFile, Happening, by_department, by_supervisor};
pub use row::Kept;
pub use save::{Draft, save};
pub use signed::{Signed, Wanted, all_latest, latest, signed};

#[cfg(test)]
mod tests;
