//! Whether an item takes cases: suspended for a time, taken up again, or cancelled for good. Cases
//! that run go on under their versions in each case.

use crate::db::Tx;
use domain::field_error::{FieldCode, FieldError};
use domain::permission::Actor;
use entity::{item, item_version};
use sea_orm::{ActiveValue::Set, EntityTrait as _};
use serde_json::json;

use super::super::model::ItemState;
use super::history::{Stage, stage};
use super::{VersionState, draft, hold};
use crate::audit;
use crate::edition::{self, Volume};
use crate::import::may_administer;
use crate::repo::item as rows;
use crate::{Error, Portal, Result};

/// Most characters of a reason.
const REASON_MAX: usize = 200;

/// What becomes of the taking of cases.
#[derive(Clone, Copy)]
struct Turn {
    to: ItemState,
    state: VersionState,
    action: &'static str,
}

/// 暂停: takes no more cases for the time being.
///
/// # Errors
/// [`crate::Kind::Invalid`] on `reason`; [`crate::Kind::Stale`] when the item was changed since it had
/// this `version`; [`crate::Kind::Conflict`] for one that was cancelled; [`crate::Kind::Denied`].
pub async fn suspend(portal: &Portal, actor: &Actor, item: &str, version: i32, reason: &str) -> Result<()> {
    let turn = Turn { to: ItemState::Suspended, state: VersionState::Suspended, action: "version.suspended" };
    turned(portal, actor, item, version, Some(reason), turn).await
}

/// 恢复: takes cases again.
///
/// # Errors
/// As [`suspend`].
pub async fn resume(portal: &Portal, actor: &Actor, item: &str, version: i32) -> Result<()> {
    let turn = Turn { to: ItemState::Active, state: VersionState::InForce, action: "version.resumed" };
    turned(portal, actor, item, version, None, turn).await
}

/// 废止: never takes a case again. What waits for its day is cancelled too, a draft thrown away.
///
/// # Errors
/// As [`suspend`].
pub async fn cancel(portal: &Portal, actor: &Actor, item: &str, version: i32, reason: &str) -> Result<()> {
    let turn = Turn { to: ItemState::Withdrawn, state: VersionState::Cancelled, action: "version.cancelled" };
    turned(portal, actor, item, version, Some(reason), turn).await
}

async fn turned(
    portal: &Portal,
    actor: &Actor,
    id: &str,
    version: i32,
    reason: Option<&str>,
    turn: Turn,
) -> Result<()> {
    may_administer(actor)?;
    let reason = reason.map(checked).transpose()?;
    let tx = portal.db.begin().await?;
    let held = hold::hold(&tx, id).await?;
    if held.state == ItemState::Withdrawn.as_str() {
        return Err(Error::conflict());
    }
    let change = item::ActiveModel {
        state: Set(turn.to.as_str().to_owned()),
        version: Set(version + 1),
        updated_at: Set(portal.clock.now()),
        ..Default::default()
    };
    if !rows::update_version(&tx, change, id, version).await? {
        return Err(Error::stale(None));
    }
    for row in hold::all(&tx, id).await? {
        follow(portal, &tx, &held, row, turn, reason.as_deref()).await?;
    }
    let detail = json!({ "version": held.process_version, "reason": reason });
    let entry = draft::entry(actor, turn.action, id, held.process_version).detail(detail);
    audit::record(&tx, portal.clock.now(), entry).await?;
    edition::commit(portal, tx, Volume::Catalogue).await
}

/// What becomes of one version.
async fn follow(
    portal: &Portal,
    tx: &Tx,
    item: &item::Model,
    row: item_version::Model,
    turn: Turn,
    reason: Option<&str>,
) -> Result<()> {
    let is_last = turn.to == ItemState::Withdrawn;
    match stage(item, &row)? {
        Stage::InForce | Stage::Suspended | Stage::Cancelled if row.version == item.process_version => {
            let note = reason.map_or_else(|| row.note.clone(), |reason| lines(&row.note, reason));
            let change = item_version::ActiveModel {
                state: Set(turn.state.as_str().to_owned()),
                valid_to: Set(is_last.then(|| portal.clock.today())),
                note: Set(note),
                updated_at: Set(hold::later(portal.clock.now(), row.updated_at)),
                ..Default::default()
            };
            draft::set(tx, &item.id, row.version, change).await
        }
        Stage::Scheduled if is_last => {
            let cancelled = item_version::ActiveModel {
                state: Set(VersionState::Cancelled.as_str().to_owned()),
                updated_at: Set(hold::later(portal.clock.now(), row.updated_at)),
                ..Default::default()
            };
            draft::set(tx, &item.id, row.version, cancelled).await
        }
        Stage::Draft if is_last => {
            item_version::Entity::delete_by_id((item.id.clone(), row.version)).exec(tx).await?;
            Ok(())
        }
        Stage::Draft
        | Stage::Scheduled
        | Stage::InForce
        | Stage::Suspended
        | Stage::Cancelled
        | Stage::Ended => Ok(()),
    }
}

/// A reason, which must be there.
fn checked(reason: &str) -> Result<String> {
    let reason = reason.trim();
    let code = match reason.chars().count() {
        0 => Some(FieldCode::Missing),
        n if n > REASON_MAX => Some(FieldCode::TooLong { max: REASON_MAX }),
        _ => None,
    };
    match code {
        Some(code) => Err(Error::invalid(vec![FieldError::new("reason", code)])),
        None => Ok(reason.to_owned()),
    }
}

fn lines(before: &str, reason: &str) -> String {
    if before.is_empty() { reason.to_owned() } else { format!("{before}\n{reason}") }
}
