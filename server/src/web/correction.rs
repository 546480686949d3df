//! 补正, as the applicant's page and the counter's both show it: what was asked for, and the answer
//! that was tried.

mod sent;

pub(super) use sent::Sent;

use super::context::Context;
use super::desk::intake::size;
use super::error::PageError;
use app::lang::Lang;
use app::pages::review::Answered;
use app::ui::correction::Correction;
use app::ui::timeline::answered as words;
use backend::Kind;
use backend::cases::{self, CaseView, EventView};
use backend::uploads::MAX_SIZE;
use chrono::NaiveDate;
use domain::case::{Event, Status};
use domain::field_error::FieldError;
use domain::permission::Actor;
use http::StatusCode;

/// An answer that was not taken, with all that was sent and what is wrong with it.
pub(super) struct Untaken {
    pub status: StatusCode,
    pub correction: Correction,
}

/// What waits for an answer; nothing unless the case does.
pub(super) fn wanted(case: &CaseView) -> Option<Correction> {
    (case.case.status == Status::Correction).then(|| Correction {
        list: asked(&case.events),
        reply_by: reply_by(&case.events),
        version: case.case.version,
        megabytes: MAX_SIZE / (1024 * 1024),
        ..Correction::default()
    })
}

/// Hands the answer in; gives it back where the person can put it right.
pub(super) async fn answer(
    context: &Context,
    actor: &Actor,
    case: &CaseView,
    sent: &Sent,
) -> Result<Option<Untaken>, PageError> {
    let wanted = wanted(case);
    if let (Some(wanted), Some((status, why))) = (&wanted, sent.refused(context.lang)) {
        let correction = Correction { refused: why, ..tried(wanted, sent, &[]) };
        return Ok(Some(Untaken { status, correction }));
    }
    let services = &context.state.services;
    let (answer, files) = (sent.answer(), sent.uploads());
    let done = cases::act(services, actor, &case.case_no, sent.version, answer, files).await;
    let Err(error) = done else { return Ok(None) };
    if let (Kind::Invalid(errors), Some(wanted)) = (error.kind(), &wanted) {
        let correction = tried(wanted, sent, errors);
        return Ok(Some(Untaken { status: StatusCode::UNPROCESSABLE_ENTITY, correction }));
    }
    Err(error.into())
}

fn tried(wanted: &Correction, sent: &Sent, errors: &[FieldError]) -> Correction {
    let file =
        |file: &backend::uploads::Upload| (file.id.to_string(), file.file_name.clone(), size(file.size));
    Correction {
        note: sent.note.clone(),
        papers: sent.papers,
        files: sent.files.iter().map(file).collect(),
        errors: errors.to_vec(),
        ..wanted.clone()
    }
}

/// What was asked for and answered, for who decides; nothing until it was.
pub(super) fn answered(lang: Lang, case: &CaseView) -> Option<Answered> {
    let said = case.events.iter().rev().find_map(|one| match &one.event {
        Event::CorrectionAnswered { note, papers, .. } => Some(words(lang, note, *papers)),
        Event::Submitted { .. }
        | Event::Received
        | Event::Taken { .. }
        | Event::Released
        | Event::CorrectionAsked { .. }
        | Event::Accepted { .. }
        | Event::NotAccepted { .. }
        | Event::Decided { .. }
        | Event::Closed { .. }
        | Event::Withdrawn { .. } => None,
    });
    Some(Answered { asked: asked(&case.events), said: said? })
}

/// The list that was told last.
fn asked(events: &[EventView]) -> Vec<String> {
    last_asked(events).map(|(list, _)| list.to_vec()).unwrap_or_default()
}

/// The day by which corrections are to be answered.
pub(super) fn reply_by(events: &[EventView]) -> Option<NaiveDate> {
    last_asked(events).map(|(_, reply_by)| reply_by)
}

fn last_asked(events: &[EventView]) -> Option<(&[String], NaiveDate)> {
    events.iter().rev().find_map(|one| match &one.event {
        Event::CorrectionAsked { list, reply_by } => Some((list.as_slice(), *reply_by)),
        Event::Submitted { .. }
        | Event::Received
        | Event::Taken { .. }
        | Event::Released
        | Event::CorrectionAnswered { .. }
        | Event::Accepted { .. }
        | Event::NotAccepted { .. }
        | Event::Decided { .. }
        | Event::Closed { .. }
        | Event::Withdrawn { .. } => None,
    })
}
