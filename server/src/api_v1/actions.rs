//! `POST /api/v1/cases/{case_no}/actions`

use super::body::Body;
use super::caller::Caller;
use super::cases::CaseBody;
use super::page::refuse;
use super::problem::{ApiError, Problem};
use crate::state::AppState;
use axum::Json;
use axum::extract::{Path, State};
use domain::case::{Action, ActionKind, Enclosed, Outcome};
use domain::field_error::{FieldCode, FieldError};
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// What is to be done.
#[derive(Default, Deserialize, ToSchema)]
pub(super) struct Wanted {
    /// One of the case's `available_actions`; `grant` and `refuse` stand for deciding so.
    #[serde(default)]
    action: String,
    /// The opinion; where no reason is given it is the reason.
    #[serde(default)]
    opinion: Option<String>,
    /// The version that was read: 409 when the case has moved on.
    #[serde(default)]
    version: Option<u32>,
    /// Everything that must be corrected, for `ask_correction`.
    #[serde(default)]
    list: Option<Vec<String>>,
    /// granted or refused, for `decide` and `decide_now`.
    #[serde(default)]
    outcome: Option<String>,
    #[serde(default)]
    reason: Option<String>,
    /// Who is competent instead, for `not_accept`.
    #[serde(default)]
    competent_body: Option<String>,
    /// How to object, for `not_accept`.
    #[serde(default)]
    remedies: Option<String>,
    /// What the applicant says to the corrections, for `answer_correction`: at most 500 characters;
    /// where it is not given, the opinion. With neither words nor `uploads` it is no answer, but at
    /// the counter, where that says that the papers were handed over.
    #[serde(default)]
    note: Option<String>,
    /// Files given before, for `answer_correction`.
    #[serde(default)]
    uploads: Vec<Uuid>,
}

/// Does one of the case's available actions.
#[utoipa::path(
    post, path = "/cases/{case_no}/actions", tag = "cases", request_body = Wanted, security(("bearer" = [])),
    params(("case_no" = String, Path, description = "办件编号")),
    responses(
        (status = 200, description = "Done; the case as it is now", body = CaseBody),
        (status = 404, description = "No such case for this caller", body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "Somebody was faster; `held_by` says who has it", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "The rules say no, or a field is wrong", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn act(
    State(app): State<AppState>,
    caller: Caller,
    Path(case_no): Path<String>,
    Body(wanted): Body<Wanted>,
) -> Result<Json<CaseBody>, ApiError> {
    let actor = caller.actor();
    // A stranger learns nothing, not even that the request was wrong.
    let now = backend::cases::get(&app.services, &actor, &case_no).await?;
    let at_once = now.actions.contains(&ActionKind::DecideNow);
    let (version, action) = wanted.read(at_once)?;
    let done = backend::cases::act(&app.services, &actor, &case_no, version, action, wanted.uploads).await?;
    Ok(Json(CaseBody::new(caller.lang, done)))
}

impl Wanted {
    /// Version and action, or every field that is wrong.
    fn read(&self, at_once: bool) -> Result<(u32, Action), ApiError> {
        let mut errors = Vec::new();
        if self.version.is_none() {
            errors.push(FieldError::new("version", FieldCode::Missing));
        }
        let action = self.action(at_once).map_err(|error| errors.push(error));
        refuse(errors)?;
        let wrong = || ApiError::invalid("action", FieldCode::Choice);
        Ok((self.version.ok_or_else(wrong)?, action.map_err(|()| wrong())?))
    }

    fn action(&self, at_once: bool) -> Result<Action, FieldError> {
        let alias = match self.action.as_str() {
            "grant" => Some(Outcome::Granted),
            "refuse" => Some(Outcome::Refused),
            _ => None,
        };
        if let Some(outcome) = alias {
            let reason = self.reason();
            return Ok(if at_once {
                Action::DecideNow { outcome, reason }
            } else {
                Action::Decide { outcome, reason }
            });
        }
        let missing = if self.action.is_empty() { FieldCode::Missing } else { FieldCode::Choice };
        let wrong = || FieldError::new("action", missing);
        Ok(match ActionKind::parse(&self.action).ok_or_else(wrong)? {
            // Applications come in by POST /cases.
            ActionKind::Submit => return Err(wrong()),
            ActionKind::Receive => Action::Receive,
            ActionKind::Take => Action::Take,
            ActionKind::Release => Action::Release,
            ActionKind::AskCorrection => Action::AskCorrection { list: self.list() },
            ActionKind::AnswerCorrection => self.answer(),
            ActionKind::Accept => Action::Accept,
            ActionKind::NotAccept => Action::NotAccept {
                reason: self.reason(),
                competent_body: self.competent_body.clone().unwrap_or_default(),
                remedies: self.remedies.clone().unwrap_or_default(),
            },
            ActionKind::Decide => Action::Decide { outcome: self.outcome()?, reason: self.reason() },
            ActionKind::DecideNow => Action::DecideNow { outcome: self.outcome()?, reason: self.reason() },
            ActionKind::Close => Action::Close,
            ActionKind::Withdraw => Action::Withdraw { reason: self.reason() },
        })
    }

    fn reason(&self) -> String {
        given(&self.reason).or_else(|| given(&self.opinion)).unwrap_or_default()
    }

    /// The rules know who stands at the counter; from anybody else, nothing is no answer.
    fn answer(&self) -> Action {
        let note = given(&self.note).unwrap_or_else(|| self.reason());
        let files = self.uploads.len();
        Action::AnswerCorrection { enclosed: Enclosed { files, papers: note.is_empty() && files == 0 }, note }
    }

    /// The list, or the lines of the opinion.
    fn list(&self) -> Vec<String> {
        match &self.list {
            Some(list) => list.clone(),
            None => self.reason().lines().map(str::to_owned).collect(),
        }
    }

    fn outcome(&self) -> Result<Outcome, FieldError> {
        match self.outcome.as_deref() {
            None | Some("") => Err(FieldError::new("outcome", FieldCode::Missing)),
            Some("granted" | "grant") => Ok(Outcome::Granted),
            Some("refused" | "refuse") => Ok(Outcome::Refused),
            Some(_) => Err(FieldError::new("outcome", FieldCode::Choice)),
        }
    }
}

/// The text, unless it is blank.
fn given(text: &Option<String>) -> Option<String> {
    text.clone().filter(|text| !text.trim().is_empty())
}
