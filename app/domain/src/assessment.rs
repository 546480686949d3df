//! 考核: schemes of assessment as data, their entries, and scores worked out exactly.
//!
//! A scheme is what a city's document lays down: a tree of aspects, blocks and tasks with their
//! entries, and by which formula the score of a period comes out of what was put in. Nothing here
//! knows a city; Siping, Shijiazhuang, Shenzhen, Baotou and Shanghai are files.

mod entry;
mod exact;
mod fault;
pub mod file;
pub mod formula;
mod period;
mod read;
pub mod report;
mod scheme;
mod score;

pub use entry::{Class, Entry, EvidencePoint, Text};
pub use exact::{Exact, NotExact};
pub use fault::{SchemeFault, SchemeProblem};
pub use formula::{Formula, Input};
pub use period::{Period, PeriodKind};
pub use scheme::{Node, Scheme};
pub use score::{Facts, Gap, Line, Measured, Worked, work_out};
