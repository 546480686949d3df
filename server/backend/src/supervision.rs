//! 监察: the figures of completion from counters, and the proof that they are right.

mod ages;
mod compare;
mod completion;
mod counted;
mod dwell;
mod flow;
mod heads;
mod heat;
mod named;
mod rebuild;
mod recount;
mod retold;
mod spared;

pub use ages::{Age, Ages, ages};
pub use compare::{Compared, compare};
pub use completion::{Completion, CompletionQuery, Group, completion, trend};
pub use dwell::{Dwelt, dwell};
pub use flow::{Flow, flow};
pub use heads::{GroupBy, Heads, NONE};
pub(crate) use heads::{Windows, narrowed};
pub use heat::{Heat, heat};
pub use named::named;
pub use rebuild::rebuild;
pub use recount::{Difference, Verdict, verify};
pub use spared::{Obtainable, Spared, SparedBy, obtainable, spared};

#[cfg(test)]
pub(crate) mod tests;
