//! The proof: every case folded anew from its events, compared with its row and with the counters.

use crate::cases::{case_of, dimensions};
use crate::catalogue::Handbook;
use crate::counters::Key;
use crate::{Result, Services, audit};
use domain::case::{Case, Event, evolve};
use domain::indicator::tally;
use domain::permission::Actor;
use domain::process::Process;
use entity::{case_event, case_file, counter, counter_delta};
use sea_orm::{
    ConnectionTrait, EntityTrait as _, PaginatorTrait as _, QueryFilter as _, QueryOrder as _,
    QuerySelect as _,
};
use std::collections::HashMap;
use std::sync::Arc;
use uuid::Uuid;

/// Cases read at a time.
const PAGE: u64 = 500;
/// Differences told one by one; more are only counted.
const TOLD: usize = 20;

/// Something that is not as its events say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// The row of a case differs from the fold of its events.
    Case(String),
    /// A counter differs from the recount: head, counted, recounted.
    Counter(String, i64, i64),
}

/// What was found.
#[derive(Clone, Debug)]
pub struct Verdict {
    /// The audit trail's chain.
    pub audit: audit::Verdict,
    /// Cases recounted.
    pub cases: u64,
    /// Counters compared.
    pub counters: usize,
    /// What differs, the first of each kind.
    pub differences: Vec<Difference>,
    /// How much differs in all.
    pub wrong: usize,
}

impl Verdict {
    /// Whether everything is as it should be.
    pub fn is_good(&self) -> bool {
        self.wrong == 0 && self.audit.is_whole()
    }
}

/// Recounts everything, while the portal serves. `progress` hears cases done and cases in all.
///
/// # Errors
/// Storage errors.
pub async fn verify(services: &Services, mut progress: impl FnMut(u64, u64)) -> Result<Verdict> {
    let snapshot = services.db.snapshot().await?;
    let mut book = Book::default();
    let total = case_file::Entity::find().count(&snapshot).await?;
    let mut after = Uuid::nil();
    loop {
        let rows = case_file::Entity::find()
            .filter(case_file::COLUMN.id.gt(after))
            .order_by_asc(case_file::Column::Id)
            .limit(PAGE)
            .all(&snapshot)
            .await?;
        let Some(last) = rows.last().map(|row| row.id) else { break };
        after = last;
        book.page(services, &snapshot, rows).await?;
        progress(book.cases, total);
    }
    let stored = stored(&snapshot).await?;
    snapshot.commit().await?;
    let counters = book.compare(stored);
    let Book { cases, differences, wrong, .. } = book;
    Ok(Verdict {
        audit: audit::verify(services, &Actor::portal()).await?,
        cases,
        counters,
        differences,
        wrong,
    })
}

#[derive(Default)]
struct Book {
    cases: u64,
    counted: HashMap<Key, i64>,
    differences: Vec<Difference>,
    wrong: usize,
}

impl Book {
    async fn page<C: ConnectionTrait>(
        &mut self,
        services: &Services,
        db: &C,
        rows: Vec<case_file::Model>,
    ) -> Result<()> {
        let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
        let mut events: HashMap<Uuid, Vec<case_event::Model>> = HashMap::new();
        let found = case_event::Entity::find()
            .filter(case_event::COLUMN.case_id.is_in(ids))
            .order_by_asc(case_event::Column::Seq)
            .all(db)
            .await?;
        for event in found {
            events.entry(event.case_id).or_default().push(event);
        }
        let process = |book: &Handbook, row: &case_file::Model| {
            Some(Arc::clone(&book.version(&row.item_id, row.item_version)?.process))
        };
        let processes =
            services.catalogue.look_up(|book| rows.iter().map(|row| process(book, row)).collect());
        let processes: Vec<Arc<Process>> = processes.await?;
        for (row, process) in rows.into_iter().zip(processes) {
            let events = events.remove(&row.id).unwrap_or_default();
            self.case(services, &row, process, events)?;
        }
        Ok(())
    }

    fn case(
        &mut self,
        services: &Services,
        row: &case_file::Model,
        process: Arc<Process>,
        events: Vec<case_event::Model>,
    ) -> Result<()> {
        self.cases += 1;
        let stored = case_of(row, Arc::clone(&process), None)?;
        let heads = dimensions(row)?;
        let Case { applicant, agent, department, kind, limits, .. } = stored;
        let mut case = Case::draft(applicant, agent, department, kind, limits, process);
        for model in events {
            let event: Event = serde_json::from_value(model.payload)?;
            let after = evolve(case.clone(), &event);
            for delta in tally(&case, &event, &after, services.clock.day_of(model.at)) {
                *self.counted.entry(Key::of(&heads, &delta)?).or_default() += delta.n;
            }
            case = after;
        }
        // Names are not stored with the case.
        if let Some(holder) = case.assignee.as_mut() {
            holder.name.clear();
        }
        if case != stored {
            self.note(Difference::Case(row.case_no.clone()));
        }
        Ok(())
    }

    fn note(&mut self, difference: Difference) {
        self.wrong += 1;
        if self.differences.len() < TOLD {
            self.differences.push(difference);
        }
    }

    fn compare(&mut self, mut stored: HashMap<Key, i64>) -> usize {
        let recounted = std::mem::take(&mut self.counted);
        let counters = recounted.len();
        for (key, n) in recounted {
            let found = stored.remove(&key).unwrap_or_default();
            if found != n {
                self.note(Difference::Counter(key.to_string(), found, n));
            }
        }
        for (key, n) in stored {
            if n != 0 {
                self.note(Difference::Counter(key.to_string(), n, 0));
            }
        }
        counters
    }
}

/// Folded counters and deltas not folded yet.
async fn stored<C: ConnectionTrait>(db: &C) -> Result<HashMap<Key, i64>> {
    let mut sums: HashMap<Key, i64> = HashMap::new();
    let folded = counter::Entity::find().all(db).await?.into_iter().map(Key::of_counter);
    let waiting = counter_delta::Entity::find().all(db).await?.into_iter().map(Key::of_delta);
    for (key, n) in folded.chain(waiting) {
        *sums.entry(key).or_default() += i64::from(n);
    }
    Ok(sums)
}
