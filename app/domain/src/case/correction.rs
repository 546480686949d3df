//! 补正: what is asked for, to the very answer or material, and what the applicant says to it.

use super::Refusal;
use crate::field_error::{FieldCode, FieldError};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Most characters of the words: enough to explain each thing asked for, and read at a glance.
pub const NOTE_MAX: usize = 500;

/// What a request for correction is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(tag = "of", content = "key", rename_all = "snake_case")]
pub enum Target {
    /// The answer to this question of the form.
    Answer(String),
    /// This material of the item.
    Material(Uuid),
}

/// One thing that is missing or wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "StoredMark")]
pub struct Mark {
    /// Words the applicant can act on.
    pub words: String,
    /// What it is about, where it is about one answer or one material.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target: Option<Target>,
}

impl Mark {
    /// In words alone.
    pub fn words(words: impl Into<String>) -> Self {
        Self { words: words.into(), target: None }
    }
}

/// Requests from before there were targets are words alone.
#[derive(Deserialize)]
#[serde(untagged)]
enum StoredMark {
    Words(String),
    Mark {
        words: String,
        #[serde(default)]
        target: Option<Target>,
    },
}

impl From<StoredMark> for Mark {
    fn from(stored: StoredMark) -> Self {
        match stored {
            StoredMark::Words(words) => Self { words, target: None },
            StoredMark::Mark { words, target } => Self { words, target },
        }
    }
}

/// What comes with an answer to corrections.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Enclosed {
    /// How many files were given for it.
    pub files: usize,
    /// Papers were handed over at the counter; counts only where a clerk says so.
    pub papers: bool,
}

/// The list as it is told: without blank lines.
pub(super) fn told(list: Vec<Mark>) -> Result<Vec<Mark>, Refusal> {
    let trimmed = list.into_iter().map(|mark| Mark { words: mark.words.trim().to_owned(), ..mark });
    let list: Vec<Mark> = trimmed.filter(|mark| !mark.words.is_empty()).collect();
    if list.is_empty() { Err(Refusal::Missing("list")) } else { Ok(list) }
}

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
