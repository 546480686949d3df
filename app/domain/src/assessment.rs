//! 考核: schemes of assessment as data, their entries, and scores worked out exactly.
//!
//! A scheme is what a city's document lays down: a tree of aspects, blocks and tasks with their
//! entries, and by which formula the score of a period comes out of what was put in. Nothing here
//! knows a city; Siping, Shijiazhuang, Shenzhen, Baotou and Shanghai are files.

mod entry;
mod period;
pub mod report;

pub use entry::{Class, Entry, EvidencePoint, Text};
pub use period::{Period, PeriodKind};
