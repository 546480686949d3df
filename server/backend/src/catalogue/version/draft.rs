//! A draft: the version in force, copied, to be changed in peace. An item has one at a time: who
//! begins another is led to the one that is there.

use chrono::SubsecRound as _;
use domain::field_error::{FieldCode, FieldError};
use domain::permission::Actor;
use domain::process::{Place, Process};
use domain::rule::Rule;
use entity::{item, item_version};
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait as _, QueryFilter as _};
use serde_json::json;

use super::super::model::ItemState;
use super::super::row;
use super::{Content, VersionForm, VersionState, hold};
use crate::audit::{self, Entry};
use crate::edition::{self, Volume};
use crate::import::may_administer;
use crate::repo::organisation as org_rows;
use crate::{Error, Portal, Result};

/// Begins a draft; tells the version. Where there is a draft, it is that one.
///
/// # Errors
/// [`crate::Kind::NotFound`]; [`crate::Kind::Conflict`] for an item that was cancelled;
/// [`crate::Kind::Denied`] to all but an administrator.
pub async fn begin(portal: &Portal, actor: &Actor, item: &str) -> Result<i32> {
    may_administer(actor)?;
    let tx = portal.db.begin().await?;
    let held = hold::hold(&tx, item).await?;
    if held.state == ItemState::Withdrawn.as_str() {
        return Err(Error::conflict());
    }
    let rows = hold::all(&tx, item).await?;
    if let Some(draft) = rows.iter().find(|row| row.state == VersionState::Draft.as_str()) {
        return Ok(draft.version);
    }
    let version = rows.iter().map(|row| row.version).max().unwrap_or_default() + 1;
    let current = rows.into_iter().find(|row| row.version == held.process_version);
    let now = portal.clock.now().trunc_subsecs(6);
    let draft = item_version::Model {
        version,
        state: VersionState::Draft.as_str().to_owned(),
        valid_from: None,
        valid_to: None,
        note: String::new(),
        created_by: actor.account,
        created_at: now,
        updated_at: now,
        ..current.ok_or_else(Error::not_found)?
    };
    item_version::Entity::insert(filled(draft)).exec_without_returning(&tx).await?;
    audit::record(&tx, now, entry(actor, "version.begun", item, version)).await?;
    edition::commit(portal, tx, Volume::Catalogue).await?;
    Ok(version)
}

/// Saves what was typed into a draft. It may still have faults; it cannot be released with them.
///
/// # Errors
/// [`crate::Kind::Invalid`] by field for what cannot be read; [`crate::Kind::Stale`] when it was
/// changed since `stamp`, or is no draft any more; [`crate::Kind::Denied`].
pub async fn save(
    portal: &Portal,
    actor: &Actor,
    item: &str,
    version: i32,
    stamp: i64,
    form: &VersionForm,
) -> Result<()> {
    may_administer(actor)?;
    let tx = portal.db.begin().await?;
    let held = hold::hold(&tx, item).await?;
    let before = hold::draft(&tx, item, version, stamp).await?;
    let content = form.read(rule_of(&held, &before)?)?;
    departments(&tx, &content).await?;
    let Content { kind, limits, process, note } = content;
    let change = item_version::ActiveModel {
        kind: Set(kind.as_str().to_owned()),
        limits: Set(serde_json::to_value(limits)?),
        process: Set(serde_json::to_value(process)?),
        note: Set(note),
        updated_at: Set(hold::later(portal.clock.now(), before.updated_at)),
        ..Default::default()
    };
    set(&tx, item, version, change).await?;
    audit::record(&tx, portal.clock.now(), entry(actor, "version.saved", item, version)).await?;
    edition::commit(portal, tx, Volume::Catalogue).await
}

/// Throws a draft away.
///
/// # Errors
/// [`crate::Kind::Stale`] when it was changed since `stamp`, or is no draft any more;
/// [`crate::Kind::Denied`].
pub async fn discard(portal: &Portal, actor: &Actor, item: &str, version: i32, stamp: i64) -> Result<()> {
    may_administer(actor)?;
    let tx = portal.db.begin().await?;
    hold::hold(&tx, item).await?;
    hold::draft(&tx, item, version, stamp).await?;
    item_version::Entity::delete_by_id((item.to_owned(), version)).exec(&tx).await?;
    audit::record(&tx, portal.clock.now(), entry(actor, "version.discarded", item, version)).await?;
    edition::commit(portal, tx, Volume::Catalogue).await
}

/// The rule that may decide by itself under a version.
///
/// # Errors
/// [`crate::Kind::NotFound`]; [`crate::Kind::Denied`] to all but an administrator.
pub async fn rule(portal: &Portal, actor: &Actor, item: &str, version: i32) -> Result<Option<Rule>> {
    may_administer(actor)?;
    let db = &portal.db.read;
    let held = item::Entity::find_by_id(item).one(db).await?.ok_or_else(Error::not_found)?;
    rule_of(&held, &hold::row(db, item, version).await?)
}

/// The one that does, or the catalogue's of who is eligible.
fn rule_of(item: &item::Model, draft: &item_version::Model) -> Result<Option<Rule>> {
    let process: Process = serde_json::from_value(draft.process.clone())?;
    match process.automatic {
        Some(rule) => Ok(Some(rule)),
        None => row::rule(item),
    }
}

/// Steps are done by departments that there are.
async fn departments<C: ConnectionTrait>(tx: &C, content: &Content) -> Result<()> {
    let known = org_rows::departments(tx).await?;
    let is_known = |place: &Place| match place {
        Place::Competent => true,
        Place::Department(id) => known.iter().any(|one| one.id == *id),
    };
    let wrong =
        content.process.steps.iter().enumerate().filter(|(_, step)| !step.places.iter().all(is_known));
    let errors: Vec<_> =
        wrong.map(|(at, _)| FieldError::new(format!("step-{at}-place"), FieldCode::Choice)).collect();
    if errors.is_empty() { Ok(()) } else { Err(Error::invalid(errors)) }
}

/// Changes columns of a version.
pub(super) async fn set<C: ConnectionTrait>(
    tx: &C,
    item: &str,
    version: i32,
    change: item_version::ActiveModel,
) -> Result<()> {
    item_version::Entity::update_many()
        .set(change)
        .filter(item_version::COLUMN.item_id.eq(item))
        .filter(item_version::COLUMN.version.eq(version))
        .exec(tx)
        .await?;
    Ok(())
}

pub(super) fn entry(actor: &Actor, action: &'static str, item: &str, version: i32) -> Entry {
    Entry::new(actor, action, format!("item/{item}")).detail(json!({ "version": version }))
}

/// The row with every column, its key too.
fn filled(row: item_version::Model) -> item_version::ActiveModel {
    let (item_id, version) = (Set(row.item_id.clone()), Set(row.version));
    item_version::ActiveModel { item_id, version, ..row.into() }
}
