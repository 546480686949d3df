//! The entries of the schemes in force, for whoever reports or reads them.

use domain::assessment::EvidencePoint;
use domain::permission::{Actor, Role};
use entity::{scheme, scheme_entry};
use sea_orm::{EntityTrait as _, QueryFilter as _, QueryOrder as _};
use uuid::Uuid;

use crate::{Error, Portal, Result};

/// Which entries. Conditions left empty do not narrow.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EntryQuery {
    /// Of this scheme only.
    pub scheme: Option<String>,
    /// Only what departments report.
    pub reported: bool,
}

/// One entry of a scheme in force.
#[derive(Clone, Debug, PartialEq)]
pub struct SchemeEntry {
    /// Key of its scheme: `siping`.
    pub scheme: String,
    /// The name of its scheme.
    pub scheme_name: String,
    /// In English.
    pub scheme_name_en: Option<String>,
    /// The row: names, description, lead, target …
    pub row: scheme_entry::Model,
    /// The numbered points of evidence.
    pub evidence: Vec<EvidencePoint>,
}

/// The entries of the schemes in force, scheme by scheme, each in its order.
///
/// # Errors
/// [`crate::Kind::Denied`] to all but supervisors and reviewers; storage errors.
pub async fn entries(portal: &Portal, actor: &Actor, query: &EntryQuery) -> Result<Vec<SchemeEntry>> {
    match actor.role {
        None | Some(Role::Supervisor | Role::Reviewer) => {}
        Some(Role::Citizen | Role::Clerk | Role::Admin | Role::Auditor) => return Err(Error::denied()),
    }
    let db = &portal.db.read;
    let mut schemes = scheme::Entity::find().filter(scheme::COLUMN.active.eq(true));
    if let Some(key) = &query.scheme {
        schemes = schemes.filter(scheme::COLUMN.key.eq(key));
    }
    let mut found = Vec::new();
    for scheme in schemes.order_by_asc(scheme::Column::Key).all(db).await? {
        for row in rows(portal, scheme.id, query).await? {
            found.push(entry(&scheme, row)?);
        }
    }
    Ok(found)
}

async fn rows(portal: &Portal, scheme: Uuid, query: &EntryQuery) -> Result<Vec<scheme_entry::Model>> {
    let mut rows = scheme_entry::Entity::find().filter(scheme_entry::COLUMN.scheme_id.eq(scheme));
    if query.reported {
        rows = rows.filter(scheme_entry::COLUMN.reported.eq(true));
    }
    Ok(rows.order_by_asc(scheme_entry::Column::Sort).all(&portal.db.read).await?)
}

fn entry(scheme: &scheme::Model, row: scheme_entry::Model) -> Result<SchemeEntry> {
    Ok(SchemeEntry {
        scheme: scheme.key.clone(),
        scheme_name: scheme.name.clone(),
        scheme_name_en: scheme.name_en.clone(),
        evidence: serde_json::from_value(row.evidence.clone())?,
        row,
    })
}
