//! Versions in the database.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::{DateTime, Days, NaiveDate, Utc};
use domain::case::Limits;
use domain::process::Process;
use entity::{item, item_version};
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait as _, QueryFilter as _};
use uuid::Uuid;

use super::super::model::ItemState;
use super::super::row;
use super::{ItemVersion, VersionState};
use crate::Result;

/// Every version of every item.
pub(in crate::catalogue) async fn read_all<C: ConnectionTrait>(
    db: &C,
) -> Result<HashMap<(String, i32), Arc<ItemVersion>>> {
    let rows = item_version::Entity::find().all(db).await?;
    rows.into_iter()
        .map(|row| {
            let version = ItemVersion::try_from(row)?;
            Ok(((version.item_id.clone(), version.version), Arc::new(version)))
        })
        .collect()
}

/// Who changes an item, when, and why.
#[derive(Clone, Copy, Debug)]
pub(in crate::catalogue) struct Change<'a> {
    pub author: Option<Uuid>,
    pub at: DateTime<Utc>,
    pub today: NaiveDate,
    pub note: &'a str,
}

/// Makes a version of what an item has become, where that is another way of handling it: the one
/// before ends the day before. The version that is in force now.
///
/// `process` is none where only limits or questions may have changed.
pub(in crate::catalogue) async fn follow<C: ConnectionTrait>(
    db: &C,
    fresh: &item::Model,
    process: Option<Process>,
    change: Change<'_>,
) -> Result<i32> {
    let known =
        item_version::Entity::find().filter(item_version::COLUMN.item_id.eq(&fresh.id)).all(db).await?;
    let current = known.iter().find(|row| row.version == fresh.process_version);
    let row = next(fresh, process, current, change)?;
    if let Some(current) = current {
        if same(current, &row) && !is_back(current, &row) {
            keep_state(db, current, &row).await?;
            return Ok(current.version);
        }
        end(db, current, change.today).await?;
    }
    let version = known.iter().map(|row| row.version).max().unwrap_or_default() + 1;
    let row =
        item_version::ActiveModel { version: Set(version), ..item_version::Model { version, ..row }.into() };
    item_version::Entity::insert(row).exec_without_returning(db).await?;
    Ok(version)
}

fn next(
    fresh: &item::Model,
    process: Option<Process>,
    current: Option<&item_version::Model>,
    change: Change<'_>,
) -> Result<item_version::Model> {
    let limits: Limits = row::limits(fresh);
    let process = match (process, current) {
        (Some(process), _) => serde_json::to_value(process)?,
        (None, Some(current)) => current.process.clone(),
        (None, None) => serde_json::to_value(Process::default())?,
    };
    Ok(item_version::Model {
        item_id: fresh.id.clone(),
        version: fresh.process_version,
        state: state_of(fresh).as_str().to_owned(),
        // The first one has been so from the beginning.
        valid_from: current.map(|_| change.today),
        valid_to: None,
        kind: fresh.case_kind.clone(),
        limits: serde_json::to_value(limits)?,
        process,
        form: fresh.form.clone(),
        note: change.note.to_owned(),
        created_by: change.author,
        created_at: change.at,
        updated_at: change.at,
    })
}

/// What the state of an item makes of the version in force.
fn state_of(item: &item::Model) -> VersionState {
    match ItemState::parse(&item.state) {
        Some(ItemState::Active) => VersionState::InForce,
        Some(ItemState::Suspended) | None => VersionState::Suspended,
        Some(ItemState::Withdrawn) => VersionState::Cancelled,
    }
}

/// What was cancelled never comes back: an item that is served again gets a version of its own.
fn is_back(current: &item_version::Model, fresh: &item_version::Model) -> bool {
    let cancelled = VersionState::Cancelled.as_str();
    current.state == cancelled && fresh.state != cancelled
}

/// Suspended and taken up again with the item.
async fn keep_state<C: ConnectionTrait>(
    db: &C,
    current: &item_version::Model,
    fresh: &item_version::Model,
) -> Result<()> {
    if current.state == fresh.state {
        return Ok(());
    }
    let change = item_version::ActiveModel { state: Set(fresh.state.clone()), ..Default::default() };
    super::draft::set(db, &current.item_id, current.version, change).await
}

/// Whether both handle an item in the same way.
fn same(one: &item_version::Model, two: &item_version::Model) -> bool {
    one.kind == two.kind && one.limits == two.limits && one.process == two.process && one.form == two.form
}

/// The last day of a version is the day before the next one's first.
async fn end<C: ConnectionTrait>(db: &C, current: &item_version::Model, today: NaiveDate) -> Result<()> {
    let last = today.checked_sub_days(Days::new(1)).unwrap_or(today);
    let ended = item_version::ActiveModel { valid_to: Set(Some(last)), ..Default::default() };
    super::draft::set(db, &current.item_id, current.version, ended).await
}
