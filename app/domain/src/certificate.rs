//! 电子证照 (GB/T 36901–36906): identifiers, statuses, and what may be relied on.

mod identifier;
mod standing;

pub use identifier::{CertificateId, OID_ROOT};
pub use standing::{Standing, Status, Unfit};
