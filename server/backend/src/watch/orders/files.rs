//! Files of a reply.

use crate::watch::headed;
use crate::{Error, Portal, Result};
use domain::field_error::{FieldCode, FieldError};
use domain::permission::{Actor, Role};
use entity::{upload, watch_file, watch_order};
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait as _, PaginatorTrait as _, QueryFilter as _};
use uuid::Uuid;

/// Most files of one reply.
const MOST: usize = 20;

/// Makes files that the actor gave, and that belong to nothing yet, part of an order.
pub(super) async fn keep<C: ConnectionTrait>(
    tx: &C,
    actor: &Actor,
    order: Uuid,
    seq: i32,
    files: &[Uuid],
) -> Result<()> {
    if files.is_empty() {
        return Ok(());
    }
    let wrong = || Error::invalid(vec![FieldError::new("file", FieldCode::Choice)]);
    let owner = actor.account.ok_or_else(Error::denied)?;
    let own = upload::Entity::find()
        .filter(upload::COLUMN.id.is_in(files.to_vec()))
        .filter(upload::COLUMN.owner_account_id.eq(owner))
        .filter(upload::COLUMN.draft_id.is_null())
        .filter(upload::COLUMN.case_id.is_null())
        .count(tx)
        .await?;
    let kept = watch_file::Entity::find().filter(watch_file::COLUMN.upload_id.is_in(files.to_vec()));
    if files.len() > MOST || u64::try_from(files.len()) != Ok(own) || kept.count(tx).await? > 0 {
        return Err(wrong());
    }
    let row =
        |id: &Uuid| watch_file::ActiveModel { upload_id: Set(*id), order_id: Set(order), seq: Set(seq) };
    watch_file::Entity::insert_many(files.iter().map(row)).exec_without_returning(tx).await?;
    Ok(())
}

/// Whether a file is one of a reply that the actor may read: supervision, and the head whose it is.
pub(crate) async fn readable(portal: &Portal, actor: &Actor, id: Uuid) -> Result<bool> {
    if !actor.is(Role::Supervisor) && headed(actor).is_none() {
        return Ok(false);
    }
    let found = watch_file::Entity::find_by_id(id)
        .find_also_related(watch_order::Entity)
        .one(&portal.db.read)
        .await?;
    let order = found.and_then(|(_, order)| order);
    Ok(order.is_some_and(|order| actor.is(Role::Supervisor) || headed(actor) == Some(order.department_id)))
}
