//! 电子证照 (GB/T 36901–36906): identifiers, statuses, what may be relied on, and what may be done.

mod identifier;
mod operation;
mod standing;
mod term;

pub use identifier::{CertificateId, OID_ROOT};
pub use operation::{Impossible, Operation};
pub use standing::{Standing, Status, Unfit};
pub use term::id_card_years;
