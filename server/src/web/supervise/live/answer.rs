//! The figures of one question, read once for all who ask it.

use super::pulse::{Mark, Pulse};
use super::told::{Told, told};
use crate::web::supervise::asked::NO_WINDOW;
use backend::supervision::{self, CompletionQuery};
use backend::{Result, Services};
use domain::permission::Actor;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::time::{Duration, Instant};
use tokio::time::sleep;

/// Between two readings of the same figures.
const PAUSE: Duration = Duration::from_secs(1);

/// The questions that somebody asks at the moment.
#[derive(Debug, Default)]
pub(super) struct Answers(Mutex<HashMap<String, Weak<Answer>>>);

impl Answers {
    /// The one for a question, shared with whoever asks the same.
    pub fn of(&self, address: String, query: CompletionQuery) -> Arc<Answer> {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(answer) = all.get(&address).and_then(Weak::upgrade) {
            return answer;
        }
        all.retain(|_, answer| answer.strong_count() > 0);
        let answer = Arc::new(Answer { query, last: tokio::sync::Mutex::default() });
        all.insert(address, Arc::downgrade(&answer));
        answer
    }
}

/// A question with its last answer.
#[derive(Debug)]
pub(super) struct Answer {
    query: CompletionQuery,
    last: tokio::sync::Mutex<Option<Last>>,
}

#[derive(Clone, Debug)]
struct Last {
    at: Instant,
    mark: Mark,
    told: Arc<Told>,
}

impl Answer {
    /// The figures at this mark or a later one, and at which. Whoever comes while they are read waits.
    pub async fn at(
        &self,
        services: &Services,
        actor: &Actor,
        pulse: &Pulse,
        mark: Mark,
    ) -> Result<(Mark, Arc<Told>)> {
        let mut last = self.last.lock().await;
        if let Some(last) = last.as_ref().filter(|last| last.mark == mark) {
            return Ok((mark, Arc::clone(&last.told)));
        }
        if let Some(last) = last.as_ref() {
            sleep(PAUSE.saturating_sub(last.at.elapsed())).await;
        }
        let (at, mark) = (Instant::now(), pulse.mark(services).await?);
        let told = Arc::new(read(services, actor, &self.query).await?);
        *last = Some(Last { at, mark, told: Arc::clone(&told) });
        Ok((mark, told))
    }
}

async fn read(services: &Services, actor: &Actor, query: &CompletionQuery) -> Result<Told> {
    let found = supervision::completion(services, actor, query).await?;
    let groups = found.groups.iter().map(|group| match group.key.as_str() {
        "" => (NO_WINDOW, &group.figures),
        key => (key, &group.figures),
    });
    Ok(told(&found.total, groups))
}
