//! What was done with a certificate, in its own book and in the audit trail.

use chrono::{DateTime, Utc};
use domain::certificate::Operation;
use entity::certificate_event;
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _};
use uuid::Uuid;

use super::Occasion;
use crate::{Result, audit};

/// One line of the book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CertificateEvent {
    /// Which version.
    pub certificate: Uuid,
    /// What was done.
    pub operation: Operation,
    /// When.
    pub at: DateTime<Utc>,
    /// By whom, as they were called then.
    pub actor: String,
    /// Whether the portal did it.
    pub automatic: bool,
    /// Why.
    pub reason: Option<String>,
    /// In which case.
    pub case: Option<Uuid>,
}

/// Writes what was done with one version.
pub(super) async fn record(
    tx: &impl ConnectionTrait,
    occasion: &Occasion<'_>,
    operation: Operation,
    certificate: Uuid,
) -> Result<()> {
    record_all(tx, occasion, operation, &[certificate]).await
}

/// Writes the same of several.
pub(super) async fn record_all(
    tx: &impl ConnectionTrait,
    occasion: &Occasion<'_>,
    operation: Operation,
    certificates: &[Uuid],
) -> Result<()> {
    if certificates.is_empty() {
        return Ok(());
    }
    let rows = certificates.iter().map(|&id| row(occasion, operation, id));
    certificate_event::Entity::insert_many(rows).exec_without_returning(tx).await?;
    let entry = |id: &Uuid| audit::Entry::new(occasion.actor, action(operation), format!("certificate/{id}"));
    audit::record_all(tx, occasion.at, certificates.iter().map(entry).collect()).await
}

pub(crate) fn row(
    occasion: &Occasion<'_>,
    operation: Operation,
    certificate: Uuid,
) -> certificate_event::ActiveModel {
    certificate_event::ActiveModel {
        id: Set(Uuid::now_v7()),
        certificate_id: Set(certificate),
        act: Set(operation.as_str().to_owned()),
        at: Set(occasion.at),
        account_id: Set(occasion.actor.account),
        actor_name: Set(occasion.actor.name.clone()),
        reason: Set(Some(occasion.reason.clone()).filter(|reason| !reason.is_empty())),
        case_id: Set(occasion.case),
    }
}

/// The name of an operation in the audit trail.
fn action(operation: Operation) -> &'static str {
    match operation {
        Operation::Issue => "certificate_issued",
        Operation::Renew => "certificate_renewed",
        Operation::Change => "certificate_changed",
        Operation::Suspend => "certificate_suspended",
        Operation::Release => "certificate_released",
        Operation::Withdraw => "certificate_withdrawn",
        Operation::Cancel => "certificate_cancelled",
        Operation::Revoke => "certificate_revoked",
        Operation::Lapse => "certificate_lapsed",
        Operation::TransferIn => "certificate_transferred_in",
        Operation::CancelTransfer => "certificate_transfer_cancelled",
        Operation::Other => "certificate_restored",
    }
}

/// What was done with several versions, newest first.
pub(super) async fn of(db: &impl ConnectionTrait, certificates: Vec<Uuid>) -> Result<Vec<CertificateEvent>> {
    let rows = certificate_event::Entity::find()
        .filter(certificate_event::COLUMN.certificate_id.is_in(certificates))
        .order_by_desc(certificate_event::Column::At)
        .order_by_desc(certificate_event::Column::Id)
        .all(db)
        .await?;
    Ok(rows.into_iter().filter_map(read).collect())
}

fn read(row: certificate_event::Model) -> Option<CertificateEvent> {
    Some(CertificateEvent {
        operation: Operation::parse(&row.act)?,
        certificate: row.certificate_id,
        at: row.at,
        automatic: row.account_id.is_none(),
        actor: row.actor_name,
        reason: row.reason,
        case: row.case_id,
    })
}
