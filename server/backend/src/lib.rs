//! Use cases and storage of the portal. Knows no page and no HTTP.
//!
//! A use case is a function that takes the [`Portal`], who asks, and what they bring; it decides
//! permission first, writes in one transaction, and acknowledges after the commit.

pub mod clock;
pub mod crypto;
pub mod db;
pub mod error;
pub mod portal;
#[cfg(any(test, feature = "testing"))]
pub mod testing;

pub use clock::Clock;
pub use db::Db;
pub use error::{Error, Kind, Result};
pub use portal::Portal;
