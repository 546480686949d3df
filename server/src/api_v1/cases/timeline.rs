//! What happened to a case, and how its dates come about.

use super::super::moment::moment;
use app::lang::Lang;
use app::ui::timeline::entry;
use backend::cases::EventView;
use chrono::{DateTime, FixedOffset, NaiveDate};
use domain::deadline::Deadline;
use domain::permission::Role;
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

/// One thing that happened, oldest first.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct TimelineEntry {
    seq: i32,
    /// submitted, received, taken, released, correction_asked, correction_answered, accepted,
    /// not_accepted, decided, closed or withdrawn.
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
}

impl TimelineEntry {
    pub(crate) fn new(lang: Lang, view: &EventView) -> Self {
        let mut details = serde_json::to_value(&view.event).unwrap_or_default();
        if let Some(fields) = details.as_object_mut() {
            fields.remove("kind");
        }
        Self {
            seq: view.seq,
            kind: view.event.kind(),
            at: moment(view.at),
            title: entry(lang, &view.event, view.at, &view.actor_name, false).title,
            actor: (!view.actor_name.is_empty()).then(|| view.actor_name.clone()),
            actor_role: view.actor_role,
            details,
        }
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
