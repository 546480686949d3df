//! What an applicant writes freely may tell anything of a person: it is kept as the answers of a form
//! are, sealed, and opened only for those who may read the case.

use crate::Result;
use crate::crypto::{Field, Keys};
use domain::case::Event;

/// The events as they are stored.
pub(crate) fn sealed(keys: &Keys, mut events: Vec<Event>) -> Result<Vec<Event>> {
    for words in events.iter_mut().filter_map(words) {
        *words = keys.seal(Field::CASE_WORDS, words)?;
    }
    Ok(events)
}

/// A stored event as it happened.
pub(super) fn opened(keys: &Keys, mut event: Event) -> Result<Event> {
    if let Some(words) = words(&mut event) {
        *words = keys.open(Field::CASE_WORDS, words)?.to_string();
    }
    Ok(event)
}

/// The words that are sealed, where there are any.
fn words(event: &mut Event) -> Option<&mut String> {
    match event {
        Event::CorrectionAnswered { note, receipt_day: _, receipt_due: _, papers: _ } => {
            Some(note).filter(|note| !note.is_empty())
        }
        Event::Withdrawn { reason } => Some(reason).filter(|reason| !reason.is_empty()),
        Event::Submitted { .. }
        | Event::Received
        | Event::Taken { .. }
        | Event::Released
        | Event::CorrectionAsked { .. }
        | Event::Accepted { .. }
        | Event::NotAccepted { .. }
        | Event::Decided { .. }
        | Event::Closed { .. } => None,
    }
}
