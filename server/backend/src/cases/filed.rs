//! What is known of an application beside its events: what is missing, what may follow, broken promises.

use crate::Result;
use crate::catalogue::IntakeItem;
use crate::drafts::Manner;
use domain::case::Filed;
use entity::{case_file, case_material, credit_mark};
use sea_orm::{ConnectionTrait, EntityTrait as _, PaginatorTrait as _, QueryFilter as _};
use uuid::Uuid;

/// What is known of the application of a row.
pub(crate) async fn filed<C: ConnectionTrait>(
    db: &C,
    row: &case_file::Model,
    item: &IntakeItem,
) -> Result<Filed> {
    let materials = case_material::Entity::find()
        .filter(case_material::COLUMN.case_id.eq(row.id))
        .filter(case_material::COLUMN.manner.eq(Manner::Missing.as_str()))
        .filter(case_material::COLUMN.required.eq(true))
        .filter(case_material::COLUMN.note.is_null())
        .all(db)
        .await?;
    Ok(Filed {
        missing: materials.into_iter().filter_map(|material| material.material_id).collect(),
        deferrable: deferrable(item),
        barred: barred(db, row.person_id).await?,
    })
}

/// The materials that may follow (容缺).
pub(crate) fn deferrable(item: &IntakeItem) -> Vec<Uuid> {
    item.materials.iter().filter(|material| material.deferrable).map(|material| material.id).collect()
}

/// Whether a broken promise stands against a person.
pub(crate) async fn barred<C: ConnectionTrait>(db: &C, person: Uuid) -> Result<bool> {
    let marks = credit_mark::Entity::find()
        .filter(credit_mark::COLUMN.person_id.eq(person))
        .filter(credit_mark::COLUMN.lifted_at.is_null());
    Ok(marks.count(db).await? > 0)
}
