//! 补正, as the applicant's page and the counter's both show it: what was asked for, beside the very
//! answers and materials it is about, and the answer that was tried.

mod owed;
mod points;
mod sent;

pub(super) use owed::{owed, supplement};
pub(super) use sent::Sent;

use super::context::Context;
use super::desk::intake::size;
use super::error::PageError;
use app::lang::Lang;
use app::pages::review::Answered;
use app::ui::correction::{Correction, What};
use app::ui::timeline::answered as words;
use backend::cases::{self, CaseView};
use backend::uploads::MAX_SIZE;
use backend::{Kind, Services};
use domain::case::{Event, Mark, Status};
use domain::field_error::FieldError;
use domain::permission::Actor;
use http::StatusCode;

/// What was sent and not taken, with all that came and what is wrong with it.
pub(super) struct Untaken<T> {
    pub status: StatusCode,
    pub tried: T,
}

/// What waits for an answer; nothing unless the case does.
pub(super) fn wanted(services: &Services, lang: Lang, case: &CaseView) -> Option<Correction> {
    (case.case.status == Status::Correction).then(|| Correction {
        points: points::points(services, lang, case, asked(case)),
        reply_by: case.case.work.reply_by,
        version: case.case.version,
        megabytes: megabytes(),
        ..Correction::default()
    })
}

fn megabytes() -> u64 {
    MAX_SIZE / (1024 * 1024)
}

/// Hands the answer in; gives it back where the person can put it right.
pub(super) async fn answer(
    context: &Context,
    actor: &Actor,
    case: &CaseView,
    sent: &Sent,
) -> Result<Option<Untaken<Correction>>, PageError> {
    let services = &context.state.services;
    let wanted = wanted(services, context.lang, case);
    if let (Some(wanted), Some((status, refused))) = (&wanted, sent.refused(context.lang)) {
        let tried = Correction { refused, ..tried(wanted, sent, &[]) };
        return Ok(Some(Untaken { status, tried }));
    }
    let done = cases::act(services, actor, &case.case_no, sent.version, sent.answer()).await;
    let Err(error) = done else { return Ok(None) };
    if let (Kind::Invalid(errors), Some(wanted)) = (error.kind(), &wanted) {
        let tried = tried(wanted, sent, errors);
        return Ok(Some(Untaken { status: StatusCode::UNPROCESSABLE_ENTITY, tried }));
    }
    Err(error.into())
}

fn tried(wanted: &Correction, sent: &Sent, errors: &[FieldError]) -> Correction {
    let mut tried = Correction {
        note: sent.note.clone(),
        papers: sent.papers,
        files: sent.kept(),
        errors: errors.iter().map(|error| at_field(wanted, error)).collect(),
        ..wanted.clone()
    };
    for point in &mut tried.points {
        if let What::Answer { spec, value, .. } = &mut point.what
            && let Some(typed) = sent.answers.get(&spec.key)
        {
            value.clone_from(typed);
        }
    }
    tried
}

/// The rules name a question, the page the field that asks it.
fn at_field(wanted: &Correction, error: &FieldError) -> FieldError {
    let asks = |what: &What| matches!(what, What::Answer { spec, .. } if spec.key == error.field);
    let point = wanted.points.iter().find(|point| asks(&point.what));
    point.map_or_else(|| error.clone(), |point| FieldError::new(point.name(), error.code))
}

/// What was asked for and answered, for who decides; nothing until it was.
pub(super) fn answered(lang: Lang, case: &CaseView) -> Option<Answered> {
    let said = case.events.iter().rev().find_map(|one| {
        let Event::CorrectionAnswered { note, papers, .. } = &one.event else { return None };
        Some(words(lang, note, *papers))
    });
    let asked = asked(case).iter().map(|mark| mark.words.clone()).collect();
    Some(Answered { asked, said: said? })
}

/// The list that was told last.
fn asked(case: &CaseView) -> &[Mark] {
    let last = case.events.iter().rev().find_map(|one| {
        let Event::CorrectionAsked { list, .. } = &one.event else { return None };
        Some(list.as_slice())
    });
    last.unwrap_or_default()
}
