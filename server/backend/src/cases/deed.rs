//! What somebody does to a case, with what comes along.

use domain::case::Action;
use domain::intake::Answers;
use uuid::Uuid;

/// What somebody does to a case, with what comes along.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deed {
    /// What is done.
    pub action: Action,
    /// The opinion beside it; may be empty.
    pub opinion: String,
    /// Files that came with an answer or a supplement; of all else, what the person attaches.
    pub uploads: Vec<Uuid>,
    /// The answers of the form that were mended.
    pub answers: Answers,
    /// Files given for one material, by material and file.
    pub files: Vec<(Uuid, Uuid)>,
}

impl From<Action> for Deed {
    fn from(action: Action) -> Self {
        let (opinion, uploads, answers, files) = Default::default();
        Self { action, opinion, uploads, answers, files }
    }
}
