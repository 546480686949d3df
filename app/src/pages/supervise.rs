//! Pages of the supervisor: figures, what they are made of, and the cases behind them.

pub mod address;
pub mod case;
pub mod cases;
mod charts;
pub mod completion;
mod formulas;
mod groups;
mod pain;
pub mod period;
mod picker;
mod top;

pub use case::{CasePage, supervised_case};
pub use cases::{CasesPage, Chip, supervised_cases};
pub use completion::{CompletionPage, Group, completion};
