//! What the reviewer sees of one case, and what was typed about it.

use super::answered::Answered;
use super::course::Course;
use super::offers::Offers;
use super::typed::Typed;
use crate::pages::desk::PersonFacts;
use crate::ui::changes::Change;
use crate::ui::date_strip::WhyDate;
use crate::ui::light::Lamp;
use crate::ui::steps::Step;
use crate::ui::timeline::Entry;
use chrono::NaiveDate;
use domain::case::{ActionKind, Outcome, Status};
use domain::field_error::FieldError;
use uuid::Uuid;

/// A question with its answer.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The key of the question.
    pub key: String,
    /// The question.
    pub label: String,
    /// The answer, as people read it.
    pub value: String,
}

/// A material as it came.
#[derive(Clone, Debug)]
pub struct PaneMaterial {
    /// The item's material, where it is one of them.
    pub material: Option<Uuid>,
    /// Its name.
    pub name: String,
    /// Whether the case cannot do without it.
    pub required: bool,
    /// How it came, in words.
    pub manner: String,
    /// Not there.
    pub missing: bool,
    /// May follow later (容缺).
    pub deferrable: bool,
    /// A, B, C or D.
    pub grade: Option<char>,
    /// What was uploaded.
    pub upload: Option<PaneUpload>,
    /// Where it is said that the upload was compared with its original; none where it need not be.
    pub compare: Option<String>,
}

/// An uploaded file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaneUpload {
    /// Where it can be seen.
    pub href: String,
    /// Its name.
    pub name: String,
    /// Its size in words.
    pub size: String,
}

/// A file that somebody of the staff put to what they did.
#[derive(Clone, Debug)]
pub struct Attachment {
    /// The file.
    pub file: PaneUpload,
    /// What it was put to, and by whom.
    pub with: String,
}

/// The dates of the case.
#[derive(Clone, Debug, Default)]
pub struct Clock {
    /// The light.
    pub lamp: Lamp,
    /// Last day to say whether it is accepted.
    pub receipt_due: Option<NaiveDate>,
    /// 承诺办结日.
    pub promised: Option<NaiveDate>,
    /// 法定办结日.
    pub statutory: Option<NaiveDate>,
    /// How the date was counted.
    pub why: Option<WhyDate>,
    /// First day that does not count, while the clock stands still.
    pub stopped: Option<NaiveDate>,
}

/// The case.
#[derive(Clone, Debug)]
pub struct CasePane {
    /// 办件编号.
    pub number: String,
    /// The item's name.
    pub item: String,
    /// Where it stands.
    pub status: Status,
    /// What was decided.
    pub outcome: Option<Outcome>,
    /// The version that this page shows.
    pub version: u32,
    /// Who applies.
    pub applicant: PersonFacts,
    /// The viewer may see the number in full, for a reason.
    pub unmask: bool,
    /// Who acts for them.
    pub agent: String,
    /// How and where it came, in words.
    pub came: String,
    /// The body and why it is this one.
    pub route: String,
    /// Who has it in hand.
    pub holder: String,
    /// The dates.
    pub clock: Clock,
    /// The form.
    pub answers: Vec<Answer>,
    /// The materials.
    pub materials: Vec<PaneMaterial>,
    /// What was asked for and answered, once it was.
    pub answered: Option<Answered>,
    /// What answers to corrections changed, oldest first.
    pub changes: Vec<Change>,
    /// The steps of the process.
    pub steps: Vec<Step>,
    /// What is told of the procedure.
    pub course: Course,
    /// Files that the staff put to what they did.
    pub attachments: Vec<Attachment>,
    /// What there is to choose from.
    pub offers: Offers,
    /// What happened, newest first.
    pub events: Vec<Entry>,
    /// What the viewer may do.
    pub actions: Vec<ActionKind>,
    /// 即办件: one step decides it.
    pub immediate: bool,
    /// What was typed before, when an action was refused.
    pub typed: Typed,
    /// What is wrong with it.
    pub errors: Vec<FieldError>,
    /// The case that follows in the list.
    pub next: Option<String>,
}
