//! Writing what was mended: the form, the materials, and the difference.

use super::Amendment;
use crate::cases::loaded::Loaded;
use crate::crypto::Field;
use crate::drafts::Manner;
use crate::{Error, Result, Services};
use domain::case::{Case, Target};
use entity::{case_change, case_file, case_material, upload};
use sea_orm::{
    ActiveModelTrait as _, ActiveValue::Set, ActiveValue::Unchanged, ConnectionTrait, EntityTrait as _,
    QueryFilter as _,
};
use std::collections::BTreeMap;
use uuid::Uuid;

/// Under this note a material stays that another has taken the place of.
pub(in crate::cases) const REPLACED: &str = "replaced";

/// Writes it all; `seq` is the event that answered, `enclosed` the files that are for no one material.
pub(in crate::cases) async fn write<C: ConnectionTrait>(
    tx: &C,
    services: &Services,
    loaded: &Loaded,
    amendment: &Amendment,
    seq: u32,
    enclosed: &[Uuid],
) -> Result<()> {
    let row = &loaded.row;
    let mut changes = Vec::new();
    for key in &amendment.answers {
        let text = |answers: &domain::intake::Answers| answers.get(key).cloned().unwrap_or_default();
        let (before, after) = (text(&amendment.before), text(&amendment.after));
        changes.push(change(services, row.id, seq, &Target::Answer(key.clone()), &before, &after)?);
    }
    if !amendment.answers.is_empty() {
        let plain = serde_json::to_string(&amendment.after)?;
        let form = services.keys.seal(Field::CASE_FORM.of(row.id), &plain)?;
        let form =
            case_file::ActiveModel { id: Unchanged(row.id), form_cipher: Set(form), ..Default::default() };
        form.update(tx).await?;
    }
    for (material, files) in by_material(&amendment.files) {
        let (before, after) = (replace(tx, row.id, material, &files).await?, names(tx, &files).await?);
        changes.push(change(services, row.id, seq, &Target::Material(material), &before, &after)?);
    }
    if !changes.is_empty() {
        case_change::Entity::insert_many(changes).exec_without_returning(tx).await?;
    }
    loose(tx, row.id, enclosed).await
}

fn change(
    services: &Services,
    case_id: Uuid,
    seq: u32,
    target: &Target,
    before: &str,
    after: &str,
) -> Result<case_change::ActiveModel> {
    let id = Uuid::now_v7();
    let seal = |text: &str| services.keys.seal(Field::CASE_WORDS.of(id), text);
    Ok(case_change::ActiveModel {
        id: Set(id),
        case_id: Set(case_id),
        seq: Set(i32::try_from(seq).map_err(Error::internal)?),
        target: Set(serde_json::to_value(target)?),
        before_cipher: Set(seal(before)?),
        after_cipher: Set(seal(after)?),
    })
}

/// A material may take several files.
fn by_material(files: &[(Uuid, Uuid)]) -> BTreeMap<Uuid, Vec<Uuid>> {
    let mut all: BTreeMap<Uuid, Vec<Uuid>> = BTreeMap::new();
    for (material, file) in files {
        all.entry(*material).or_default().push(*file);
    }
    all
}

/// Puts files in the place of a material; the names of those that were there.
async fn replace<C: ConnectionTrait>(
    tx: &C,
    case_id: Uuid,
    material: Uuid,
    files: &[Uuid],
) -> Result<String> {
    let old = case_material::Entity::find()
        .filter(case_material::COLUMN.case_id.eq(case_id))
        .filter(case_material::COLUMN.material_id.eq(material))
        .filter(case_material::COLUMN.note.is_null())
        .all(tx)
        .await?;
    let first = old.first().cloned().ok_or_else(Error::not_found)?;
    let mut names = Vec::new();
    for one in &old {
        names.push(match one.upload_id {
            Some(id) => name(tx, id).await?,
            None => one.manner.clone(),
        });
    }
    let gone = case_material::ActiveModel { note: Set(Some(REPLACED.to_owned())), ..Default::default() };
    let ids: Vec<Uuid> = old.iter().map(|one| one.id).collect();
    case_material::Entity::update_many()
        .set(gone)
        .filter(case_material::COLUMN.id.is_in(ids))
        .exec(tx)
        .await?;
    let row = |&file: &Uuid| case_material::ActiveModel {
        id: Set(Uuid::now_v7()),
        case_id: Set(case_id),
        material_id: Set(Some(material)),
        name: Set(first.name.clone()),
        required: Set(first.required),
        ..uploaded(file)
    };
    case_material::Entity::insert_many(files.iter().map(row)).exec_without_returning(tx).await?;
    Ok(names.join(", "))
}

async fn names<C: ConnectionTrait>(tx: &C, files: &[Uuid]) -> Result<String> {
    let mut names = Vec::with_capacity(files.len());
    for file in files {
        names.push(name(tx, *file).await?);
    }
    Ok(names.join(", "))
}

/// What is given as a file.
fn uploaded(file: Uuid) -> case_material::ActiveModel {
    case_material::ActiveModel {
        manner: Set(Manner::Upload.as_str().to_owned()),
        grade: Set(Manner::Upload.grade().map(|grade| grade.letter().to_string())),
        upload_id: Set(Some(file)),
        note: Set(None),
        ..Default::default()
    }
}

async fn name<C: ConnectionTrait>(tx: &C, id: Uuid) -> Result<String> {
    let file = upload::Entity::find_by_id(id).one(tx).await?.ok_or_else(Error::not_found)?;
    Ok(file.file_name)
}

/// Files for no one material, beside what was there.
async fn loose<C: ConnectionTrait>(tx: &C, case_id: Uuid, files: &[Uuid]) -> Result<()> {
    let rows: Vec<_> = files
        .iter()
        .map(|&file| case_material::ActiveModel {
            id: Set(Uuid::now_v7()),
            case_id: Set(case_id),
            material_id: Set(None),
            name: Set("补正材料".to_owned()),
            required: Set(false),
            ..uploaded(file)
        })
        .collect();
    if !rows.is_empty() {
        case_material::Entity::insert_many(rows).exec_without_returning(tx).await?;
    }
    Ok(())
}

/// 容缺: what was owed was handed over on paper.
pub(in crate::cases) async fn papers<C: ConnectionTrait>(tx: &C, case_id: Uuid, case: &Case) -> Result<()> {
    let Some(deferral) = &case.work.deferral else { return Ok(()) };
    let paper = case_material::ActiveModel {
        manner: Set(Manner::Paper.as_str().to_owned()),
        grade: Set(Manner::Paper.grade().map(|grade| grade.letter().to_string())),
        ..Default::default()
    };
    case_material::Entity::update_many()
        .set(paper)
        .filter(case_material::COLUMN.case_id.eq(case_id))
        .filter(case_material::COLUMN.material_id.is_in(deferral.materials.iter().copied()))
        .filter(case_material::COLUMN.manner.eq(Manner::Missing.as_str()))
        .exec(tx)
        .await?;
    Ok(())
}
