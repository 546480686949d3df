//! Backups (备份): one moment of the database and the files that people gave, taken while the portal
//! serves, and put back into an empty place.
//!
//! ```text
//! backup/
//!   manifest.json    what is in it: release, schema, rows of each table, SHA-256 of each part
//!   manifest.seal    HMAC-SM3 of the manifest under the chain key: nobody else can have written it
//!   database.db      SQLite: one file              (database.dump: PostgreSQL's archive)
//!   uploads.jsonl    one line for each file given: its key, bytes and SHA-256
//!   uploads/…        the files
//! ```
//!
//! The keys are not in it, and never may be: whoever has both has everything. Without them a backup is
//! worth nothing.
//!
//! A backup is written beside its place and moved there when it is whole and on the disk. A restored
//! place comes to life by its last step, the database.

mod census;
mod error;
mod manifest;
mod part;
mod place;
mod postgres;
mod restore;
mod sqlite;
mod take;
mod unfinished;
mod uploads;

pub use error::BackupError;
pub use manifest::{LeftOut, Manifest, Why};
pub use place::{Engine, Place};
pub use restore::{restore, settle};
pub use take::take;

/// Hears what is done, how much of it, and of how much: nought of nought where nobody knows.
pub type Told<'a> = &'a mut (dyn FnMut(&str, u64, u64) + Send);

#[cfg(test)]
mod tests;
