//! Who may see a file.

use crate::cases::standing_to;
use domain::permission::{Actor, Standing};
use entity::{case_file, case_material, upload};
use sea_orm::{EntityTrait, QueryFilter as _};
use uuid::Uuid;

use crate::{Error, Portal, Result};

/// The row, if the actor may see it; not found otherwise.
pub(super) async fn readable(portal: &Portal, actor: &Actor, id: Uuid) -> Result<upload::Model> {
    let found =
        upload::Entity::find_by_id(id).find_also_related(case_file::Entity).one(&portal.db.read).await?;
    let (row, case) = found.ok_or_else(Error::not_found)?;
    let owns = actor.account == Some(row.owner_account_id);
    let serves = match case {
        Some(case) => serves(standing_to(actor, &case)?),
        None => false,
    };
    let replied = || crate::watch::readable(portal, actor, id);
    if owns || serves || replied().await? || used(portal, actor, id).await? {
        Ok(row)
    } else {
        Err(Error::not_found())
    }
}

/// 复用: whoever deals with a case in which the file is used again, as long as it may be used there.
async fn used(portal: &Portal, actor: &Actor, id: Uuid) -> Result<bool> {
    let rows = case_material::Entity::find()
        .filter(case_material::COLUMN.upload_id.eq(id))
        .filter(case_material::COLUMN.holding_id.is_not_null())
        .filter(case_material::COLUMN.note.is_null())
        .find_also_related(case_file::Entity)
        .all(&portal.db.read)
        .await?;
    for case in rows.into_iter().filter_map(|(_, case)| case) {
        if serves(standing_to(actor, &case)?) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Whoever deals with the case.
fn serves(standing: Standing) -> bool {
    match standing {
        Standing::Applicant
        | Standing::Counter
        | Standing::Competent
        | Standing::Head
        | Standing::Consulted
        | Standing::Portal => true,
        Standing::Observer | Standing::Stranger => false,
    }
}
