//! Idempotency: the same key and the same request give the first answer again.

use crate::{Error, Result};
use chrono::{DateTime, Utc};
use entity::idempotency;
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait as _, QueryFilter as _, sea_query::OnConflict};
use uuid::Uuid;

/// What claiming a key found.
pub(crate) enum Claim {
    /// It is ours: go on.
    Fresh,
    /// It was used for the very same request.
    Used {
        /// The case that it opened, if it opened one.
        case_id: Option<Uuid>,
        /// What is kept of the answer.
        kept: serde_json::Value,
    },
}

/// Claims `key` for this account; a second claimant waits for the first to commit. The fingerprint
/// tells the request from every other, and betrays nothing of it.
///
/// # Errors
/// [`crate::Kind::Conflict`] where the key was used for something else.
pub(crate) async fn claim<C: ConnectionTrait>(
    tx: &C,
    key: &str,
    account: Uuid,
    fingerprint: &str,
    at: DateTime<Utc>,
) -> Result<Claim> {
    let row = idempotency::ActiveModel {
        key: Set(key.to_owned()),
        account_id: Set(account),
        request_hash: Set(fingerprint.to_owned()),
        case_id: Set(None),
        response: Set(serde_json::Value::Null),
        created_at: Set(at),
    };
    let nothing = OnConflict::columns([idempotency::Column::Key, idempotency::Column::AccountId])
        .do_nothing()
        .to_owned();
    let inserted = idempotency::Entity::insert(row).on_conflict(nothing).exec_without_returning(tx).await?;
    if inserted == 1 {
        return Ok(Claim::Fresh);
    }
    let first = idempotency::Entity::find_by_id((key.to_owned(), account)).one(tx).await?;
    match first {
        Some(first) if first.request_hash == fingerprint => {
            Ok(Claim::Used { case_id: first.case_id, kept: first.response })
        }
        Some(_) | None => Err(Error::conflict()),
    }
}

/// Remembers what the key was used for.
///
/// # Errors
/// Storage errors.
pub(crate) async fn settle<C: ConnectionTrait>(
    tx: &C,
    key: &str,
    account: Uuid,
    case_id: Option<Uuid>,
    answer: serde_json::Value,
) -> Result<()> {
    let row = idempotency::ActiveModel { case_id: Set(case_id), response: Set(answer), ..Default::default() };
    idempotency::Entity::update_many()
        .set(row)
        .filter(idempotency::COLUMN.key.eq(key))
        .filter(idempotency::COLUMN.account_id.eq(account))
        .exec(tx)
        .await?;
    Ok(())
}
