//! Use cases and storage of the portal. Knows no page and no HTTP.
//!
//! A use case is a function that takes the [`Portal`], who asks, and what they bring; it decides
//! permission first, writes in one transaction, and acknowledges after the commit.

pub mod absences;
pub mod access;
pub mod accounts;
pub mod alarms;
pub mod assessment;
pub mod audit;
pub mod backup;
pub mod cases;
pub mod catalogue;
pub mod certificates;
pub mod clock;
pub mod codes;
pub mod consents;
pub mod counters;
pub mod crypto;
pub mod db;
pub mod deaths;
pub mod delegations;
pub mod demo;
pub mod drafts;
mod edition;
pub mod eligibility;
pub mod error;
pub mod evidence;
pub mod extracts;
pub mod forecast;
pub mod guidance;
pub mod holder;
mod idempotency;
pub mod import;
pub mod indicators;
pub mod intake;
pub mod known;
pub mod lag;
pub mod legal_entities;
pub mod one_number;
pub mod organisation;
pub mod own_data;
pub mod persons;
pub mod places;
pub mod portal;
mod postgres;
pub mod prefill;
pub mod promises;
pub mod quarter;
mod repo;
pub mod rotation;
pub mod services;
pub mod sessions;
pub mod settings;
pub mod supervision;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
pub mod uploads;
pub mod watch;
pub mod worker;

pub use clock::Clock;
pub use db::Db;
pub use error::{Error, Kind, Result};
pub use holder::Holder;
pub use portal::Portal;
pub use services::Services;
