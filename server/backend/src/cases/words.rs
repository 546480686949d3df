//! What an applicant writes freely may tell anything of a person: it is kept as the answers of a form
//! are, sealed for their case, and opened only for those who may read it.

use crate::Result;
use crate::crypto::{Field, Keys};
use domain::case::Event;
use uuid::Uuid;

/// The events as they are stored.
pub(crate) fn sealed(keys: &Keys, case_id: Uuid, mut events: Vec<Event>) -> Result<Vec<Event>> {
    for words in events.iter_mut().filter_map(words) {
        *words = keys.seal(Field::CASE_WORDS.of(case_id), words)?;
    }
    Ok(events)
}

/// A stored event as it happened.
pub(super) fn opened(keys: &Keys, case_id: Uuid, mut event: Event) -> Result<Event> {
    if let Some(words) = words(&mut event) {
        *words = keys.open(Field::CASE_WORDS.of(case_id), words)?.to_string();
    }
    Ok(event)
}

/// The words that are sealed, where there are any: all that an applicant writes freely.
fn words(event: &mut Event) -> Option<&mut String> {
    let (Event::CorrectionAnswered { note: words, .. }
    | Event::Withdrawn { reason: words }
    | Event::PersonAsked { reason: words, .. }) = event
    else {
        return None;
    };
    Some(words).filter(|words| !words.is_empty())
}
