//! 核验: staff compare a file with its original, and C becomes B.

use domain::evidence::Grade;
use domain::permission::{Actor, Standing};
use entity::{case_file, case_material, holding};
use sea_orm::{
    ActiveModelTrait as _, ActiveValue::Set, ActiveValue::Unchanged, ColumnTrait as _, ConnectionTrait,
    EntityTrait as _, QueryFilter as _,
};
use uuid::Uuid;

use crate::access::{self, Access, Act};
use crate::audit::{self, Entry};
use crate::cases::standing_to;
use crate::holder::Holder;
use crate::{Error, Portal, Result};

/// Records that a material of a case was compared with its original: a clerk at the counter or the
/// department that decides. The same file in the library rises with it, so that nobody has to show
/// the original again.
///
/// # Errors
/// [`crate::Kind::NotFound`] to strangers and for what the case has not, [`crate::Kind::Denied`] to the
/// applicant, [`crate::Kind::Conflict`] where the material is not an upload waiting to be compared.
pub async fn verify(portal: &Portal, actor: &Actor, case_no: &str, material: Uuid) -> Result<()> {
    let tx = portal.db.begin().await?;
    let case = case_file::Entity::find().filter(case_file::COLUMN.case_no.eq(case_no)).one(&tx).await?;
    let case = case.ok_or_else(Error::not_found)?;
    may_verify(standing_to(actor, &case)?)?;
    let row = case_material::Entity::find_by_id(material)
        .filter(case_material::COLUMN.case_id.eq(case.id))
        .filter(case_material::COLUMN.note.is_null())
        .one(&tx)
        .await?
        .ok_or_else(Error::not_found)?;
    let grade = row.grade.as_deref().and_then(Grade::parse).and_then(Grade::verified);
    let grade = grade.filter(|_| row.upload_id.is_some()).ok_or_else(Error::conflict)?;
    let risen = case_material::ActiveModel {
        id: Unchanged(row.id),
        grade: Set(Some(grade.as_str().to_owned())),
        ..Default::default()
    };
    risen.update(&tx).await?;
    let kept = raise(&tx, portal, actor, &row, grade).await?;
    record(&tx, portal, actor, &case, &row, kept).await?;
    Ok(tx.commit().await?)
}

fn may_verify(standing: Standing) -> Result<()> {
    match standing {
        Standing::Counter | Standing::Competent | Standing::Head => Ok(()),
        Standing::Applicant | Standing::Consulted | Standing::Portal => Err(Error::denied()),
        Standing::Observer | Standing::Stranger => Err(Error::not_found()),
    }
}

/// The same file in the library.
async fn raise(
    tx: &impl ConnectionTrait,
    portal: &Portal,
    actor: &Actor,
    row: &case_material::Model,
    grade: Grade,
) -> Result<Option<Uuid>> {
    let same = match row.holding_id {
        Some(id) => holding::Column::Id.eq(id),
        None => holding::Column::UploadId.eq(row.upload_id),
    };
    let query = holding::Entity::find().filter(same).filter(holding::COLUMN.grade.eq(Grade::C.as_str()));
    let Some(kept) = query.one(tx).await? else { return Ok(None) };
    let risen = holding::ActiveModel {
        id: Unchanged(kept.id),
        grade: Set(grade.as_str().to_owned()),
        verified_by: Set(actor.account),
        verified_at: Set(Some(portal.clock.now())),
        ..Default::default()
    };
    risen.update(tx).await?;
    Ok(Some(kept.id))
}

async fn record(
    tx: &impl ConnectionTrait,
    portal: &Portal,
    actor: &Actor,
    case: &case_file::Model,
    row: &case_material::Model,
    kept: Option<Uuid>,
) -> Result<()> {
    let whose = case.entity_id.map_or(Holder::Person(case.person_id), Holder::Entity);
    let mut line = Access::new(whose, Act::HoldingVerified, row.name.clone(), "与原件核对");
    (line.holding, line.case, line.item) = (kept, Some(case.id), Some(case.item_id.clone()));
    let at = portal.clock.now();
    access::record(tx, at, actor, vec![line]).await?;
    let entry = Entry::new(actor, "material.verify", format!("case/{}", case.case_no));
    audit::record(tx, at, entry.detail(serde_json::json!({ "material": row.name }))).await
}
