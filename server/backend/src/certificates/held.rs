//! What somebody holds.

use chrono::{DateTime, NaiveDate, Utc};
use domain::certificate::{Standing, Status};
use entity::certificate;
use sea_orm::{ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _};
use std::collections::BTreeMap;
use uuid::Uuid;

use crate::crypto::{Field, Keys};
use crate::holder::Holder;
use crate::{Error, Result};

/// One version of one certificate, opened.
#[derive(Clone, PartialEq, Eq)]
pub struct Certificate {
    /// Key.
    pub id: Uuid,
    /// Its type: `EC_IDCARD`.
    pub code: String,
    /// 电子证照标识, without the root.
    pub identifier: String,
    /// 流水号, the same in all its versions.
    pub serial: String,
    /// 版本号.
    pub version: i32,
    /// 证照编号. On an ID card this is the ID number: never shown but to its holder, masked.
    pub number: Option<String>,
    /// Whose.
    pub holder: Holder,
    /// 颁发机构.
    pub issuer: String,
    /// Its credit code.
    pub issuer_code: String,
    /// The department that issued it here.
    pub department_id: Option<Uuid>,
    /// 颁发日期.
    pub issued_on: NaiveDate,
    /// What decides whether it may be relied on.
    pub standing: Standing,
    /// Since when it has its status.
    pub status_at: DateTime<Utc>,
    /// Why it has its status.
    pub status_reason: Option<String>,
    /// The case that granted it.
    pub case_id: Option<Uuid>,
    /// Its own fields, by key.
    pub data: BTreeMap<String, String>,
}

/// What decides whether a certificate may be relied on.
pub(super) fn standing(row: &certificate::Model) -> Result<Standing> {
    Ok(Standing {
        status: Status::parse(&row.status).ok_or_else(|| Error::internal("unknown status"))?,
        superseded: row.superseded,
        valid_from: row.valid_from,
        valid_until: row.valid_until,
    })
}

/// Whose it is.
pub(super) fn holder(row: &certificate::Model) -> Result<Holder> {
    let holder = row.person_id.map(Holder::Person).or(row.entity_id.map(Holder::Entity));
    holder.ok_or_else(|| Error::internal("a certificate without a holder"))
}

/// Everything somebody holds, every version, newest first.
///
/// # Errors
/// Storage errors.
pub async fn held(db: &impl ConnectionTrait, keys: &Keys, holder: Holder) -> Result<Vec<Certificate>> {
    rows(db, holder).await?.into_iter().map(|row| opened(keys, row)).collect()
}

async fn rows(db: &impl ConnectionTrait, holder: Holder) -> Result<Vec<certificate::Model>> {
    let found = certificate::Entity::find()
        .filter(whose(holder))
        .order_by_desc(certificate::Column::IssuedOn)
        .order_by_desc(certificate::Column::Version);
    Ok(found.all(db).await?)
}

/// By an index for each kind of holder.
pub(super) fn whose(holder: Holder) -> sea_orm::sea_query::SimpleExpr {
    match holder {
        Holder::Person(id) => certificate::COLUMN.person_id.eq(id),
        Holder::Entity(id) => certificate::COLUMN.entity_id.eq(id),
    }
}

/// One certificate.
///
/// # Errors
/// [`crate::Kind::NotFound`] when there is none.
pub async fn one(db: &impl ConnectionTrait, keys: &Keys, id: Uuid) -> Result<Certificate> {
    opened(keys, certificate::Entity::find_by_id(id).one(db).await?.ok_or_else(Error::not_found)?)
}

pub(super) fn opened(keys: &Keys, row: certificate::Model) -> Result<Certificate> {
    let open = |field: Field, sealed: Option<&str>| {
        sealed.map(|sealed| Ok::<_, Error>(keys.open(field.of(row.id), sealed)?.to_string())).transpose()
    };
    let data = open(Field::CERTIFICATE_DATA, row.data_cipher.as_deref())?;
    Ok(Certificate {
        number: open(Field::CERTIFICATE_NUMBER, row.number_cipher.as_deref())?,
        data: data.map(|data| serde_json::from_str(&data)).transpose()?.unwrap_or_default(),
        holder: holder(&row)?,
        standing: standing(&row)?,
        id: row.id,
        code: row.code,
        identifier: row.identifier,
        serial: row.serial,
        version: row.version,
        issuer: row.issuer_name,
        issuer_code: row.issuer_code,
        department_id: row.department_id,
        issued_on: row.issued_on,
        status_at: row.status_at,
        status_reason: row.status_reason,
        case_id: row.case_id,
    })
}

impl std::fmt::Debug for Certificate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Certificate({}, {:?})", self.identifier, self.standing)
    }
}
