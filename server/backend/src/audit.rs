//! The audit trail: who did what to what, and when.
//!
//! A row is written in the transaction of the act, without a number, so that concurrent intakes
//! never wait for one another. [`seal`] later gives the rows their numbers and chains them: each
//! hash covers the row and the hash before it, under a key that is not in the database. [`verify`]
//! walks the chain and finds an altered, deleted, inserted or cut-off row. A row deleted before it
//! was sealed is not noticed: seal often.

mod chain;
mod redact;
mod trail;
mod verdict;
mod written;

use chrono::{DateTime, SubsecRound, Utc};
use domain::permission::{Actor, Role};
use entity::audit;
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait, JsonValue as Json};
use uuid::Uuid;

pub use chain::seal;
pub(crate) use redact::text as redacted;
pub use trail::{Act, PER_PAGE, TrailPage, TrailQuery, actions, trail};
pub use verdict::{Fault, Found, Verdict, verify};
pub use written::written;

use crate::Result;

/// An act worth remembering.
#[derive(Clone, Debug)]
pub struct Entry {
    actor: Option<Uuid>,
    role: &'static str,
    action: &'static str,
    subject: String,
    detail: Json,
}

impl Entry {
    /// `actor` did `action` (`person.reveal`) to `subject` (`person/<id>`, `case/<number>`).
    pub fn new(actor: &Actor, action: &'static str, subject: impl Into<String>) -> Self {
        let role = actor.role.map_or("system", Role::as_str);
        Self { actor: actor.account, role, action, subject: subject.into(), detail: Json::Null }
    }

    /// Adds particulars. Identity numbers in it are masked when it is written, whoever forgot.
    #[must_use]
    pub fn detail(mut self, detail: Json) -> Self {
        self.detail = detail;
        self
    }
}

/// Writes an entry in the transaction of the act.
///
/// # Errors
/// When it cannot be written; the act must then not be done.
pub async fn record(tx: &impl ConnectionTrait, at: DateTime<Utc>, entry: Entry) -> Result<()> {
    record_all(tx, at, vec![entry]).await
}

/// Writes several entries of one act in one statement, in their order.
///
/// # Errors
/// As [`record`].
pub async fn record_all(tx: &impl ConnectionTrait, at: DateTime<Utc>, entries: Vec<Entry>) -> Result<()> {
    let rows: Vec<audit::ActiveModel> = entries.into_iter().map(|entry| row(at, entry)).collect();
    if !rows.is_empty() {
        audit::Entity::insert_many(rows).exec_without_returning(tx).await?;
    }
    Ok(())
}

fn row(at: DateTime<Utc>, entry: Entry) -> audit::ActiveModel {
    let Entry { actor, role, action, subject, detail } = entry;
    audit::ActiveModel {
        id: Set(Uuid::now_v7()),
        // PostgreSQL keeps microseconds; the hash must not depend on the database.
        at: Set(at.trunc_subsecs(6)),
        actor_account_id: Set(actor),
        actor_role: Set(role.to_owned()),
        action: Set(action.to_owned()),
        subject: Set(redact::text(&subject)),
        detail: Set(redact::json(detail)),
        seq: Set(None),
        prev_hash: Set(None),
        hash: Set(None),
    }
}

#[cfg(test)]
mod tests;
