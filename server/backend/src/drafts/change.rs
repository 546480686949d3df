//! What changes in a draft: answers, what was said of materials, the situation.

use super::{DraftView, MaterialAnswer, own, sealed, view};
use crate::{Error, Portal, Result};
use domain::field_error::{FieldCode, FieldError};
use domain::intake::Answers;
use domain::permission::Actor;
use entity::draft;
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait as _};
use uuid::Uuid;

/// Stores answers over those that are there, as typed.
///
/// # Errors
/// [`crate::Kind::NotFound`] for everybody but the author; [`crate::Kind::Invalid`] with
/// [`FieldCode::Stated`] where an answer was to change that a valid certificate fixes.
pub async fn save(portal: &Portal, actor: &Actor, id: Uuid, changed: Answers) -> Result<DraftView> {
    change(portal, actor, id, |draft| typed(draft, changed)).await
}

/// Puts in what somebody typed: an answer that they changed is theirs and bears no mark any more.
fn typed(draft: &mut DraftView, changed: Answers) -> Result<()> {
    let other =
        |key: &str, value: &str| draft.answers.get(key).is_none_or(|known| known.trim() != value.trim());
    let changed: Answers = changed.into_iter().filter(|(key, value)| other(key, value)).collect();
    let fixed = |key: &&String| draft.prefilled.get(*key).is_some_and(|mark| !mark.correctable);
    let refused: Vec<_> =
        changed.keys().filter(fixed).map(|key| FieldError::new(key, FieldCode::Stated)).collect();
    if !refused.is_empty() {
        return Err(Error::invalid(refused));
    }
    draft.prefilled.retain(|key, _| !changed.contains_key(key));
    draft.answers.extend(changed);
    Ok(())
}

/// Stores what was said of one material.
///
/// # Errors
/// [`crate::Kind::NotFound`] for everybody but the author.
pub async fn set_material(
    portal: &Portal,
    actor: &Actor,
    id: Uuid,
    answer: MaterialAnswer,
) -> Result<DraftView> {
    change(portal, actor, id, |draft| {
        draft.materials.retain(|material| material.material_id != answer.material_id);
        draft.materials.push(answer);
        Ok(())
    })
    .await
}

/// Chooses 情形, or with `None` none.
///
/// # Errors
/// [`crate::Kind::NotFound`] for everybody but the author.
pub async fn set_situation(
    portal: &Portal,
    actor: &Actor,
    id: Uuid,
    situation: Option<String>,
) -> Result<DraftView> {
    change(portal, actor, id, |draft| {
        draft.situation = situation;
        Ok(())
    })
    .await
}

/// 秒批: whether a person is to decide, whatever the rules say.
///
/// # Errors
/// [`crate::Kind::NotFound`] for everybody but the author.
pub async fn want_person(portal: &Portal, actor: &Actor, id: Uuid, wanted: bool) -> Result<DraftView> {
    change(portal, actor, id, |draft| {
        draft.person_wanted = wanted;
        Ok(())
    })
    .await
}

pub(super) async fn change(
    portal: &Portal,
    actor: &Actor,
    id: Uuid,
    edit: impl FnOnce(&mut DraftView) -> Result<()>,
) -> Result<DraftView> {
    let tx = portal.db.begin().await?;
    let mut draft = view(portal, own(&tx, actor, id).await?)?;
    edit(&mut draft)?;
    write(&tx, portal, &mut draft).await?;
    tx.commit().await?;
    Ok(draft)
}

/// Stores a draft as it is now.
pub(crate) async fn write<C: ConnectionTrait>(tx: &C, portal: &Portal, draft: &mut DraftView) -> Result<()> {
    draft.version = draft.version.saturating_add(1);
    draft.updated_at = portal.clock.now();
    let row = draft::ActiveModel {
        id: Set(draft.id),
        situation: Set(draft.situation.clone()),
        answers_cipher: Set(sealed(portal, draft.id, &draft.answers)?),
        prefilled: Set(serde_json::to_value(&draft.prefilled)?),
        materials: Set(serde_json::to_value(&draft.materials)?),
        person_wanted: Set(draft.person_wanted),
        version: Set(draft.version),
        updated_at: Set(draft.updated_at),
        ..Default::default()
    };
    draft::Entity::update(row).exec(tx).await?;
    Ok(())
}
