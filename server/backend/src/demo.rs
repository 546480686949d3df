//! 示范市: a city to look at. Everybody in it is fictitious; nothing in it ever happened.
//!
//! Its past goes through the very rules and the very recording that serve a real city, only with
//! a clock set back. It is made anew from the same seed each time, up to the clock's today.

mod answers;
mod certificates;
pub(crate) mod chance;
pub mod data;
mod days;
mod delegations;
mod elapsed;
mod entities;
mod extracts;
mod history;
mod holdings;
mod load;
mod newcomer;
mod organisation;
mod own;
mod people;
mod plan;
mod reports;
mod scene;
mod scenes;
mod schemes;
mod staff;
mod watched;

pub use load::{State, Summary, load, reference, state};
pub use newcomer::newcomer;
pub use organisation::{HallSeed, organisation};
pub use people::{DemoPerson, people};
pub use staff::PASSWORD;

#[cfg(test)]
mod tests;
