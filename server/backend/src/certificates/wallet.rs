//! 卡包: a person's own certificates.

use domain::permission::{Actor, Role};
use entity::case_file;
use sea_orm::{ConnectionTrait, EntityTrait as _, QueryFilter as _};
use uuid::Uuid;

use super::{Certificate, Summary, of_case, summaries};
use crate::crypto::Keys;
use crate::{Error, Holder, Result, Services};

/// The person who asks, for a citizen's account. To everybody else there is no wallet.
fn owner(actor: &Actor) -> Result<Holder> {
    let person = actor.person.filter(|_| actor.is(Role::Citizen));
    person.map(Holder::Person).ok_or_else(Error::not_found)
}

/// One's own certificates, every version, newest first.
///
/// # Errors
/// [`crate::Kind::NotFound`] to all but citizens.
pub async fn all(services: &Services, actor: &Actor) -> Result<Vec<Summary>> {
    summaries(&services.db.read, owner(actor)?).await
}

/// One of one's own certificates.
///
/// # Errors
/// [`crate::Kind::NotFound`] for what is not one's own, as for what is not there.
pub async fn one(services: &Services, actor: &Actor, id: Uuid) -> Result<Certificate> {
    own(&services.db.read, &services.keys, actor, id).await
}

pub(super) async fn own(
    db: &impl ConnectionTrait,
    keys: &Keys,
    actor: &Actor,
    id: Uuid,
) -> Result<Certificate> {
    let owner = owner(actor)?;
    let found = super::one(db, keys, id).await?;
    if found.holder == owner { Ok(found) } else { Err(Error::not_found()) }
}

/// What a case granted to who asks.
///
/// # Errors
/// [`crate::Kind::NotFound`] to all but citizens.
pub async fn granted_in(services: &Services, actor: &Actor, case_no: &str) -> Result<Vec<Summary>> {
    let (owner, db) = (owner(actor)?, &services.db.read);
    let case = case_file::Entity::find().filter(case_file::COLUMN.case_no.eq(case_no)).one(db).await?;
    let Some(case) = case else { return Ok(Vec::new()) };
    let mut granted = of_case(db, case.id).await?;
    granted.retain(|one| one.holder == owner);
    Ok(granted)
}

/// The number of the case that granted a certificate.
///
/// # Errors
/// Storage errors.
pub async fn granted_by(services: &Services, certificate: &Certificate) -> Result<Option<String>> {
    let Some(id) = certificate.case_id else { return Ok(None) };
    let case = case_file::Entity::find_by_id(id).one(&services.db.read).await?;
    Ok(case.map(|case| case.case_no))
}
