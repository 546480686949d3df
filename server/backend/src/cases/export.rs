//! Cases as lines of a table of any length: read by key, a page at a time, and told to the trail.
//!
//! No line says whose case it is.

use super::{CaseQuery, case_of, channel_of, list, view};
use crate::audit::{self, Entry};
use crate::catalogue::Handbook;
use crate::{Error, Result, Services};
use chrono::{DateTime, NaiveDate, Utc};
use domain::case::{Outcome, Status};
use domain::deadline::Light;
use domain::item::{CaseKind, Channel};
use domain::permission::{Actor, Role};
use domain::process::Process;
use entity::case_file;
use sea_orm::{JsonValue as Json, PaginatorTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _};
use std::sync::Arc;
use uuid::Uuid;

/// A case without the people it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportRow {
    /// 办件编号.
    pub case_no: String,
    /// The item.
    pub item_id: String,
    /// Its name.
    pub item_name: String,
    /// Its name in English.
    pub item_name_en: Option<String>,
    /// The department.
    pub department: String,
    /// The department in English.
    pub department_en: Option<String>,
    /// The division it belongs to.
    pub division: String,
    /// The way it came.
    pub channel: Channel,
    /// 即办件 or 承诺件.
    pub kind: CaseKind,
    /// Where it stands.
    pub status: Status,
    /// What was decided.
    pub outcome: Option<Outcome>,
    /// How often corrections were asked for.
    pub corrections: u16,
    /// When it was submitted.
    pub submitted_at: DateTime<Utc>,
    /// The day of acceptance.
    pub accepted_on: Option<NaiveDate>,
    /// The promised date.
    pub promised_due: Option<NaiveDate>,
    /// The statutory date.
    pub statutory_due: Option<NaiveDate>,
    /// The day of the decision.
    pub decided_on: Option<NaiveDate>,
    /// The day of closing.
    pub closed_on: Option<NaiveDate>,
    /// Working days from acceptance to decision.
    pub handling_days: Option<u32>,
    /// The light, while the handling clock runs.
    pub light: Option<Light>,
    /// Working days left, while the handling clock runs and is not past.
    pub days_left: Option<u32>,
}

/// Writes into the trail that somebody takes these cases away, `asked` being what they asked for.
/// How many there are.
///
/// # Errors
/// [`crate::Kind::Denied`] to everybody but supervisors; storage errors.
pub async fn begin_export(services: &Services, actor: &Actor, query: &CaseQuery, asked: Json) -> Result<u64> {
    allow(actor)?;
    let total = list::found(services, actor, query)?.count(&services.db.read).await?;
    let detail = serde_json::json!({ "asked": asked, "cases": total });
    let tx = services.db.begin().await?;
    let entry = Entry::new(actor, "case.export", "case").detail(detail);
    audit::record(&tx, services.clock.now(), entry).await?;
    tx.commit().await?;
    Ok(total)
}

/// The next cases after a key, `most` at once, in the order in which they were written; and the key to
/// go on with.
///
/// # Errors
/// As [`begin_export`].
pub async fn export_page(
    services: &Services,
    actor: &Actor,
    query: &CaseQuery,
    after: Option<Uuid>,
    most: u64,
) -> Result<(Vec<ExportRow>, Option<Uuid>)> {
    allow(actor)?;
    let mut found = list::found(services, actor, query)?;
    if let Some(after) = after {
        found = found.filter(case_file::COLUMN.id.gt(after));
    }
    let rows = found.order_by_asc(case_file::Column::Id).limit(most).all(&services.db.read).await?;
    let next = rows.last().map(|row| row.id).filter(|_| u64::try_from(rows.len()) == Ok(most));
    let matters = services.catalogue.look_up(|book| rows.iter().map(|row| Matter::of(book, row)).collect());
    let matters: Vec<Matter> = matters.await?;
    let lines = rows.into_iter().zip(matters).map(|(row, matter)| line(services, matter, row));
    Ok((lines.collect::<Result<_>>()?, next))
}

fn allow(actor: &Actor) -> Result<()> {
    match actor.role {
        None | Some(Role::Supervisor) => Ok(()),
        Some(Role::Citizen | Role::Clerk | Role::Reviewer | Role::Admin | Role::Auditor) => {
            Err(Error::denied())
        }
    }
}

/// What a case is about, and who decides it.
struct Matter {
    item: (String, Option<String>),
    department: (String, Option<String>),
    process: Arc<Process>,
}

impl Matter {
    fn of(book: &Handbook, row: &case_file::Model) -> Option<Self> {
        let department = book.department(row.department_id)?;
        let item = book.item(&row.item_id, None)?;
        Some(Self {
            item: (item.name.clone(), item.name_en.clone()),
            department: (department.name.clone(), department.name_en.clone()),
            process: Arc::clone(&book.version(&row.item_id, row.item_version)?.process),
        })
    }
}

fn line(services: &Services, matter: Matter, row: case_file::Model) -> Result<ExportRow> {
    let Matter { item, department, process } = matter;
    let case = case_of(&row, process, None)?;
    let (light, days_left) = view::clock(services, &case);
    Ok(ExportRow {
        channel: channel_of(&row)?,
        item_name: item.0,
        item_name_en: item.1,
        department: department.0,
        department_en: department.1,
        kind: case.kind,
        status: case.status,
        outcome: case.outcome,
        corrections: case.corrections,
        submitted_at: row.submitted_at,
        accepted_on: case.accepted_on,
        promised_due: case.promised_due,
        statutory_due: case.statutory_due,
        decided_on: case.decided_on,
        closed_on: case.closed_on,
        handling_days: case.handling_days,
        light,
        days_left,
        case_no: row.case_no,
        item_id: row.item_id,
        division: row.division_code,
    })
}
