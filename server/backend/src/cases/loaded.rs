//! A stored case with all that the rules may ask for.

use super::case_of;
use crate::catalogue::{IntakeItem, ItemVersion};
use crate::{Error, Result, Services};
use domain::case::Case;
use domain::permission::{Actor, Standing};
use entity::{account, case_file};
use sea_orm::{ConnectionTrait, EntityTrait as _, QueryFilter as _, QuerySelect as _};
use std::sync::Arc;

/// A stored case with all that the rules may ask for.
pub(crate) struct Loaded {
    pub row: case_file::Model,
    pub case: Case,
    pub item: Arc<IntakeItem>,
    pub version: Arc<ItemVersion>,
}

/// The case for somebody who may know of it, locked until the end of the transaction.
pub(super) async fn load<C: ConnectionTrait>(
    tx: &C,
    services: &Services,
    actor: &Actor,
    case_no: &str,
) -> Result<Loaded> {
    let row = case_file::Entity::find()
        .filter(case_file::COLUMN.case_no.eq(case_no))
        .lock_exclusive()
        .one(tx)
        .await?
        .ok_or_else(Error::not_found)?;
    loaded(tx, services, actor, row).await
}

/// The case of a row that was just read.
pub(crate) async fn loaded<C: ConnectionTrait>(
    tx: &C,
    services: &Services,
    actor: &Actor,
    row: case_file::Model,
) -> Result<Loaded> {
    let holder = match row.assignee_id {
        Some(id) => account::Entity::find_by_id(id).one(tx).await?.map(|account| account.name),
        None => None,
    };
    let (item, version) = services.catalogue.handled(&row.item_id, row.item_version).await?;
    let case = case_of(&row, Arc::clone(&version.process), holder.as_deref())?;
    if case.standing_of(actor) == Standing::Stranger {
        return Err(Error::not_found());
    }
    Ok(Loaded { row, case, item, version })
}
