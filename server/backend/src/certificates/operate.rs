//! 延续, 变更, 暂扣, 发还, 撤销, 注销, 吊销, 过期: one way for all of them.
//!
//! Each looks at the row as it is, asks the table, and writes only if nobody was faster.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::certificate::{CertificateId, Operation, Status};
use entity::certificate;
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait as _, QueryFilter as _};
use uuid::Uuid;

use super::{Certificate, Occasion, event, held, issue};
use crate::crypto::{Field, Keys};
use crate::{Error, Result};

/// What a new version has other than the one before.
#[derive(Clone, Default)]
pub struct NewVersion {
    /// A new term: its first and its last day.
    pub term: Option<(NaiveDate, Option<NaiveDate>)>,
    /// Particulars that differ; the others stay.
    pub data: BTreeMap<String, String>,
}

/// 延续: a new version with a new term replaces this one.
///
/// # Errors
/// As [`operate`].
pub async fn renew(
    tx: &impl ConnectionTrait,
    keys: &Keys,
    occasion: &Occasion<'_>,
    id: Uuid,
    term: (NaiveDate, Option<NaiveDate>),
    data: BTreeMap<String, String>,
) -> Result<Certificate> {
    version(tx, keys, occasion, Operation::Renew, id, NewVersion { term: Some(term), data }).await
}

/// 变更: a new version with other particulars replaces this one; its term stays.
///
/// # Errors
/// As [`operate`].
pub async fn change(
    tx: &impl ConnectionTrait,
    keys: &Keys,
    occasion: &Occasion<'_>,
    id: Uuid,
    data: BTreeMap<String, String>,
) -> Result<Certificate> {
    version(tx, keys, occasion, Operation::Change, id, NewVersion { term: None, data }).await
}

/// Does what leaves the version as it is and changes its status.
///
/// # Errors
/// [`crate::Kind::NotFound`]; [`crate::Kind::Denied`] to all but reviewers of the department that issued
/// it (the head alone for 暂扣, 发还, 撤销, 吊销) and the portal; [`crate::Kind::Invalid`] without a
/// reason; [`crate::Kind::Conflict`] where the table of operations says no, or somebody was faster.
pub async fn operate(
    tx: &impl ConnectionTrait,
    occasion: &Occasion<'_>,
    operation: Operation,
    id: Uuid,
) -> Result<Status> {
    let row = row(tx, id).await?;
    occasion.may(operation, row.department_id)?;
    let after = possible(&row, operation, occasion.today)?;
    if operation.makes_version() {
        return Err(Error::conflict());
    }
    let reason = Some(occasion.reason.clone()).filter(|reason| !reason.is_empty());
    let change = certificate::ActiveModel {
        status: Set(after.as_str().to_owned()),
        status_at: Set(occasion.at),
        status_reason: Set(reason),
        ..Default::default()
    };
    guarded(tx, &row, change).await?;
    event::record(tx, occasion, operation, id).await?;
    Ok(after)
}

macro_rules! operations {
    ($($(#[$doc:meta])* $name:ident = $operation:ident;)+) => { $(
        $(#[$doc])*
        ///
        /// # Errors
        /// As [`operate`].
        pub async fn $name(tx: &impl ConnectionTrait, occasion: &Occasion<'_>, id: Uuid) -> Result<Status> {
            operate(tx, occasion, Operation::$operation, id).await
        }
    )+ };
}

operations! {
    /// 暂扣.
    suspend = Suspend;
    /// 暂扣发还.
    release = Release;
    /// 撤销: it should never have been issued.
    withdraw = Withdraw;
    /// 注销: its ground is gone.
    cancel = Cancel;
    /// 吊销: a sanction.
    revoke = Revoke;
    /// 过期: its term is over.
    lapse = Lapse;
}

/// A new version in the place of one that is there.
pub(super) async fn version(
    tx: &impl ConnectionTrait,
    keys: &Keys,
    occasion: &Occasion<'_>,
    operation: Operation,
    id: Uuid,
    new: NewVersion,
) -> Result<Certificate> {
    let before = row(tx, id).await?;
    occasion.may(operation, before.department_id)?;
    possible(&before, operation, occasion.today)?;
    if new.term.is_some_and(|(from, until)| until.is_some_and(|last| last < from)) {
        return Err(Error::conflict());
    }
    let replaced = certificate::ActiveModel { superseded: Set(true), ..Default::default() };
    guarded(tx, &before, replaced).await?;
    let row = next(keys, occasion, &before, new)?;
    issue::insert(tx, keys, occasion, operation, row).await
}

/// The row of the next version: the same serial, one version more, sealed anew for its own row.
fn next(
    keys: &Keys,
    occasion: &Occasion<'_>,
    before: &certificate::Model,
    new: NewVersion,
) -> Result<certificate::ActiveModel> {
    let old = held::opened(keys, before.clone())?;
    let id = Uuid::now_v7();
    let identifier = CertificateId::parse(&before.identifier).map_err(|_| Error::internal("identifier"))?;
    let version = identifier.version().saturating_add(1);
    let identifier =
        CertificateId::compose(identifier.kind(), identifier.issuer(), identifier.serial(), version);
    let mut data = old.data;
    data.extend(new.data);
    let number = old.number.map(|number| keys.seal(Field::CERTIFICATE_NUMBER.of(id), &number)).transpose()?;
    let (valid_from, valid_until) = new.term.unwrap_or((before.valid_from, before.valid_until));
    let row = certificate::ActiveModel {
        id: Set(id),
        identifier: Set(identifier.ok_or_else(Error::conflict)?.short()),
        version: Set(version.into()),
        number_cipher: Set(number),
        data_cipher: Set(issue::data(keys, id, &before.code, data, valid_until)?),
        issued_on: Set(occasion.today),
        valid_from: Set(valid_from),
        valid_until: Set(valid_until),
        status: Set(Status::Valid.as_str().to_owned()),
        status_at: Set(occasion.at),
        status_reason: Set(None),
        superseded: Set(false),
        case_id: Set(occasion.case),
        created_at: Set(occasion.at),
        ..before.clone().into()
    };
    Ok(row)
}

pub(super) async fn row(tx: &impl ConnectionTrait, id: Uuid) -> Result<certificate::Model> {
    certificate::Entity::find_by_id(id).one(tx).await?.ok_or_else(Error::not_found)
}

/// What the table says of it.
fn possible(row: &certificate::Model, operation: Operation, today: NaiveDate) -> Result<Status> {
    operation
        .on(&held::standing(row)?, today)
        .map_err(|why| Error::because(crate::Kind::Conflict, format!("{why:?}")))
}

/// Writes only if the row is as it was read: of two at once, one wins.
async fn guarded(
    tx: &impl ConnectionTrait,
    before: &certificate::Model,
    change: certificate::ActiveModel,
) -> Result<()> {
    let done = certificate::Entity::update_many()
        .set(change)
        .filter(certificate::COLUMN.id.eq(before.id))
        .filter(certificate::COLUMN.status.eq(before.status.clone()))
        .filter(certificate::COLUMN.superseded.eq(false))
        .exec(tx)
        .await?;
    if done.rows_affected == 1 { Ok(()) } else { Err(Error::conflict()) }
}
