//! The ledger read by its owner, newest first. The caller has made sure that it is the owner.

use super::line::lines;
use super::query::about;
use super::{Act, Cursor, LedgerQuery, Line};
use crate::holder::Holder;
use crate::{Portal, Result};
use entity::access;
use sea_orm::{
    ColumnTrait as _, Condition, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
};
use std::collections::HashMap;
use uuid::Uuid;

/// A page of the ledger.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LedgerPage {
    /// The lines, newest first.
    pub lines: Vec<Line>,
    /// Where the next page begins, if there is one.
    pub next: Option<Cursor>,
}

/// What was done with what is held of somebody.
///
/// # Errors
/// Storage errors.
pub async fn of_holder(portal: &Portal, holder: Holder, query: &LedgerQuery) -> Result<LedgerPage> {
    page(portal, about(holder), holder.person(), query).await
}

/// What was done with one certificate of its holder.
///
/// # Errors
/// Storage errors.
pub async fn of_certificate(
    portal: &Portal,
    holder: Holder,
    certificate: Uuid,
    query: &LedgerQuery,
) -> Result<LedgerPage> {
    let whose = about(holder).add(access::COLUMN.certificate_id.eq(certificate));
    page(portal, whose, holder.person(), query).await
}

/// How often each act was done in the period of the query, acts that never were left out.
///
/// # Errors
/// Storage errors.
pub async fn counts(portal: &Portal, holder: Holder, query: &LedgerQuery) -> Result<Vec<(Act, u64)>> {
    let found: Vec<(String, i64)> = access::Entity::find()
        .select_only()
        .column(access::Column::Act)
        .column_as(access::Column::Id.count(), "times")
        .filter(about(holder).add(query.period()))
        .group_by(access::Column::Act)
        .into_tuple()
        .all(&portal.db.read)
        .await?;
    let times = |act: Act| found.iter().find(|(name, _)| name == act.as_str()).map(|(_, times)| *times);
    let count = |act: Act| Some((act, u64::try_from(times(act)?).ok()?));
    Ok(Act::ALL.into_iter().filter_map(count).collect())
}

async fn page(
    portal: &Portal,
    whose: Condition,
    owner: Option<Uuid>,
    query: &LedgerQuery,
) -> Result<LedgerPage> {
    let limit = query.limit();
    let mut rows = access::Entity::find()
        .filter(whose.add(query.wanted()))
        .order_by_desc(access::Column::At)
        .order_by_desc(access::Column::Id)
        .limit(limit.saturating_add(1))
        .all(&portal.db.read)
        .await?;
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    let more = rows.len() > limit;
    rows.truncate(limit);
    let last = rows.last().filter(|_| more).map(|row| Cursor { at: row.at, id: row.id });
    Ok(LedgerPage { lines: lines(&portal.db.read, owner, rows).await?, next: last })
}

/// How often each material of the library was used again.
///
/// # Errors
/// Storage errors.
pub async fn uses_of_holdings(portal: &Portal, holdings: Vec<Uuid>) -> Result<HashMap<Uuid, u64>> {
    let found: Vec<(Option<Uuid>, i64)> = access::Entity::find()
        .select_only()
        .column(access::Column::HoldingId)
        .column_as(access::Column::Id.count(), "times")
        .filter(access::COLUMN.holding_id.is_in(holdings))
        .filter(access::COLUMN.act.eq(Act::HoldingUsed.as_str()))
        .group_by(access::Column::HoldingId)
        .into_tuple()
        .all(&portal.db.read)
        .await?;
    let uses = |(id, times): (Option<Uuid>, i64)| Some((id?, u64::try_from(times).ok()?));
    Ok(found.into_iter().filter_map(uses).collect())
}
