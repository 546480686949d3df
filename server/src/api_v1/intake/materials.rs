//! What was brought with an application.

use backend::catalogue::{IntakeItem, Material};
use backend::drafts::{Manner, MaterialAnswer};
use domain::field_error::{FieldCode, FieldError};
use domain::permission::Role;
use serde::Deserialize;
use uuid::Uuid;

/// One material: its name, or an object.
#[derive(Deserialize)]
#[serde(untagged)]
pub(crate) enum Given {
    /// Its name or id.
    Named(String),
    /// In full.
    Full {
        /// Id of the guide's material.
        #[serde(default)]
        id: Option<String>,
        /// Or its name.
        #[serde(default)]
        name: Option<String>,
        /// certificate, share, upload, paper, commitment or missing.
        #[serde(default)]
        manner: Option<String>,
        /// A file given before.
        #[serde(default)]
        upload_id: Option<Uuid>,
        /// The certificate that is meant, by its key.
        #[serde(default)]
        certificate_id: Option<Uuid>,
        /// The material kept that is meant.
        #[serde(default)]
        holding_id: Option<Uuid>,
    },
}

/// What was read: an answer for each material spoken of, and at which place of the request it stood.
#[derive(Default)]
pub(super) struct Read {
    /// The answers.
    pub answers: Vec<MaterialAnswer>,
    places: Vec<usize>,
}

impl Read {
    /// Names the place of the request that an error of the intake is about.
    pub(super) fn placed(&self, error: &FieldError) -> FieldError {
        let inner = error.field.strip_prefix("materials[").and_then(|rest| rest.split_once(']'));
        let place = inner.and_then(|(at, rest)| Some((self.places.get(at.parse::<usize>().ok()?)?, rest)));
        match place {
            Some((at, rest)) => FieldError::new(format!("materials[{at}]{rest}"), error.code),
            None => error.clone(),
        }
    }
}

/// Reads them; several files of one material become one answer.
pub(super) fn read(given: &[Given], item: &IntakeItem, role: Role, errors: &mut Vec<FieldError>) -> Read {
    let mut read = Read::default();
    for (at, given) in given.iter().enumerate() {
        match one(given, item, role) {
            Ok(None) => {}
            Ok(Some(answer)) => add(&mut read, at, answer),
            Err((field, code)) => errors.push(FieldError::new(format!("materials[{at}]{field}"), code)),
        }
    }
    read
}

fn add(read: &mut Read, at: usize, answer: MaterialAnswer) {
    let known = read.answers.iter_mut().find(|known| known.material_id == answer.material_id);
    match known {
        Some(known) => known.uploads.extend(answer.uploads),
        None => {
            read.answers.push(answer);
            read.places.push(at);
        }
    }
}

type Wrong = (&'static str, FieldCode);

/// What was said of a material; nothing where it is only named and what is known of the applicant
/// is to speak.
fn one(given: &Given, item: &IntakeItem, role: Role) -> Result<Option<MaterialAnswer>, Wrong> {
    let (name, manner, upload, source) = match given {
        Given::Named(name) => (Some(name), None, None, None),
        Given::Full { id, name, manner, upload_id, certificate_id, holding_id } => {
            let name = id.as_ref().or(name.as_ref());
            (name, manner.as_deref(), *upload_id, certificate_id.or(*holding_id))
        }
    };
    let name = name.ok_or((".id", FieldCode::Missing))?;
    let material = find(item, name).ok_or((".id", FieldCode::Unknown))?;
    let manner = match manner.filter(|manner| !manner.is_empty()) {
        Some(manner) => Some(Manner::parse(manner).ok_or((".manner", FieldCode::Choice))?),
        None => meant(given).or_else(|| usual(material, role, upload)),
    };
    let uploads = upload.into_iter().collect();
    Ok(manner.map(|manner| MaterialAnswer { source, ..MaterialAnswer::new(material.id, manner, uploads) }))
}

/// Naming a certificate or a material kept says how it comes.
fn meant(given: &Given) -> Option<Manner> {
    match given {
        Given::Full { certificate_id: Some(_), .. } => Some(Manner::Certificate),
        Given::Full { holding_id: Some(_), .. } => Some(Manner::Upload),
        Given::Full { .. } | Given::Named(_) => None,
    }
}

fn find<'a>(item: &'a IntakeItem, name: &str) -> Option<&'a Material> {
    let name = name.trim();
    item.materials.iter().find(|material| material.id.to_string() == name || material.name == name)
}

/// A file was uploaded; what lies before a clerk is paper; what can be known is looked up; the rest is
/// declared.
fn usual(material: &Material, role: Role, upload: Option<Uuid>) -> Option<Manner> {
    if upload.is_some() {
        Some(Manner::Upload)
    } else if role == Role::Clerk {
        Some(Manner::Paper)
    } else if material.certificate_code.is_some() || material.data_share.is_some() {
        None
    } else {
        Some(Manner::Commitment)
    }
}
