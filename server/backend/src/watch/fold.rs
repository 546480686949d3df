//! What the rules say of a run of events, and of cases that are stored with all of theirs.

use crate::cases::case_of;
use crate::catalogue::Handbook;
use crate::{Result, Services};
use chrono::NaiveDate;
use domain::case::{Case, Event, evolve};
use domain::process::Process;
use domain::watch::{Around, Finding, Listed, Rule, found, found_by_date};
use entity::{case_event, case_file, material};
use sea_orm::{
    ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _, Select,
};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use uuid::Uuid;

/// Cases read at a time.
const PAGE: u64 = 200;

/// Materials by item.
pub(super) type Guides = HashMap<String, Vec<Listed>>;

/// What is found in events that follow each other on their days, and as the case stands in the end.
pub(super) fn read<'a>(
    rules: &[Rule],
    before: &Case,
    events: impl IntoIterator<Item = (&'a Event, NaiveDate)>,
    around: &Around<'_>,
) -> Vec<Finding> {
    let (mut case, mut findings) = (before.clone(), Vec::new());
    for (event, today) in events {
        let after = evolve(case.clone(), event);
        findings.extend(found(rules, &case, event, &after, &Around { today, ..*around }));
        case = after;
    }
    findings.extend(found_by_date(rules, &case, around));
    once(findings)
}

/// Each the first time.
fn once(findings: Vec<Finding>) -> Vec<Finding> {
    let mut seen = HashSet::new();
    let mut new =
        |one: &Finding| seen.insert((one.rule.clone(), one.basis, one.step.clone(), one.department));
    findings.into_iter().filter(|finding| new(finding)).collect()
}

/// The guide of one item, or of every item.
pub(super) async fn guides<C: ConnectionTrait>(db: &C, item: Option<&str>) -> Result<Guides> {
    let mut found = material::Entity::find().order_by_asc(material::Column::Sort);
    if let Some(item) = item {
        found = found.filter(material::COLUMN.item_id.eq(item));
    }
    let mut guides = Guides::new();
    for row in found.all(db).await? {
        let listed = Listed { id: row.id, name: row.name };
        guides.entry(row.item_id).or_default().push(listed);
    }
    Ok(guides)
}

/// A page of cases with what is found in each; none at the end.
pub(super) async fn page(
    services: &Services,
    cases: &Select<case_file::Entity>,
    after: Uuid,
    rules: &[Rule],
    guides: &Guides,
) -> Result<Option<(Uuid, Vec<(Uuid, Vec<Finding>)>)>> {
    let db = &services.db.read;
    let rows = cases.clone().filter(case_file::COLUMN.id.gt(after)).order_by_asc(case_file::Column::Id);
    let rows = rows.limit(PAGE).all(db).await?;
    let Some(last) = rows.last().map(|row| row.id) else { return Ok(None) };
    let mut events = events(services, rows.iter().map(|row| row.id).collect()).await?;
    let process = |book: &Handbook, row: &case_file::Model| {
        Some(Arc::clone(&book.version(&row.item_id, row.item_version)?.process))
    };
    let processes = services.catalogue.look_up(|book| rows.iter().map(|row| process(book, row)).collect());
    let processes: Vec<Arc<Process>> = processes.await?;
    let (calendar, today) = (services.reference.calendar(), services.clock.today());
    let mut found = Vec::new();
    for (row, process) in rows.iter().zip(processes) {
        let case = draft(row, process)?;
        let guide = guides.get(&row.item_id).map(Vec::as_slice).unwrap_or_default();
        let around = Around { today, calendar: &calendar, guide };
        let events = events.remove(&row.id).unwrap_or_default();
        let findings = read(rules, &case, events.iter().map(|(event, day)| (event, *day)), &around);
        if !findings.is_empty() {
            found.push((row.id, findings));
        }
    }
    Ok(Some((last, found)))
}

/// The case before anything happened to it.
fn draft(row: &case_file::Model, process: Arc<Process>) -> Result<Case> {
    let Case { applicant, agent, department, kind, limits, .. } = case_of(row, Arc::clone(&process), None)?;
    Ok(Case::draft(applicant, agent, department, kind, limits, process))
}

/// The events of each case, oldest first, each with the city's day of it.
async fn events(services: &Services, ids: Vec<Uuid>) -> Result<HashMap<Uuid, Vec<(Event, NaiveDate)>>> {
    let rows = case_event::Entity::find()
        .filter(case_event::COLUMN.case_id.is_in(ids))
        .order_by_asc(case_event::Column::CaseId)
        .order_by_asc(case_event::Column::Seq)
        .all(&services.db.read)
        .await?;
    let mut events: HashMap<Uuid, Vec<(Event, NaiveDate)>> = HashMap::new();
    for row in rows {
        let event: Event = serde_json::from_value(row.payload)?;
        events.entry(row.case_id).or_default().push((event, services.clock.day_of(row.at)));
    }
    Ok(events)
}
