//! One report, with everything that was done to it.

use chrono::{DateTime, NaiveDate, Utc};
use domain::assessment::Period;
use domain::assessment::report::{Act, Deed, Figure, Hand, State, hand, offered};
use domain::permission::Actor;
use entity::{report, report_event, report_file, scheme, scheme_entry, upload};
use sea_orm::{ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _};
use uuid::Uuid;

use super::dates::{due_of, is_overdue, reported_from};
use super::duty::{duty, entry_of};
use super::row::{Kept, figure, kept};
use crate::assessment::SchemeEntry;
use crate::{Error, Result, Services};

/// One report, begun or owed.
#[derive(Clone, Debug, PartialEq)]
pub struct Detail {
    /// The entry.
    pub entry: SchemeEntry,
    /// The quarter.
    pub period: Period,
    /// Who reports; nobody while it waits to be assigned.
    pub department: Option<Uuid>,
    /// What there is; none where it is not begun.
    pub report: Option<Kept>,
    /// The last day for reporting or mending.
    pub due: Option<NaiveDate>,
    /// Past that day, and with the department.
    pub overdue: bool,
    /// The evidence, in the order of its points.
    pub files: Vec<EvidenceFile>,
    /// What happened, the newest first.
    pub history: Vec<Happening>,
    /// What can be done with it.
    pub offered: Vec<Act>,
}

/// A file of evidence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EvidenceFile {
    /// Key.
    pub id: Uuid,
    /// The numbered point; 0 for none in particular.
    pub point: u32,
    /// Its name.
    pub name: String,
    /// Bytes.
    pub size: i64,
    /// Its type.
    pub content_type: String,
    /// When it was added.
    pub added_at: DateTime<Utc>,
    /// Taken out since.
    pub removed: bool,
}

/// An entry of the history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Happening {
    /// When.
    pub at: DateTime<Utc>,
    /// Who.
    pub who: String,
    /// What.
    pub deed: Deed,
    /// Why.
    pub reason: Option<String>,
    /// The figure as it then was.
    pub figure: Figure,
    /// The file it is about.
    pub file: Option<Uuid>,
}

/// What a head's department reports of an entry in a quarter.
///
/// # Errors
/// [`crate::Kind::NotFound`] to everybody else, and for a quarter that is not reported; storage errors.
pub async fn by_department(
    services: &Services,
    actor: &Actor,
    entry: Uuid,
    period: Period,
) -> Result<Detail> {
    let db = &services.db.read;
    let (detail, _) = owed(db, services, actor, entry, period).await?;
    whole(db, detail).await
}

/// A report as the supervisor reads it.
///
/// # Errors
/// [`crate::Kind::NotFound`] where there is none, and to everybody else; storage errors.
pub async fn by_supervisor(services: &Services, actor: &Actor, id: Uuid) -> Result<Detail> {
    let db = &services.db.read;
    if hand(actor, None) != Hand::Supervisor {
        return Err(Error::not_found());
    }
    let row = report::Entity::find_by_id(id).one(db).await?.ok_or_else(Error::not_found)?;
    let (found, scheme) = entry_of(db, row.entry_id).await?;
    let detail = detail(services, actor, entry(found, &scheme)?, Some(row), None)?;
    whole(db, detail).await
}

/// The report of a head's department, without its history; and its row.
pub(super) async fn owed<C: ConnectionTrait>(
    db: &C,
    services: &Services,
    actor: &Actor,
    id: Uuid,
    period: Period,
) -> Result<(Detail, Option<report::Model>)> {
    let (found, scheme) = entry_of(db, id).await?;
    let row = report::Entity::find()
        .filter(report::COLUMN.scheme_key.eq(&scheme.key))
        .filter(report::COLUMN.entry_key.eq(&found.key))
        .filter(report::COLUMN.period.eq(period.to_string()))
        .one(db)
        .await?;
    let department = match &row {
        Some(row) => Some(row.department_id),
        None => duty(db, &scheme.key, &found.key).await?,
    };
    let begins = scheme.active && reported_from(services, scheme.imported_at).contains(&period);
    if hand(actor, department) != Hand::Department || (row.is_none() && !begins) {
        return Err(Error::not_found());
    }
    let owed = (period, department);
    Ok((detail(services, actor, entry(found, &scheme)?, row.clone(), Some(owed))?, row))
}

fn detail(
    services: &Services,
    actor: &Actor,
    entry: SchemeEntry,
    row: Option<report::Model>,
    owed: Option<(Period, Option<Uuid>)>,
) -> Result<Detail> {
    let (period, department) = match &row {
        Some(row) => (period(&row.period)?, Some(row.department_id)),
        None => owed.ok_or_else(Error::not_found)?,
    };
    let report = row.as_ref().map(kept).transpose()?;
    let state = report.as_ref().map(|report| report.state);
    let due = due_of(&services.reference.calendar(), period, row.as_ref());
    Ok(Detail {
        entry,
        period,
        department,
        due,
        overdue: is_overdue(state, due, services.clock.today()),
        files: Vec::new(),
        history: Vec::new(),
        offered: offered(hand(actor, department), state.unwrap_or(State::Draft)),
        report,
    })
}

/// With its files and its history.
async fn whole<C: ConnectionTrait>(db: &C, detail: Detail) -> Result<Detail> {
    let Some(id) = detail.report.as_ref().map(|report| report.id) else { return Ok(detail) };
    let files = report_file::Entity::find()
        .filter(report_file::COLUMN.report_id.eq(id))
        .find_also_related(upload::Entity)
        .order_by_asc(report_file::Column::Point)
        .order_by_asc(report_file::Column::Id)
        .all(db)
        .await?;
    let events = report_event::Entity::find()
        .filter(report_event::COLUMN.report_id.eq(id))
        .order_by_desc(report_event::Column::At)
        .order_by_desc(report_event::Column::Id)
        .all(db)
        .await?;
    let files = files.into_iter().filter_map(|(file, upload)| Some(evidence(file, upload?))).collect();
    let history = events.into_iter().map(happening).collect::<Result<Vec<_>>>()?;
    Ok(Detail { files, history, ..detail })
}

fn evidence(file: report_file::Model, upload: upload::Model) -> EvidenceFile {
    EvidenceFile {
        id: file.id,
        point: u32::try_from(file.point).unwrap_or_default(),
        name: upload.file_name,
        size: upload.size,
        content_type: upload.content_type,
        added_at: file.added_at,
        removed: file.removed_at.is_some(),
    }
}

fn happening(row: report_event::Model) -> Result<Happening> {
    Ok(Happening {
        at: row.at,
        who: row.actor_name,
        deed: Deed::parse(&row.deed).ok_or_else(|| Error::internal("a deed that is none"))?,
        reason: row.reason,
        figure: figure(row.numerator, row.denominator, &row.text),
        file: row.file_id,
    })
}

/// An entry with its scheme and its points.
pub(super) fn entry(row: scheme_entry::Model, scheme: &scheme::Model) -> Result<SchemeEntry> {
    Ok(SchemeEntry {
        scheme: scheme.key.clone(),
        scheme_name: scheme.name.clone(),
        scheme_name_en: scheme.name_en.clone(),
        evidence: serde_json::from_value(row.evidence.clone())?,
        row,
    })
}

/// A stored period.
pub(super) fn period(text: &str) -> Result<Period> {
    Period::parse(text).ok_or_else(|| Error::internal("a period that is none"))
}
