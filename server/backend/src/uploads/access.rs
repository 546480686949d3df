//! Who may see a file.

use crate::cases::standing_to;
use domain::permission::{Actor, Standing};
use entity::{case_file, upload};
use sea_orm::EntityTrait;
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
    if owns || serves { Ok(row) } else { Err(Error::not_found()) }
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
