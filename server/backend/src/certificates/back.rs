//! 撤销 of what a case granted when its decision is taken back; what it had replaced stands again.

use domain::certificate::{Operation, Status};
use entity::certificate;
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait as _, QueryFilter as _};
use uuid::Uuid;

use super::{Occasion, event, operate};
use crate::Result;

/// Withdraws what a case issued.
pub(super) async fn take(tx: &impl ConnectionTrait, occasion: &Occasion<'_>, case: Uuid) -> Result<()> {
    let alive = [Status::Valid, Status::Suspended, Status::Lapsed].map(Status::as_str);
    let issued = certificate::Entity::find()
        .filter(certificate::COLUMN.case_id.eq(case))
        .filter(certificate::COLUMN.superseded.eq(false))
        .filter(certificate::COLUMN.status.is_in(alive))
        .all(tx)
        .await?;
    for row in issued {
        operate::withdraw(tx, occasion, row.id).await?;
        restore(tx, occasion, &row).await?;
    }
    Ok(())
}

/// The version before it counts once more, as it was.
async fn restore(
    tx: &impl ConnectionTrait,
    occasion: &Occasion<'_>,
    gone: &certificate::Model,
) -> Result<()> {
    let before = certificate::Entity::find()
        .filter(certificate::COLUMN.serial.eq(gone.serial.clone()))
        .filter(certificate::COLUMN.code.eq(gone.code.clone()))
        .filter(certificate::COLUMN.issuer_code.eq(gone.issuer_code.clone()))
        .filter(certificate::COLUMN.version.eq(gone.version - 1))
        .one(tx)
        .await?;
    let Some(before) = before else { return Ok(()) };
    let again = certificate::ActiveModel { superseded: Set(false), ..Default::default() };
    certificate::Entity::update_many()
        .set(again)
        .filter(certificate::COLUMN.id.eq(before.id))
        .exec(tx)
        .await?;
    event::record(tx, occasion, Operation::Other, before.id).await
}
