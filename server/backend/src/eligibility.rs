//! 我能办吗: the rules of the catalogue judged on what is known of a person or an organisation.
//!
//! Staff are told what is met and what is not, never the facts behind it: nobody at a counter needs
//! to know an income to know that it is low enough.

mod analysis;
mod entitled;
mod item;
mod source;
mod supply;

pub use analysis::{Analysis, FieldSource, Step, analyse, analyse_all};
pub use entitled::{Entitlement, entitled};
pub use item::{Eligibility, Reason, for_item, of_known};
pub use supply::Supply;

#[cfg(test)]
mod tests;
