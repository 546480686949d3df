//! Certificates as lists show them: nothing is deciphered.

use chrono::{DateTime, NaiveDate, Utc};
use domain::certificate::Standing;
use entity::{certificate, certificate_type};
use sea_orm::{ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _, Select};
use uuid::Uuid;

use super::held::{holder, standing, whose};
use crate::Result;
use crate::holder::Holder;

/// One version of one certificate, without its number and particulars.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// Key.
    pub id: Uuid,
    /// Its type: `EC_IDCARD`.
    pub code: String,
    /// 证照类型名称.
    pub name: String,
    /// In English.
    pub name_en: Option<String>,
    /// 电子证照标识, without the root.
    pub identifier: String,
    /// 版本号.
    pub version: i32,
    /// Whose.
    pub holder: Holder,
    /// 颁发机构.
    pub issuer: String,
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
}

/// Everything somebody holds, every version, newest first.
///
/// # Errors
/// Storage errors.
pub async fn summaries(db: &impl ConnectionTrait, holder: Holder) -> Result<Vec<Summary>> {
    found(db, certificate::Entity::find().filter(whose(holder))).await
}

/// What a case granted.
///
/// # Errors
/// Storage errors.
pub async fn of_case(db: &impl ConnectionTrait, case: Uuid) -> Result<Vec<Summary>> {
    found(db, certificate::Entity::find().filter(certificate::COLUMN.case_id.eq(case))).await
}

/// The certificates of a query with the names of their types, newest first.
pub(super) async fn found(
    db: &impl ConnectionTrait,
    query: Select<certificate::Entity>,
) -> Result<Vec<Summary>> {
    let rows = query
        .find_also_related(certificate_type::Entity)
        .order_by_desc(certificate::Column::IssuedOn)
        .order_by_desc(certificate::Column::Version)
        .all(db)
        .await?;
    rows.into_iter().map(|(row, kind)| summary(row, kind)).collect()
}

pub(super) fn summary(row: certificate::Model, kind: Option<certificate_type::Model>) -> Result<Summary> {
    let (name, name_en) = kind.map(|kind| (kind.name, kind.name_en)).unwrap_or_default();
    Ok(Summary {
        holder: holder(&row)?,
        standing: standing(&row)?,
        id: row.id,
        code: row.code,
        name,
        name_en,
        identifier: row.identifier,
        version: row.version,
        issuer: row.issuer_name,
        department_id: row.department_id,
        issued_on: row.issued_on,
        status_at: row.status_at,
        status_reason: row.status_reason,
        case_id: row.case_id,
    })
}
