//! 监察: the figures of completion from counters, and the proof that they are right.

mod completion;
mod recount;
mod spared;

pub use completion::{Completion, CompletionQuery, Group, GroupBy, completion, trend};
pub use recount::{Difference, Verdict, verify};
pub use spared::{Obtainable, Spared, SparedBy, obtainable, spared};

#[cfg(test)]
mod tests;
