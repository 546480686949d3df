//! 证照目录 (GB/T 36902): every type with who defines and issues it, and how much it is used.

use std::collections::BTreeMap;

use chrono::Days;
use domain::certificate::Status;
use domain::permission::{Actor, Role};
use entity::{access, certificate, department};
use sea_orm::{EntityTrait as _, QueryFilter as _, QuerySelect as _};

use super::kind::{self, CertificateKind};
use super::producers::{Producer, producers};
use crate::{Error, Result, Services};

/// Days over which uses are counted.
pub const DAYS: u64 = 30;

/// A line of the directory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DirectoryEntry {
    /// The type: its name and code, who holds it, its term.
    pub kind: CertificateKind,
    /// 证照定义机构: name and credit code. Here every type is defined by who issues it, a city's body.
    pub definer: Option<(String, String)>,
    /// The definer in English.
    pub definer_en: Option<String>,
    /// 关联事项: the items that grant it.
    pub items: Vec<Producer>,
    /// How many latest versions are in each status.
    pub counts: Vec<(Status, u64)>,
    /// How often one was used, verified, shown or copied in the last [`DAYS`] days.
    pub uses: u64,
}

/// The directory, for administrators.
///
/// # Errors
/// [`crate::Kind::Denied`] to others.
pub async fn directory(services: &Services, actor: &Actor) -> Result<Vec<DirectoryEntry>> {
    if !actor.is(Role::Admin) {
        return Err(Error::denied());
    }
    let db = &services.db.read;
    let bodies: BTreeMap<String, department::Model> =
        department::Entity::find().all(db).await?.into_iter().map(|row| (row.key.clone(), row)).collect();
    let (counts, uses) = (counts(services).await?, uses(services).await?);
    let mut items = producers(services).await?;
    let entry = |kind: CertificateKind| {
        let body = kind.department_key.as_ref().and_then(|key| bodies.get(key));
        let of_status = |status: Status| {
            let count = counts.get(&(kind.code.clone(), status.as_str().to_owned()))?;
            Some((status, *count))
        };
        DirectoryEntry {
            definer: body.map(|body| (body.name.clone(), body.uscc.clone())),
            definer_en: body.and_then(|body| body.name_en.clone()),
            items: items.remove(&kind.code).unwrap_or_default(),
            counts: Status::ALL.into_iter().filter_map(of_status).collect(),
            uses: uses.get(&kind.code).copied().unwrap_or_default(),
            kind,
        }
    };
    Ok(kind::kinds(db).await?.into_iter().map(entry).collect())
}

/// Latest versions by type and status.
async fn counts(services: &Services) -> Result<BTreeMap<(String, String), u64>> {
    let rows: Vec<(String, String, i64)> = certificate::Entity::find()
        .select_only()
        .columns([certificate::Column::Code, certificate::Column::Status])
        .column_as(certificate::COLUMN.id.count(), "n")
        .filter(certificate::COLUMN.superseded.eq(false))
        .group_by(certificate::Column::Code)
        .group_by(certificate::Column::Status)
        .into_tuple()
        .all(&services.db.read)
        .await?;
    let read = |(code, status, n): (String, String, i64)| ((code, status), u64::try_from(n).unwrap_or(0));
    Ok(rows.into_iter().map(read).collect())
}

/// Uses by type.
async fn uses(services: &Services) -> Result<BTreeMap<String, u64>> {
    let now = services.clock.now();
    let since = now.checked_sub_days(Days::new(DAYS)).unwrap_or(now);
    let rows: Vec<(String, i64)> = access::Entity::find()
        .select_only()
        .column(access::Column::What)
        .column_as(access::COLUMN.id.count(), "n")
        .filter(access::COLUMN.certificate_id.is_not_null())
        .filter(access::COLUMN.at.gte(since))
        .filter(access::COLUMN.act.is_in(["certificate_used", "certificate_verified", "presented", "copied"]))
        .group_by(access::Column::What)
        .into_tuple()
        .all(&services.db.read)
        .await?;
    Ok(rows.into_iter().map(|(code, n)| (code, u64::try_from(n).unwrap_or(0))).collect())
}
