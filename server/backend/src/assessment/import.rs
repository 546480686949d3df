//! A scheme is taken in whole or not at all.

use crate::db::Tx;
use domain::assessment::file::SchemeFile;
use domain::assessment::{Entry as Task, PeriodKind, Scheme};
use domain::indicator::catalogue;
use domain::permission::Actor;
use entity::{scheme, scheme_entry};
use sea_orm::{ActiveValue::Set, EntityTrait as _, QueryFilter as _, QueryOrder as _};
use serde_json::json;
use uuid::Uuid;

use super::{may_assess, reports};
use crate::audit::{self, Entry};
use crate::import::{Fault, Faults, ImportError, Problem, read_json};
use crate::{Error, Portal, Result};

/// What an import brought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// Key of the scheme.
    pub key: String,
    /// Its version.
    pub version: i32,
    /// Its entries.
    pub entries: usize,
    /// Its numbered points of evidence.
    pub evidence: usize,
    /// Whether it is in force now: the first version of a key is at once.
    pub active: bool,
    /// The file is that of a version that was there before: nothing was written.
    pub same: bool,
}

/// Takes in a scheme. The first version of a key is in force at once; a later one waits until
/// somebody puts it in force.
///
/// # Errors
/// [`ImportError::Faults`] with every fault and its place, and nothing is written;
/// [`crate::Kind::Denied`] to all but supervisors and the command line.
pub async fn import(portal: &Portal, actor: &Actor, json: &str) -> Result<Imported, ImportError> {
    may_assess(actor)?;
    let (file, scheme) = read(json)?;
    let file = serde_json::to_value(&file).map_err(Error::internal)?;
    let tx = portal.db.begin_alone().await?;
    let versions = scheme::Entity::find()
        .filter(scheme::COLUMN.key.eq(&scheme.key))
        .order_by_desc(scheme::Column::Version)
        .all(&tx)
        .await?;
    if let Some(same) = versions.iter().find(|version| version.file == file) {
        let same = imported(&scheme, same.version, same.active, true);
        tx.commit().await?;
        return Ok(same);
    }
    let version = versions.first().map_or(1, |newest| newest.version + 1);
    let active = !versions.iter().any(|version| version.active);
    let id = write(portal, &tx, actor, &scheme, file, version, active).await?;
    if active {
        reports::assign_by_name(&tx, portal, id).await?;
    }
    let entry = Entry::new(actor, "scheme.imported", format!("scheme/{}", scheme.key));
    audit::record(&tx, portal.clock.now(), entry.detail(json!({ "version": version }))).await?;
    tx.commit().await?;
    Ok(imported(&scheme, version, active, false))
}

fn imported(scheme: &Scheme, version: i32, active: bool, same: bool) -> Imported {
    let entries = scheme.entries();
    let evidence = entries.iter().map(|entry| entry.evidence.len()).sum();
    Imported { key: scheme.key.clone(), version, entries: entries.len(), evidence, active, same }
}

/// The file and what it says, or every fault.
fn read(json: &str) -> Result<(SchemeFile, Scheme), ImportError> {
    // A file that was saved by a spreadsheet or an editor of Windows begins with a mark.
    let file: SchemeFile = read_json("scheme", json.trim_start_matches('\u{feff}'))?;
    let scheme = Scheme::read(&file, &|key| catalogue::find(key).is_some()).map_err(|faults| {
        let told = |fault: domain::assessment::SchemeFault| Fault {
            at: fault.at,
            problem: Problem::Scheme(fault.problem),
        };
        ImportError::Faults(faults.into_iter().map(told).collect())
    })?;
    let mut faults = Faults::default();
    if scheme.key == "import" {
        // The address of the upload page.
        faults.add("key", Problem::Unknown(scheme.key.clone()));
    }
    faults.none()?;
    Ok((file, scheme))
}

async fn write(
    portal: &Portal,
    tx: &Tx,
    actor: &Actor,
    scheme: &Scheme,
    file: serde_json::Value,
    version: i32,
    active: bool,
) -> Result<Uuid> {
    let id = Uuid::now_v7();
    let row = scheme::ActiveModel {
        id: Set(id),
        key: Set(scheme.key.clone()),
        version: Set(version),
        name: Set(scheme.name.zh.clone()),
        name_en: Set(scheme.name.en.clone()),
        city: Set(scheme.city.zh.clone()),
        city_en: Set(scheme.city.en.clone()),
        document: Set(scheme.document.clone()),
        active: Set(active),
        file: Set(file),
        imported_at: Set(portal.clock.now()),
        imported_by: Set(actor.account),
    };
    scheme::Entity::insert(row).exec_without_returning(tx).await?;
    let rows: Result<Vec<_>> =
        scheme.entries().into_iter().zip(0..).map(|(task, sort)| entry_row(id, task, sort)).collect();
    scheme_entry::Entity::insert_many(rows?).exec_without_returning(tx).await?;
    Ok(id)
}

fn entry_row(scheme: Uuid, task: &Task, sort: i32) -> Result<scheme_entry::ActiveModel> {
    let target = task.target.as_ref();
    Ok(scheme_entry::ActiveModel {
        id: Set(Uuid::now_v7()),
        scheme_id: Set(scheme),
        key: Set(task.key.clone()),
        sort: Set(sort),
        name: Set(task.name.zh.clone()),
        name_en: Set(task.name.en.clone()),
        description: Set(task.description.zh.clone()),
        description_en: Set(task.description.en.clone()),
        target: Set(target.map(|target| target.zh.clone())),
        target_en: Set(target.and_then(|target| target.en.clone())),
        lead: Set(task.lead.clone()),
        class: Set(task.class.as_str().to_owned()),
        period: Set(PeriodKind::as_str(task.period).to_owned()),
        evidence: Set(serde_json::to_value(&task.evidence)?),
        indicator: Set(task.indicator.clone()),
        reported: Set(task.reported),
    })
}
