//! Reports as lists: what a department owes, what waits for the supervisor.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use domain::assessment::report::{Figure, Shelf, State};
use domain::assessment::{EvidencePoint, Period};
use domain::permission::{Actor, Role};
use entity::{report, report_file, scheme, scheme_entry};
use sea_orm::{EntityTrait as _, QueryFilter as _, QuerySelect as _};
use uuid::Uuid;

use super::dates::{due_of, is_overdue, reported_from};
use super::duty::duties;
use super::row::{figure, state};
use crate::assessment::{EntryQuery, SchemeEntry, entries};
use crate::{Error, Result, Services};

/// Which reports. Conditions left empty do not narrow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportQuery {
    /// In this list.
    pub shelf: Shelf,
    /// Of this scheme.
    pub scheme: Option<String>,
    /// Of this department; a head sees their own only.
    pub department: Option<Uuid>,
    /// Of this quarter.
    pub period: Option<Period>,
    /// In this state; `None` in it means: owed and not begun.
    pub state: Option<Option<State>>,
    /// Counted from 1.
    pub page: u64,
    /// Lines of a page; 50 where it is 0, 200 at most.
    pub per_page: u64,
}

impl Default for ReportQuery {
    fn default() -> Self {
        let shelf = Shelf::All;
        Self { shelf, scheme: None, department: None, period: None, state: None, page: 1, per_page: 0 }
    }
}

/// What is owed, or has been reported, of one entry in one quarter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The report; none where it is not begun.
    pub report: Option<Uuid>,
    /// The entry.
    pub entry: Uuid,
    /// Its key, `SP-26`.
    pub key: String,
    /// Its name.
    pub name: String,
    /// In English.
    pub name_en: Option<String>,
    /// Key of its scheme.
    pub scheme: String,
    /// The scheme's name.
    pub scheme_name: String,
    /// In English.
    pub scheme_name_en: Option<String>,
    /// The quarter.
    pub period: Period,
    /// Who reports; nobody while it waits to be assigned.
    pub department: Option<Uuid>,
    /// How it stands; none where it is not begun.
    pub state: Option<State>,
    /// Past its last day, and with the department.
    pub overdue: bool,
    /// The last day for reporting or mending.
    pub due: Option<NaiveDate>,
    /// What it says so far.
    pub figure: Figure,
    /// Numbered points of evidence, and how many of them have a file.
    pub points: (usize, usize),
    /// Who changed it last, and when.
    pub changed: Option<(String, DateTime<Utc>)>,
    /// Place in its scheme.
    sort: i32,
}

/// A page of reports.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReportPage {
    /// The lines.
    pub lines: Vec<Line>,
    /// How many there are in this list.
    pub total: usize,
    /// How many there are in each list, under the other conditions.
    pub counts: Vec<(Shelf, usize)>,
    /// Schemes to choose from: key, name, name in English.
    pub schemes: Vec<(String, String, Option<String>)>,
    /// Quarters to choose from, the newest first.
    pub periods: Vec<Period>,
}

/// The reports for this person: a head's department, or every one.
///
/// # Errors
/// [`crate::Kind::Denied`] to all but the head of a department and a supervisor; storage errors.
pub async fn list(services: &Services, actor: &Actor, query: &ReportQuery) -> Result<ReportPage> {
    let department = match (actor.role, actor.department) {
        (Some(Role::Reviewer), Some(own)) if actor.head => Some(own),
        (Some(Role::Supervisor), _) => query.department,
        _ => return Err(Error::denied()),
    };
    let all = lines(services, actor).await?;
    let all: Vec<Line> =
        all.into_iter().filter(|line| department.is_none_or(|own| line.department == Some(own))).collect();
    let mut page = ReportPage { schemes: schemes(&all), periods: periods(&all), ..ReportPage::default() };
    let fits = |line: &Line| {
        query.scheme.as_ref().is_none_or(|key| *key == line.scheme)
            && query.period.is_none_or(|period| period == line.period)
            && query.state.is_none_or(|state| state == line.state)
    };
    let found: Vec<Line> = all.into_iter().filter(fits).collect();
    let on = |shelf: Shelf| move |line: &&Line| shelf.holds(line.state, line.overdue);
    page.counts = Shelf::ALL.map(|shelf| (shelf, found.iter().filter(on(shelf)).count())).to_vec();
    let mut found: Vec<Line> = found.into_iter().filter(|line| on(query.shelf)(&line)).collect();
    let supervises = actor.is(Role::Supervisor);
    found.sort_by(|a, b| order(a, supervises).cmp(&order(b, supervises)));
    page.total = found.len();
    page.lines = with_files(services, cut(found, query)?).await?;
    Ok(page)
}

fn cut(found: Vec<Line>, query: &ReportQuery) -> Result<Vec<Line>> {
    let per_page = if query.per_page == 0 { 50 } else { query.per_page.min(200) };
    let first = query.page.saturating_sub(1).saturating_mul(per_page);
    let first = usize::try_from(first).map_err(Error::internal)?;
    let per_page = usize::try_from(per_page).map_err(Error::internal)?;
    Ok(found.into_iter().skip(first).take(per_page).collect())
}

/// What is to be done first stands first; then by quarter, scheme and place.
fn order(line: &Line, supervises: bool) -> (u8, Period, &str, i32) {
    let rank = match line.state {
        Some(State::Submitted) if supervises => 0,
        _ if line.overdue => 1,
        Some(State::Returned | State::Reopened) => 2,
        Some(State::Draft) => 3,
        None => 4,
        Some(State::Submitted) => 5,
        Some(State::SignedOff) => 6,
    };
    (rank, line.period, &line.scheme, line.sort)
}

fn schemes(all: &[Line]) -> Vec<(String, String, Option<String>)> {
    let mut schemes: Vec<_> = all
        .iter()
        .map(|line| (line.scheme.clone(), line.scheme_name.clone(), line.scheme_name_en.clone()))
        .collect();
    schemes.sort();
    schemes.dedup_by(|a, b| a.0 == b.0);
    schemes
}

fn periods(all: &[Line]) -> Vec<Period> {
    let mut periods: Vec<Period> = all.iter().map(|line| line.period).collect();
    periods.sort_by(|a, b| b.cmp(a));
    periods.dedup();
    periods
}

/// Everything: what is owed by the schemes in force, and every report there is.
async fn lines(services: &Services, actor: &Actor) -> Result<Vec<Line>> {
    let db = &services.db.read;
    let duties = duties(db).await?;
    let mut reports: HashMap<(String, String, String), report::Model> = HashMap::new();
    for row in report::Entity::find().all(db).await? {
        reports.insert((row.scheme_key.clone(), row.entry_key.clone(), row.period.clone()), row);
    }
    let mut lines = Vec::new();
    let schemes = scheme::Entity::find().filter(scheme::COLUMN.active.eq(true)).all(db).await?;
    let since: HashMap<Uuid, DateTime<Utc>> =
        schemes.into_iter().map(|row| (row.id, row.imported_at)).collect();
    for entry in entries(services, actor, &EntryQuery { scheme: None, reported: true }).await? {
        let Some(since) = since.get(&entry.row.scheme_id) else { continue };
        let department = duties.get(&(entry.scheme.clone(), entry.row.key.clone())).copied();
        for period in reported_from(services, *since) {
            let key = (entry.scheme.clone(), entry.row.key.clone(), period.to_string());
            lines.push(line(services, &entry, period, department, reports.remove(&key))?);
        }
    }
    lines.extend(former(services, reports.into_values().collect()).await?);
    Ok(lines)
}

/// Reports of earlier quarters, and of schemes that are not in force any more.
async fn former(services: &Services, rows: Vec<report::Model>) -> Result<Vec<Line>> {
    let db = &services.db.read;
    let ids: Vec<Uuid> = rows.iter().map(|row| row.entry_id).collect();
    let found = scheme_entry::Entity::find().filter(scheme_entry::COLUMN.id.is_in(ids)).all(db).await?;
    let found: HashMap<Uuid, scheme_entry::Model> = found.into_iter().map(|row| (row.id, row)).collect();
    let schemes = scheme::Entity::find().all(db).await?;
    let mut lines = Vec::new();
    for row in rows {
        let entry = found.get(&row.entry_id).ok_or_else(Error::not_found)?.clone();
        let scheme = schemes.iter().find(|scheme| scheme.id == entry.scheme_id);
        let entry = super::one::entry(entry, scheme.ok_or_else(Error::not_found)?)?;
        let period = super::one::period(&row.period)?;
        lines.push(line(services, &entry, period, Some(row.department_id), Some(row))?);
    }
    Ok(lines)
}

fn line(
    services: &Services,
    entry: &SchemeEntry,
    period: Period,
    department: Option<Uuid>,
    row: Option<report::Model>,
) -> Result<Line> {
    let stands = row.as_ref().map(state).transpose()?;
    let due = due_of(&services.reference.calendar(), period, row.as_ref());
    let said = |row: &report::Model| figure(row.numerator, row.denominator, &row.text);
    Ok(Line {
        report: row.as_ref().map(|row| row.id),
        entry: entry.row.id,
        key: entry.row.key.clone(),
        name: entry.row.name.clone(),
        name_en: entry.row.name_en.clone(),
        scheme: entry.scheme.clone(),
        scheme_name: entry.scheme_name.clone(),
        scheme_name_en: entry.scheme_name_en.clone(),
        period,
        department: row.as_ref().map(|row| row.department_id).or(department),
        state: stands,
        // Nobody is late with what nobody has to report yet.
        overdue: (department.is_some() || row.is_some()) && is_overdue(stands, due, services.clock.today()),
        due,
        figure: row.as_ref().map(said).unwrap_or_default(),
        points: (reported_points(&entry.evidence).count(), 0),
        changed: row.map(|row| (row.changed_name, row.changed_at)),
        sort: entry.row.sort,
    })
}

/// The points for which files are asked: those that no indicator shows.
fn reported_points(points: &[EvidencePoint]) -> impl Iterator<Item = &EvidencePoint> {
    points.iter().filter(|point| point.indicator.is_none())
}

/// Counts the points that have a file.
async fn with_files(services: &Services, mut lines: Vec<Line>) -> Result<Vec<Line>> {
    let ids: Vec<Uuid> = lines.iter().filter_map(|line| line.report).collect();
    let rows: Vec<(Uuid, i32)> = report_file::Entity::find()
        .select_only()
        .columns([report_file::Column::ReportId, report_file::Column::Point])
        .filter(report_file::COLUMN.report_id.is_in(ids))
        .filter(report_file::COLUMN.removed_at.is_null())
        .filter(report_file::COLUMN.point.gt(0))
        .distinct()
        .into_tuple()
        .all(&services.db.read)
        .await?;
    for line in &mut lines {
        let have = rows.iter().filter(|(report, _)| line.report == Some(*report)).count();
        line.points.1 = have.min(line.points.0);
    }
    Ok(lines)
}
