//! Sessions: who is signed in at a browser or a program, and whom a clerk is serving there.
//!
//! The token is 256 random bits; only its SHA-256 is stored, so that the database lets nobody in.

mod flash;
mod live;

use chrono::{DateTime, TimeDelta, Utc};
use domain::permission::{Actor, Role};
use entity::session;
use sea_orm::{ActiveValue::Set, EntityTrait, QueryFilter};
use sha2::{Digest, Sha256};
use uuid::Uuid;

pub use crate::crypto::Token;
pub use flash::{set_flash, take_flash};
pub use live::{is_live, peek};

use crate::{
    Error, Portal, Result, absences,
    accounts::Account,
    audit::{self, Entry},
};

/// How long a session may lie idle, and how long it may last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Without a request.
    pub idle: TimeDelta,
    /// From signing in, whatever happens.
    pub absolute: TimeDelta,
}

/// Staff: half an hour idle, a working day in all (MLPS level 3, session time-out).
pub const STAFF: Limits = Limits { idle: TimeDelta::minutes(30), absolute: TimeDelta::hours(12) };
/// Citizens: a week idle, a month in all.
pub const CITIZEN: Limits = Limits { idle: TimeDelta::days(7), absolute: TimeDelta::days(30) };
/// The last request is written down no more often than this.
const TOUCH: TimeDelta = TimeDelta::minutes(1);

/// The limits of a role.
pub fn limits(role: Role) -> Limits {
    if role.is_staff() { STAFF } else { CITIZEN }
}

/// A live session with its account.
#[derive(Clone, Debug)]
pub struct Session {
    /// Key.
    pub id: Uuid,
    /// Who is signed in.
    pub account: Account,
    /// When it ends whatever happens.
    pub expires_at: DateTime<Utc>,
    /// The person a clerk is serving.
    pub client_person_id: Option<Uuid>,
    /// The organisation at the counter, for which that person acts.
    pub client_entity_id: Option<Uuid>,
    /// Whether a message waits for the next page.
    pub has_flash: bool,
}

impl Session {
    fn of(row: session::Model, account: Account) -> Self {
        let session::Model { id, expires_at, client_person_id, client_entity_id, flash, .. } = row;
        let has_flash = flash.is_some();
        Self { id, account, expires_at, client_person_id, client_entity_id, has_flash }
    }

    /// Who asks, as the rules know them.
    pub fn actor(&self) -> Actor {
        self.account.actor()
    }
}

/// Opens a session for an account that has just signed in.
///
/// # Errors
/// When it cannot be written.
pub async fn create(portal: &Portal, account: Account) -> Result<(Token, Session)> {
    let token = Token::random::<32>();
    let now = portal.clock.now();
    let expires_at = now + limits(account.role).absolute;
    let id = Uuid::now_v7();
    let row = session::ActiveModel {
        id: Set(id),
        token_hash: Set(hash(token.reveal())),
        account_id: Set(account.id),
        created_at: Set(now),
        last_seen_at: Set(now),
        expires_at: Set(expires_at),
        client_person_id: Set(None),
        client_entity_id: Set(None),
        flash: Set(None),
    };
    session::Entity::insert(row).exec_without_returning(&portal.db.write).await?;
    let session =
        Session { id, account, expires_at, client_person_id: None, client_entity_id: None, has_flash: false };
    Ok((token, session))
}

/// The live session of a token, in one query; `None` when it is unknown, idle for too long, over,
/// or its account closed.
///
/// # Errors
/// When the database cannot be read.
pub async fn find(portal: &Portal, token: &str) -> Result<Option<Session>> {
    let Some((row, mut account)) = live::of_token(portal, token).await? else { return Ok(None) };
    let now = portal.clock.now();
    if now - row.last_seen_at >= TOUCH {
        touch(portal, row.id, now).await;
    }
    if account.role == Role::Reviewer {
        account.stands_in_for = absences::stood_in_for(portal, account.id).await?;
    }
    Ok(Some(Session::of(row, account)))
}

/// A page that only reads is shown even while nothing can be written.
async fn touch(portal: &Portal, id: Uuid, now: DateTime<Utc>) {
    let seen = session::ActiveModel { last_seen_at: Set(now), ..Default::default() };
    if let Err(error) = change(portal, id, seen).await {
        tracing::warn!(?error, "a session's last request could not be written down");
    }
}

/// Ends a session.
///
/// # Errors
/// When the database cannot be written.
pub async fn revoke(portal: &Portal, session: &Session) -> Result<()> {
    let tx = portal.db.begin().await?;
    session::Entity::delete_by_id(session.id).exec(&tx).await?;
    let entry = Entry::new(&session.actor(), "account.sign_out", format!("account/{}", session.account.id));
    audit::record(&tx, portal.clock.now(), entry).await?;
    tx.commit().await?;
    Ok(())
}

/// Remembers the person a clerk is serving. Whom they came for stays: somebody may read the
/// organisation's code first and then the card of who stands there.
///
/// # Errors
/// [`crate::Kind::Denied`] to anyone but a clerk.
pub async fn set_client(portal: &Portal, session: &Session, person: Uuid) -> Result<()> {
    let client = session::ActiveModel { client_person_id: Set(Some(person)), ..Default::default() };
    serve(portal, session, client).await
}

/// Remembers the organisation a clerk is serving, or with `None` forgets it alone.
///
/// # Errors
/// [`crate::Kind::Denied`] to anyone but a clerk.
pub async fn set_client_entity(portal: &Portal, session: &Session, entity: Option<Uuid>) -> Result<()> {
    let client = session::ActiveModel { client_entity_id: Set(entity), ..Default::default() };
    serve(portal, session, client).await
}

/// 下一位: forgets person, organisation, and any message that was still to be shown.
///
/// # Errors
/// [`crate::Kind::Denied`] to anyone but a clerk.
pub async fn forget_client(portal: &Portal, session: &Session) -> Result<()> {
    let nobody = session::ActiveModel {
        client_person_id: Set(None),
        client_entity_id: Set(None),
        flash: Set(None),
        ..Default::default()
    };
    serve(portal, session, nobody).await
}

async fn serve(portal: &Portal, session: &Session, client: session::ActiveModel) -> Result<()> {
    if session.account.role != Role::Clerk {
        return Err(Error::denied());
    }
    change(portal, session.id, client).await
}

/// Deletes what is over; returns how many. Run it now and then.
///
/// # Errors
/// When the database cannot be written.
pub async fn sweep(portal: &Portal) -> Result<u64> {
    let now = portal.clock.now();
    let over = session::Entity::delete_many().filter(session::COLUMN.expires_at.lte(now));
    Ok(over.exec(&portal.db.write).await?.rows_affected)
}

async fn change(portal: &Portal, id: Uuid, change: session::ActiveModel) -> Result<()> {
    let changed = session::Entity::update_many().set(change).filter(session::COLUMN.id.eq(id));
    changed.exec(&portal.db.write).await?;
    Ok(())
}

fn hash(token: &str) -> String {
    hex::encode(Sha256::digest(token.as_bytes()))
}

#[cfg(test)]
mod tests;
