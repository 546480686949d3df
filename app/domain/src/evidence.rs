//! 材料: what satisfies a material without anybody being asked for it, how far it may be trusted
//! (国办函〔2016〕108号), and why what is near does not do.

mod consent;
mod grade;
mod name;
mod plan;

pub use consent::{Consent, consent_to_certificate, consent_to_registry};
pub use grade::Grade;
pub use name::{once_only, same_material};
pub use plan::{Found, Means, Met, Near, Need, Offer, find};
