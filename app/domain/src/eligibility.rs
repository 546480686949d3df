//! 我能办吗: a rule judged on what is known: yes; no, and because of what; or not yet known, and
//! what would decide it.
//!
//! The same code judges in the server and in the browser: rule and facts travel there as plain
//! lines ([`wire`]), for a parser of JSON would cost a phone more than all of this.

mod answer;
mod judge;
mod paths;
mod question;
mod sample;
pub mod wire;

pub use answer::{Ask, answer};
pub use judge::{Part, Verdict, judge, parts};
pub use paths::{Faults, MOST_PATHS, Path, Paths, faults, paths};
pub use question::{Choice, Question, questions};
pub use sample::sample;
