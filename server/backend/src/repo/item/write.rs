//! Writing items and what belongs to them.

use std::collections::HashMap;

use entity::{
    bundle, bundle_item, certificate_type, implementation, item, item_event, item_subject, material,
};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use crate::Result;
use crate::catalogue::CertificateType;

/// Rows written in one statement.
const BATCH: usize = 500;

/// Writes an item, new or known.
pub(crate) async fn save<C: ConnectionTrait>(db: &C, known: bool, row: item::ActiveModel) -> Result<()> {
    if known {
        row.update(db).await?;
    } else {
        item::Entity::insert(row).exec_without_returning(db).await?;
    }
    Ok(())
}

/// Puts the subjects, events and materials of an item in place of what was there.
pub(crate) async fn replace_parts<C: ConnectionTrait>(
    db: &C,
    id: &str,
    subjects: Vec<String>,
    events: Vec<String>,
    materials: Vec<material::ActiveModel>,
) -> Result<()> {
    replace_subjects(db, id, subjects).await?;
    item_event::Entity::delete_many().filter(item_event::COLUMN.item_id.eq(id)).exec(db).await?;
    let rows: Vec<_> = events
        .into_iter()
        .map(|event| item_event::ActiveModel { item_id: Set(id.to_owned()), event: Set(event) })
        .collect();
    if !rows.is_empty() {
        item_event::Entity::insert_many(rows).exec_without_returning(db).await?;
    }
    replace_materials(db, id, materials).await
}

/// Puts the subjects of an item in place of what was there.
pub(crate) async fn replace_subjects<C: ConnectionTrait>(
    db: &C,
    id: &str,
    subjects: Vec<String>,
) -> Result<()> {
    item_subject::Entity::delete_many().filter(item_subject::COLUMN.item_id.eq(id)).exec(db).await?;
    let rows: Vec<_> = subjects
        .into_iter()
        .map(|subject| item_subject::ActiveModel { item_id: Set(id.to_owned()), subject: Set(subject) })
        .collect();
    if !rows.is_empty() {
        item_subject::Entity::insert_many(rows).exec_without_returning(db).await?;
    }
    Ok(())
}

/// Puts materials in place of what was there. One that keeps its name keeps its key, so that
/// drafts and cases still know it.
pub(crate) async fn replace_materials<C: ConnectionTrait>(
    db: &C,
    id: &str,
    materials: Vec<material::ActiveModel>,
) -> Result<()> {
    let known = material::Entity::find().filter(material::COLUMN.item_id.eq(id)).all(db).await?;
    let mut kept: Vec<Uuid> = Vec::new();
    for mut row in materials {
        let same = known.iter().find(|old| row.name.as_ref() == &old.name && !kept.contains(&old.id));
        match same {
            Some(old) => {
                kept.push(old.id);
                row.id = sea_orm::ActiveValue::Unchanged(old.id);
                material::Entity::update(row).exec(db).await?;
            }
            None => {
                kept.push(*row.id.as_ref());
                material::Entity::insert(row).exec_without_returning(db).await?;
            }
        }
    }
    let gone = material::Entity::delete_many()
        .filter(material::COLUMN.item_id.eq(id))
        .filter(material::COLUMN.id.is_not_in(kept));
    gone.exec(db).await?;
    Ok(())
}

/// Writes certificate types, new or known.
pub(crate) async fn save_certificates<C: ConnectionTrait>(db: &C, kinds: Vec<CertificateType>) -> Result<()> {
    if kinds.is_empty() {
        return Ok(());
    }
    let rows = kinds.into_iter().map(certificate_row).collect::<Result<Vec<_>>>()?;
    let newer = OnConflict::column(certificate_type::Column::Code)
        .update_columns([
            certificate_type::Column::Name,
            certificate_type::Column::NameEn,
            certificate_type::Column::Issuer,
            certificate_type::Column::TypeCode,
            certificate_type::Column::Holder,
            certificate_type::Column::ValidMonths,
            certificate_type::Column::DepartmentKey,
            certificate_type::Column::Fields,
        ])
        .to_owned();
    certificate_type::Entity::insert_many(rows).on_conflict(newer).exec_without_returning(db).await?;
    Ok(())
}

/// The names that the file gives, and what the program knows of the code.
fn certificate_row(kind: CertificateType) -> Result<certificate_type::ActiveModel> {
    let CertificateType { code, name, name_en, issuer } = kind;
    let known = crate::certificates::kind::row(&code)?;
    Ok(certificate_type::ActiveModel {
        code: Set(code),
        name: Set(name),
        name_en: Set(name_en),
        issuer: Set(issuer),
        ..known
    })
}

/// Puts bundles in place of those that were there.
pub(crate) async fn replace_bundles<C: ConnectionTrait>(
    db: &C,
    bundles: Vec<(bundle::ActiveModel, Vec<bundle_item::ActiveModel>)>,
) -> Result<()> {
    bundle_item::Entity::delete_many().exec(db).await?;
    bundle::Entity::delete_many().exec(db).await?;
    for (bundle, items) in bundles {
        bundle::Entity::insert(bundle).exec_without_returning(db).await?;
        if !items.is_empty() {
            bundle_item::Entity::insert_many(items).exec_without_returning(db).await?;
        }
    }
    Ok(())
}

/// Every implementation by code.
pub(crate) async fn all_implementations<C: ConnectionTrait>(
    db: &C,
) -> Result<HashMap<String, implementation::Model>> {
    let rows = implementation::Entity::find().all(db).await?;
    Ok(rows.into_iter().map(|row| (row.code.clone(), row)).collect())
}

/// Adds implementations.
pub(crate) async fn add_implementations<C: ConnectionTrait>(
    db: &C,
    rows: Vec<implementation::ActiveModel>,
) -> Result<()> {
    for part in rows.chunks(BATCH) {
        implementation::Entity::insert_many(part.iter().cloned()).exec_without_returning(db).await?;
    }
    Ok(())
}

/// Closes implementations: cases that rest on them stay.
pub(crate) async fn close_implementations<C: ConnectionTrait>(db: &C, codes: Vec<String>) -> Result<()> {
    for part in codes.chunks(BATCH) {
        let closed = implementation::ActiveModel { active: Set(false), ..Default::default() };
        implementation::Entity::update_many()
            .set(closed)
            .filter(implementation::COLUMN.code.is_in(part.iter().cloned()))
            .exec(db)
            .await?;
    }
    Ok(())
}

/// Brings one implementation up to date.
pub(crate) async fn update_implementation<C: ConnectionTrait>(
    db: &C,
    row: implementation::Model,
) -> Result<()> {
    let code = row.code.clone();
    let row: implementation::ActiveModel = row.into();
    let row = implementation::ActiveModel { code: sea_orm::ActiveValue::Unchanged(code), ..row.reset_all() };
    row.update(db).await?;
    Ok(())
}

/// Writes an item if it is still at a version; tells whether it was.
pub(crate) async fn update_version<C: ConnectionTrait>(
    db: &C,
    row: item::ActiveModel,
    id: &str,
    version: i32,
) -> Result<bool> {
    let done = item::Entity::update_many()
        .set(row)
        .filter(item::COLUMN.id.eq(id))
        .filter(item::COLUMN.version.eq(version))
        .exec(db)
        .await?;
    Ok(done.rows_affected > 0)
}
