//! What a code shows, while it lives. Its holder learns of every look.

use chrono::{DateTime, Utc};
use domain::permission::Actor;
use entity::presentation;
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait as _, QueryFilter as _};

use super::{Disclosure, disclosed, looker};
use crate::access::{self, Access, Act};
use crate::certificates::{Certificate, one};
use crate::crypto::{Field, Keys};
use crate::{Result, Services};

/// Under this name the ledger shows who scans without signing in as staff.
const PUBLIC: &str = "公众扫码";
const REASON: &str = "亮证：扫了您出示的二维码";

/// What the code with this token shows now; `None` when it has lapsed, or never was.
///
/// # Errors
/// Storage errors; nothing is shown that could not be written into the ledger.
pub async fn scan(services: &Services, viewer: Option<&Actor>, token: &str) -> Result<Option<Disclosure>> {
    let now = services.clock.now();
    let tx = services.db.begin().await?;
    let Some(row) = living(&tx, &services.keys, token, now).await? else { return Ok(None) };
    let certificate = one(&tx, &services.keys, row.certificate_id).await?;
    let shown = disclosed(&tx, &certificate).await?;
    if row.seen_at.is_none() {
        seen(&tx, row.token_hash, now).await?;
    }
    access::record(&tx, now, &looker(viewer, PUBLIC), vec![line(&certificate)]).await?;
    tx.commit().await?;
    Ok(Some(shown))
}

/// By the keyed hash under any version of the key: keys may be changed within the minute.
async fn living(
    tx: &impl ConnectionTrait,
    keys: &Keys,
    token: &str,
    now: DateTime<Utc>,
) -> Result<Option<presentation::Model>> {
    let hashes = keys.indexes(Field::PRESENTATION, token);
    let row =
        presentation::Entity::find().filter(presentation::COLUMN.token_hash.is_in(hashes)).one(tx).await?;
    Ok(row.filter(|row| row.made_at <= now && now < row.expires_at))
}

async fn seen(tx: &impl ConnectionTrait, hash: String, now: DateTime<Utc>) -> Result<()> {
    let seen = presentation::ActiveModel { seen_at: Set(Some(now)), ..Default::default() };
    let this = presentation::COLUMN.token_hash.eq(hash);
    presentation::Entity::update_many().set(seen).filter(this).exec(tx).await?;
    Ok(())
}

fn line(certificate: &Certificate) -> Access {
    let line = Access::new(certificate.holder, Act::Presented, &certificate.code, REASON);
    Access { certificate: Some(certificate.id), ..line }
}
