//! Changing an item by hand: the next version, if nobody else has made it.

mod form;

pub use form::ItemForm;
pub(super) use form::form;

use domain::permission::Actor;
use entity::item;
use sea_orm::ActiveValue::{Set, Unchanged};
use sea_orm::{ActiveModelTrait, ConnectionTrait};

use super::model::ItemState;
use super::version::{self, Change};
use crate::audit::{self, Entry};
use crate::edition::{self, Volume};
use crate::import::may_administer;
use crate::repo::item as rows;
use crate::{Error, Portal, Result};

/// Changes an item; all of it or nothing.
pub(super) async fn edit(portal: &Portal, actor: &Actor, id: &str, form: &ItemForm) -> Result<()> {
    may_administer(actor)?;
    let tx = portal.db.begin().await?;
    let (old, _) = rows::item(&tx, id).await?;
    if form.version.trim() != old.version.to_string() {
        return Err(Error::stale(None));
    }
    let (mut fresh, subjects) = form.read(&old)?;
    fresh.updated_at = portal.clock.now();
    let (author, at, today) = (actor.account, portal.clock.now(), portal.clock.today());
    let change = Change { author, at, today, note: "" };
    fresh.process_version = version::follow(&tx, &fresh, None, change).await?;
    write(&tx, &old, fresh).await?;
    rows::replace_subjects(&tx, id, subjects).await?;
    let entry = Entry::new(actor, "item_edited", format!("item/{id}/{}", old.version + 1));
    audit::record(&tx, portal.clock.now(), entry).await?;
    edition::commit(portal, tx, Volume::Catalogue).await
}

/// Changes the state of an item.
pub(super) async fn set_state(
    portal: &Portal,
    actor: &Actor,
    id: &str,
    version: i32,
    state: ItemState,
) -> Result<()> {
    may_administer(actor)?;
    let tx = portal.db.begin().await?;
    let (old, _) = rows::item(&tx, id).await?;
    if old.version != version {
        return Err(Error::stale(None));
    }
    let fresh =
        item::Model { state: state.as_str().to_owned(), updated_at: portal.clock.now(), ..old.clone() };
    write(&tx, &old, fresh).await?;
    let entry = Entry::new(actor, "item_state_set", format!("item/{id}/{}", state.as_str()));
    audit::record(&tx, portal.clock.now(), entry).await?;
    edition::commit(portal, tx, Volume::Catalogue).await
}

/// Writes the next version, if nobody else has. The version stands in the condition because
/// PostgreSQL lets two transactions read the same one.
async fn write<C: ConnectionTrait>(db: &C, old: &item::Model, fresh: item::Model) -> Result<()> {
    let fresh: item::ActiveModel = item::Model { version: old.version + 1, ..fresh }.into();
    let row = item::ActiveModel {
        id: Unchanged(old.id.clone()),
        version: Set(old.version + 1),
        ..fresh.reset_all()
    };
    if rows::update_version(db, row, &old.id, old.version).await? { Ok(()) } else { Err(Error::stale(None)) }
}
