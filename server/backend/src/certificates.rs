//! 电子证照库 (GB/T 36901–36906): types, certificates by holder, what was done with each, and whether
//! one may be relied on.
//!
//! What is shown, used or copied of somebody's certificate goes into the ledger its holder can read
//! ([`crate::access`]); what is done with a certificate itself stands in its own book and in the audit
//! trail.

mod back;
pub mod copies;
mod directory;
mod ended;
pub(crate) mod event;
pub(crate) mod granted;
mod held;
pub(crate) mod issue;
pub(crate) mod kind;
mod occasion;
mod operate;
pub mod present;
mod producers;
pub mod register;
mod search;
mod summary;
mod verify;
pub mod wallet;

pub use directory::{DAYS, DirectoryEntry, directory};
pub use ended::{end_with_holder, lapse_due};
pub use event::CertificateEvent;
pub use held::{Certificate, held, one};
pub use issue::{NewCertificate, issue, last_day};
pub use kind::{CertificateKind, HolderKind, OwnField, OwnOption, kind, kinds};
pub use occasion::{Occasion, REASON_MAX, may};
pub use operate::{NewVersion, cancel, change, lapse, operate, release, renew, revoke, suspend, withdraw};
pub use producers::{Producer, producers};
pub use search::search;
pub use summary::{Summary, of_case, summaries};
pub use verify::{Verified, verify};

#[cfg(test)]
mod tests;
