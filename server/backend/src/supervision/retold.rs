//! Cases told anew from their events, a page at a time, with the counters that they move.

use crate::cases::{case_of, dimensions};
use crate::catalogue::Handbook;
use crate::counters::Key;
use crate::{Result, Services};
use domain::case::{Case, Event, evolve};
use domain::indicator::tally;
use domain::process::Process;
use entity::{case_event, case_file};
use sea_orm::{ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _};
use std::collections::HashMap;
use std::sync::Arc;
use uuid::Uuid;

/// Cases read at a time.
const PAGE: u64 = 500;

/// A case as it is stored, with its events.
pub(super) struct Told {
    pub row: case_file::Model,
    process: Arc<Process>,
    events: Vec<case_event::Model>,
}

/// The cases after one, by key; none after the last.
pub(super) async fn page<C: ConnectionTrait>(services: &Services, db: &C, after: Uuid) -> Result<Vec<Told>> {
    let rows = case_file::Entity::find()
        .filter(case_file::COLUMN.id.gt(after))
        .order_by_asc(case_file::Column::Id)
        .limit(PAGE)
        .all(db)
        .await?;
    let found = case_event::Entity::find()
        .filter(case_event::COLUMN.case_id.is_in(rows.iter().map(|row| row.id)))
        .order_by_asc(case_event::Column::Seq)
        .all(db)
        .await?;
    let mut events: HashMap<Uuid, Vec<case_event::Model>> = HashMap::new();
    for event in found {
        events.entry(event.case_id).or_default().push(event);
    }
    let process = |book: &Handbook, row: &case_file::Model| {
        Some(Arc::clone(&book.version(&row.item_id, row.item_version)?.process))
    };
    let processes = services.catalogue.look_up(|book| rows.iter().map(|row| process(book, row)).collect());
    let processes: Vec<Arc<Process>> = processes.await?;
    let told = rows.into_iter().zip(processes).map(|(row, process)| {
        let events = events.remove(&row.id).unwrap_or_default();
        Told { row, process, events }
    });
    Ok(told.collect())
}

impl Told {
    /// The case of its row, and the case that its events make; `count` hears of every counter they move.
    pub(super) fn tell(self, mut count: impl FnMut(Key, i64)) -> Result<(Case, Case)> {
        let Self { row, process, events } = self;
        let stored = case_of(&row, Arc::clone(&process), None)?;
        let heads = dimensions(&row)?;
        let Case { applicant, agent, department, kind, limits, .. } = stored;
        let mut case = Case::draft(applicant, agent, department, kind, limits, process);
        for model in events {
            let event: Event = serde_json::from_value(model.payload)?;
            let after = evolve(case.clone(), &event);
            for delta in tally(&case, &event, &after, &heads.when(model.at)) {
                count(Key::of(&heads, &delta)?, delta.n);
            }
            case = after;
        }
        // Names are not stored with the case.
        if let Some(holder) = case.assignee.as_mut() {
            holder.name.clear();
        }
        Ok((stored, case))
    }
}
