//! Which department reports an entry: the one that the scheme names, where this city has it; else the
//! one that the supervisor assigns.

use std::collections::HashMap;

use domain::assessment::report::{Deed, State, fitting};
use domain::permission::{Actor, Role};
use entity::{department, report, report_duty, scheme, scheme_entry};
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _};
use uuid::Uuid;

use super::row::{Told, figure, tell};
use crate::assessment::{EntryQuery, SchemeEntry, entries};
use crate::audit::{self, Entry};
use crate::{Error, Portal, Result};
use domain::field_error::{FieldCode, FieldError};

/// Departments by scheme and entry.
pub(super) type Duties = HashMap<(String, String), Uuid>;

/// Every duty.
pub(super) async fn duties<C: ConnectionTrait>(db: &C) -> Result<Duties> {
    let rows = report_duty::Entity::find().all(db).await?;
    Ok(rows.into_iter().map(|row| ((row.scheme_key, row.entry_key), row.department_id)).collect())
}

/// Which department reports one entry.
pub(super) async fn duty<C: ConnectionTrait>(db: &C, scheme: &str, entry: &str) -> Result<Option<Uuid>> {
    let row = find(db, scheme, entry).await?;
    Ok(row.map(|row| row.department_id))
}

async fn find<C: ConnectionTrait>(db: &C, scheme: &str, entry: &str) -> Result<Option<report_duty::Model>> {
    let found = report_duty::Entity::find()
        .filter(report_duty::COLUMN.scheme_key.eq(scheme))
        .filter(report_duty::COLUMN.entry_key.eq(entry));
    Ok(found.one(db).await?)
}

/// Gives the entries of a scheme in force to the departments that it names, where this city has them.
/// What has a department keeps it. How many were given.
///
/// # Errors
/// Storage errors.
pub async fn assign_by_name<C: ConnectionTrait>(tx: &C, portal: &Portal, scheme: Uuid) -> Result<usize> {
    let scheme = scheme::Entity::find_by_id(scheme).one(tx).await?.ok_or_else(Error::not_found)?;
    let known = duties(tx).await?;
    let departments = department::Entity::find()
        .filter(department::COLUMN.active.eq(true))
        .order_by_asc(department::Column::Sort)
        .all(tx)
        .await?;
    let entries = scheme_entry::Entity::find()
        .filter(scheme_entry::COLUMN.scheme_id.eq(scheme.id))
        .filter(scheme_entry::COLUMN.reported.eq(true));
    let mut rows = Vec::new();
    for entry in entries.all(tx).await? {
        let key = (scheme.key.clone(), entry.key);
        let fitting = fitting(&entry.lead, &departments, |one| &one.name);
        if let Some(department) = fitting.filter(|_| !known.contains_key(&key)) {
            rows.push(new(portal, key, department.id, None));
        }
    }
    let count = rows.len();
    if count > 0 {
        report_duty::Entity::insert_many(rows).exec_without_returning(tx).await?;
    }
    Ok(count)
}

fn new(
    portal: &Portal,
    key: (String, String),
    department: Uuid,
    by: Option<Uuid>,
) -> report_duty::ActiveModel {
    report_duty::ActiveModel {
        id: Set(Uuid::now_v7()),
        scheme_key: Set(key.0),
        entry_key: Set(key.1),
        department_id: Set(department),
        assigned_at: Set(portal.clock.now()),
        assigned_by: Set(by),
    }
}

/// An entry that departments report, and which of them does.
#[derive(Clone, Debug, PartialEq)]
pub struct Unassigned {
    /// The entry.
    pub entry: SchemeEntry,
    /// The department, where it has one.
    pub department: Option<Uuid>,
}

/// Every entry that departments report, those without a department first, with who reports it.
///
/// # Errors
/// [`crate::Kind::Denied`] to all but a supervisor; storage errors.
pub async fn unassigned(portal: &Portal, actor: &Actor) -> Result<Vec<Unassigned>> {
    supervises(actor)?;
    let known = duties(&portal.db.read).await?;
    let found = entries(portal, actor, &EntryQuery { scheme: None, reported: true }).await?;
    let with = |entry: SchemeEntry| {
        let department = known.get(&(entry.scheme.clone(), entry.row.key.clone())).copied();
        Unassigned { entry, department }
    };
    let mut all: Vec<Unassigned> = found.into_iter().map(with).collect();
    all.sort_by_key(|one| one.department.is_some());
    Ok(all)
}

/// Gives an entry to a department, with its reports that are not signed off.
///
/// # Errors
/// [`crate::Kind::Invalid`] on `department`; [`crate::Kind::NotFound`];
/// [`crate::Kind::Denied`] to all but a supervisor.
pub async fn assign(portal: &Portal, actor: &Actor, entry: Uuid, department: Uuid) -> Result<()> {
    supervises(actor)?;
    let tx = portal.db.begin().await?;
    let (entry, scheme) = entry_of(&tx, entry).await?;
    let chosen = department::Entity::find_by_id(department).one(&tx).await?;
    if !chosen.is_some_and(|chosen| chosen.active) {
        return Err(Error::invalid(vec![FieldError::new("department", FieldCode::Choice)]));
    }
    match find(&tx, &scheme.key, &entry.key).await? {
        Some(known) if known.department_id == department => return Ok(()),
        Some(known) => {
            let row = new(portal, (scheme.key.clone(), entry.key.clone()), department, actor.account);
            let row = report_duty::ActiveModel { id: Set(known.id), ..row };
            report_duty::Entity::update(row).exec(&tx).await?;
        }
        None => {
            let row = new(portal, (scheme.key.clone(), entry.key.clone()), department, actor.account);
            report_duty::Entity::insert(row).exec_without_returning(&tx).await?;
        }
    }
    hand_over(&tx, portal, actor, (&scheme.key, &entry.key), department).await?;
    let audited = Entry::new(actor, "report.assigned", format!("scheme_entry/{}/{}", scheme.key, entry.key));
    let audited = audited.detail(serde_json::json!({ "department": department }));
    audit::record(&tx, portal.clock.now(), audited).await?;
    Ok(tx.commit().await?)
}

/// The open reports go with the duty.
async fn hand_over<C: ConnectionTrait>(
    tx: &C,
    portal: &Portal,
    actor: &Actor,
    (scheme, entry): (&str, &str),
    department: Uuid,
) -> Result<()> {
    let open = report::Entity::find()
        .filter(report::COLUMN.scheme_key.eq(scheme))
        .filter(report::COLUMN.entry_key.eq(entry))
        .filter(report::COLUMN.state.ne(State::SignedOff.as_str()));
    let now = portal.clock.now();
    for row in open.all(tx).await? {
        let figure = figure(row.numerator, row.denominator, &row.text);
        let told = Told { deed: Deed::Assigned, figure: &figure, reason: None, file: None };
        tell(tx, (now, actor), row.id, told).await?;
        let changed = report::ActiveModel {
            id: Set(row.id),
            department_id: Set(department),
            version: Set(row.version + 1),
            changed_at: Set(now),
            changed_by: Set(actor.account),
            changed_name: Set(actor.name.clone()),
            ..Default::default()
        };
        report::Entity::update(changed).exec(tx).await?;
    }
    Ok(())
}

/// An entry that departments report, with its scheme.
pub(super) async fn entry_of<C: ConnectionTrait>(
    db: &C,
    id: Uuid,
) -> Result<(scheme_entry::Model, scheme::Model)> {
    let entry = scheme_entry::Entity::find_by_id(id).one(db).await?.filter(|entry| entry.reported);
    let entry = entry.ok_or_else(Error::not_found)?;
    let scheme = scheme::Entity::find_by_id(entry.scheme_id).one(db).await?;
    Ok((entry, scheme.ok_or_else(Error::not_found)?))
}

fn supervises(actor: &Actor) -> Result<()> {
    if actor.is(Role::Supervisor) { Ok(()) } else { Err(Error::denied()) }
}
