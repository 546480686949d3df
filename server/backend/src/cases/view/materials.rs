//! What was brought.

use crate::drafts::Manner;
use crate::{Error, Result, Services};
use entity::{case_material, upload};
use sea_orm::{EntityTrait as _, QueryFilter as _, QueryOrder as _};
use uuid::Uuid;

/// A material of the case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseMaterial {
    /// Key.
    pub id: Uuid,
    /// Its name.
    pub name: String,
    /// How it came.
    pub manner: Manner,
    /// Trust grade A to D.
    pub grade: Option<char>,
    /// The file, where there is one.
    pub upload: Option<UploadRef>,
    /// Whether the item needs it.
    pub required: bool,
}

/// A file of the case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UploadRef {
    /// Key, for the link.
    pub id: Uuid,
    /// Its name.
    pub file_name: String,
    /// Bytes.
    pub size: i64,
}

pub(super) async fn materials(services: &Services, case_id: Uuid) -> Result<Vec<CaseMaterial>> {
    let rows = case_material::Entity::find()
        .filter(case_material::COLUMN.case_id.eq(case_id))
        .order_by_asc(case_material::Column::Id)
        .find_also_related(upload::Entity)
        .all(&services.db.read)
        .await?;
    rows.into_iter()
        .map(|(row, file)| {
            Ok(CaseMaterial {
                id: row.id,
                name: row.name,
                manner: Manner::parse(&row.manner).ok_or_else(|| Error::internal("unknown manner"))?,
                grade: row.grade.and_then(|grade| grade.chars().next()),
                upload: file.map(|file| UploadRef {
                    id: file.id,
                    file_name: file.file_name,
                    size: file.size,
                }),
                required: row.required,
            })
        })
        .collect()
}
