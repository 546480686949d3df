//! 办件指标: which counters an event moves, and what the supervisor's figures are made of.
//!
//! The counters are written in the case's own transaction. A recount folds the same function over
//! all stored events, so the two can be compared to the case (`yihao verify`).

mod area;
pub mod catalogue;
mod distribution;
mod facts;
mod fate;
mod figures;
mod formula;
mod group_by;
mod measure;
mod metric;
mod span;
mod stage;
mod tally;

pub use area::Area;
pub use distribution::Distribution;
pub use fate::Fate;
pub use figures::{Figures, Ratio};
pub use group_by::GroupBy;
pub use measure::{Measure, Unit};
pub use metric::Metric;
pub use span::Span;
pub use stage::Stage;
pub use tally::{Delta, When, day_number, day_of_number, tally};
