//! The items of a catalogue with what belongs to them.

use crate::db::Tx;
use std::collections::{HashMap, HashSet};

use entity::item;
use sea_orm::ActiveValue::Set;
use uuid::Uuid;

use super::super::check::Checked;
use super::super::file::{File, FileItem};
use super::super::row;
use super::super::version::{self, Change};
use super::{ImportSummary, Plan};
use crate::organisation::Department;
use crate::repo::item as rows;
use crate::{Error, Portal, Result};

/// Writes what is new and what changed; counts both.
pub(super) async fn save(
    portal: &Portal,
    tx: &Tx,
    plan: &Plan,
    departments: &HashMap<String, Department>,
    author: Option<Uuid>,
    progress: &mut impl FnMut(u64, u64),
) -> Result<ImportSummary> {
    let known: HashMap<String, item::Model> =
        rows::items(tx).await?.into_iter().map(|(item, _)| (item.id.clone(), item)).collect();
    let mut summary = ImportSummary::default();
    let change = Change { author, at: portal.clock.now(), today: portal.clock.today(), note: "" };
    let total = u64::try_from(plan.file.items.len()).unwrap_or(u64::MAX);
    for (done, (given, checked)) in (1u64..).zip(plan.file.items.iter().zip(&plan.checked)) {
        let department = departments.get(&given.department_key).ok_or_else(Error::not_found)?;
        let fresh = row::item(given, checked, &plan.forms, department, portal.clock.now())?;
        let own = version::given(given, row::limits(&fresh), |key| departments.get(key).map(|one| one.id))?;
        match known.get(&given.id) {
            Some(old) if row::same(old, &fresh) => summary.items_same += 1,
            Some(old) => {
                summary.items_changed += 1;
                let mut fresh = row::newer(old, fresh);
                fresh.process_version = version::follow(tx, &fresh, own, change).await?;
                save_item(tx, given, checked, row::changed(fresh), true).await?;
            }
            None => {
                summary.items_added += 1;
                let process = match own {
                    Some(own) => own,
                    None => version::derived(given, row::limits(&fresh))?,
                };
                save_item(tx, given, checked, fresh.clone().into(), false).await?;
                version::follow(tx, &fresh, Some(process), change).await?;
            }
        }
        progress(done, total);
    }
    Ok(summary)
}

async fn save_item(
    tx: &Tx,
    given: &FileItem,
    checked: &Checked,
    fresh: item::ActiveModel,
    known: bool,
) -> Result<()> {
    rows::save(tx, known, fresh).await?;
    let subjects = checked.subjects.iter().map(|subject| subject.as_str().to_owned()).collect();
    rows::replace_parts(tx, &given.id, subjects, given.life_events.clone(), row::materials(given)).await
}

/// Items that the new catalogue no longer holds are withdrawn, never deleted: cases rest on them.
pub(super) async fn withdraw_others(tx: &Tx, file: &File, portal: &Portal) -> Result<()> {
    let kept: HashSet<&str> = file.items.iter().map(|item| item.id.as_str()).collect();
    for (old, _) in rows::items(tx).await? {
        if !kept.contains(old.id.as_str()) && old.state != "withdrawn" {
            let withdrawn = item::ActiveModel {
                id: sea_orm::ActiveValue::Unchanged(old.id),
                state: Set("withdrawn".to_owned()),
                version: Set(old.version + 1),
                updated_at: Set(portal.clock.now()),
                ..Default::default()
            };
            rows::save(tx, true, withdrawn).await?;
        }
    }
    Ok(())
}
