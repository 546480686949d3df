//! Items by any of their names in other systems: our own id, base code, implementation code or
//! handling code.

use domain::item_code::ItemCode;
use entity::{implementation, item};
use sea_orm::{EntityTrait as _, QueryFilter as _};

use crate::{Db, Error, Result};

/// An item, and the situation where the code names one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// `RS-001`.
    pub item_id: String,
    /// 情形, by its two digits.
    pub situation: Option<String>,
}

/// The item with this id (`RS-001`) or code (12 digits, 31 or 33 characters; GB/T 39554).
///
/// # Errors
/// [`crate::Kind::NotFound`] when there is no such item.
pub async fn item(db: &Db, typed: &str) -> Result<Named> {
    let id = typed.trim().to_uppercase();
    match ItemCode::parse(typed) {
        Ok(ItemCode::Base(base)) => of_base(db, &base.to_string()).await,
        Ok(ItemCode::Implementation(code)) => of_implementation(db, &code.to_string(), None).await,
        Ok(ItemCode::Handling(code)) => {
            of_implementation(db, &code.to_string(), Some(code.situation())).await
        }
        Err(_) => of_id(db, id).await,
    }
}

async fn of_id(db: &Db, id: String) -> Result<Named> {
    let found = item::Entity::find_by_id(&id).one(&db.read).await?.ok_or_else(Error::not_found)?;
    Ok(Named { item_id: found.id, situation: None })
}

async fn of_base(db: &Db, base: &str) -> Result<Named> {
    let found = item::Entity::find().filter(item::COLUMN.base_code.eq(base)).one(&db.read).await?;
    Ok(Named { item_id: found.ok_or_else(Error::not_found)?.id, situation: None })
}

async fn of_implementation(db: &Db, code: &str, situation: Option<String>) -> Result<Named> {
    let found = implementation::Entity::find_by_id(code).one(&db.read).await?.ok_or_else(Error::not_found)?;
    Ok(Named { item_id: found.item_id, situation })
}
