//! Evidence: read by the department that reports and by the supervisor, taken out by the department.

use bytes::Bytes;
use domain::assessment::report::{Deed, Figure, Hand, hand};
use domain::permission::Actor;
use entity::{report, report_file};
use futures::stream::BoxStream;
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait as _, QueryFilter as _};
use uuid::Uuid;

use super::row::{Told, tell};
use crate::uploads::{self, Upload};
use crate::{Error, Result, Services};

/// A file of evidence and its bytes, also after it was taken out.
///
/// # Errors
/// [`crate::Kind::NotFound`] to all but the head of the department that reports and a supervisor.
pub async fn evidence(
    services: &Services,
    actor: &Actor,
    id: Uuid,
) -> Result<(Upload, BoxStream<'static, Result<Bytes>>)> {
    let db = &services.db.read;
    let file = report_file::Entity::find_by_id(id).one(db).await?.ok_or_else(Error::not_found)?;
    let report = report::Entity::find_by_id(file.report_id).one(db).await?.ok_or_else(Error::not_found)?;
    match hand(actor, Some(report.department_id)) {
        Hand::Department | Hand::Supervisor => uploads::open(services, file.upload_id).await,
        Hand::Stranger => Err(Error::not_found()),
    }
}

/// Takes a file out of a report. It stays readable from the history; what is out already stays out.
pub(super) async fn take_out<C: ConnectionTrait>(
    tx: &C,
    services: &Services,
    actor: &Actor,
    (report, file): (Uuid, Uuid),
    figure: &Figure,
) -> Result<()> {
    let now = services.clock.now();
    let removed = report_file::ActiveModel { removed_at: Set(Some(now)), ..Default::default() };
    let done = report_file::Entity::update_many()
        .set(removed)
        .filter(report_file::COLUMN.id.eq(file))
        .filter(report_file::COLUMN.report_id.eq(report))
        .filter(report_file::COLUMN.removed_at.is_null())
        .exec(tx)
        .await?;
    if done.rows_affected == 0 {
        return Ok(());
    }
    let told = Told { deed: Deed::EvidenceRemoved, figure, reason: None, file: Some(file) };
    tell(tx, (now, actor), report, told).await
}
