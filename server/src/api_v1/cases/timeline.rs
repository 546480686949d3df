//! What happened to a case, and how its dates come about.

use super::super::moment::moment;
use app::lang::Lang;
use app::ui::timeline::entry;
use backend::cases::{EventView, UploadRef};
use chrono::{DateTime, FixedOffset, NaiveDate};
use domain::case::Event;
use domain::deadline::Deadline;
use domain::permission::Role;
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;
use uuid::Uuid;

/// One thing that happened, oldest first.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct TimelineEntry {
    seq: i32,
    /// submitted, pre_reviewed, received, taken, released, assigned, handed_over, correction_asked,
    /// correction_repeated, correction_answered, accepted, deemed_accepted, deferred_accepted,
    /// supplemented, not_accepted, step_opened, step_taken, opinion_given, step_returned, suspended,
    /// resumed, extension_asked, extension_approved, extension_refused, rules_applied, decided,
    /// decided_by_rule, person_asked, certificate_made, delivered, closed, commitment_verified, withdrawn,
    /// abandoned, terminated, voided or dates_moved.
    kind: &'static str,
    at: DateTime<FixedOffset>,
    /// In words.
    title: String,
    /// Who, where that may be told.
    actor: Option<String>,
    #[schema(value_type = Option<String>)]
    actor_role: Option<Role>,
    /// What it carries: dates, lists, reasons.
    #[schema(value_type = Object)]
    details: Value,
    /// The opinion given beside it.
    opinion: Option<String>,
    /// What the staff put to it.
    attachments: Vec<AttachmentBody>,
}

/// A file of the staff.
#[derive(Debug, Serialize, ToSchema)]
struct AttachmentBody {
    upload_id: Uuid,
    file_name: String,
    size: i64,
}

/// A list of corrections stays a list of words; what each is about stands beside it, in `marks`.
fn told(event: &Event) -> Value {
    let mut details = serde_json::to_value(event).unwrap_or_default();
    if let Some(fields) = details.as_object_mut() {
        fields.remove("kind");
        if let Event::CorrectionAsked { list, .. } = event {
            let words: Vec<&str> = list.iter().map(|mark| mark.words.as_str()).collect();
            let marks = fields.insert("list".to_owned(), words.into());
            fields.insert("marks".to_owned(), marks.unwrap_or_default());
        }
    }
    details
}

impl TimelineEntry {
    pub(crate) fn new(lang: Lang, view: &EventView) -> Self {
        Self {
            seq: view.seq,
            kind: view.event.kind(),
            at: moment(view.at),
            title: entry(lang, &view.event, view.at, &view.actor_name, false).title,
            actor: (!view.actor_name.is_empty()).then(|| view.actor_name.clone()),
            actor_role: view.actor_role,
            details: told(&view.event),
            opinion: view.opinion.clone(),
            attachments: view.attachments.iter().map(AttachmentBody::from).collect(),
        }
    }
}

impl From<&UploadRef> for AttachmentBody {
    fn from(file: &UploadRef) -> Self {
        Self { upload_id: file.id, file_name: file.file_name.clone(), size: file.size }
    }
}

/// A date and how it comes about.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct DeadlineBody {
    due: NaiveDate,
    /// Beyond the announced calendar: the date may still move.
    expected: bool,
    excluded: Vec<ExcludedDay>,
}

/// A day that does not count.
#[derive(Debug, Serialize, ToSchema)]
struct ExcludedDay {
    date: NaiveDate,
    reason: String,
}

impl DeadlineBody {
    pub(crate) fn new(lang: Lang, deadline: Deadline) -> Self {
        let day = |day: &domain::deadline::Excluded| ExcludedDay {
            date: day.date,
            reason: lang.t(day.reason.text(), day.reason.text_en()).to_owned(),
        };
        Self {
            due: deadline.due,
            expected: deadline.expected,
            excluded: deadline.excluded.iter().map(day).collect(),
        }
    }
}
