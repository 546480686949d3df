//! 一号: all that the counter needs of a person or an organisation, from one number, in few queries.

mod entity_view;
mod expiring;
mod look_up;
mod person_view;
mod renewal;

pub use entity_view::{WholeEntity, entity};
pub use expiring::{Expiring, SOON};
pub use look_up::looked_up;
pub use person_view::{Household, WholePerson, person};
pub use renewal::{Renewal, renewal};

use crate::Result;
use crate::Services;
use crate::certificates::{self, Summary};
use crate::holder::Holder;

/// Most items told of that a holder may have.
const ENTITLED: usize = 8;

/// The certificates of a holder that no later version replaces, newest first.
async fn held(services: &Services, holder: Holder) -> Result<Vec<Summary>> {
    let mut all = certificates::summaries(&services.db.read, holder).await?;
    all.retain(|one| !one.standing.superseded);
    Ok(all)
}
