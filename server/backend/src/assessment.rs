//! 考核: schemes of assessment, their entries, and the scores worked out by them.

mod entries;
pub mod reports;

pub use entries::{EntryQuery, SchemeEntry, entries};
