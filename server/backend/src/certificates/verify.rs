//! 查验: whether a certificate is genuine and may be relied on today.

use chrono::NaiveDate;
use domain::certificate::{CertificateId, Status, Unfit};
use domain::field_error::FieldError;
use domain::permission::Actor;
use entity::{certificate, certificate_type, legal_entity, person};
use sea_orm::{ConnectionTrait, EntityTrait as _, QueryFilter as _};
use uuid::Uuid;

use super::held::{holder, standing};
use crate::access::{self, Access, Act};
use crate::holder::Holder;
use crate::{Error, Portal, Result, persons};

/// Who verified without having signed in, as the holder reads it.
const PUBLIC: &str = "公众查验";
/// Why, as the holder reads it.
const REASON: &str = "查验证照真伪";

/// What may be told to whoever has the identifier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    /// Its key, for the ledger.
    pub id: Uuid,
    /// Whose it is, for the ledger: never shown.
    pub holder: Holder,
    /// The identifier with its root.
    pub identifier: String,
    /// Its type: `EC_IDCARD`.
    pub code: String,
    /// 证照类型名称.
    pub name: String,
    /// In English.
    pub name_en: Option<String>,
    /// 颁发机构.
    pub issuer: String,
    /// Its credit code.
    pub issuer_code: String,
    /// 颁发日期.
    pub issued_on: NaiveDate,
    /// First day of its term.
    pub valid_from: NaiveDate,
    /// Last day of its term.
    pub valid_until: Option<NaiveDate>,
    /// Its status.
    pub status: Status,
    /// Whether it may be relied on today, or why not.
    pub fit: Result<(), Unfit>,
    /// 林** of a person, the full name of an organisation.
    pub holder_masked: String,
}

/// Looks an identifier up, and tells its holder so. `actor` is none where nobody is signed in.
///
/// # Errors
/// [`crate::Kind::Invalid`] on `identifier` where it is none (a wrong check character is said),
/// [`crate::Kind::NotFound`] where no such certificate was issued here.
pub async fn verify(portal: &Portal, actor: Option<&Actor>, identifier: &str) -> Result<Verified> {
    let verified = found(portal, identifier).await?;
    let public = Actor { name: PUBLIC.to_owned(), ..Actor::portal() };
    let line = Access {
        certificate: Some(verified.id),
        ..Access::new(verified.holder, Act::CertificateVerified, verified.code.clone(), REASON)
    };
    access::record(&portal.db.write, portal.clock.now(), actor.unwrap_or(&public), vec![line]).await?;
    Ok(verified)
}

async fn found(portal: &Portal, identifier: &str) -> Result<Verified> {
    let parsed = CertificateId::parse(identifier);
    let parsed = parsed.map_err(|error| Error::invalid(vec![FieldError::new("identifier", error)]))?;
    let db = &portal.db.read;
    let (row, kind) = certificate::Entity::find()
        .filter(certificate::COLUMN.identifier.eq(parsed.short()))
        .find_also_related(certificate_type::Entity)
        .one(db)
        .await?
        .ok_or_else(Error::not_found)?;
    let kind = kind.ok_or_else(|| Error::internal("a certificate without a type"))?;
    let standing = standing(&row)?;
    Ok(Verified {
        holder_masked: masked(db, &row).await?,
        holder: holder(&row)?,
        id: row.id,
        identifier: parsed.to_string(),
        code: row.code,
        name: kind.name,
        name_en: kind.name_en,
        issuer: row.issuer_name,
        issuer_code: row.issuer_code,
        issued_on: row.issued_on,
        valid_from: row.valid_from,
        valid_until: row.valid_until,
        status: standing.status,
        fit: standing.fit(portal.clock.today()),
    })
}

/// Names of persons are masked; those of organisations are public.
async fn masked(db: &impl ConnectionTrait, row: &certificate::Model) -> Result<String> {
    Ok(match holder(row)? {
        Holder::Person(id) => {
            let person = person::Entity::find_by_id(id).one(db).await?;
            persons::mask_name(&person.ok_or_else(Error::not_found)?.name)
        }
        Holder::Entity(id) => {
            legal_entity::Entity::find_by_id(id).one(db).await?.ok_or_else(Error::not_found)?.name
        }
    })
}
