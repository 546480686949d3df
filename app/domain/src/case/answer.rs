//! What an applicant says to corrections: some words, some papers, never nothing.

use super::Refusal;
use crate::field_error::{FieldCode, FieldError};

/// Most characters of the words: enough to explain each thing asked for, and read at a glance.
pub const NOTE_MAX: usize = 500;

/// The words as they are kept. `enclosed` says that something came with them.
///
/// # Errors
/// [`Refusal::Field`] on `note` for too many words, or for none where nothing else came.
pub(super) fn said(note: &str, enclosed: bool) -> Result<String, Refusal> {
    // Browsers send a line's end as two characters; people count one.
    let note = note.trim().replace("\r\n", "\n");
    let wrong = |code| Err(Refusal::Field(FieldError::new("note", code)));
    if note.chars().count() > NOTE_MAX {
        return wrong(FieldCode::TooLong { max: NOTE_MAX });
    }
    if note.is_empty() && !enclosed { wrong(FieldCode::NoAnswer) } else { Ok(note) }
}
