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
    },
}

/// Reads them; several files of one material become one answer.
pub(super) fn read(
    given: &[Given],
    item: &IntakeItem,
    role: Role,
    errors: &mut Vec<FieldError>,
) -> Vec<MaterialAnswer> {
    let mut answers: Vec<MaterialAnswer> = Vec::new();
    for (at, given) in given.iter().enumerate() {
        match one(given, item, role) {
            Ok(answer) => match answers.iter_mut().find(|known| known.material_id == answer.material_id) {
                Some(known) => known.uploads.extend(answer.uploads),
                None => answers.push(answer),
            },
            Err((field, code)) => errors.push(FieldError::new(format!("materials[{at}]{field}"), code)),
        }
    }
    answers
}

type Wrong = (&'static str, FieldCode);

fn one(given: &Given, item: &IntakeItem, role: Role) -> Result<MaterialAnswer, Wrong> {
    let (name, manner, upload) = match given {
        Given::Named(name) => (Some(name), None, None),
        Given::Full { id, name, manner, upload_id } => {
            (id.as_ref().or(name.as_ref()), manner.as_deref(), *upload_id)
        }
    };
    let name = name.ok_or((".id", FieldCode::Missing))?;
    let material = find(item, name).ok_or((".id", FieldCode::Unknown))?;
    let manner = match manner.filter(|manner| !manner.is_empty()) {
        Some(manner) => Manner::parse(manner).ok_or((".manner", FieldCode::Choice))?,
        None => usual(material, role, upload),
    };
    Ok(MaterialAnswer { material_id: material.id, manner, uploads: upload.into_iter().collect() })
}

fn find<'a>(item: &'a IntakeItem, name: &str) -> Option<&'a Material> {
    let name = name.trim();
    item.materials.iter().find(|material| material.id.to_string() == name || material.name == name)
}

/// A file was uploaded; what lies before a clerk is paper; the rest is fetched or declared.
fn usual(material: &Material, role: Role, upload: Option<Uuid>) -> Manner {
    if upload.is_some() {
        Manner::Upload
    } else if role == Role::Clerk {
        Manner::Paper
    } else if material.certificate_code.is_some() {
        Manner::Certificate
    } else if material.data_share.is_some() {
        Manner::Share
    } else {
        Manner::Commitment
    }
}
