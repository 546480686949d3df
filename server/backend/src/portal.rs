//! The portal as a use case sees it: where to write and what time it is.

use crate::{Clock, Db};

/// What every use case works with. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Portal {
    /// The database.
    pub db: Db,
    /// The city's clock.
    pub clock: Clock,
}
