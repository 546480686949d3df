//! What an applicant mends: the very answers and materials that were asked for, with both sides kept.

mod change;

pub(super) use change::{papers, write};

use super::deed::Deed;
use super::loaded::Loaded;
use crate::crypto::Field;
use crate::{Error, Result, Services};
use domain::case::{Action, Case, Target};
use domain::intake::{self, Answers, FieldSpec, FormSpec};
use std::collections::BTreeSet;
use uuid::Uuid;

/// What is changed, checked and in its normal form.
pub(super) struct Amendment {
    /// The answers as they were.
    pub before: Answers,
    /// The answers as they are to be.
    pub after: Answers,
    /// The questions answered anew.
    pub answers: Vec<String>,
    /// Files for one material each.
    pub files: Vec<(Uuid, Uuid)>,
}

/// The action with what it changes, as found here and not as a form claims.
pub(super) fn read(services: &Services, loaded: &Loaded, deed: &Deed) -> Result<(Action, Option<Amendment>)> {
    let count = deed.uploads.len() + deed.files.len();
    match deed.action.clone() {
        Action::AnswerCorrection { note, mut enclosed, changed: _ } => {
            let amendment = amendment(services, loaded, deed)?;
            enclosed.files = count;
            let changed = targets(&amendment);
            Ok((Action::AnswerCorrection { note, enclosed, changed }, Some(amendment)))
        }
        Action::Supplement { files: _, papers } => {
            let (before, after, answers) = Default::default();
            let amendment = Amendment { before, after, answers, files: deed.files.clone() };
            Ok((Action::Supplement { files: owed_files(&loaded.case, deed), papers }, Some(amendment)))
        }
        action => Ok((action, None)),
    }
}

/// 容缺: files count only for what is owed; a loose file may be any of it.
fn owed_files(case: &Case, deed: &Deed) -> usize {
    let owed = case.work.deferral.as_ref().map(|deferral| deferral.materials.as_slice()).unwrap_or_default();
    let given: BTreeSet<Uuid> =
        deed.files.iter().map(|(material, _)| *material).filter(|id| owed.contains(id)).collect();
    if !deed.uploads.is_empty() || given.len() == owed.len() { deed.uploads.len() + given.len() } else { 0 }
}

fn targets(amendment: &Amendment) -> Vec<Target> {
    let answers = amendment.answers.iter().cloned().map(Target::Answer);
    let materials: BTreeSet<Uuid> = amendment.files.iter().map(|(material, _)| *material).collect();
    answers.chain(materials.into_iter().map(Target::Material)).collect()
}

fn amendment(services: &Services, loaded: &Loaded, deed: &Deed) -> Result<Amendment> {
    let plain = services.keys.open(Field::CASE_FORM.of(loaded.row.id), &loaded.row.form_cipher)?;
    let before: Answers = serde_json::from_str(&plain)?;
    let differs = |(key, value): &(&String, &String)| {
        before.get(*key).map(|old| old.trim()).unwrap_or_default() != value.trim()
    };
    let given: Answers =
        deed.answers.iter().filter(differs).map(|(key, value)| (key.clone(), value.clone())).collect();
    let mut after = before.clone();
    if !given.is_empty() {
        after.extend(given.clone());
        after = checked(services, &loaded.version.form, &after, &given)?;
    }
    let answers = given.into_keys().collect();
    Ok(Amendment { before, after, answers, files: deed.files.clone() })
}

/// Only what is answered anew is checked: an incomplete application stays receivable.
fn checked(services: &Services, form: &FormSpec, all: &Answers, given: &Answers) -> Result<Answers> {
    let field = |field: &FieldSpec| FieldSpec {
        required: field.required && given.contains_key(&field.key),
        ..field.clone()
    };
    let form = FormSpec { fields: form.fields.iter().map(field).collect() };
    intake::check(&form, all, services.clock.today()).map_err(Error::invalid)
}
