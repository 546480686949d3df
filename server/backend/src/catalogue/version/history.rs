//! The versions of an item as a list: where each stands, until when, and how many cases rest on it.

use std::collections::HashMap;

use chrono::{DateTime, Days, NaiveDate, Utc};
use domain::permission::Actor;
use entity::{account, case_file, item, item_version};
use sea_orm::{ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QuerySelect as _};
use uuid::Uuid;

use super::super::model::ItemState;
use super::{ItemVersion, VersionState, hold};
use crate::import::may_administer;
use crate::{Error, Portal, Result};

/// Where a version stands today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// 草稿.
    Draft,
    /// 待实施: released, its day is still to come.
    Scheduled,
    /// 实施中: new cases are filed under it.
    InForce,
    /// 暂停: new cases would be, but none are taken.
    Suspended,
    /// 废止.
    Cancelled,
    /// 已被替代: another one followed.
    Ended,
}

/// One version in the list.
#[derive(Clone, Debug, PartialEq)]
pub struct VersionLine {
    /// What it says.
    pub content: ItemVersion,
    /// Where it stands.
    pub stage: Stage,
    /// Last day in force, as far as that is known.
    pub ends: Option<NaiveDate>,
    /// Who made it; none for an import.
    pub author: Option<String>,
    /// Cases filed under it.
    pub cases: u64,
    /// Last change.
    pub changed_at: DateTime<Utc>,
    /// Tells whether a page is out of date.
    pub stamp: i64,
}

/// Every version of an item, the newest first.
///
/// # Errors
/// [`crate::Kind::NotFound`] when there is no such item; [`crate::Kind::Denied`] to all but an
/// administrator.
pub async fn history(portal: &Portal, actor: &Actor, item: &str) -> Result<Vec<VersionLine>> {
    may_administer(actor)?;
    let db = &portal.db.read;
    let item = item::Entity::find_by_id(item).one(db).await?.ok_or_else(Error::not_found)?;
    let rows = hold::all(db, &item.id).await?;
    let (authors, cases) = (authors(db, &rows).await?, cases(db, &item.id).await?);
    let next =
        rows.iter().find(|row| stage(&item, row) == Ok(Stage::Scheduled)).and_then(|row| row.valid_from);
    let line = |row: item_version::Model| {
        let stage = stage(&item, &row)?;
        let current = row.version == item.process_version;
        let before = next.filter(|_| current).and_then(|day| day.checked_sub_days(Days::new(1)));
        Ok(VersionLine {
            stage,
            ends: row.valid_to.or(before),
            author: row.created_by.and_then(|id| authors.get(&id).cloned()),
            cases: cases.get(&row.version).copied().unwrap_or_default(),
            changed_at: row.updated_at,
            stamp: row.updated_at.timestamp_micros(),
            content: row.try_into()?,
        })
    };
    rows.into_iter().rev().map(line).collect()
}

/// One version of an item.
///
/// # Errors
/// As [`history`].
pub async fn one(portal: &Portal, actor: &Actor, item: &str, version: i32) -> Result<VersionLine> {
    let all = history(portal, actor, item).await?;
    all.into_iter().find(|line| line.content.version == version).ok_or_else(Error::not_found)
}

/// A version whose state is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct NoState;

impl From<NoState> for Error {
    fn from(NoState: NoState) -> Self {
        Self::internal("a version with a state that is none")
    }
}

/// Where a version stands. Of the one in force, the item itself says whether cases are taken.
pub(super) fn stage(item: &item::Model, row: &item_version::Model) -> Result<Stage, NoState> {
    let state = VersionState::parse(&row.state).ok_or(NoState)?;
    let is_current = row.version == item.process_version;
    Ok(match (state, is_current) {
        (VersionState::Draft, _) => Stage::Draft,
        (_, true) => match ItemState::parse(&item.state).ok_or(NoState)? {
            ItemState::Active => Stage::InForce,
            ItemState::Suspended => Stage::Suspended,
            ItemState::Withdrawn => Stage::Cancelled,
        },
        (VersionState::Cancelled, false) => Stage::Cancelled,
        (VersionState::InForce | VersionState::Suspended, false) if row.valid_to.is_none() => {
            Stage::Scheduled
        }
        (VersionState::InForce | VersionState::Suspended, false) => Stage::Ended,
    })
}

async fn authors<C: ConnectionTrait>(db: &C, rows: &[item_version::Model]) -> Result<HashMap<Uuid, String>> {
    let ids: Vec<Uuid> = rows.iter().filter_map(|row| row.created_by).collect();
    let found = account::Entity::find().filter(account::Column::Id.is_in(ids)).all(db).await?;
    Ok(found.into_iter().map(|row| (row.id, row.name)).collect())
}

async fn cases<C: ConnectionTrait>(db: &C, item: &str) -> Result<HashMap<i32, u64>> {
    let counted = case_file::Entity::find()
        .select_only()
        .column(case_file::Column::ItemVersion)
        .column_as(case_file::Column::Id.count(), "n")
        .filter(case_file::COLUMN.item_id.eq(item))
        .group_by(case_file::Column::ItemVersion);
    let rows = counted.into_tuple::<(i32, i64)>().all(db).await?;
    Ok(rows.into_iter().map(|(version, n)| (version, u64::try_from(n).unwrap_or_default())).collect())
}
