//! Files given with an application: streamed to the store, known by their bytes, never half kept.

mod access;
mod files;
mod receive;
mod sniff;
mod store;

use bytes::Bytes;
use chrono::{DateTime, Utc};
use domain::permission::Actor;
use entity::{report_file, upload, watch_file};
use futures::stream::BoxStream;
use sea_orm::sea_query::{Query, SelectStatement};
use sea_orm::{ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

pub use files::Files;
pub use receive::{NewUpload, receive, receive_under};
pub use sniff::ACCEPTED;

use crate::{
    Error, Portal, Result,
    audit::{self, Entry},
};

/// The largest file taken: 20 MiB, shown before a file is chosen.
pub const MAX_SIZE: u64 = 20 * 1024 * 1024;

/// A file as pages show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Upload {
    /// Key.
    pub id: Uuid,
    /// Draft it was given for.
    pub draft_id: Option<Uuid>,
    /// Case it belongs to.
    pub case_id: Option<Uuid>,
    /// Name as given, without any folder.
    pub file_name: String,
    /// Type found by looking at the bytes.
    pub content_type: String,
    /// Bytes.
    pub size: i64,
    /// SHA-256, hex.
    pub sha256: String,
    /// When given.
    pub created_at: DateTime<Utc>,
}

impl From<upload::Model> for Upload {
    fn from(row: upload::Model) -> Self {
        let upload::Model {
            id,
            owner_account_id: _,
            draft_id,
            case_id,
            file_name,
            content_type,
            size,
            sha256,
            storage_key: _,
            created_at,
        } = row;
        Self { id, draft_id, case_id, file_name, content_type, size, sha256, created_at }
    }
}

/// A file and its bytes, to those who may see it: its owner; for a case also the applicant, the
/// counter, and the department that decides.
///
/// # Errors
/// [`crate::Kind::NotFound`] to everyone else, as when there is none.
pub async fn get(
    portal: &Portal,
    actor: &Actor,
    id: Uuid,
) -> Result<(Upload, BoxStream<'static, Result<Bytes>>)> {
    let row = access::readable(portal, actor, id).await?;
    let bytes = portal.files.read(&row.storage_key).await?;
    Ok((row.into(), bytes))
}

/// The files of a draft that the actor gave.
///
/// # Errors
/// When the database cannot be read.
pub async fn of_draft(portal: &Portal, actor: &Actor, draft: Uuid) -> Result<Vec<Upload>> {
    let owner = actor.account.ok_or_else(Error::denied)?;
    let rows = upload::Entity::find()
        .filter(upload::COLUMN.draft_id.eq(draft))
        .filter(upload::COLUMN.owner_account_id.eq(owner));
    Ok(rows.all(&portal.db.read).await?.into_iter().map(Upload::from).collect())
}

/// Those of the named files that the actor gave and that belong to nothing yet: what a form that
/// was refused has already brought.
///
/// # Errors
/// When the database cannot be read.
pub async fn waiting(portal: &Portal, actor: &Actor, ids: Vec<Uuid>) -> Result<Vec<Upload>> {
    waiting_in(&portal.db.read, actor, ids).await
}

/// The same within a transaction.
pub(crate) async fn waiting_in<C: ConnectionTrait>(
    db: &C,
    actor: &Actor,
    ids: Vec<Uuid>,
) -> Result<Vec<Upload>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let owner = actor.account.ok_or_else(Error::denied)?;
    let rows = upload::Entity::find()
        .filter(upload::COLUMN.id.is_in(ids))
        .filter(upload::COLUMN.owner_account_id.eq(owner))
        .filter(upload::COLUMN.draft_id.is_null())
        .filter(upload::COLUMN.case_id.is_null())
        .filter(upload::COLUMN.id.not_in_subquery(in_reports()))
        .filter(upload::COLUMN.id.not_in_subquery(in_orders()))
        .order_by_asc(upload::Column::Id);
    Ok(rows.all(db).await?.into_iter().map(Upload::from).collect())
}

/// The files that are evidence of a report, also those taken out of it: its history shows them.
fn in_orders() -> SelectStatement {
    Query::select().column(watch_file::Column::UploadId).from(watch_file::Entity).to_owned()
}

fn in_reports() -> SelectStatement {
    Query::select().column(report_file::Column::UploadId).from(report_file::Entity).to_owned()
}

/// A file and its bytes, whoever asks: for callers that know whom they may show it to.
pub(crate) async fn open(portal: &Portal, id: Uuid) -> Result<(Upload, BoxStream<'static, Result<Bytes>>)> {
    let row = upload::Entity::find_by_id(id).one(&portal.db.read).await?.ok_or_else(Error::not_found)?;
    let bytes = portal.files.read(&row.storage_key).await?;
    Ok((row.into(), bytes))
}

/// Takes a file back, as long as it is not part of a case or of a report.
///
/// # Errors
/// [`crate::Kind::NotFound`] for a file of someone else, of a case, or of a report.
pub async fn remove(portal: &Portal, actor: &Actor, id: Uuid) -> Result<()> {
    let owner = actor.account.ok_or_else(Error::not_found)?;
    let tx = portal.db.begin().await?;
    let row = upload::Entity::find_by_id(id).one(&tx).await?.ok_or_else(Error::not_found)?;
    let reported = report_file::Entity::find().filter(report_file::COLUMN.upload_id.eq(id)).one(&tx).await?;
    let replied = watch_file::Entity::find_by_id(id).one(&tx).await?;
    if row.owner_account_id != owner || row.case_id.is_some() || reported.is_some() || replied.is_some() {
        return Err(Error::not_found());
    }
    upload::Entity::delete_by_id(id).exec(&tx).await?;
    audit::record(&tx, portal.clock.now(), Entry::new(actor, "upload.remove", format!("upload/{id}")))
        .await?;
    tx.commit().await?;
    // The row is gone: a file that stays behind is waste, no fault to tell the person of.
    if let Err(error) = portal.files.delete(&row.storage_key).await {
        tracing::warn!(?error, "a file taken back stays in the store");
    }
    Ok(())
}

#[cfg(test)]
mod tests;
