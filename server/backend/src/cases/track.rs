//! Tracking without signing in: number and query code, and nothing personal in the answer.

use super::case_of;
use super::view::{self, EventView};
use crate::intake::is_query_hash;
use crate::{Error, Result, Services};
use chrono::{DateTime, Utc};
use domain::case::{Assignee, Case, Event};
use domain::case_number::CaseNumber;
use domain::deadline::Deadline;
use entity::case_file;
use sea_orm::{EntityTrait as _, QueryFilter as _};
use std::sync::Arc;

/// What a stranger with number and code may see.
#[derive(Clone, Debug, PartialEq)]
pub struct TrackView {
    /// 办件编号.
    pub case_no: String,
    /// The item's name.
    pub item_name: String,
    /// The item's name in English.
    pub item_name_en: Option<String>,
    /// The department.
    pub department: String,
    /// The department in English.
    pub department_en: Option<String>,
    /// The case of the rules.
    pub case: Case,
    /// When it was submitted.
    pub submitted_at: DateTime<Utc>,
    /// What happened, without names and without what was written by hand.
    pub events: Vec<EventView>,
    /// How the promised date comes about.
    pub promised: Option<Deadline>,
}

/// The case for this number and code.
///
/// # Errors
/// [`crate::Kind::NotFound`], the same for a wrong number and a wrong code.
pub async fn track(services: &Services, case_no: &str, query_code: &str) -> Result<TrackView> {
    let number = CaseNumber::parse(case_no).map_err(|_| Error::not_found())?;
    let code = domain::intake::digits(query_code);
    let db = &services.db.read;
    let found =
        case_file::Entity::find().filter(case_file::COLUMN.case_no.eq(number.as_str())).one(db).await?;
    // An unknown number costs the same comparison as a known one.
    let stored = found.as_ref().map_or("", |row| row.query_code_hash.as_str());
    let same = is_query_hash(services, stored, number.as_str(), &code);
    let row = found.filter(|_| same).ok_or_else(Error::not_found)?;
    let (item, version, department) = services
        .catalogue
        .look_up(|book| {
            let version = book.version(&row.item_id, row.item_version)?;
            Some((
                book.item(&row.item_id, None)?,
                Arc::clone(version),
                book.department(row.department_id)?.clone(),
            ))
        })
        .await?;
    let case = case_of(&row, Arc::clone(&version.process), None)?;
    let (promised, _) = view::dates(services, &case);
    let events = view::outside(view::events(services, row.id).await?);
    let events = events.into_iter().map(impersonal).collect();
    Ok(TrackView {
        case_no: row.case_no,
        item_name: item.name.clone(),
        item_name_en: item.name_en.clone(),
        department: department.name,
        department_en: department.name_en,
        case,
        submitted_at: row.submitted_at,
        events,
        promised,
    })
}

/// The event without names and hand-written words: these are for the applicant alone.
fn impersonal(view: EventView) -> EventView {
    let mut event = view.event;
    let nameless = |by: Assignee| Assignee { name: String::new(), ..by };
    match &mut event {
        Event::Taken { by } | Event::StepTaken { by, .. } => *by = nameless(by.clone()),
        Event::Assigned { to } => *to = nameless(to.clone()),
        Event::HandedOver { to, reason } => {
            *to = nameless(to.clone());
            reason.clear();
        }
        Event::CorrectionAsked { list, .. } => list.clear(),
        Event::NotAccepted { reason, competent_body, remedies } => {
            for text in [reason, competent_body, remedies] {
                text.clear();
            }
        }
        Event::OpinionGiven { opinion, second, .. } => {
            opinion.clear();
            second.clear();
        }
        Event::CorrectionAnswered { note: text, .. }
        | Event::Decided { reason: text, .. }
        | Event::Withdrawn { reason: text }
        | Event::StepReturned { reason: text, .. }
        | Event::Suspended { reason: text, .. }
        | Event::Resumed { reason: text, .. }
        | Event::ExtensionAsked { reason: text, .. }
        | Event::ExtensionRefused { opinion: text }
        | Event::PersonAsked { reason: text, .. }
        | Event::CertificateMade { number: text }
        | Event::Delivered { proof: text, .. }
        | Event::CommitmentVerified { opinion: text, .. }
        | Event::Terminated { reason: text, .. }
        | Event::Voided { reason: text, .. } => text.clear(),
        Event::ExtensionApproved { reason, opinion, .. } => {
            reason.clear();
            opinion.clear();
        }
        Event::RulesApplied { rules } => rules.clear(),
        Event::ConsentWithdrawn { materials, .. } => materials.clear(),
        Event::Submitted { .. }
        | Event::PreReviewed
        | Event::Received
        | Event::Released
        | Event::Accepted { .. }
        | Event::Supplemented { .. }
        | Event::StepOpened { .. }
        | Event::Closed { .. }
        | Event::Abandoned { .. }
        | Event::DatesMoved { .. } => {}
    }
    EventView { event, actor_name: String::new(), opinion: None, attachments: Vec::new(), ..view }
}
