//! Evidence: read by the department that reports and by the supervisor, taken out by the department.

use bytes::Bytes;
use domain::assessment::Period;
use domain::assessment::report::{Deed, Hand, hand};
use domain::permission::Actor;
use entity::{report, report_file};
use futures::stream::BoxStream;
use sea_orm::{ActiveValue::Set, EntityTrait as _, QueryFilter as _};
use uuid::Uuid;

use super::one::owed;
use super::row::{Told, tell};
use crate::audit::{self, Entry};
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

/// Takes a file out of a report that the department has in hand. It stays readable from the history.
///
/// # Errors
/// [`crate::Kind::Stale`] with who was faster, or where the department has it not in hand any more;
/// [`crate::Kind::NotFound`] for a file that is not of this report, and to all but its head.
pub async fn remove_evidence(
    services: &Services,
    actor: &Actor,
    (entry, period): (Uuid, Period),
    file: Uuid,
) -> Result<()> {
    let tx = services.db.begin().await?;
    let (detail, row) = owed(&tx, services, actor, entry, period).await?;
    let (row, report) = row.zip(detail.report).ok_or_else(Error::not_found)?;
    if !report.state.is_with_department() {
        return Err(Error::stale(Some(row.changed_name)));
    }
    let now = services.clock.now();
    let removed = report_file::ActiveModel { removed_at: Set(Some(now)), ..Default::default() };
    let done = report_file::Entity::update_many()
        .set(removed)
        .filter(report_file::COLUMN.id.eq(file))
        .filter(report_file::COLUMN.report_id.eq(row.id))
        .filter(report_file::COLUMN.removed_at.is_null())
        .exec(&tx)
        .await?;
    if done.rows_affected == 0 {
        return Err(Error::not_found());
    }
    let changed = report::ActiveModel {
        version: Set(row.version + 1),
        changed_at: Set(now),
        changed_by: Set(actor.account),
        changed_name: Set(actor.name.clone()),
        ..Default::default()
    };
    let this = report::COLUMN.id.eq(row.id);
    let same = report::COLUMN.version.eq(row.version);
    let done = report::Entity::update_many().set(changed).filter(this).filter(same).exec(&tx).await?;
    if done.rows_affected == 0 {
        return Err(Error::stale(None));
    }
    let told = Told { deed: Deed::EvidenceRemoved, figure: &report.figure, reason: None, file: Some(file) };
    tell(&tx, (now, actor), row.id, told).await?;
    let entry = Entry::new(actor, "report.evidence_removed", format!("report/{}", row.id));
    audit::record(&tx, now, entry.detail(serde_json::json!({ "file": file }))).await?;
    Ok(tx.commit().await?)
}
