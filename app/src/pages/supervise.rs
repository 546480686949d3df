//! Pages of the supervisor: figures, what they are made of, and the cases behind them.

pub mod address;
pub mod alarms;
pub mod case;
pub mod cases;
mod charts;
mod chips;
pub mod column;
pub mod completion;
pub mod figures;
mod formulas;
mod groups;
pub mod heads;
pub mod materials;
pub mod measure;
mod pain;
pub mod period;
mod picker;
pub mod tabs;
mod top;

pub use case::{CasePage, supervised_case};
pub use cases::{CasesPage, supervised_cases};
pub use chips::Chip;
pub use completion::completion;
pub use figures::{CompletionPage, Group};
