//! What a use case of casework works with: the portal, its reference data and its catalogue.

use crate::catalogue::Catalogue;
use crate::places::Reference;
use crate::watch::RuleBook;
use crate::{Clock, Portal, Result, rotation, supervision};
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
    /// The rules of 电子监察.
    pub watch: RuleBook,
}

impl Services {
    /// Loads reference data and catalogue. Where an earlier release counted otherwise, everything is
    /// counted anew first.
    ///
    /// # Errors
    /// Storage errors.
    pub async fn load(portal: Portal) -> Result<Self> {
        Self::load_telling(portal, |_, _| {}).await
    }

    /// The same; `progress` hears how many cases were counted anew, and of how many.
    ///
    /// # Errors
    /// Storage errors.
    pub async fn load_telling(portal: Portal, progress: impl FnMut(u64, u64)) -> Result<Self> {
        let reference = Reference::load(&portal.db).await?;
        let catalogue = Catalogue::load(&portal).await?;
        let watch = RuleBook::load(&portal.db).await?;
        let services = Self { portal, reference, catalogue, watch };
        supervision::rebuild(&services, progress).await?;
        Ok(services)
    }

    /// The same portal at another moment: for what is told of the past, and for tests of what time
    /// makes happen.
    pub(crate) fn at(&self, moment: DateTime<Utc>) -> Self {
        let portal = Portal { clock: Clock::fixed_at(moment), ..self.portal.clone() };
        Self { portal, ..self.clone() }
    }

    /// Takes note of what other servers have changed in reference data and catalogue. Run it every
    /// second: four short statements where nothing was.
    ///
    /// # Errors
    /// Storage errors; what was known stays.
    pub async fn refresh(&self) -> Result<()> {
        rotation::follow(&self.portal.db.read, &self.portal.keys).await?;
        self.reference.refresh(&self.portal.db).await?;
        self.watch.refresh(&self.portal.db).await?;
        self.catalogue.refresh().await
    }
}

impl std::ops::Deref for Services {
    type Target = Portal;

    fn deref(&self) -> &Portal {
        &self.portal
    }
}
