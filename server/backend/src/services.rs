//! What a use case of casework works with: the portal, its reference data and its catalogue.

use crate::catalogue::Catalogue;
use crate::places::Reference;
use crate::{Clock, Portal, Result, rotation};
use chrono::{DateTime, Utc};

/// Cheap to clone; stands for the portal wherever only that is needed.
#[derive(Clone, Debug)]
pub struct Services {
    /// Storage, clock and keys.
    pub portal: Portal,
    /// Calendar and divisions.
    pub reference: Reference,
    /// The catalogue with its search index.
    pub catalogue: Catalogue,
}

impl Services {
    /// Loads reference data and catalogue.
    ///
    /// # Errors
    /// Storage errors.
    pub async fn load(portal: Portal) -> Result<Self> {
        let reference = Reference::load(&portal.db).await?;
        let catalogue = Catalogue::load(&portal).await?;
        Ok(Self { portal, reference, catalogue })
    }

    /// The same portal at another moment: for what is told of the past, and for tests of what time
    /// makes happen.
    pub(crate) fn at(&self, moment: DateTime<Utc>) -> Self {
        let portal = Portal { clock: Clock::fixed_at(moment), ..self.portal.clone() };
        Self { portal, ..self.clone() }
    }

    /// Takes note of what other servers have changed in reference data and catalogue. Run it every
    /// second: three short statements where nothing was.
    ///
    /// # Errors
    /// Storage errors; what was known stays.
    pub async fn refresh(&self) -> Result<()> {
        rotation::follow(&self.portal.db.read, &self.portal.keys).await?;
        self.reference.refresh(&self.portal.db).await?;
        self.catalogue.refresh().await
    }
}

impl std::ops::Deref for Services {
    type Target = Portal;

    fn deref(&self) -> &Portal {
        &self.portal
    }
}
