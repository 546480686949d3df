//! From JSON to the deed; every field that is wrong is told by its name.

use super::super::intake::text;
use super::super::page::refuse;
use super::super::problem::ApiError;
use super::fields::given;
use super::wanted::Wanted;
use backend::cases::Deed;
use domain::case::{Action, ActionKind, Enclosed, Outcome};
use domain::field_error::{FieldCode, FieldError};
use domain::intake::Answers;

impl Wanted {
    /// Version and deed, or every field that is wrong.
    pub(super) fn read(&self, at_once: bool) -> Result<(u32, Deed), ApiError> {
        let mut errors = Vec::new();
        if self.version.is_none() {
            errors.push(FieldError::new("version", FieldCode::Missing));
        }
        let deed = self.deed(at_once, &mut errors);
        refuse(errors)?;
        let wrong = || ApiError::invalid("action", FieldCode::Choice);
        Ok((self.version.ok_or_else(wrong)?, deed.ok_or_else(wrong)?))
    }

    fn deed(&self, at_once: bool, errors: &mut Vec<FieldError>) -> Option<Deed> {
        let answers = self.answers(errors);
        let action = self.action(at_once).map_err(|error| errors.push(error)).ok()?;
        // An opinion that became the reason is not told twice.
        let beside = given(&self.reason).is_some() || !has_words(action.kind());
        Some(Deed {
            opinion: given(&self.opinion).filter(|_| beside).unwrap_or_default(),
            action,
            uploads: self.uploads.clone(),
            answers,
            files: self.files.iter().map(|file| (file.material, file.upload)).collect(),
        })
    }

    fn answers(&self, errors: &mut Vec<FieldError>) -> Answers {
        let mut answers = Answers::new();
        for (key, value) in &self.answers {
            match text(value) {
                Some(text) => drop(answers.insert(key.clone(), text)),
                None => errors.push(FieldError::new(key, FieldCode::Choice)),
            }
        }
        answers
    }

    fn action(&self, at_once: bool) -> Result<Action, FieldError> {
        let decided = |outcome| {
            let reason = self.reason();
            if at_once { Action::DecideNow { outcome, reason } } else { Action::Decide { outcome, reason } }
        };
        match self.action.as_str() {
            "grant" => return Ok(decided(Outcome::Granted)),
            "refuse" => return Ok(decided(Outcome::Refused)),
            _ => {}
        }
        let missing = if self.action.is_empty() { FieldCode::Missing } else { FieldCode::Choice };
        let kind = ActionKind::parse(&self.action).ok_or_else(|| FieldError::new("action", missing))?;
        self.of_kind(kind)
    }

    fn of_kind(&self, kind: ActionKind) -> Result<Action, FieldError> {
        let reason = || self.reason();
        Ok(match kind {
            ActionKind::PreReview => Action::PreReview,
            ActionKind::Receive => Action::Receive,
            ActionKind::Take => Action::Take,
            ActionKind::Release => Action::Release,
            ActionKind::Assign => Action::Assign { to: self.to()? },
            ActionKind::HandOver => Action::HandOver { to: self.to()?, reason: reason() },
            ActionKind::AskCorrection => Action::AskCorrection { list: self.corrections() },
            ActionKind::AnswerCorrection => self.answer(),
            ActionKind::Accept => Action::Accept,
            ActionKind::AcceptDeferred => {
                Action::AcceptDeferred { materials: self.materials.clone(), signed: self.signed }
            }
            ActionKind::Supplement => {
                Action::Supplement { files: self.uploads.len(), papers: self.papers.unwrap_or_default() }
            }
            ActionKind::NotAccept => Action::NotAccept {
                reason: reason(),
                competent_body: self.competent_body.clone().unwrap_or_default(),
                remedies: self.remedies.clone().unwrap_or_default(),
            },
            ActionKind::TakeStep => Action::TakeStep { step: self.step()? },
            ActionKind::GiveOpinion => Action::GiveOpinion {
                step: self.step()?,
                agrees: self.agrees()?,
                opinion: reason(),
                second: self.second.clone().unwrap_or_default(),
            },
            ActionKind::ReturnStep => Action::ReturnStep { step: self.step()?, reason: reason() },
            ActionKind::Suspend => {
                Action::Suspend { procedure: self.procedure()?, reason: reason(), expected: self.expected()? }
            }
            ActionKind::Resume => Action::Resume { reason: reason() },
            ActionKind::AskExtension => Action::AskExtension { workdays: self.workdays()?, reason: reason() },
            ActionKind::ApproveExtension => Action::ApproveExtension { opinion: reason() },
            ActionKind::RefuseExtension => Action::RefuseExtension { opinion: reason() },
            ActionKind::Decide => Action::Decide { outcome: self.outcome()?, reason: reason() },
            ActionKind::DecideNow => Action::DecideNow { outcome: self.outcome()?, reason: reason() },
            ActionKind::MakeCertificate => {
                Action::MakeCertificate { number: self.number.clone().unwrap_or_default() }
            }
            ActionKind::Deliver => {
                Action::Deliver { delivery: self.delivery()?, proof: self.proof.clone().unwrap_or_default() }
            }
            ActionKind::Close => Action::Close,
            ActionKind::VerifyCommitment => {
                Action::VerifyCommitment { kept: self.kept()?, opinion: reason() }
            }
            ActionKind::AskPerson => Action::AskPerson { reason: reason() },
            ActionKind::Withdraw => Action::Withdraw { reason: reason() },
            ActionKind::Terminate => Action::Terminate { reason: reason() },
            ActionKind::Void => Action::Void { reason: reason() },
            // Applications come in by POST /cases; the rest is the clock's.
            ActionKind::Submit
            | ActionKind::WithdrawConsent
            | ActionKind::DeemAccept
            | ActionKind::Abandon
            | ActionKind::DecideByRule
            | ActionKind::MoveDates => return Err(FieldError::new("action", FieldCode::Choice)),
        })
    }

    /// The rules know who stands at the counter; from anybody else, nothing is no answer.
    fn answer(&self) -> Action {
        let note = given(&self.note).unwrap_or_else(|| self.reason());
        let nothing = note.is_empty() && self.uploads.is_empty() && self.files.is_empty();
        let papers = self.papers.unwrap_or(nothing && self.answers.is_empty());
        let enclosed = Enclosed { files: self.uploads.len(), papers };
        Action::AnswerCorrection { note, enclosed, changed: Vec::new() }
    }
}

/// Whether the action takes the opinion for its own words.
fn has_words(kind: ActionKind) -> bool {
    match kind {
        ActionKind::AnswerCorrection
        | ActionKind::HandOver
        | ActionKind::AskCorrection
        | ActionKind::NotAccept
        | ActionKind::GiveOpinion
        | ActionKind::ReturnStep
        | ActionKind::Suspend
        | ActionKind::Resume
        | ActionKind::AskExtension
        | ActionKind::ApproveExtension
        | ActionKind::RefuseExtension
        | ActionKind::Decide
        | ActionKind::DecideNow
        | ActionKind::VerifyCommitment
        | ActionKind::AskPerson
        | ActionKind::Withdraw
        | ActionKind::Terminate
        | ActionKind::Void => true,
        ActionKind::Submit
        | ActionKind::WithdrawConsent
        | ActionKind::Supplement
        | ActionKind::Take
        | ActionKind::PreReview
        | ActionKind::Receive
        | ActionKind::Accept
        | ActionKind::AcceptDeferred
        | ActionKind::TakeStep
        | ActionKind::MakeCertificate
        | ActionKind::Deliver
        | ActionKind::Close
        | ActionKind::Assign
        | ActionKind::Release
        | ActionKind::DeemAccept
        | ActionKind::Abandon
        | ActionKind::DecideByRule
        | ActionKind::MoveDates => false,
    }
}
