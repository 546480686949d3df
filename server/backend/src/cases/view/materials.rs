//! What was brought.

use crate::drafts::Manner;
use crate::{Error, Result, Services};
use domain::evidence::Grade;
use entity::{case_material, upload};
use sea_orm::{EntityTrait as _, QueryFilter as _, QueryOrder as _};
use uuid::Uuid;

/// A material of the case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseMaterial {
    /// Key.
    pub id: Uuid,
    /// The material of the item; none for what came beside.
    pub material_id: Option<Uuid>,
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
    /// Whether it may follow later (容缺).
    pub deferrable: bool,
    /// The certificate that satisfies it.
    pub certificate_id: Option<Uuid>,
    /// The material of the library that satisfies it.
    pub holding_id: Option<Uuid>,
    /// The registry that satisfies it.
    pub source: Option<String>,
}

impl CaseMaterial {
    /// An upload that nobody has compared with its original yet.
    pub fn to_compare(&self) -> bool {
        let grade = self.grade.and_then(|letter| Grade::parse(&letter.to_string()));
        self.upload.is_some() && grade.and_then(Grade::verified).is_some()
    }
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

impl From<upload::Model> for UploadRef {
    fn from(file: upload::Model) -> Self {
        Self { id: file.id, file_name: file.file_name, size: file.size }
    }
}

/// What was brought; what something else has taken the place of is not shown again.
pub(super) async fn materials(
    services: &Services,
    case_id: Uuid,
    deferrable: &[Uuid],
) -> Result<Vec<CaseMaterial>> {
    let rows = case_material::Entity::find()
        .filter(case_material::COLUMN.case_id.eq(case_id))
        .filter(case_material::COLUMN.note.is_null())
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
                upload: file.map(UploadRef::from),
                required: row.required,
                certificate_id: row.certificate_id,
                holding_id: row.holding_id,
                source: row.source,
                material_id: row.material_id,
                deferrable: row.material_id.is_some_and(|id| deferrable.contains(&id)),
            })
        })
        .collect()
}
