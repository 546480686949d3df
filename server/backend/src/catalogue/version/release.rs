//! Putting a version into force: today, or on a day to come.

use crate::db::Tx;
use chrono::{Days, NaiveDate};
use domain::deadline::Limit;
use domain::field_error::{FieldCode, FieldError};
use domain::permission::Actor;
use entity::{item, item_version};
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait as _, QueryFilter as _};
use serde_json::json;

use super::super::model::ItemState;
use super::content::as_errors;
use super::history::{Stage, stage};
use super::{ItemVersion, VersionState, draft, faults, hold};
use crate::audit;
use crate::edition::{self, Volume};
use crate::import::may_administer;
use crate::repo::item as rows;
use crate::{Error, Portal, Result};

/// Releases a draft, to be in force from a day: today, or one to come. One version at a time waits
/// for its day.
///
/// # Errors
/// [`crate::Kind::Invalid`]: the faults of the process by field; `valid_from` is `past`, or `taken`
/// where another version waits already. [`crate::Kind::Stale`] when the draft was changed since
/// `stamp`; [`crate::Kind::Conflict`] for an item that was cancelled; [`crate::Kind::Denied`].
pub async fn release(
    portal: &Portal,
    actor: &Actor,
    item: &str,
    version: i32,
    stamp: i64,
    from: NaiveDate,
) -> Result<()> {
    may_administer(actor)?;
    let tx = portal.db.begin().await?;
    let held = hold::hold(&tx, item).await?;
    if held.state == ItemState::Withdrawn.as_str() {
        return Err(Error::conflict());
    }
    let row = hold::draft(&tx, item, version, stamp).await?;
    sound(portal, &tx, &held, &row, from).await?;
    let now = hold::later(portal.clock.now(), row.updated_at);
    let released = item_version::ActiveModel {
        state: Set(VersionState::InForce.as_str().to_owned()),
        valid_from: Set(Some(from)),
        updated_at: Set(now),
        ..Default::default()
    };
    draft::set(&tx, item, version, released).await?;
    if from == portal.clock.today() {
        switch(portal, &tx, &held, &item_version::Model { valid_from: Some(from), ..row }).await?;
    }
    let detail = json!({ "version": version, "from": from });
    let entry = draft::entry(actor, "version.released", item, version).detail(detail);
    audit::record(&tx, portal.clock.now(), entry).await?;
    edition::commit(portal, tx, Volume::Catalogue).await
}

/// Takes a released version back, to be a draft again, as long as its day has not come.
///
/// # Errors
/// [`crate::Kind::Stale`] when it does not wait any more; [`crate::Kind::Conflict`] when there is
/// another draft; [`crate::Kind::Denied`].
pub async fn recall(portal: &Portal, actor: &Actor, item: &str, version: i32) -> Result<()> {
    may_administer(actor)?;
    let tx = portal.db.begin().await?;
    let held = hold::hold(&tx, item).await?;
    let all = hold::all(&tx, item).await?;
    let row = all.iter().find(|row| row.version == version).ok_or_else(Error::not_found)?;
    if stage(&held, row)? != Stage::Scheduled {
        return Err(Error::stale(None));
    }
    if all.iter().any(|row| row.state == VersionState::Draft.as_str()) {
        return Err(Error::conflict());
    }
    let again = item_version::ActiveModel {
        state: Set(VersionState::Draft.as_str().to_owned()),
        valid_from: Set(None),
        updated_at: Set(hold::later(portal.clock.now(), row.updated_at)),
        ..Default::default()
    };
    draft::set(&tx, item, version, again).await?;
    let entry = draft::entry(actor, "version.recalled", item, version);
    audit::record(&tx, portal.clock.now(), entry).await?;
    edition::commit(portal, tx, Volume::Catalogue).await
}

/// Puts into force what was released for today or a day before; tells how many. Run it at the turn
/// of the day and whenever a server starts: done twice, or by two at once, it does nothing more.
///
/// # Errors
/// Storage errors; what was put into force stays so.
pub async fn release_due(portal: &Portal) -> Result<u64> {
    let today = portal.clock.today();
    let waiting = item_version::Entity::find()
        .filter(item_version::COLUMN.state.eq(VersionState::InForce.as_str()))
        .filter(item_version::COLUMN.valid_to.is_null())
        .filter(item_version::COLUMN.valid_from.lte(today))
        .find_also_related(item::Entity)
        .all(&portal.db.read)
        .await?;
    let mut done = 0;
    for (row, item) in waiting {
        if item.is_some_and(|item| item.process_version != row.version) {
            done += u64::from(put_into_force(portal, &row.item_id, row.version, today).await?);
        }
    }
    Ok(done)
}

/// Looks once more, now that nobody else can do it; tells whether it was done.
async fn put_into_force(portal: &Portal, item: &str, version: i32, today: NaiveDate) -> Result<bool> {
    let tx = portal.db.begin().await?;
    let held = hold::hold(&tx, item).await?;
    let row = hold::row(&tx, item, version).await?;
    let is_due = row.valid_from.is_some_and(|day| day <= today);
    let withdrawn = held.state == ItemState::Withdrawn.as_str();
    if withdrawn || !is_due || stage(&held, &row)? != Stage::Scheduled {
        return Ok(false);
    }
    switch(portal, &tx, &held, &row).await?;
    let entry = draft::entry(&Actor::portal(), "version.in_force", item, version);
    audit::record(&tx, portal.clock.now(), entry).await?;
    edition::commit(portal, tx, Volume::Catalogue).await?;
    Ok(true)
}

/// Whether a draft may be released for a day.
async fn sound(
    portal: &Portal,
    tx: &Tx,
    item: &item::Model,
    row: &item_version::Model,
    from: NaiveDate,
) -> Result<()> {
    let version = ItemVersion::try_from(row.clone())?;
    let mut errors = as_errors(faults(&version.process, version.limits));
    if from < portal.clock.today() {
        errors.push(FieldError::new("valid_from", FieldCode::Past));
    }
    for other in hold::all(tx, &item.id).await? {
        if stage(item, &other)? == Stage::Scheduled {
            errors.push(FieldError::new("valid_from", FieldCode::Taken));
        }
    }
    if errors.is_empty() { Ok(()) } else { Err(Error::invalid(errors)) }
}

/// The item is handled so from now on; the version before ends on the day before.
async fn switch(portal: &Portal, tx: &Tx, item: &item::Model, row: &item_version::Model) -> Result<()> {
    let version = ItemVersion::try_from(row.clone())?;
    // A draft does not change the questions: those stay that are asked now, whatever was imported since
    // it was begun.
    let asked = item_version::ActiveModel { form: Set(item.form.clone()), ..Default::default() };
    draft::set(tx, &item.id, row.version, asked).await?;
    let last = row.valid_from.and_then(|day| day.checked_sub_days(Days::new(1)));
    end(tx, item, last).await?;
    let value = |limit: Option<Limit>| Set(limit.map(|limit| i32::from(limit.value)));
    let unit = |limit: Option<Limit>| Set(limit.map(|limit| limit.unit.as_str().to_owned()));
    let change = item::ActiveModel {
        case_kind: Set(row.kind.clone()),
        legal_value: value(version.limits.statutory),
        legal_unit: unit(version.limits.statutory),
        promise_value: value(version.limits.promised),
        promise_unit: unit(version.limits.promised),
        process_version: Set(row.version),
        version: Set(item.version + 1),
        updated_at: Set(portal.clock.now()),
        ..Default::default()
    };
    let done = rows::update_version(tx, change, &item.id, item.version).await?;
    if done { Ok(()) } else { Err(Error::stale(None)) }
}

async fn end<C: ConnectionTrait>(tx: &C, item: &item::Model, last: Option<NaiveDate>) -> Result<()> {
    let ended = item_version::ActiveModel { valid_to: Set(last), ..Default::default() };
    draft::set(tx, &item.id, item.process_version, ended).await
}
