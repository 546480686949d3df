//! The catalogue in memory, read anew after a change, whoever made it.

use std::sync::{Arc, PoisonError, RwLock};

use tokio::sync::Mutex;

use super::handbook::Handbook;
use super::load;
use super::search::SearchIndex;
use crate::edition::{self, Mark, Volume};
use crate::repo::item as rows;
use crate::{Error, Portal, Result};

/// Cheap to clone; all clones read anew together.
#[derive(Clone)]
pub(super) struct Memory {
    portal: Portal,
    known: Arc<RwLock<Arc<Known>>>,
    /// One reads at a time: who began earlier must not end later and put back what is older.
    reading: Arc<Mutex<()>>,
}

/// One edition of the catalogue.
pub(super) struct Known {
    edition: Mark,
    /// The changes of this process that are surely in it.
    changes: u64,
    pub index: Arc<SearchIndex>,
    pub handbook: Arc<Handbook>,
}

/// A state of the catalogue, to know whether it is still the same: the edition that is known here,
/// and the changes that this process has made since.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Generation(Mark, u64);

impl Memory {
    pub async fn load(portal: &Portal) -> Result<Self> {
        let known = Arc::new(Known::read(portal).await?);
        Ok(Self { portal: portal.clone(), known: Arc::new(RwLock::new(known)), reading: Arc::default() })
    }

    pub fn portal(&self) -> &Portal {
        &self.portal
    }

    pub fn generation(&self) -> Generation {
        Generation(self.known().edition, self.portal.changes.so_far())
    }

    /// What was read last.
    pub fn known(&self) -> Arc<Known> {
        Arc::clone(&self.known.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Reads everything again; after an error what was known stays.
    pub async fn reload(&self) -> Result<()> {
        let _alone = self.reading.lock().await;
        self.read().await
    }

    async fn read(&self) -> Result<()> {
        let known = Arc::new(Known::read(&self.portal).await?);
        *self.known.write().unwrap_or_else(PoisonError::into_inner) = known;
        Ok(())
    }

    /// Reads everything again if another server has changed it: one short statement where not.
    pub async fn refresh(&self) -> Result<()> {
        let mark = edition::current(&self.portal.db.read, Volume::Catalogue).await?;
        if mark == self.known().edition { Ok(()) } else { self.reload().await }
    }

    /// What is known, with every change that this process has made.
    pub async fn current(&self) -> Result<Arc<Known>> {
        let known = self.known();
        if self.is_current(&known) {
            return Ok(known);
        }
        let _alone = self.reading.lock().await;
        if !self.is_current(&self.known()) {
            self.read().await?;
        }
        Ok(self.known())
    }

    fn is_current(&self, known: &Known) -> bool {
        known.changes == self.portal.changes.so_far()
    }

    /// Looks something up. What is not there may just have been made by another server: only then
    /// is the database asked whether it was.
    pub async fn look_up<T>(&self, find: impl Fn(&Handbook) -> Option<T>) -> Result<T> {
        if let Some(found) = find(&self.current().await?.handbook) {
            return Ok(found);
        }
        self.refresh().await?;
        find(&self.known().handbook).ok_or_else(Error::not_found)
    }
}

impl Known {
    /// Reads one moment of the database; the count of changes first, for what comes in between is
    /// then read once more and never missed.
    async fn read(portal: &Portal) -> Result<Self> {
        let changes = portal.changes.so_far();
        let moment = portal.db.snapshot().await?;
        let edition = edition::current(&moment, Volume::Catalogue).await?;
        let items = rows::items(&moment).await?;
        let materials = rows::materials(&moment, None).await?;
        let index = Arc::new(load::index(&moment, &items, &materials).await?);
        let handbook = Arc::new(Handbook::read(&moment, items, materials).await?);
        moment.commit().await?;
        Ok(Self { edition, changes, index, handbook })
    }
}
