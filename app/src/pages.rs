//! One folder for each kind of person; one file a page: its data, and its view.

pub mod admin;
pub mod citizen;
pub mod desk;
pub mod public;
pub mod reports;
pub mod review;
pub mod supervise;
pub mod unmask;
pub mod watch;
