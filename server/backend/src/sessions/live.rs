//! Whether a session is live, asked without keeping it so: a line that stays open is no request of
//! somebody's, and ends when they have done nothing else for too long.

use super::{Session, hash, limits};
use crate::accounts::Account;
use crate::{Portal, Result};
use entity::{account, session};
use sea_orm::{EntityTrait, QueryFilter, sea_query::IntoCondition};

/// As [`super::find`], but the session's last request stays the one before.
///
/// # Errors
/// When the database cannot be read.
pub async fn peek(portal: &Portal, token: &str) -> Result<Option<Session>> {
    Ok(of_token(portal, token).await?.map(|(row, account)| Session::of(row, account)))
}

/// Whether a session found earlier is still live.
///
/// # Errors
/// When the database cannot be read.
pub async fn is_live(portal: &Portal, session: &Session) -> Result<bool> {
    Ok(found(portal, session::COLUMN.id.eq(session.id)).await?.is_some())
}

pub(super) async fn of_token(portal: &Portal, token: &str) -> Result<Option<(session::Model, Account)>> {
    found(portal, session::COLUMN.token_hash.eq(hash(token))).await
}

/// The session and its account; nothing when it is idle for too long, over, or the account closed.
async fn found(portal: &Portal, which: impl IntoCondition) -> Result<Option<(session::Model, Account)>> {
    let query = session::Entity::find().filter(which).find_also_related(account::Entity);
    let Some((row, Some(account))) = query.one(&portal.db.read).await? else { return Ok(None) };
    let account = Account::try_from(account)?;
    let now = portal.clock.now();
    let idle_until = row.last_seen_at + limits(account.role).idle;
    let over = !account.active || now >= row.expires_at || now >= idle_until;
    Ok((!over).then_some((row, account)))
}
