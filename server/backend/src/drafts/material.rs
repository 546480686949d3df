//! What was said of the materials of an application.

use super::DraftView;
use crate::{Portal, Result};
use domain::evidence::Grade;
use domain::permission::Actor;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// How a material comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Manner {
    /// 电子证照: the department fetches it, nothing to bring.
    Certificate,
    /// 数据共享: another department's data, nothing to bring.
    Share,
    /// Uploaded; the original is to be checked.
    Upload,
    /// Paper, seen by the clerk.
    Paper,
    /// 承诺: written by the applicant and declared true.
    Commitment,
    /// Not there yet.
    Missing,
}

impl Manner {
    /// Every manner.
    pub const ALL: [Self; 6] =
        [Self::Certificate, Self::Share, Self::Upload, Self::Paper, Self::Commitment, Self::Missing];

    /// The name in storage and in the API.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Certificate => "certificate",
            Self::Share => "share",
            Self::Upload => "upload",
            Self::Paper => "paper",
            Self::Commitment => "commitment",
            Self::Missing => "missing",
        }
    }

    /// Reads a stored name back.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|manner| manner.as_str() == text)
    }

    /// The trust grade (国办函〔2016〕108号): A from the issuer, B checked at the counter, C uploaded,
    /// D declared.
    pub fn grade(self) -> Option<Grade> {
        match self {
            Self::Certificate | Self::Share => Some(Grade::A),
            Self::Paper => Some(Grade::B),
            Self::Upload => Some(Grade::C),
            Self::Commitment => Some(Grade::D),
            Self::Missing => None,
        }
    }
}

/// What was said of one material.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MaterialAnswer {
    /// The material of the item.
    pub material_id: Uuid,
    /// How it comes.
    pub manner: Manner,
    /// The files, where it was uploaded.
    #[serde(default)]
    pub uploads: Vec<Uuid>,
    /// The certificate, or the material kept, that is meant; the best where none is named.
    #[serde(default)]
    pub source: Option<Uuid>,
}

impl MaterialAnswer {
    /// What was said, with files and without naming a certificate.
    pub fn new(material_id: Uuid, manner: Manner, uploads: Vec<Uuid>) -> Self {
        Self { material_id, manner, uploads, source: None }
    }
}

/// Forgets what was said of a material: what is known of the applicant then speaks again.
///
/// # Errors
/// [`crate::Kind::NotFound`] for everybody but the author.
pub async fn forget_material(portal: &Portal, actor: &Actor, id: Uuid, material: Uuid) -> Result<DraftView> {
    super::change(portal, actor, id, |draft| {
        draft.materials.retain(|one| one.material_id != material);
        Ok(())
    })
    .await
}
