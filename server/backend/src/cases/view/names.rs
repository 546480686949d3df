//! What the case names by key: the item with its version, the hall and the window.

use crate::catalogue::{Handbook, IntakeItem, ItemVersion};
use entity::case_file;
use std::sync::Arc;
use uuid::Uuid;

/// Their names.
pub(super) struct Names {
    pub item: Arc<IntakeItem>,
    pub version: Arc<ItemVersion>,
    pub hall: Option<String>,
    pub window: Option<String>,
}

impl Names {
    /// None where one of them is not known.
    pub fn of(handbook: &Handbook, row: &case_file::Model) -> Option<Self> {
        Some(Self {
            item: handbook.item(&row.item_id, None)?,
            version: Arc::clone(handbook.version(&row.item_id, row.item_version)?),
            hall: named(row.hall_id, |id| Some(handbook.hall(id)?.name.clone()))?,
            window: named(row.window_id, |id| Some(handbook.window(id)?.number.clone()))?,
        })
    }
}

fn named(id: Option<Uuid>, name: impl Fn(Uuid) -> Option<String>) -> Option<Option<String>> {
    id.map_or(Some(None), |id| name(id).map(Some))
}
