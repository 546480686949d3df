//! A message for the next page, shown once.

use entity::session;
use sea_orm::{ActiveValue::Set, EntityTrait, QueryFilter};
use serde::{Serialize, de::DeserializeOwned};

use super::{Session, change};
use crate::{Portal, Result};

/// Leaves a message for the next page. It must hold nothing personal.
///
/// # Errors
/// When it cannot be written.
pub async fn set_flash<T: Serialize>(portal: &Portal, session: &Session, flash: &T) -> Result<()> {
    let flash = session::ActiveModel { flash: Set(Some(serde_json::to_value(flash)?)), ..Default::default() };
    change(portal, session.id, flash).await
}

/// Takes the message away, if there is one; asks the database only then.
///
/// # Errors
/// When it cannot be read or taken away.
pub async fn take_flash<T: DeserializeOwned>(portal: &Portal, session: &Session) -> Result<Option<T>> {
    if !session.has_flash {
        return Ok(None);
    }
    let tx = portal.db.begin().await?;
    let row = session::Entity::find_by_id(session.id).one(&tx).await?;
    let empty = session::ActiveModel { flash: Set(None), ..Default::default() };
    session::Entity::update_many().set(empty).filter(session::COLUMN.id.eq(session.id)).exec(&tx).await?;
    tx.commit().await?;
    let flash = row.and_then(|row| row.flash);
    // A message of another version of the portal is not worth an error page.
    Ok(flash.and_then(|flash| serde_json::from_value(flash).ok()))
}
