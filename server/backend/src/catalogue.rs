//! The catalogue: what people can apply for, how it is found, and how it is kept right.

mod check;
mod edit;
mod expand;
mod file;
mod forms;
mod guide;
pub(crate) mod halls;
mod import;
mod lint;
mod load;
mod model;
mod row;
mod search;
#[cfg(test)]
mod tests;
mod themes;

pub use edit::ItemForm;
pub use file::{Faq, FeeItem, Flags, Situation, Step};
pub use guide::GuideQuery;
pub use import::{ImportOptions, ImportSummary};
pub use model::{
    Bundle, CertificateType, Counts, FeeText, Guide, GuideResult, Implementation, IntakeBody, IntakeItem,
    ItemCard, ItemFindings, ItemState, Material, Office,
};
pub use search::{FacetValue, Facets, ItemPage, Named, Query, SearchIndex};

use std::fmt;
use std::sync::{Arc, PoisonError, RwLock};

use domain::item::lint::Finding;
use domain::permission::Actor;

use crate::import::ImportError;
use crate::{Db, Portal, Result};

/// The catalogue with its index in memory. Cheap to clone; all clones reload together.
#[derive(Clone)]
pub struct Catalogue {
    portal: Portal,
    index: Arc<RwLock<Arc<SearchIndex>>>,
}

impl fmt::Debug for Catalogue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Catalogue({} items)", self.index().counts().total)
    }
}

impl Catalogue {
    /// Reads the catalogue and builds its index.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn load(portal: &Portal) -> Result<Self> {
        let index = load::index(&portal.db).await?;
        Ok(Self { portal: portal.clone(), index: Arc::new(RwLock::new(Arc::new(index))) })
    }

    /// Builds the index anew, after a change from elsewhere.
    ///
    /// # Errors
    /// As [`Catalogue::load`]; the old index stays.
    pub async fn reload(&self) -> Result<()> {
        let index = Arc::new(load::index(&self.portal.db).await?);
        *self.index.write().unwrap_or_else(PoisonError::into_inner) = index;
        Ok(())
    }

    /// The index as it is now.
    pub fn index(&self) -> Arc<SearchIndex> {
        Arc::clone(&self.index.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Finds items.
    pub fn search(&self, query: &Query) -> ItemPage {
        self.index().search(query)
    }

    /// How many items there are of each kind.
    pub fn counts(&self) -> Counts {
        self.index().counts()
    }

    /// One item as lists show it.
    pub fn card(&self, id: &str) -> Option<ItemCard> {
        self.index().card(id).cloned()
    }

    /// The themes, in both languages.
    pub fn themes(&self) -> Vec<Named> {
        self.index().themes().to_vec()
    }

    /// The life events, in both languages.
    pub fn events(&self) -> Vec<Named> {
        self.index().events().to_vec()
    }

    /// Everything about one item.
    ///
    /// # Errors
    /// [`crate::Kind::NotFound`] when there is no such item.
    pub async fn guide(&self, id: &str, query: &GuideQuery) -> Result<Guide> {
        guide::guide(&self.portal.db, id, query).await
    }

    /// Every implementation of an item, closed ones too.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn implementations(&self, id: &str) -> Result<Vec<Implementation>> {
        crate::repo::item::implementations(&self.portal.db.read, id).await
    }

    /// What intake needs of an item; its bodies are those of the situation, or of the first one.
    ///
    /// # Errors
    /// [`crate::Kind::NotFound`] when there is no such item, or no more.
    pub async fn intake_item(&self, id: &str, situation: Option<&str>) -> Result<IntakeItem> {
        guide::intake_item(&self.portal.db, id, situation).await
    }

    /// The items most applied for in the last 30 days; then those of the catalogue's order.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn popular(&self, limit: usize) -> Result<Vec<ItemCard>> {
        load::popular(&self.portal, &self.index(), limit).await
    }

    /// Every 一件事 with its items.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn bundles(&self) -> Result<Vec<Bundle>> {
        load::bundles(&self.portal.db, &self.index()).await
    }

    /// Takes in a catalogue file with its questions: all of it or nothing.
    ///
    /// # Errors
    /// Every fault of the files; [`crate::Kind::Denied`] to all but an administrator.
    pub async fn import(
        &self,
        actor: &Actor,
        items: &str,
        forms: &str,
        options: &ImportOptions<'_>,
        progress: impl FnMut(u64, u64),
    ) -> Result<ImportSummary, ImportError> {
        let summary = import::import(&self.portal, actor, items, forms, options, progress).await?;
        self.reload().await?;
        Ok(summary)
    }

    /// The form to edit an item with.
    ///
    /// # Errors
    /// [`crate::Kind::NotFound`] when there is no such item.
    pub async fn edit_form(&self, id: &str) -> Result<ItemForm> {
        edit::form(&self.portal.db, id).await
    }

    /// Changes an item; tells what its entry then lacks.
    ///
    /// # Errors
    /// [`crate::Kind::Invalid`] with the fields that are wrong, [`crate::Kind::Stale`] when it was
    /// changed in the meantime, [`crate::Kind::Denied`] to all but an administrator.
    pub async fn edit(&self, actor: &Actor, id: &str, form: &ItemForm) -> Result<Vec<Finding>> {
        edit::edit(&self.portal, actor, id, form).await?;
        self.reload().await?;
        lint::one(&self.portal.db, id).await
    }

    /// Puts an item into use, suspends or withdraws it.
    ///
    /// # Errors
    /// As [`Catalogue::edit`].
    pub async fn set_state(&self, actor: &Actor, id: &str, version: i32, state: ItemState) -> Result<()> {
        edit::set_state(&self.portal, actor, id, version, state).await?;
        self.reload().await
    }

    /// What contradicts itself or lacks something, item by item.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn lint(&self) -> Result<Vec<ItemFindings>> {
        lint::all(&self.portal.db).await
    }

    /// The findings of one item.
    ///
    /// # Errors
    /// [`crate::Kind::NotFound`] when there is no such item.
    pub async fn lint_item(&self, id: &str) -> Result<Vec<Finding>> {
        lint::one(&self.portal.db, id).await
    }
}

/// Every type of certificate, by code.
///
/// # Errors
/// When the database cannot be read.
pub async fn certificate_types(db: &Db) -> Result<Vec<CertificateType>> {
    crate::repo::item::certificate_types(&db.read).await
}
