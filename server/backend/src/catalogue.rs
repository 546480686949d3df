//! The catalogue: what people can apply for, how it is found, and how it is kept right.

mod check;
mod edit;
mod expand;
mod file;
mod forms;
mod guide;
pub(crate) mod halls;
mod handbook;
mod import;
mod lint;
mod load;
mod memory;
mod model;
mod row;
mod search;
#[cfg(test)]
mod tests;
mod themes;
pub mod version;

pub(crate) use handbook::Handbook;
use memory::Memory;

pub use edit::ItemForm;
pub use file::{Faq, FeeItem, Flags, Situation, Step};
pub use guide::GuideQuery;
pub use import::{ImportOptions, ImportSummary};
pub use memory::Generation;
pub use model::{
    Bundle, CertificateType, Counts, FeeText, Guide, GuideResult, Implementation, IntakeBody, IntakeItem,
    ItemCard, ItemFindings, ItemState, Material, Office,
};
pub use search::{FacetValue, Facets, ItemPage, Named, Query, SearchIndex};
pub use version::{ItemVersion, VersionState};

use std::fmt;
use std::sync::Arc;

use domain::item::lint::Finding;
use domain::permission::Actor;
use domain::process::Process;

use crate::import::ImportError;
use crate::{Db, Error, Portal, Result};

/// The catalogue in memory. Cheap to clone; all clones reload together.
#[derive(Clone)]
pub struct Catalogue(Memory);

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
        Ok(Self(Memory::load(portal).await?))
    }

    /// Reads it anew.
    ///
    /// # Errors
    /// As [`Catalogue::load`]; what was known stays.
    pub async fn reload(&self) -> Result<()> {
        self.0.reload().await
    }

    /// Reads it anew if another server has changed it.
    pub(crate) async fn refresh(&self) -> Result<()> {
        self.0.refresh().await
    }

    /// Looks something up in what a counter keeps at hand; every change that this process has made
    /// is in it.
    ///
    /// # Errors
    /// [`crate::Kind::NotFound`] when it is not there, in the database neither.
    pub(crate) async fn look_up<T>(&self, find: impl Fn(&Handbook) -> Option<T>) -> Result<T> {
        self.0.look_up(find).await
    }

    /// Which state of the catalogue pages are made from now.
    pub fn generation(&self) -> Generation {
        self.0.generation()
    }

    /// The index as it is now.
    pub fn index(&self) -> Arc<SearchIndex> {
        Arc::clone(&self.0.known().index)
    }

    fn db(&self) -> &Db {
        &self.0.portal().db
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
        guide::guide(self.db(), id, query).await
    }

    /// Every implementation of an item, closed ones too.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn implementations(&self, id: &str) -> Result<Vec<Implementation>> {
        let mut of_item = crate::repo::item::implementations(&self.db().read, Some(id)).await?;
        Ok(of_item.remove(id).unwrap_or_default())
    }

    /// What intake needs of an item, to keep; its bodies are those of the situation, or of the
    /// first one. Answered from memory.
    ///
    /// # Errors
    /// [`crate::Kind::NotFound`] when there is no such item, or no more.
    pub async fn intake_item(&self, id: &str, situation: Option<&str>) -> Result<IntakeItem> {
        Ok(Arc::unwrap_or_clone(self.offer(id, situation).await?))
    }

    /// The same, shared: for whoever only looks at it.
    ///
    /// # Errors
    /// As [`Catalogue::intake_item`].
    pub async fn offer(&self, id: &str, situation: Option<&str>) -> Result<Arc<IntakeItem>> {
        let item = self.look_up(|handbook| handbook.item(id, situation)).await?;
        if item.state == ItemState::Withdrawn { Err(Error::not_found()) } else { Ok(item) }
    }

    /// How an item is handled by one of its versions.
    pub(crate) async fn process(&self, item: &str, version: i32) -> Result<Arc<Process>> {
        self.look_up(|handbook| Some(Arc::clone(&handbook.version(item, version)?.process))).await
    }

    /// An item as it is offered now, and one of its versions.
    pub(crate) async fn handled(
        &self,
        item: &str,
        version: i32,
    ) -> Result<(Arc<IntakeItem>, Arc<ItemVersion>)> {
        self.look_up(|book| Some((book.item(item, None)?, Arc::clone(book.version(item, version)?)))).await
    }

    /// The items most applied for in the last 30 days; then those of the catalogue's order.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn popular(&self, limit: usize) -> Result<Vec<ItemCard>> {
        load::popular(self.0.portal(), &self.index(), limit).await
    }

    /// Every 一件事 with its items.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn bundles(&self) -> Result<Vec<Bundle>> {
        load::bundles(self.db(), &self.index()).await
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
        let summary = import::import(self.0.portal(), actor, items, forms, options, progress).await?;
        self.reload().await?;
        Ok(summary)
    }

    /// The form to edit an item with.
    ///
    /// # Errors
    /// [`crate::Kind::NotFound`] when there is no such item.
    pub async fn edit_form(&self, id: &str) -> Result<ItemForm> {
        edit::form(self.db(), id).await
    }

    /// Changes an item; tells what its entry then lacks.
    ///
    /// # Errors
    /// [`crate::Kind::Invalid`] with the fields that are wrong, [`crate::Kind::Stale`] when it was
    /// changed in the meantime, [`crate::Kind::Denied`] to all but an administrator.
    pub async fn edit(&self, actor: &Actor, id: &str, form: &ItemForm) -> Result<Vec<Finding>> {
        edit::edit(self.0.portal(), actor, id, form).await?;
        self.reload().await?;
        lint::one(self.db(), id).await
    }

    /// Puts an item into use, suspends or withdraws it.
    ///
    /// # Errors
    /// As [`Catalogue::edit`].
    pub async fn set_state(&self, actor: &Actor, id: &str, version: i32, state: ItemState) -> Result<()> {
        edit::set_state(self.0.portal(), actor, id, version, state).await?;
        self.reload().await
    }

    /// What contradicts itself or lacks something, item by item.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn lint(&self) -> Result<Vec<ItemFindings>> {
        lint::all(self.db()).await
    }

    /// The findings of one item.
    ///
    /// # Errors
    /// [`crate::Kind::NotFound`] when there is no such item.
    pub async fn lint_item(&self, id: &str) -> Result<Vec<Finding>> {
        lint::one(self.db(), id).await
    }
}

/// Every type of certificate, by code.
///
/// # Errors
/// When the database cannot be read.
pub async fn certificate_types(db: &Db) -> Result<Vec<CertificateType>> {
    crate::repo::item::certificate_types(&db.read).await
}
