//! What pages and use cases see of the catalogue.

mod card;
mod finding;
mod guide;
mod implementation;
mod intake;
mod material;
mod state;

pub use card::{Bundle, Counts, ItemCard};
pub use finding::ItemFindings;
pub use guide::{FeeText, Guide, GuideResult, Office};
pub use implementation::Implementation;
pub use intake::{IntakeBody, IntakeItem};
pub use material::{CertificateType, Material};
pub use state::ItemState;
