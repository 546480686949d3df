//! Pages of the supervisor: figures, what they are made of, and the cases behind them.

pub mod address;
mod ages;
pub mod alarms;
pub mod case;
pub mod cases;
mod charts;
mod chips;
pub mod column;
pub mod compare;
pub mod completion;
pub mod cut;
pub mod figures;
pub mod forecast;
mod formulas;
mod groups;
pub mod heads;
pub mod indicators;
pub mod live;
pub mod materials;
pub mod measure;
mod pain;
pub mod patterns;
pub mod period;
mod picker;
pub mod quarter;
pub mod rate;
pub mod schemes;
mod spans;
pub mod tabs;
mod top;
pub mod words;

pub use case::{CasePage, supervised_case};
pub use cases::{CasesPage, supervised_cases};
pub use chips::Chip;
pub use completion::completion;
pub use figures::{CompletionPage, Group};
