//! What a reviewer typed, kept when it could not be taken.

use super::pane::PaneUpload;

/// A form as it was sent, to be filled in again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    /// The form it was for: the action, with the outcome for a decision, as `decide-granted`.
    pub form: String,
    /// Every field with its value; a name can stand more than once.
    pub fields: Vec<(String, String)>,
    /// Files that came with it and are kept, by key.
    pub files: Vec<(String, PaneUpload)>,
}

impl Typed {
    /// The first value of a field; empty where it was not sent.
    pub fn value(&self, name: &str) -> &str {
        self.fields.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value.as_str())
    }

    /// Whether a tick box or a choice was sent with this value.
    pub fn holds(&self, name: &str, value: &str) -> bool {
        self.fields.iter().any(|(known, sent)| known == name && sent == value)
    }
}
