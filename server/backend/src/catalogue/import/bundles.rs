//! 一件事: the bundles of a catalogue.

use crate::db::Tx;
use entity::{bundle, bundle_item};
use sea_orm::ActiveValue::Set;

use super::super::file::{File, FileBundle};
use crate::Result;
use crate::repo::item as rows;

/// Puts the bundles of the file in place of those that were there; a file without any changes none.
pub(super) async fn save(tx: &Tx, file: &File) -> Result<usize> {
    let bundles: Vec<_> = file.bundles.iter().map(rows_of).collect();
    let count = bundles.len();
    if count > 0 {
        rows::replace_bundles(tx, bundles).await?;
    }
    Ok(count)
}

fn rows_of(given: &FileBundle) -> (bundle::ActiveModel, Vec<bundle_item::ActiveModel>) {
    let bundle = bundle::ActiveModel {
        id: Set(given.id.clone()),
        name: Set(given.name.clone()),
        name_en: Set(given.name_en.clone()),
        event: Set(given.life_event.clone()),
    };
    let items = (0i32..).zip(&given.items).map(|(sort, item)| bundle_item::ActiveModel {
        bundle_id: Set(given.id.clone()),
        item_id: Set(item.clone()),
        sort: Set(sort),
    });
    (bundle, items.collect())
}
