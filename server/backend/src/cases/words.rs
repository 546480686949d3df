//! What an applicant writes freely may tell anything of a person: it is kept as the answers of a form
//! are, sealed for their case, and opened only for those who may read it.

use crate::Result;
use crate::crypto::{Field, Keys};
use domain::case::Event;
use serde_json::Value as Json;
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

/// A stored event with its words sealed by the keys in use; `None` where they are already.
pub(crate) fn renewed(keys: &Keys, case_id: Uuid, payload: &Json) -> Result<Option<Json>> {
    let mut event: Event = serde_json::from_value(payload.clone())?;
    let Some(old) = words(&mut event).filter(|sealed| !keys.is_current(sealed)) else { return Ok(None) };
    let cell = Field::CASE_WORDS.of(case_id);
    let new = keys.seal(cell, &keys.open(cell, old)?)?;
    Ok(Some(replaced(payload, old, &new)))
}

/// The same value with another text in one place: nothing else of an old event changes.
fn replaced(value: &Json, old: &str, new: &str) -> Json {
    match value {
        Json::String(text) if text == old => Json::from(new),
        Json::Array(values) => values.iter().map(|value| replaced(value, old, new)).collect(),
        Json::Object(fields) => {
            Json::Object(fields.iter().map(|(key, value)| (key.clone(), replaced(value, old, new))).collect())
        }
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) => value.clone(),
    }
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
