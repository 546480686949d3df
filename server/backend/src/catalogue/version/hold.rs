//! One at a time: whoever changes the versions of an item holds its row until the end.

use chrono::{DateTime, SubsecRound as _, TimeDelta, Utc};
use entity::{item, item_version};
use sea_orm::sea_query::Expr;
use sea_orm::{ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _};

use super::VersionState;
use crate::{Error, Result};

/// The item, held until the transaction ends: PostgreSQL lets nobody else write it meanwhile, and
/// SQLite has one writer anyway.
pub(super) async fn hold<C: ConnectionTrait>(tx: &C, id: &str) -> Result<item::Model> {
    let held = item::Entity::update_many()
        .col_expr(item::Column::Version, Expr::col(item::Column::Version))
        .filter(item::COLUMN.id.eq(id))
        .exec(tx)
        .await?;
    if held.rows_affected == 0 {
        return Err(Error::not_found());
    }
    item::Entity::find_by_id(id).one(tx).await?.ok_or_else(Error::not_found)
}

/// Every version of an item, in order.
pub(super) async fn all<C: ConnectionTrait>(db: &C, item: &str) -> Result<Vec<item_version::Model>> {
    let query = item_version::Entity::find().filter(item_version::COLUMN.item_id.eq(item));
    Ok(query.order_by_asc(item_version::Column::Version).all(db).await?)
}

/// One version of an item.
pub(super) async fn row<C: ConnectionTrait>(db: &C, item: &str, version: i32) -> Result<item_version::Model> {
    let found = item_version::Entity::find_by_id((item.to_owned(), version)).one(db).await?;
    found.ok_or_else(Error::not_found)
}

/// The draft that somebody has seen, if it still is what they saw.
pub(super) async fn draft<C: ConnectionTrait>(
    tx: &C,
    item: &str,
    version: i32,
    stamp: i64,
) -> Result<item_version::Model> {
    let row = row(tx, item, version).await?;
    let is_draft = row.state == VersionState::Draft.as_str();
    if is_draft && row.updated_at.timestamp_micros() == stamp { Ok(row) } else { Err(Error::stale(None)) }
}

/// When a row is changed: later than ever before, so that its stamp tells two changes apart.
pub(super) fn later(now: DateTime<Utc>, before: DateTime<Utc>) -> DateTime<Utc> {
    let next = before.checked_add_signed(TimeDelta::microseconds(1)).unwrap_or(before);
    // PostgreSQL keeps microseconds.
    now.max(next).trunc_subsecs(6)
}
