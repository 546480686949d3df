//! 亮证: the holder shows a certificate by a code that lives for a minute at most (国务院令第716号
//! art. 10). Whoever scans it learns the least that tells whether the certificate is good.
//!
//! The token is 160 random bits; only its keyed hash is stored, so that the database shows nothing.
//! Unknown and lapsed tokens are answered alike, and a lapsed one leaves the database with the next.

mod disclosure;
mod inspect;
mod scan;
#[cfg(test)]
pub(super) mod tests;

use chrono::{DateTime, TimeDelta, Utc};
use domain::certificate::Unfit;
use domain::field_error::{FieldCode, FieldError};
use domain::permission::Actor;
use entity::presentation;
use sea_orm::{ActiveValue::Set, Condition, ConnectionTrait, EntityTrait as _, QueryFilter as _};
use uuid::Uuid;

pub use disclosure::{Disclosure, mask, mask_own};
pub(super) use disclosure::{disclosed, looker};
pub use inspect::inspect;
pub use scan::scan;

use super::wallet;
pub use crate::crypto::Token;
use crate::crypto::{Field, Keys};
use crate::{Error, Result, Services};

/// How long a code lives.
pub const LIFE: TimeDelta = TimeDelta::seconds(60);

/// A code just made.
#[derive(Clone, Debug)]
pub struct Presentation {
    /// What stands in it.
    pub token: Token,
    /// From this instant on it shows nothing.
    pub expires_at: DateTime<Utc>,
}

/// Makes a code for a certificate of one's own; an earlier one of the same certificate lapses.
///
/// # Errors
/// [`crate::Kind::NotFound`] for what is not one's own; [`crate::Kind::Invalid`] with
/// [`FieldCode::Unfit`] for a certificate that cannot be relied on.
pub async fn present(services: &Services, actor: &Actor, id: Uuid) -> Result<Presentation> {
    let now = services.clock.now();
    let tx = services.db.begin().await?;
    let certificate = wallet::own(&tx, &services.keys, actor, id).await?;
    certificate.standing.fit(services.clock.today()).map_err(unfit)?;
    let made = Presentation { token: Token::random::<20>(), expires_at: now + LIFE };
    forget(&tx, now, id).await?;
    let row = presentation::ActiveModel {
        token_hash: Set(hash(&services.keys, made.token.reveal())?),
        certificate_id: Set(id),
        made_at: Set(now),
        expires_at: Set(made.expires_at),
        seen_at: Set(None),
    };
    presentation::Entity::insert(row).exec_without_returning(&tx).await?;
    tx.commit().await?;
    Ok(made)
}

/// What has lapsed, of anybody, and what was made before of this certificate.
async fn forget(tx: &impl ConnectionTrait, now: DateTime<Utc>, id: Uuid) -> Result<()> {
    let over = Condition::any()
        .add(presentation::COLUMN.expires_at.lte(now))
        .add(presentation::COLUMN.certificate_id.eq(id));
    presentation::Entity::delete_many().filter(over).exec(tx).await?;
    Ok(())
}

fn hash(keys: &Keys, token: &str) -> Result<String> {
    keys.index(Field::PRESENTATION, token)
}

/// The refusal of a certificate that cannot be relied on.
pub(super) fn unfit(why: Unfit) -> Error {
    Error::invalid(vec![FieldError::new("certificate", FieldCode::Unfit { why })])
}
