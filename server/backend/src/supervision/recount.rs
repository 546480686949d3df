//! The proof: every case folded anew from its events, compared with its row and with the counters.

use super::retold::{self, Told};
use crate::counters::Key;
use crate::{Result, Services, audit};
use domain::permission::Actor;
use entity::{case_file, counter, counter_delta};
use sea_orm::{ConnectionTrait, EntityTrait as _, PaginatorTrait as _};
use std::collections::HashMap;
use uuid::Uuid;

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
        let page = retold::page(services, &snapshot, after).await?;
        let Some(last) = page.last() else { break };
        after = last.row.id;
        page.into_iter().try_for_each(|told| book.case(told))?;
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
    fn case(&mut self, told: Told) -> Result<()> {
        self.cases += 1;
        let case_no = told.row.case_no.clone();
        let counted = &mut self.counted;
        let (stored, case) = told.tell(|key, n| *counted.entry(key).or_default() += n)?;
        if case != stored {
            self.note(Difference::Case(case_no));
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
