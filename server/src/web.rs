//! The pages: who may, what for, and the answer. One file for each kind of person.

pub mod absences;
pub mod address;
pub mod admin;
pub mod audit;
mod by_rule;
pub mod citizen;
mod compared;
pub mod context;
pub mod cookies;
mod correction;
pub mod dates;
pub mod desk;
pub mod error;
mod evidence;
mod marks;
pub mod public;
pub mod receipt;
pub mod reports;
pub mod review;
pub mod supervise;
mod unmask;
pub mod watch;
