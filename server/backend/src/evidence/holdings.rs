//! 材料库 as its owner sees it.

use chrono::{DateTime, NaiveDate, Utc};
use domain::evidence::Grade;
use domain::permission::Actor;
use entity::{case_file, holding, upload};
use sea_orm::{
    ActiveModelTrait as _, ActiveValue::Set, ActiveValue::Unchanged, ConnectionTrait, EntityTrait as _,
    QueryFilter as _, QueryOrder as _,
};
use std::collections::BTreeMap;
use uuid::Uuid;

use super::stock::{holder, of};
use crate::audit::{self, Entry};
use crate::holder::Holder;
use crate::{Error, Portal, Result};

/// A material kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holding {
    /// Key.
    pub id: Uuid,
    /// Its name.
    pub name: String,
    /// The type of certificate it is a copy of.
    pub certificate_code: Option<String>,
    /// How far it may be trusted.
    pub grade: Grade,
    /// Whose.
    pub holder: Holder,
    /// The file.
    pub upload_id: Option<Uuid>,
    /// The name of the file.
    pub file_name: Option<String>,
    /// Number of the case it came with.
    pub case_no: Option<String>,
    /// The item of that case.
    pub item_id: Option<String>,
    /// Last day on which it may be used.
    pub valid_until: Option<NaiveDate>,
    /// When it was compared with the original.
    pub verified_at: Option<DateTime<Utc>>,
    /// When it was given.
    pub created_at: DateTime<Utc>,
}

/// All that is kept of somebody and was not taken out, newest first; also what has expired.
///
/// # Errors
/// Storage errors.
pub async fn holdings_of(db: &impl ConnectionTrait, whose: Holder) -> Result<Vec<Holding>> {
    let rows = holding::Entity::find()
        .filter(of(&[whose], holding::Column::PersonId, holding::Column::EntityId))
        .filter(holding::COLUMN.removed_at.is_null())
        .order_by_desc(holding::Column::Id)
        .find_also_related(upload::Entity)
        .all(db)
        .await?;
    let cases = cases(db, rows.iter().filter_map(|(row, _)| row.case_id).collect()).await?;
    rows.into_iter().map(|(row, file)| view(row, file, &cases)).collect()
}

async fn cases(db: &impl ConnectionTrait, ids: Vec<Uuid>) -> Result<BTreeMap<Uuid, (String, String)>> {
    if ids.is_empty() {
        return Ok(BTreeMap::new());
    }
    let rows = case_file::Entity::find().filter(case_file::COLUMN.id.is_in(ids)).all(db).await?;
    Ok(rows.into_iter().map(|row| (row.id, (row.case_no, row.item_id))).collect())
}

fn view(
    row: holding::Model,
    file: Option<upload::Model>,
    cases: &BTreeMap<Uuid, (String, String)>,
) -> Result<Holding> {
    let case = row.case_id.and_then(|id| cases.get(&id)).cloned();
    let (case_no, item_id) = case.unzip();
    Ok(Holding {
        holder: holder(row.person_id, row.entity_id)?,
        grade: Grade::parse(&row.grade).ok_or_else(|| Error::internal("unknown grade"))?,
        id: row.id,
        name: row.name,
        certificate_code: row.certificate_code,
        upload_id: row.upload_id,
        file_name: file.map(|file| file.file_name),
        case_no,
        item_id,
        valid_until: row.valid_until,
        verified_at: row.verified_at,
        created_at: row.created_at,
    })
}

/// Takes a material out of the library: it is not used again. Cases that have it keep it, for the
/// department must be able to show what it decided on.
///
/// # Errors
/// [`crate::Kind::NotFound`] for everybody but its owner, and for what was taken out before.
pub async fn remove(portal: &Portal, actor: &Actor, id: Uuid) -> Result<()> {
    let person = actor.person.ok_or_else(Error::not_found)?;
    let tx = portal.db.begin().await?;
    let row = holding::Entity::find_by_id(id)
        .filter(holding::COLUMN.person_id.eq(person))
        .filter(holding::COLUMN.removed_at.is_null())
        .one(&tx)
        .await?
        .ok_or_else(Error::not_found)?;
    let at = portal.clock.now();
    let gone =
        holding::ActiveModel { id: Unchanged(row.id), removed_at: Set(Some(at)), ..Default::default() };
    gone.update(&tx).await?;
    audit::record(&tx, at, Entry::new(actor, "holding.remove", format!("holding/{id}"))).await?;
    Ok(tx.commit().await?)
}
